"""Rows of a noun on a day; of the past as they were, by the names that areas had: old papers print old names."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import sort_key
from registry_app.store import area_changes
from registry_app.store.registry import Registry

from . import models_then

AREA = "area"


class Day(Struct, frozen=True, kw_only=True):
    """``past``: the state of a day that is over is wanted, names too."""

    at: Moment
    past: bool = False


def rows(registry: Registry, noun: str, search: Search, day: Day, among: Sequence[int] | None = None) -> Sequence[Any]:
    """What ``search`` finds, in its order; only those ``among`` when given. On a day of the past rows are found in, and
    sorted by, the area to which they belonged then."""
    shelf = registry.models if noun == "model" else registry.inside.of(noun)
    chosen = frozenset(among) if among is not None else None
    moved = day.past and noun != "model" and bool(area_changes.latest(registry.connection))
    places = [one for one in search.filters if moved and one.field == AREA and one.values]
    plain = replace(search, filters=tuple(one for one in search.filters if one not in places))
    wanted = [number for number in shelf.ids(plain, day.at) if chosen is None or number in chosen]
    if places:
        then = registry.inside.areas_on(noun, wanted, day.at.on)
        wanted = [one for one in wanted if all((then[one] in place.values) != place.negated for place in places)]
    found = window(registry, noun, wanted, day)
    first = search.order[0] if moved and search.order else None
    if first is None or first.field != AREA:
        return found
    named = sorted((row for row in found if row.area), key=lambda row: sort_key(row.area), reverse=first.descending)
    return [*named, *(row for row in found if not row.area)]


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
