"""Deletes what is inside a model, inside an open action, and says why not when something hangs on it."""

from collections.abc import Sequence
from typing import Any

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

REFUSED = {
    ("person", "membership"): N_(
        "{name} belongs to teams ({count} memberships). End these instead, or delete them first."
    ),
    ("person", "household"): N_("{name} is the head of households ({count}). Name another head there first."),
    ("person", "commendation"): N_("{name} has commendations ({count}). Delete these first, or keep the person."),
    ("person", "exemplar"): N_("{name} is an advanced example ({count}). Delete that first, or keep the person."),
    ("person", "joined"): N_("Duplicates were joined into {name} ({count}); undo that first."),
    ("team", "membership"): N_("{name} has members, former ones counted ({count}). End the team instead."),
    ("team", "household"): N_(
        "Households belong to {name} ({count}). Move them to another team, or end the team instead."
    ),
    ("site", "team"): N_("{name} has teams ({count}). Delete them first, or end the site instead."),
    ("site", "camera_point"): N_("{name} has camera points ({count}). Delete them first, or end the site instead."),
}
"""Why a row stays, by its noun and by what hangs on it."""


def remove(registry: Registry, noun: str, numbers: Sequence[int]) -> None:
    """Delete the rows; those that are gone already are passed over. Raises Refused, each problem at the row's name."""
    shelf = registry.inside.of(noun)
    problems: list[Problem] = []
    for value in shelf.many(numbers):
        found = shelf.hanging(value.id)
        for what, count in found.items():
            values = {"name": _called(registry, noun, value), "count": count}
            problems.append(Problem("name", REFUSED[noun, what], values))
        if not found:
            shelf.delete(value.id)
    if problems:
        raise Refused(problems)


def _called(registry: Registry, noun: str, value: Any) -> str:
    """What a clerk calls the row."""
    if value.name or noun != "site" or value.area_id is None:
        return str(value.name)
    return registry.lists.areas[value.area_id].name
