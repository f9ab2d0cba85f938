"""What values a field has among the rows of a Search, and how many rows each: for views, header filters and groups."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from registry_app.domain.errors import NotFound
from registry_app.domain.search import Filter, Moment, Search
from registry_app.domain.vietnamese import fold, sort_key
from registry_app.domain.words import N_

from .axes import AXES, BY_YEAR, EXTRA, GROUPABLE, MONTH, OVERDUE, POSITIONED, YEAR, Axis
from .engine import Connection
from .entries import Usable
from .where import Query, compiled, orders

Counted = tuple[int | str | None, int]
COVERED = frozenset(("type", "field", "lead", "status", "status_kind"))
"""Fields that are counted in an index alone while nothing else is asked for."""
WIDE = frozenset(("all", "never-reviewed", "missing"))
"""Views that may hold most rows."""
MOST = 500
"""Values of free text that are told at most; more are found by letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of a field with the number of rows of each, in the order of the field, blank (None) last. ``more``:
    there are more than are told."""

    values: tuple[Counted, ...]
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows that stand together because they have the same ``value`` (of a day the same month, or year): how many
    there are, and how many of them are overdue."""

    value: int | str | None
    count: int
    overdue: int


class FacetShelf:
    """Counts; reads only."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    def of(self, search: Search, field: str, at: Moment, *, letters: str = "") -> Facet:
        """The values of ``field`` among the rows that ``search`` finds without its own filters of that field; of days
        the months. With ``letters`` only texts that hold them. Raises NotFound."""
        others = _others(search, field)
        query = compiled(replace(search, order=(), group=None, filters=others), at)
        query.scans = search.view in WIDE and bool(others or not (field in COVERED or field.startswith(EXTRA)))
        axis = query.axis(field)
        if axis.members[0]:
            return Facet(values=tuple(self._members(query, axis)))
        if field == "name" and not query.searched and not letters:
            return self._names(query)
        if axis.family == "text":
            return self._texts(query, axis, letters)
        if axis.join:
            query.joins[axis.join] = None
        value = f"substr({axis.value}, 1, 7)" if axis.family == "day" else axis.value
        order = f"ORDER BY min({axis.key}) IS NULL, min({axis.key})" if axis.family == "option" else ""
        text = f"{query.text(f'{value} AS v, count(*)', ordered=False)} GROUP BY v {order}"
        return Facet(values=tuple(self._in_order(self._connection.execute(text, query.parameters).fetchall(), axis)))

    def counts(self, field: str, at: Moment) -> dict[int | str | None, int]:
        """How many models outside the trash have each value of ``field``."""
        return dict(self.of(Search(), field, at).values)

    def groups(self, search: Search, at: Moment) -> tuple[Group, ...]:
        """The groups of ``search`` in the order in which its rows stand. Raises NotFound where rows cannot be grouped
        by that field."""
        if search.group not in GROUPABLE:
            raise NotFound(N_("Rows cannot be grouped by “{field}”."), field=search.group)
        query = compiled(replace(search, order=(orders(search)[0],), group=None), at)
        axis = query.axis(search.group)
        by = axis.key if axis.members[0] else axis.value
        if axis.family == "day":
            by = f"substr({axis.key}, 1, {YEAR if search.group in BY_YEAR else MONTH})"
        first = query.order[: query.order.index("i.name_key")]
        columns = f"{by} AS v, count(*), sum({OVERDUE}), min({axis.key}) AS k"
        text = query.text(columns, ordered=False)
        ways = " DESC" if orders(search)[0].descending else ""
        tail = f"GROUP BY v ORDER BY k IS NULL, k{ways}" if first else "GROUP BY v"
        rows = self._connection.execute(f"{text} {tail}", query.parameters).fetchall()
        names = self._by_key(axis.table) if axis.members[0] else {}
        return tuple(
            Group(value=names.get(value) if names and value else value, count=count, overdue=late or 0)
            for value, count, late, _key in rows
        )

    def _by_key(self, table: str) -> dict[object, int]:
        rows = self._connection.execute("SELECT sort_key, id FROM entry_key WHERE noun = ? ORDER BY id DESC", (table,))
        return dict(rows.fetchall())

    def _members(self, query: Query, axis: Axis) -> Iterable[Counted]:
        """Rows that have several values count for each; blank (NULL) are those that have none."""
        table, condition = axis.members[0].split(" WHERE ")
        column = axis.members[1]
        if query.where == ["i.trashed = 0"]:
            rows = self._all_members(query, axis)
        else:
            query.joins[f"LEFT JOIN {table} s ON s.model_id = i.id AND {condition} AND s.{column} IS NOT NULL"] = None
            text = query.text(f"s.{column} AS v, count(DISTINCT i.id)", ordered=False)
            rows = self._connection.execute(f"{text} GROUP BY v", query.parameters).fetchall()
        return self._in_order(rows, axis)

    def _all_members(self, query: Query, axis: Axis) -> list[Counted]:
        """The same where nothing else is asked for: the members are counted by themselves, without those of the
        trash; a sort key is blank where there is no member."""
        column = axis.members[1]
        rows = f"{axis.members[0]} AND {column} IS NOT NULL"
        alive = "model_id NOT IN (SELECT id FROM model_index WHERE trashed = 1)"
        text = f"SELECT {column} AS v, count(DISTINCT model_id) FROM {rows} AND {alive} GROUP BY v"
        found: list[Counted] = self._connection.execute(text).fetchall()
        query.where.append(
            f"{axis.key} IS NULL" if axis.key else f"NOT EXISTS (SELECT 1 FROM {rows} AND model_id = i.id)"
        )
        none = self._connection.execute(query.text("count(*)", ordered=False), query.parameters).fetchone()[0]
        return [*found, *([(None, int(none))] if none else [])]

    def _in_order(self, rows: list[Counted], axis: Axis) -> list[Counted]:
        """Entries as the lists offer them, all else by value; blank last."""
        blank = [row for row in rows if row[0] is None]
        known = [row for row in rows if row[0] is not None]
        if axis.table:
            places = self._places(axis.table)
            known.sort(key=lambda row: places.get(row[0], 0))
        elif axis.family == "number":
            known.sort(key=lambda row: float(row[0] or 0))
        elif axis.family != "option":
            known.sort(key=lambda row: str(row[0]))
        return known + blank

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

    def _texts(self, query: Query, axis: Axis, letters: str) -> Facet:
        """Texts, at most MOST; dates among them by month."""
        if axis.join:
            query.joins[axis.join] = None
        if letters:
            query.where.append(f"instr({axis.folded or f'fold({axis.value})'}, {query.parameter(fold(letters))}) > 0")
        value = f"iif({axis.dated}, substr({axis.value}, 1, 7), {axis.value})" if axis.dated else axis.value
        text = query.text(f"{value} AS v, count(*)", ordered=False)
        rows = self._connection.execute(f"{text} GROUP BY v LIMIT {MOST + 1}", query.parameters).fetchall()
        known = sorted((row for row in rows if row[0] is not None), key=lambda row: sort_key(row[0]))
        blank = [row for row in rows if row[0] is None]
        return Facet(values=(*known[:MOST], *blank), more=len(rows) > MOST)


def _others(search: Search, field: str) -> tuple[Filter, ...]:
    return tuple(one for one in search.filters if one.field != field)
