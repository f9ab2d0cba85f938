"""What a user does with register files: make a new one with the usual lists, open one, say who writes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from registry_app import resources
from registry_app.domain.cleaning import line
from registry_app.domain.entries import Area, ExtraField, Grade, ModelType, Organisation, Role, Status, WorkField
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TypeId
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

WARD_KIND = "Phường"


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
    if not registry.read_only and not registry.lists.roles:
        complete(registry)
    return registry


def complete(registry: Registry) -> None:
    """Add what the lists of a register from before have not: roles in teams, the types of statutory bodies."""
    lists = data("seed", "lists.json")
    known = {one.code for one in registry.lists.types.values()}
    with registry.change(N_("Add roles and statutory bodies")):
        _seed_roles(registry, lists)
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
    ward = replace(ward, paper_kinds=tuple(lists["paper_kinds"]), reasons=tuple(lists["reasons"]))
    registry.settings.save(replace(ward, decisions=tuple(lists["decisions"])))
    save = registry.entries.save
    for name in lists["work_fields"]:
        save(WorkField(name=name))
    for position, status in enumerate(lists["statuses"]):
        save(Status(position=position, **status))
    for position, grade in enumerate(lists["grades"]):
        save(Grade(position=position, **grade))
    _seed_roles(registry, lists)
    for name in lists["organisations"]:
        save(Organisation(name=name))
    save(Area(name=ward.name, kind=WARD_KIND, whole_ward=True))
    for one in data("seed", "types.json"):
        _seed_type(registry, one)


def _seed_roles(registry: Registry, lists: dict[str, Any]) -> None:
    for position, role in enumerate(lists["roles"]):
        registry.entries.save(Role(position=position, **role))


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
