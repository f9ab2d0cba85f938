"""The order of all rows of a Search, and their groups, found in short steps: between two of them the window answers."""

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Any

from msgspec import Struct

from registry_app.domain.search import Moment, Search

from .axes import BY_YEAR, GROUPABLE, MONTH, OVERDUE, YEAR
from .engine import Connection
from .where import Query, compiled

STEP = 10_000
"""Row numbers that are looked through at a time: 10 to 25 ms."""
SORTED = 5_000
"""Places that are put in order at a time."""
RUN = 20_000
"""Places that one sort puts in order: 15 ms."""
DEALT = 40_000
"""Row numbers that are put in their places at a time: 7 ms."""
NAME = "i.name_key"
DOWN = " DESC"

Value = int | str | None
Key = tuple[Any, ...]
"""What the rows of a place have in common: the values that they are sorted by."""


class Group(Struct, frozen=True, kw_only=True):
    """Rows that stand together because they have the same ``value`` (of a day the same month, or year): how many
    there are, and how many of them are overdue."""

    value: Value
    count: int
    overdue: int


class Arranged(Struct, frozen=True, kw_only=True):
    """Row numbers as ``ModelShelf.ids`` tells them, and the groups in which they stand, in the same order."""

    ids: "array[int]"
    groups: tuple[Group, ...] = ()


def arranged(connection: Connection, search: Search, at: Moment) -> Iterator[Arranged | None]:
    """None after each step, at last what was found; no groups where rows cannot be grouped by the field asked for. Each
    step reads and ends; begin anew when the register changes between two of them.

    Names come in the order of their index. By all that stands before the name, rows are dealt out to places; only the
    places are sorted, and they are few: a sort of 100,000 rows would be one step of 140 ms."""
    by_name = _by_name(connection, search, at)
    yield None
    if len(search.order) < 2 and compiled(search, at).by_name:
        yield Arranged(ids=by_name)
        return
    places = _Places(search, at, by_name)
    while places.read_on(connection):
        yield None
    for _some in places.sort():
        yield None
    for first in range(0, len(by_name), DEALT):
        places.deal(by_name[first : first + DEALT])
        yield None
    yield Arranged(ids=places.ids, groups=places.groups if search.group in GROUPABLE else ())


def grouped(connection: Connection, search: Search, at: Moment, ids: Sequence[int]) -> tuple[Group, ...]:
    """The groups of all the rows of ``search``, which are ``ids`` in order and not many."""
    query = compiled(Search(group=search.group), at)
    sums = _Sums()
    text = f"""SELECT {", ".join(_group_columns(query, search.group))} FROM json_each(:ids) j
        CROSS JOIN model_index i ON i.id = j.value {" ".join(query.joins)} ORDER BY j.key"""
    for value, overdue in connection.execute(text, {**query.parameters, "ids": json.dumps(list(ids))}).fetchall():
        sums.add(value, 1, overdue)
    return sums.groups


def _by_name(connection: Connection, search: Search, at: Moment) -> "array[int]":
    """All rows, in the trash or outside it, in the order of the name."""
    order = tuple(one for one in search.order[-1:] if one.field == "name")
    query = compiled(Search(view="trash" if search.view == "trash" else "all", order=order), at)
    return array("q", (number for (number,) in connection.execute(query.text("i.id"), query.parameters)))


def _group_columns(query: Query, group: str | None) -> tuple[str, str]:
    """What tells the group of a row, and whether the row is overdue."""
    if group not in GROUPABLE:
        return "NULL", "0"
    axis = query.axis(group)
    value = axis.key if axis.members[0] else axis.value
    if axis.family == "day":
        value = f"substr({axis.key}, 1, {YEAR if group in BY_YEAR else MONTH})"
    return value, f"coalesce({OVERDUE}, 0)"


class _Sums:
    """Adds up groups whose rows come in order."""

    def __init__(self) -> None:
        self._sums: dict[Value, tuple[int, int]] = {}

    def add(self, value: Value, rows: int, overdue: int) -> None:
        """So many more rows of the group of ``value``."""
        before, late = self._sums.get(value, (0, 0))
        self._sums[value] = (before + rows, late + overdue)

    @property
    def groups(self) -> tuple[Group, ...]:
        """In the order in which they came."""
        return tuple(Group(value=value, count=rows, overdue=late) for value, (rows, late) in self._sums.items())


