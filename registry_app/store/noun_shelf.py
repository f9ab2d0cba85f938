"""The shelf of one noun inside models: ids by Search, rows to show, values to edit. All SQL about them is here and in
``noun_tables``."""

import json
from array import array
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import fields

from registry_app.domain.errors import NotFound
from registry_app.domain.identity import BETWEEN
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_

from . import merged, noun_links
from .engine import Connection
from .entries import EntryShelf
from .noun_table import NounTable
from .noun_where import compiled

V = TypeVar("V", bound=Struct)
R = TypeVar("R", bound=Struct)
BATCH = 1000
WIDTH = 5
"""Digits of a code."""


class Register(Protocol):
    """The open register as this shelf sees it."""

    @property
    def connection(self) -> Connection: ...
    @property
    def entries(self) -> EntryShelf: ...


class NounShelf(Generic[V, R]):
    """Rows of one noun. Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Register, declared: NounTable, value: type[V], row: type[R]) -> None:
        self._register, self._declared, self._value, self._row = register, declared, value, row
        kinds = {one.name: str(one.type) for one in fields(row)}
        self._several = {name for name, kind in kinds.items() if kind.startswith("tuple")}
        self._blank = {name for name, kind in kinds.items() if "None" in kind or "Optional" in kind}
        self._flags = {name for name, kind in kinds.items() if "bool" in kind}

    # -- asking ----------------------------------------------------------------------------------------------------

    def ids(self, search: Search, at: Moment, limit: int | None = None) -> "array[int]":
        """Row numbers in the order of ``search``; the first ``limit`` of them when given."""
        query = compiled(self._declared, search, at)
        text = self._of_day(query.text("r.id", tail="" if limit is None else f"LIMIT {limit}"), at)
        return array("q", (number for (number,) in self._register.connection.execute(text, query.parameters)))

    def ids_in_parts(self, search: Search, at: Moment, part: int) -> "Generator[array[int], None, None]":
        """``ids``, a ``part`` of them at a time. Begin anew when the register changed between two parts, and close it
        before the register is closed."""
        query = compiled(self._declared, search, at)
        text = self._of_day(query.text("r.id"), at)
        with closing(self._register.connection.execute(text, query.parameters)) as cursor:
            while found := cursor.fetchmany(part):
                yield array("q", (number for (number,) in found))

    def after(self, number: int, rows: int) -> int | None:
        """The number of the row that stands ``rows`` rows behind the first from ``number`` on; None behind the last."""
        query = f"SELECT id FROM {self._declared.table} WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?"
        found = self._register.connection.execute(query, (number, rows)).fetchone()
        return int(found[0]) if found else None

    def count(self, search: Search, at: Moment, since: int = 0, until: int | None = None) -> int:
        """How many rows ``search`` finds; only those with numbers from ``since`` on and below ``until``, so that very
        many are counted in slices."""
        query = compiled(self._declared, search, at)
        if since:
            query.where.append(f"r.id >= {query.parameter(since)}")
        if until is not None:
            query.where.append(f"r.id < {query.parameter(until)}")
        text = self._of_day(query.text("count(*)", ordered=False), at)
        found = self._register.connection.execute(text, query.parameters)
        return int(found.fetchone()[0])

    def window(self, ids: Sequence[int], at: Moment) -> list[R]:
        """The rows of ``ids`` as they were on the day of ``at``, in the order given; gone ones are left out."""
        columns = ", ".join(f'{value} AS "{name}"' for name, value in self._declared.fields.items())
        query = f"""SELECT r.id AS id, {columns} FROM {self._declared.source}
            WHERE r.id IN (SELECT value FROM json_each(:ids))"""
        parameters = {"ids": json.dumps(list(ids)), "on": at.on.isoformat()}
        found = self._register.connection.execute(self._of_day(query, at), parameters)
        names = ("id", *self._declared.fields)
        rows = {row[0]: self._shown(names, row) for row in found}
        return [rows[number] for number in ids if number in rows]

    def rows(self, search: Search, at: Moment) -> Iterator[R]:
        """Every row that ``search`` finds, in its order."""
        ids = self.ids(search, at)
        for start in range(0, len(ids), BATCH):
            yield from self.window(ids[start : start + BATCH], at)

    def one(self, number: int) -> V:
        """The value for editing. Raises NotFound when it is gone."""
        found = self.many([number])
        if not found:
            raise NotFound(N_("This row is no longer in the register."))
        return found[0]

    def many(self, ids: Sequence[int]) -> list[V]:
        """The values for editing, in the order given; those that are gone are left out."""
        found = self._values("id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(list(ids))})
        return [found[number] for number in ids if number in found]

    def where(self, column: str, number: int, **more: int) -> list[V]:
        """The values whose ``column`` (of the declared ones) holds ``number``, and that of each name in ``more`` its
        number, in the order of entry."""
        wanted = {column: number, **more}
        if unknown := wanted.keys() - set(self._declared.columns):
            raise ValueError(", ".join(sorted(unknown)))
        condition = " AND ".join(f"{name} = :{name}" for name in wanted)
        return list(self._values(condition, wanted).values())

    def alike(self, column: str, number: str, limit: int = 5) -> list[V]:
        """The first values in use whose ``column`` (a number, or several with " / " between) begins with ``number``; at
        most ``limit``, none for ""."""
        if column not in self._declared.columns:
            raise ValueError(column)
        # "<> ''" lets SQLite use an index of what is not blank
        query = f"""{column} >= :text AND {column} < :text || '~' AND {column} <> '' AND {self._declared.in_use}"""
        found = self._values(query, {"text": number}, limit) if number else {}
        return [value for value in found.values() if number in getattr(value, column).split(BETWEEN)]

    def named(self, name: str, limit: int = 50) -> list[int]:
        """The first ``limit`` row numbers whose name is ``name``, marks and case aside."""
        found = self._register.connection.execute(
            "SELECT id FROM noun_text WHERE noun = ? AND folded_name = ? ORDER BY id LIMIT ?",
            (self._declared.table, fold(name), limit),
        )
        return [number for (number,) in found]

    def beginning(self, name: str, at: Moment, limit: int) -> list[int]:
        """The first ``limit`` rows, of those in the view of all, whose name begins with ``name``, marks and case
        aside; by name."""
        plain, connection = fold(name), self._register.connection
        called = connection.execute(
            "SELECT id FROM noun_text WHERE noun = ? AND folded_name >= ? AND folded_name < ? || char(1114111) "
            "ORDER BY folded_name, id LIMIT ?",
            (self._declared.table, plain, plain, 2 * limit),
        )
        ids = [number for (number,) in called]
        seen = connection.execute(
            f"SELECT r.id FROM {self._declared.source} WHERE r.id IN (SELECT value FROM json_each(:ids)) "
            f"AND ({self._declared.views['all']})",
            {"ids": json.dumps(ids), "on": at.on.isoformat()},
        )
        there = {number for (number,) in seen}
        return [number for number in ids if number in there][:limit]

    def figures(self, field: str) -> list[int]:
        """The figures that rows have in ``field`` (of the declared ones), the highest first."""
        value = self._declared.fields[field]
        query = f"SELECT DISTINCT {value} FROM {self._declared.source} WHERE {value} IS NOT NULL ORDER BY 1 DESC"
        return [figure for (figure,) in self._register.connection.execute(query)]

    def by_code(self, code: str) -> int:
        """The row number of ``code`` (any case). Raises NotFound."""
        query = f"SELECT id FROM {self._declared.table} WHERE code = ?"
        found = self._register.connection.execute(query, (code.strip().upper(),)).fetchone()
        if found is None:
            raise NotFound(N_("Nothing in the register has the code “{code}”."), code=code)
        return int(found[0])

    def distinct(self, name: str, limit: int = 200) -> list[str]:
        """What the field ``name`` holds in the view of all, each once, in the order of the field; at most ``limit``."""
        value = self._declared.fields[name]
        order = self._declared.orders.get(name, f"sort_key({value})")
        query = f"""SELECT {value} AS held FROM {self._declared.source} WHERE ({self._declared.views["all"]})
            AND {value} <> '' GROUP BY held ORDER BY {order} LIMIT ?"""
        return [held for (held,) in self._register.connection.execute(query, (limit,))]

    # -- writing ---------------------------------------------------------------------------------------------------

    def insert(self, value: V) -> int:
        """Add ``value``; one without a code gets the next. Returns its row number."""
        values = self._stored(value)
        if self._declared.prefix and not values.get("code"):
            values["code"] = self._register.entries.next_code(self._declared.prefix, WIDTH)
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join(f":{name}" for name in values)
        query = f"INSERT INTO {self._declared.table} ({names}) VALUES ({marks})"
        return self._register.connection.execute(query, values).lastrowid or 0

    def update(self, value: V) -> None:
        """Write ``value`` over its row; the code stays."""
        values = self._stored(value)
        values.pop("code", None)
        sets = ", ".join(f'"{name}" = :{name}' for name in values)
        query = f"UPDATE {self._declared.table} SET {sets} WHERE id = :id"
        self._register.connection.execute(query, {**values, "id": value.id})  # type: ignore[attr-defined]

    def hanging(self, number: int) -> dict[str, int]:
        """How many rows hang on the row of that number and keep it from being deleted, by what they are."""
        return noun_links.hanging(self._register.connection, self._declared.table, number)

    def delete(self, number: int) -> None:
        """Take the row away with what says nothing without it; the log keeps all, undo brings it back. Raises what the
        engine raises when others hang on it."""
        noun_links.delete_with(self._register.connection, self._declared.table, number)
        self._register.connection.execute(f"DELETE FROM {self._declared.table} WHERE id = ?", (number,))

    # -- reading rows ----------------------------------------------------------------------------------------------

    def _of_day(self, text: str, at: Moment) -> str:
        """The query ``text`` with rows where they stood on the day of ``at``, had models been merged since."""
        connection = self._register.connection
        return merged.as_then(text, self._declared.table) if merged.later(connection, at.on) else text

    def _stored(self, value: V) -> dict[str, Any]:
        return {name: getattr(value, name) for name in self._declared.columns}

    def _values(self, condition: str, parameters: Mapping[str, object], limit: int = -1) -> dict[int, V]:
        names = ", ".join(f'"{name}"' for name in self._declared.columns)
        query = f"SELECT id, {names} FROM {self._declared.table} WHERE {condition} ORDER BY id LIMIT {limit}"
        found = self._register.connection.execute(query, parameters)
        keys = ("id", *self._declared.columns)
        return {row[0]: self._value(**dict(zip(keys, row, strict=True))) for row in found}

    def _shown(self, names: Sequence[str], row: Sequence[Any]) -> R:
        values = dict(zip(names, row, strict=True))
        if None in row:
            values |= {name: "" for name, value in values.items() if value is None and name not in self._blank}
        for name in self._several:
            values[name] = tuple(values[name].split("\n")) if values[name] else ()
        for name in self._flags:
            values[name] = bool(values[name])
        return self._row(**values)
