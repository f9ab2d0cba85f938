"""The official count of a register, whole or told apart, for window, paper and command line alike."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from registry_app.domain import counting
from registry_app.domain.counting import Facts, Figures, Official
from registry_app.domain.entries import Entry, Lists
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

MOST_ROWS = 25_000
"""A register of more rows is not counted on the side, only when somebody asks."""
FIGURES = {
    "models": N_("Models"),
    "sites": N_("Sites"),
    "teams": N_("Teams"),
    "people": N_("People"),
    "households": N_("Households"),
    "areas": N_("Areas"),
    "camera_points": N_("Camera points"),
    "eyes": N_("Eyes"),
    "recorders": N_("Recorders"),
    "planned_eyes": N_("Eyes as planned"),
    "planned_recorders": N_("Recorders as planned"),
}
"""Marked labels of the figures that are given out, by name."""


class Line(Struct, frozen=True, kw_only=True):
    """One value of an axis: its ``name`` ("" for blank), its figures, whether they are part of the official count."""

    name: str
    figures: Figures
    counts: bool


def official(registry: Registry, on: date, among: Sequence[int] | None = None) -> Official:
    """The official count on the day ``on``, of the models ``among`` (row numbers; None: all)."""
    return counting.official(registry.counted.facts(on, among), count_paused=registry.settings.ward().count_paused)


def on_the_side(registry: Registry, on: date, among: Sequence[int] | None = None) -> Official | None:
    """As ``official``; None where it would take longer than a window may stand still."""
    return official(registry, on, among) if registry.counted.size <= MOST_ROWS else None


def told_apart(
    registry: Registry, on: date, axis: str, among: Sequence[int] | None = None
) -> tuple[Official, tuple[Line, ...]]:
    """The official count and its lines by one of counting.AXES, in the order of the list, blank last."""
    facts: Facts = registry.counted.facts(on, among)
    paused = registry.settings.ward().count_paused
    parts = {part.value: part for part in counting.parts(facts, axis, count_paused=paused)}
    entries = _entries(registry.lists, axis)
    lines = [
        Line(name=entry.name, figures=parts[number].figures, counts=parts[number].counts)
        for number, entry in entries.items()
        if number in parts
    ]
    if None in parts:
        lines.append(Line(name="", figures=parts[None].figures, counts=parts[None].counts))
    return counting.official(facts, count_paused=paused), tuple(lines)


def _entries(lists: Lists, axis: str) -> Mapping[Any, Entry]:
    found: Mapping[str, Mapping[Any, Entry]] = {
        "type": lists.types,
        "area": lists.areas,
        "status": lists.statuses,
        "field": lists.fields,
    }
    return found[axis]


def figures_object(figures: Figures) -> dict[str, int]:
    """The figures for programs."""
    return asdict(figures)


def official_object(count: Official) -> dict[str, Any]:
    """The official count for programs: the models' figures, those of what is counted apart under their own names."""
    return {
        "as_of": count.on.isoformat(),
        **figures_object(count.models),
        "themes": figures_object(count.themes),
        "statutory": figures_object(count.statutory),
    }
