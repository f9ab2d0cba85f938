"""What a user prints: the same Search as the list, read from the register, set as a paper by Decree 30/2020."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from registry_app.domain.describing import described
from registry_app.domain.errors import NotFound, RegistryError, system_reason
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.reports.declared import Declared
from registry_app.reports.due_list import DUE_LIST
from registry_app.reports.model_list import MODEL_LIST
from registry_app.reports.spec import Kind, Report
from registry_app.store.registry import Registry

REPORTS = {declared.name: declared for declared in (MODEL_LIST, DUE_LIST)}
Progress = Callable[[int, int], bool]
"""Told (rows done, all rows); returns False to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A paper's values, free of the register: may be set in another thread or process. ``name`` has no suffix."""

    report: Report
    rows: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished PDF; ``missing`` are letters that no bundled font has and that print as a box."""

    pdf: bytes
    rows: int
    missing: frozenset[str]


def declared_report(name: str) -> Declared:
    """The report of that name; raises NotFound."""
    if name not in REPORTS:
        raise NotFound(N_("There is no report “{name}”. Reports: {names}."), name=name, names=", ".join(REPORTS))
    return REPORTS[name]


def default_search(name: str) -> Search:
    """What the report shows when nobody says otherwise."""
    declared = declared_report(name)
    order = (Order(declared.order),) if declared.order else ()
    return Search(view=declared.view, order=order)


def prepare(
    registry: Registry,
    report: str,
    search: Search,
    at: Moment,
    *,
    kind: Kind | str = Kind.INTERNAL,
    ids: Sequence[ModelId] | None = None,
    day: date | None = None,
) -> Prepared:
    """Read what ``search`` shows (only ``ids`` of it when given) and lay it out as values. ``day`` None is dotted."""
    declared = declared_report(report)
    grouped = replace(search, group=declared.group or None)
    wanted = registry.models.ids(grouped, at)
    chosen = frozenset(ids) if ids is not None else None
    rows = registry.models.window([number for number in wanted if chosen is None or number in chosen], at)
    ward = registry.settings.ward()
    criteria = described(search, registry.lists, at, selected=ids is not None)
    paper = declared.report(rows, ward, at, criteria=criteria, kind=Kind(kind))
    name = "-".join(fold(f"{_(declared.label)} {at.on.isoformat()}").split())
    return Prepared(report=replace(paper, day=day), rows=len(rows), name=name)


def render(prepared: Prepared, progress: Progress | None = None) -> Printed:
    """Set the paper; needs no register. Raises reports.spec.Cancelled when ``progress`` says stop."""
    from registry_app.reports import paper

    pdf = paper.pdf(prepared.report, progress=progress)
    return Printed(pdf=pdf, rows=prepared.rows, missing=frozenset(paper.missing_letters(prepared.report)))


def save(printed: Printed, path: Path) -> None:
    """Write the PDF whole or not at all. Raises RegistryError saying why it cannot be written."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(printed.pdf)
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        text = N_("“{name}” could not be written: {why}. Is it open elsewhere? Choose another name.")
        raise RegistryError(text, name=path.name, why=system_reason(problem)) from problem
