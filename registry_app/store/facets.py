"""What values a field has among the rows of a Search, and how many rows each: for views, header filters and groups."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.errors import NotFound
from registry_app.domain.fields import BY_NAME
from registry_app.domain.search import Filter, Moment, Search
from registry_app.domain.vietnamese import fold, sort_key
from registry_app.domain.words import N_

from . import tallies
from .arranging import Arranged, Group, arranged, grouped
from .axes import AXES, EXTRA, GROUPABLE, MODEL, POSITIONED, Axis
from .engine import Connection
from .entries import Usable
from .where import Query, compiled

Counted = tuple[tallies.Value, int]
ALIVE = ["i.trashed = 0"]
"""What is asked of rows where nothing is asked for."""
COVERED = frozenset(("type", "field", "lead", "status", "status_kind"))
"""Fields that are counted in an index alone while nothing else is asked for."""
WIDE = frozenset(("all", "never-reviewed", "missing"))
"""Views that may hold most rows."""
MOST = 500
"""Values of free text that are told at most; more are found by letters."""
SOME = ""
"""Stands for whatever is written in a field of long texts, of which hardly two are alike."""
SEARCHED = frozenset(("aim", "notes"))
"""Texts that stand in ``model_text``: what does not hold the letters there does not hold them."""


class Facet(Struct, frozen=True, kw_only=True):
    """The values of a field with the number of rows of each, in the order of the field, blank (None) last. ``more``:
    there are more than are told; ``by_letters``: others than SOME and blank are told only for letters."""

    values: tuple[Counted, ...]
    more: bool = False
    by_letters: bool = False


class FacetShelf:
    """Counts; reads only."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    def of(self, search: Search, field: str, at: Moment, *, letters: str = "") -> Facet:
        """The values of ``field`` among the rows that ``search`` finds without its own filters of that field; of days
        the months. With ``letters`` only texts that hold them; without, of long texts only those that its own filters
        ask for. Raises NotFound."""
        others = _others(search, field)
        query = compiled(replace(search, order=(), group=None, filters=others), at)
        query.scans = search.view in WIDE and bool(others or not (field in COVERED or field.startswith(EXTRA)))
        axis = query.axis(field)
        if axis.members[0]:
            return Facet(values=tuple(self._members(query, axis)))
        if field == "name" and not query.searched and not letters:
            return self._names(query)
        if not letters and self._is_long(field):
            return self._long(query, axis, [one for one in search.filters if one.field == field])
        if axis.family == "text":
            return self._texts(query, axis, letters, field)
        if axis.join:
            query.joins[axis.join] = None
        value = f"substr({axis.value}, 1, 7)" if axis.family == "day" else axis.value
        if field in COVERED and query.where == ALIVE:
            text = f"{query.text(f'{value}, count(*)', ordered=False)} GROUP BY {value}"
            found = dict(self._connection.execute(text, query.parameters).fetchall())
        elif axis.counted and query.where == ALIVE:
            found = tallies.numbers(self._connection, axis, query.parameters)
        else:
            found = self._tally(query, value)
        return Facet(values=tuple(self._in_order(found, axis)))

    def counts(self, field: str, at: Moment) -> dict[int | str | None, int]:
        """How many models outside the trash have each value of ``field``."""
        return dict(self.of(Search(), field, at).values)

    def arranged(self, search: Search, at: Moment) -> Iterator[Arranged | None]:
        """All rows of ``search`` in order and the groups in which they stand, in steps of some 20 ms at 100,000 rows:
        None after each but the last. Begin anew when the register changes in between."""
        for found in arranged(self._connection, search, at):
            yield found and replace(found, groups=self._named(found.groups, search))

    def groups(self, search: Search, at: Moment, ids: Sequence[int]) -> tuple[Group, ...]:
        """The groups of ``search``, whose rows are ``ids``, not more than a few thousand. Raises NotFound where rows
        cannot be grouped by that field."""
        if search.group not in GROUPABLE:
            raise NotFound(N_("Rows cannot be grouped by “{field}”."), field=search.group)
        return self._named(grouped(self._connection, search, at, ids), search)

    def _named(self, groups: tuple[Group, ...], search: Search) -> tuple[Group, ...]:
        """Entries of which a row has several are told apart by their sort keys; here they get their numbers."""
        axis = AXES.get(search.group or "")
        if not groups or axis is None or not axis.members[0]:
            return groups
        names = self._by_key(axis.table)
        return tuple(replace(one, value=names.get(one.value) if one.value else one.value) for one in groups)

    def _by_key(self, table: str) -> dict[object, int]:
        """Entries by their sort key; of those that sort alike the first one stands for all."""
        rows = self._connection.execute("SELECT sort_key, id FROM entry_key WHERE noun = ? ORDER BY id DESC", (table,))
        return dict(rows.fetchall())

    def _members(self, query: Query, axis: Axis) -> Iterable[Counted]:
        """Rows that have several values count for each; blank (NULL) are those that have none."""
        table, condition = axis.members[0].split(" WHERE ")
        column = axis.members[1]
        if query.where == ALIVE:
            return self._in_order(tallies.members(self._connection, axis), axis)
        query.joins[f"LEFT JOIN {table} s ON s.model_id = i.id AND {condition} AND s.{column} IS NOT NULL"] = None
        pairs = query.text(f"DISTINCT i.id, s.{column} AS v", ordered=False)
        text = f"SELECT {tallies.TALLIED.format('v')} FROM ({pairs})"
        return self._in_order(tallies.tally(self._connection, text, query.parameters), axis)

    def _tally(self, query: Query, value: str) -> dict[tallies.Value, int]:
        if query.where == ALIVE and list(query.joins) == [MODEL]:
            return tallies.own(self._connection, value)
        text = query.text(tallies.TALLIED.format(value), ordered=False)
        return tallies.tally(self._connection, text, query.parameters)

    def _in_order(self, found: Mapping[tallies.Value, int], axis: Axis) -> list[Counted]:
        """Entries as the lists offer them, options as they are sorted, all else by value; blank last."""
        if axis.family == "option":
            return self._as_sorted(found, axis)
        blank = [row for row in found.items() if row[0] is None]
        known = [row for row in found.items() if row[0] is not None]
        if axis.table:
            places = self._places(axis.table)
            known.sort(key=lambda row: places.get(row[0], 0))
        elif axis.family == "number":
            known.sort(key=lambda row: float(row[0] or 0))
        else:
            known.sort(key=lambda row: str(row[0]))
        return known + blank

    def _as_sorted(self, found: Mapping[tallies.Value, int], axis: Axis) -> list[Counted]:
        key = axis.key.replace(axis.value, "value")
        text = f"SELECT value FROM json_each(?) ORDER BY ({key}) IS NULL, {key}, value"
        return [(value, found[value]) for (value,) in self._connection.execute(text, (json.dumps(list(found)),))]

    def _places(self, table: str) -> dict[object, int]:
        """Where each entry of a list stands when it is offered."""
        text = f"SELECT id FROM {table} ORDER BY position, id"
        if table not in POSITIONED:
            text = f"SELECT id FROM entry_key WHERE noun = '{table}' ORDER BY sort_key, id"
        return {number: place for place, (number,) in enumerate(self._connection.execute(text))}

    def _names(self, query: Query) -> Facet:
        """Names come by the index, as far as they are told."""
        query.scans, query.by_name = False, True
        query.joins[AXES["name"].join] = None
        text = query.text("m.name", tail=f"LIMIT {MOST * 2}")
        rows = [name for (name,) in self._connection.execute(text, query.parameters)]
        whole = len(rows) < MOST * 2
        counts = list(Counter(rows if whole else (name for name in rows if name != rows[-1])).items())
        return Facet(values=tuple(counts[:MOST]), more=not whole or len(counts) > MOST)

    def _is_long(self, field: str) -> bool:
        if field in BY_NAME:
            return BY_NAME[field].kind is kinds.LONG
        text = "SELECT 1 FROM extra_field WHERE key = ? AND kind = ?"
        found = self._connection.execute(text, (field.removeprefix(EXTRA), kinds.LONG.name)).fetchone()
        return found is not None

    def _long(self, query: Query, axis: Axis, own: Sequence[Filter]) -> Facet:
        """How many rows have any text at all, how many those that ``own`` asks for, how many none."""
        query.joins[axis.join] = None
        text = query.text(f"count(*), count({axis.value})", ordered=False)
        rows, filled = self._connection.execute(text, query.parameters).fetchone()
        found: list[Counted] = [(SOME, filled)] if filled else []
        if marks := ", ".join(query.parameter(value) for one in own for value in one.values if value is not None):
            query.where.append(f"{axis.value} IN ({marks})")
            text = query.text(f"{axis.value} AS v, count(*)", ordered=False)
            found += self._connection.execute(f"{text} GROUP BY v", query.parameters).fetchall()
        return Facet(values=(*found, *([(None, rows - filled)] if rows > filled else [])), by_letters=True)

    def _texts(self, query: Query, axis: Axis, letters: str, field: str) -> Facet:
        """Texts, at most MOST; dates among them by month."""
        if axis.join:
            query.joins[axis.join] = None
        value = f"iif({axis.dated}, substr({axis.value}, 1, 7), {axis.value})" if axis.dated else axis.value
        if letters:
            rows = self._holding(query, axis, value, letters, field)
        else:
            found = self._tally(query, value).items()
            rows = nsmallest(MOST + 1, found, key=lambda row: (row[0] is not None, row[0]))
        known = sorted((row for row in rows if row[0] is not None), key=lambda row: sort_key(str(row[0])))
        blank = [row for row in rows if row[0] is None]
        return Facet(values=(*known[:MOST], *blank), more=len(rows) > MOST)

    def _holding(self, query: Query, axis: Axis, value: str, letters: str, field: str) -> list[Counted]:
        """One more text than MOST that hold ``letters``. They are looked for in each text once, however many rows have
        it (no two have a code), and where it is SEARCHED only in rows that hold them anywhere."""
        mark = query.parameter(fold(letters))
        folded = axis.folded or (f"fold({axis.value})" if field == "code" else "")
        if field in SEARCHED:
            query.search(fold(letters))
        if folded:
            query.where.append(f"instr({folded}, {mark}) > 0")
        text = f"{query.text(f'{value} AS v, count(*) AS n', ordered=False)} GROUP BY v"
        if not folded:
            text = f"WITH told AS MATERIALIZED ({text}) SELECT v, n FROM told WHERE instr(fold(v), {mark}) > 0"
        found: list[Counted] = self._connection.execute(f"{text} LIMIT {MOST + 1}", query.parameters).fetchall()
        return found


def _others(search: Search, field: str) -> tuple[Filter, ...]:
    return tuple(one for one in search.filters if one.field != field)
