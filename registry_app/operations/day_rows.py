"""Rows of a noun on a day; of the past as they were, by the names that areas had: old papers print old names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.store.registry import Registry

from . import models_then


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """``past``: the state of a day that is over is wanted, names too."""

    at: Moment
    past: bool = False


def rows(registry: Registry, noun: str, search: Search, day: Day, among: Sequence[int] | None = None) -> Sequence[Any]:
    """What ``search`` finds, in its order; only those ``among`` when given."""
    shelf = registry.models if noun == "model" else registry.inside.of(noun)
    chosen = frozenset(among) if among is not None else None
    wanted = [number for number in shelf.ids(search, day.at) if chosen is None or number in chosen]
    return window(registry, noun, wanted, day)


def window(registry: Registry, noun: str, ids: Sequence[int], day: Day) -> Sequence[Any]:
    """The rows of ``ids``, in the order given; those that were not there are left out."""
    if noun == "model":
        models = registry.models.window([ModelId(number) for number in ids], day.at)
        return models_then.as_then(registry, models, day.at) if day.past else models
    found: Sequence[Any] = registry.inside.of(noun).window(ids, day.at)
    names = registry.inside.area_names(noun, ids, day.at.on) if day.past else {}
    return [_renamed(row, names.get(row.id, row.area)) for row in found] if names else found


def _renamed(row: Any, area: str) -> Any:
    """``row`` in an area called ``area``; a site without a name of its own is called by it."""
    by_area = {name: area for name in ("title", "site") if getattr(row, name, None) == row.area}
    return replace(row, area=area, **by_area)
