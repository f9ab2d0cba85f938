"""The SQL about worksheets – printings of rows of a round – is here and nowhere else."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from registry_app.domain.errors import NotFound
from registry_app.domain.ids import RoundId
from registry_app.domain.words import N_
from registry_app.domain.worksheet import Worksheet

from .engine import Connection

COLUMNS = "id, code, round_id, at, area_id, reviewer, rows"
LETTERS = 8
"""Of the register's own number, on every page."""


class Noting(Protocol):
    """The open register as this shelf sees it."""

    @property
    def connection(self) -> Connection: ...
    def note(self) -> AbstractContextManager[None]: ...


class WorksheetShelf:
    """Printings are noted and belong to no action: no undo takes a sheet of paper back. That one came back filled is
    part of the action that entered it."""

    def __init__(self, register: Noting) -> None:
        self._register = register

    @property
    def register(self) -> str:
        """The first letters of the register's own number."""
        found = self._register.connection.execute("SELECT uuid FROM register").fetchone()
        return str(found[0]).replace("-", "").upper()[:LETTERS]

    def add(self, sheet: Worksheet, round_code: str) -> Worksheet:
        """Note ``sheet`` in a small transaction of its own; it gets the next number of its round. Raises ReadOnly."""
        connection = self._register.connection
        with self._register.note():
            query = "SELECT count(*) FROM worksheet WHERE round_id = ?"
            number = connection.execute(query, (sheet.round_id,)).fetchone()[0] + 1
            connection.execute(
                "INSERT INTO worksheet (code, round_id, at, area_id, reviewer, rows) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    f"{round_code}-P{number:02}",
                    sheet.round_id,
                    sheet.at,
                    sheet.area_id,
                    sheet.reviewer,
                    json.dumps(sheet.rows),
                ),
            )
        return self.of(sheet.round_id)[0]

    def of(self, round_id: RoundId) -> list[Worksheet]:
        """The printings of the round, newest first."""
        return self._found("round_id = ?", round_id)

    def by_code(self, code: str) -> Worksheet:
        """The printing of that code (any case). Raises NotFound."""
        found = self._found("code = ?", code.strip().upper())
        if not found:
            raise NotFound(N_("There is no worksheet “{code}” in this register."), code=code)
        return found[0]

    def came_back(self, sheet: Worksheet) -> list[tuple[str, str]]:
        """On which days the worksheet was entered, and the digests of what it said then, in order."""
        query = 'SELECT "on", digest FROM worksheet_back WHERE worksheet_id = ? ORDER BY id'
        return self._register.connection.execute(query, (sheet.id,)).fetchall()

    def note_back(self, sheet: Worksheet, on: str, digest: str) -> None:
        """Write inside ``registry.change`` that the worksheet came back."""
        query = 'INSERT INTO worksheet_back (worksheet_id, "on", digest) VALUES (?, ?, ?)'
        self._register.connection.execute(query, (sheet.id, on, digest))

    def _found(self, where: str, *values: object) -> list[Worksheet]:
        query = f"SELECT {COLUMNS} FROM worksheet WHERE {where} ORDER BY id DESC"
        return [_sheet(row, self.register) for row in self._register.connection.execute(query, values).fetchall()]


def _sheet(row: Sequence[object], register: str) -> Worksheet:
    values = dict(zip(COLUMNS.split(", "), row, strict=True))
    rows = tuple(json.loads(str(values.pop("rows"))))
    return Worksheet(**values, rows=rows, register=register)  # type: ignore[arg-type]
