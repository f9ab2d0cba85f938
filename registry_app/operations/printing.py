"""What a user prints: the same Search as the list, read from the register, set as a paper by Decree 30/2020."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.describing import fields_of
from registry_app.domain.errors import NotFound
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.wish import USUAL, Wish
from registry_app.domain.words import N_, _
from registry_app.reports.declared import Declared
from registry_app.reports.due_list import DUE_LIST
from registry_app.reports.honours import HONOURS
from registry_app.reports.model_list import MODEL_LIST
from registry_app.reports.reminders import REMINDERS
from registry_app.reports.results import FIGURES
from registry_app.reports.rosters import ROSTERS
from registry_app.reports.sheets import SHEETS
from registry_app.reports.spec import Kind, Report
from registry_app.store.registry import Registry

from . import paper_rows, whole_file
from .paper_rows import Owner

REPORTS: Mapping[str, Declared] = {
    MODEL_LIST.name: MODEL_LIST,
    DUE_LIST.name: DUE_LIST,
    REMINDERS.name: REMINDERS,
    **ROSTERS,
    **FIGURES,
    **HONOURS,
    **SHEETS,
}
Progress = Callable[[int, int], bool]
"""Told (rows done, all rows); returns False to stop."""
PDF = ".pdf"


class Prepared(Struct, frozen=True, kw_only=True):
    """A paper's values, free of the register: may be set in another thread or process. ``name`` has no suffix;
    ``people`` is how many people's data it shows, ``copy`` one of wish.COPIES."""

    report: Report
    rows: int
    name: str
    label: str = ""
    criteria: str = ""
    people: int = 0
    copy: str = USUAL.copy


class Printed(Struct, frozen=True, kw_only=True):
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
    order = tuple(Order(one) for one in declared.order)
    return Search(view=declared.view, order=order, noun=declared.noun)


def count(registry: Registry, name: str, at: Moment) -> int | None:
    """How many rows the report has when nobody narrows it; None for a sheet, which is about one thing."""
    declared = declared_report(name)
    if declared.about:
        return None
    search = default_search(name)
    return (
        registry.models.count(search, at)
        if declared.noun == "model"
        else registry.inside.of(declared.noun).count(search, at)
    )


def columns(registry: Registry, name: str) -> Mapping[str, str]:
    """Every column that the report can have: its name and its heading."""
    declared = declared_report(name)
    fields = fields_of(declared.noun, registry.lists)
    return {key: one.column(fields).title for key, one in declared.offered(fields).items()}


def owner(registry: Registry, code: str) -> Owner:
    """The model, team, person or area of ``code``, whose rows alone are printed. Raises NotFound."""
    return paper_rows.owner(registry, code)


def prepare(
    registry: Registry,
    report: str,
    search: Search,
    at: Moment,
    *,
    kind: Kind | str | None = None,
    ids: Sequence[int] | None = None,
    day: date | None = None,
    wish: Wish = USUAL,
    as_of: date | None = None,
    of: Owner | None = None,
) -> Prepared:
    """Read what ``search`` shows (only ``ids`` of it when given, only what belongs to ``of``) and lay it out as
    values. ``day`` None is dotted; ``as_of`` (else the wish's) shows the state of that day. Raises RegistryError."""
    declared = declared_report(report)
    wish = replace(wish, kind=str(Kind(kind or wish.kind)), as_of=as_of.isoformat() if as_of else wish.as_of)
    then = replace(at, on=date.fromisoformat(wish.as_of)) if wish.as_of else at
    asked = paper_rows.Asked(declared=declared, search=search, at=then, wish=wish, ids=ids, of=of)
    found = paper_rows.read(registry, asked)
    label = _(declared.label)
    named = [label, of.name[:60] if of else "", then.on.isoformat(), *([wish.copy] if wish.posting else [])]
    return Prepared(
        report=found.report.dated(day),
        rows=sum(paper.row_count for paper in found.report.papers),
        name="-".join(re.sub(r"[^\w.-]+", " ", fold(" ".join(named))).split()),
        label=label,
        criteria=found.criteria,
        people=found.people,
        copy=wish.copy,
    )


def written(report: Report, suffix: str = PDF, progress: Progress | None = None) -> bytes:
    """``report`` as the bytes of a file of that ``suffix``, one of ``forms()``. Raises reports.spec.Cancelled when
    ``progress`` says stop, RegistryError for another suffix."""
    from . import paper_forms  # brings the writers of other forms

    return paper_forms.content(report, suffix.lower(), progress)


def forms() -> tuple[str, ...]:
    """The suffixes of files that a paper can be written as."""
    from . import paper_forms

    return paper_forms.FORMS


def render(prepared: Prepared, progress: Progress | None = None) -> Printed:
    """Set the paper; needs no register. Raises reports.spec.Cancelled when ``progress`` says stop."""
    from registry_app.reports import paper

    pdf = written(prepared.report, PDF, progress)
    return Printed(pdf=pdf, rows=prepared.rows, missing=frozenset(paper.missing_letters(prepared.report)))


def save(printed: Printed, path: Path) -> None:
    """Write the PDF whole or not at all. Raises RegistryError saying why it cannot be written."""
    save_bytes(printed.pdf, path)


def save_bytes(content: bytes, path: Path) -> None:
    """Write ``content`` whole or not at all. Raises RegistryError saying why it cannot be written."""
    whole_file.write(content, path)