class _Places:
    """Where rows go: a place for each combination of what they are sorted by before the name. ``read_on`` to the end,
    ``sort``, then ``deal`` out all that are ``by_name``."""

    def __init__(self, search: Search, at: Moment, by_name: "array[int]") -> None:
        query = compiled(search, at, part=True)
        self._terms = query.order[: -2 if query.order[-2].startswith(NAME) else -1]
        columns = ("i.id", *(term.removesuffix(DOWN) for term in self._terms), *_group_columns(query, search.group))
        self._text, self._parameters = query.text(", ".join(columns), ordered=False), query.parameters
        self._next = self._least = min(by_name, default=1)
        self._last = max(by_name, default=0)
        self._of_row = array("l", [-1]) * (self._last - self._least + 1)
        self._known: dict[Key, int] = {}
        self._values: list[Value] = []
        self._counts, self._late, self._starts = array("q"), array("q"), array("q")
        self._sorted: list[int] = []
        self.ids: array[int] = array("q")
        """Complete when all were dealt out."""

    def read_on(self, connection: Connection) -> bool:
        """Look through the next rows; False when none is left."""
        known, counts, late, of_row, least = self._known, self._counts, self._late, self._of_row, self._least
        part = {"first": self._next, "last": min(self._next + STEP - 1, self._last)}
        for number, *terms, value, overdue in connection.execute(self._text, self._parameters | part).fetchall():
            key = tuple(terms)
            place = known.get(key)
            if place is None:
                place = known[key] = len(known)
                self._values.append(value)
                counts.append(0)
                late.append(0)
            of_row[number - least] = place
            counts[place] += 1
            late[place] += overdue
        self._next += STEP
        return self._next <= self._last

    def sort(self) -> Iterator[None]:
        """Put the places in order, so many at a time; blanks stand last, as their own term says."""
        self._starts = array("q", [0]) * len(self._known)
        rows = done = 0
        for some in _in_order(list(self._known), [term.endswith(DOWN) for term in self._terms]):
            for key in some:
                place = self._known[key]
                self._sorted.append(place)
                self._starts[place] = rows
                rows += self._counts[place]
            if len(self._sorted) - done > SORTED or not some:
                done = len(self._sorted)
                yield
        self._known = {}
        self.ids = array("q", [0]) * rows

    def deal(self, rows: "array[int]") -> None:
        """Put the next ``rows`` in their places."""
        ids, starts, of_row, least = self.ids, self._starts, self._of_row, self._least
        for number in rows:
            place = of_row[number - least]
            if place >= 0:
                ids[starts[place]] = number
                starts[place] += 1

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups in order: places of one value stand side by side."""
        sums = _Sums()
        for place in self._sorted:
            sums.add(self._values[place], self._counts[place], self._late[place])
        return sums.groups


def _in_order(keys: list[Key], down: Sequence[bool], term: int = 0) -> Iterator[list[Key]]:
    """``keys``, all different from ``term`` on, sorted by one term after the other: parts that follow one another. An
    empty one is only a pause."""
    if len(keys) < 2:
        yield keys
    elif term == len(down) - 1:
        yield from _merged(keys, itemgetter(term), reverse=down[term])
    else:
        parts: dict[Any, list[Key]] = {}
        for key in keys:
            parts.setdefault(key[term], []).append(key)
        for value in sorted(parts, reverse=down[term]):
            yield from _in_order(parts[value], down, term + 1)


def _merged(keys: list[Key], term: Callable[[Key], Any], *, reverse: bool) -> Iterator[list[Key]]:
    """``keys`` sorted by ``term``: in runs, when one sort would take too long, that are merged."""
    if len(keys) <= RUN:
        yield sorted(keys, key=term, reverse=reverse)
        return
    runs = []
    for first in range(0, len(keys), RUN):
        runs.append(sorted(keys[first : first + RUN], key=term, reverse=reverse))
        yield []
    together = merge(*runs, key=term, reverse=reverse)
    while some := list(islice(together, SORTED)):
        yield some
