"""What a user does with register files: make a new one with the usual lists, open one, say who writes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from registry_app import resources
from registry_app.domain.cleaning import line
from registry_app.domain.entries import (
    Area,
    AwardForm,
    ExtraField,
    Grade,
    Indicator,
    ModelType,
    Organisation,
    Role,
    Status,
    WorkField,
)
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import IndicatorId, TypeId
from registry_app.domain.summaries import USUAL_DAYS
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

WARD_KIND = "Phường"
STEP = 10
"""Between the places of two indicators, so that the ward may put others there."""


def create(path: Path, ward: Ward, *, who: str = "") -> Registry:
    """A new register of ``ward`` at ``path`` with the seeded lists, open for writing. Raises CannotOpen, Refused."""
    ward = replace(ward, name=line(ward.name))
    _refuse_nameless(ward)
    registry = Registry.create(path, who=who or user_name())
    with registry.change(N_("Create the register"), barrier=True):
        seed(registry, ward)
    return registry


def open_register(path: Path, *, who: str = "", read_only: bool = False) -> Registry:
    """The register at ``path``; see ``Registry.open`` for what it raises."""
    registry = Registry.open(path, who=who or user_name(), read_only=read_only)
    lists = registry.lists
    whole = lists.roles and lists.award_forms and lists.indicators and registry.settings.holds("summary_days")
    if not registry.read_only and not whole:
        complete(registry)
    return registry


def complete(registry: Registry) -> None:
    """Add what a register from before has not: roles in teams, the types of statutory bodies, forms of commendation,
    indicators of results, the days of sơ kết and tổng kết."""
    lists = data("seed", "lists.json")
    before = registry.lists
    with registry.change(N_("Add lists that are new in this version")):
        if not before.roles:
            _seed_roles(registry, lists)
            _seed_statutory(registry)
        if not before.award_forms:
            _seed_award_forms(registry, lists)
        if not before.indicators:
            seed_indicators(registry)
        if not registry.settings.holds("summary_days"):
            registry.settings.save(_with_summaries(registry.settings.ward()))


def _seed_statutory(registry: Registry) -> None:
    known = {one.code for one in registry.lists.types.values()}
    for one in data("seed", "types.json"):
        if one["statutory"] and one["abbreviation"] not in known:
            _seed_type(registry, one)


def user_name() -> str:
    """Who is at the computer, as the system says; "" when it does not."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def data(*place: str) -> Any:
    """A JSON file of the program's own resources."""
    return json.loads(resources.folder().joinpath(*place).read_text("utf-8"))


def seed(registry: Registry, ward: Ward) -> None:
    """Fill the lists of a new register, inside an open action."""
    lists = data("seed", "lists.json")
    ward = replace(_with_summaries(ward), paper_kinds=tuple(lists["paper_kinds"]), reasons=tuple(lists["reasons"]))
    registry.settings.save(replace(ward, decisions=tuple(lists["decisions"])))
    save = registry.entries.save
    for name in lists["work_fields"]:
        save(WorkField(name=name))
    for position, status in enumerate(lists["statuses"]):
        save(Status(position=position, **status))
    for position, grade in enumerate(lists["grades"]):
        save(Grade(position=position, **grade))
    _seed_roles(registry, lists)
    _seed_award_forms(registry, lists)
    seed_indicators(registry)
    for name in lists["organisations"]:
        save(Organisation(name=name))
    save(Area(name=ward.name, kind=WARD_KIND, whole_ward=True))
    for one in data("seed", "types.json"):
        _seed_type(registry, one)


def _with_summaries(ward: Ward) -> Ward:
    """``ward`` asking for the usual summaries from today on, unless it asks for some already: what was never written
    down before is not asked for."""
    if ward.summary_days:
        return ward
    return replace(ward, summary_days=USUAL_DAYS, summary_since=date.today().isoformat())


def _seed_roles(registry: Registry, lists: dict[str, Any]) -> None:
    for position, role in enumerate(lists["roles"]):
        registry.entries.save(Role(position=position, **role))


def _seed_award_forms(registry: Registry, lists: dict[str, Any]) -> None:
    for position, form in enumerate(lists["award_forms"]):
        registry.entries.save(AwardForm(position=position, **form))


def seed_indicators(registry: Registry) -> None:
    """Add the usual indicators of results; wholes stand before their parts."""
    numbers: dict[str, IndicatorId] = {}
    for position, one in enumerate(data("seed", "indicators.json"), start=1):
        whole = numbers.get(one.get("part_of", ""))
        facts = {**one, "part_of": whole, "position": position * STEP}
        numbers[one["code"]] = IndicatorId(registry.entries.save(Indicator(**facts)))


def _seed_type(registry: Registry, one: dict[str, Any]) -> None:
    number = registry.entries.save(
        ModelType(
            code=one["abbreviation"],
            name=one["name"],
            unit=one["unit"],
            interval_months=one["interval_months"],
            statutory=one["statutory"],
        )
    )
    for extra in one["extras"]:
        registry.entries.save(
            ExtraField(
                type_id=TypeId(number),
                key=extra["key"],
                name=extra["label"],
                kind=extra["kind"],
                unit=extra.get("unit", ""),
                choices=tuple(extra.get("choices", ())),
            )
        )


def save_ward(registry: Registry, ward: Ward) -> Changes:
    """Write the ward's own facts. Raises Refused, ReadOnly."""
    _refuse_nameless(ward)
    with registry.change(N_("Edit the ward's facts")) as change:
        registry.settings.save(ward)
    return change.changes


def _refuse_nameless(ward: Ward) -> None:
    from registry_app.domain.rules import EMPTY  # opening a register needs no rules

    if not line(ward.name):
        raise Refused([Problem("ward", EMPTY)])
