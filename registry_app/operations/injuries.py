"""When a person was wounded on duty (form BM1 asks of it): written down, mended, taken away. Each is one action."""

from collections.abc import Mapping, Sequence
from datetime import date

from registry_app.domain import kinds
from registry_app.domain.dates import first_day
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.force import Injured
from registry_app.domain.ids import PersonId
from registry_app.domain.words import N_
from registry_app.store.force import ForceShelf
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .typed import canonical

KINDS = {"on": kinds.PARTIAL, "notes": kinds.TEXT}


def injuries(registry: Registry, person: int) -> list[Injured]:
    """When ``person`` was wounded, in order of days."""
    return ForceShelf(registry).injuries_of(person)


def save(registry: Registry, person: int, number: int, typed: Mapping[str, str]) -> Changes:
    """Add (number 0) or change one: on, notes as typed. Raises Refused, ReadOnly."""
    injury = _read(registry, PersonId(person), number, typed)
    with registry.change(N_("Edit wounded on duty") if number else N_("Add wounded on duty")) as change:
        if number:
            ForceShelf(registry).change_injury(injury)
        else:
            ForceShelf(registry).add_injuries([injury])
    return change.changes


def remove(registry: Registry, numbers: Sequence[int]) -> Changes:
    """Take away what was entered by mistake, as one action."""
    with registry.change(N_("Delete wounded on duty")) as change:
        ForceShelf(registry).remove_injuries(numbers)
    return change.changes


def _read(registry: Registry, person: PersonId, number: int, typed: Mapping[str, str]) -> Injured:
    values, problems = canonical(KINDS, typed)
    if not problems:
        problems += _problems(registry, person, number, values["on"], date.today())
    if problems:
        raise Refused(problems)
    return Injured(id=number, person_id=person, on=values["on"], notes=values["notes"])


def _problems(registry: Registry, person: PersonId, number: int, on: str, today: date) -> list[Problem]:
    if not on:
        return [Problem("on", N_("Give the day on which it happened."))]
    if first_day(on) > today:
        return [Problem("on", N_("This day lies in the future."))]
    if any(one.on == on and one.id != number for one in injuries(registry, person)):
        return [Problem("on", N_("This day is written down already."))]
    return []
