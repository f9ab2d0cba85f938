"""A view that the ward keeps under a name of its own: what it shows and how. Kept in the register, so all share it."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field, to_builtins
from msgspec.structs import replace

from .entries import Lists
from .fields import listed
from .search import ANY, Filter, Order, Search


class ShownColumn(Struct, frozen=True, kw_only=True):
    """One column of a list: a field and how wide it is, in hundredths of the width of a digit; 0: as usual."""

    field: str
    width: int = 0


class SavedView(Struct, frozen=True, kw_only=True):
    """``id`` is 0 until the register gives one; no ``columns``: as the list has them. Filters hold row numbers, never
    names, so that a renamed type stays what it was."""

    id: int = 0
    name: str = ""
    search: Search = field(default_factory=Search)
    columns: tuple[ShownColumn, ...] = ()
    position: int = 0


def to_text(search: Search) -> str:
    """``search`` as the JSON text that the register keeps; blanks are left out."""
    return json.dumps({key: value for key, value in to_builtins(search).items() if value}, ensure_ascii=False)


def from_text(text: str) -> Search:
    """The search that ``to_text`` wrote; what a newer program added is left out."""
    stored: Mapping[str, Any] = json.loads(text)
    return Search(
        view=str(stored.get("view", "all")),
        words=str(stored.get("words", "")),
        filters=tuple(_filter(one) for one in stored.get("filters", ())),
        order=tuple(Order(str(one["field"]), bool(one.get("descending"))) for one in stored.get("order", ())),
        group=stored.get("group"),
    )


def _filter(stored: Mapping[str, Any]) -> Filter:
    return Filter(
        str(stored["field"]),
        values=tuple(stored.get("values", ())),
        holds=str(stored.get("holds", "")),
        low=str(stored.get("low", "")),
        high=str(stored.get("high", "")),
        strict=bool(stored.get("strict")),
        negated=bool(stored.get("negated")),
    )


def usable(view: SavedView, lists: Lists) -> tuple[SavedView, tuple[str, ...]]:
    """``view`` without what the register no longer has – fields that are gone, entries that were deleted – and the
    names of the fields that this is about. Retired entries stay: models may still have them."""
    fields = listed(lists)
    lost: list[str] = []
    filters = []
    for one in view.search.filters:
        known_field = fields.get(one.field)
        if known_field is None and one.field != ANY:
            lost.append(one.field)
            continue
        reference = known_field.reference if known_field else ""
        known = getattr(lists, reference) if reference else None
        values = tuple(value for value in one.values if known is None or value is None or value in known)
        if values != one.values:
            lost.append(one.field)
        if values or not one.values:
            filters.append(replace(one, values=values))
    order = tuple(one for one in view.search.order if one.field in fields)
    group = view.search.group if view.search.group in fields else None
    columns = tuple(column for column in view.columns if column.field in fields)
    lost += [one.field for one in view.search.order if one.field not in fields]
    lost += [column.field for column in view.columns if column.field not in fields]
    search = replace(view.search, filters=tuple(filters), order=order, group=group)
    return replace(view, search=search, columns=columns), tuple(dict.fromkeys(lost))
