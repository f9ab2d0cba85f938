"""The SQL about when reviews are due: which, in which areas, of which register."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from .engine import Connection
from .noun_shelf import Register

DUE = """SELECT i.id, i.code, m.name, i.due_day, group_concat(s.area_id) FROM model_index i JOIN model m ON m.id = i.id
    LEFT JOIN (SELECT DISTINCT model_id, area_id FROM site WHERE valid_to IS NULL AND area_id IS NOT NULL) s
    ON s.model_id = i.id WHERE i.trashed = 0 AND i.status_kind = 'active' AND i.scheduled = 1 AND i.due_day <= ?
    GROUP BY i.id ORDER BY i.due_day, i.code"""


class DueRow(NamedTuple):
    """A model whose review is due: the last day on which it is in time, the areas of its sites of today."""

    id: int
    code: str
    name: str
    day: date
    areas: tuple[int, ...]


class ScheduleShelf:
    """Reads only."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    @property
    def identity(self) -> str:
        """The register's own number, which no other has."""
        return str(self._connection.execute("SELECT uuid FROM register").fetchone()[0])

    def due(self, until: date) -> list[DueRow]:
        """Models that are due by ``until`` or overdue, by day and code."""
        rows = self._connection.execute(DUE, (until.isoformat(),)).fetchall()
        return [
            DueRow(number, code, name, date.fromisoformat(day), tuple(map(int, areas.split(","))) if areas else ())
            for number, code, name, day, areas in rows
        ]

    def days(self, models: Sequence[int]) -> dict[int, date]:
        """The last day on which the next review of each of ``models`` is in time; those without one are left out."""
        query = """SELECT id, due_day FROM model_index
            WHERE due_day IS NOT NULL AND id IN (SELECT value FROM json_each(?))"""
        rows = self._connection.execute(query, (json.dumps(list(models)),)).fetchall()
        return {number: date.fromisoformat(day) for number, day in rows}

    def summaries(self, models: Sequence[int]) -> dict[tuple[str, date], list[int]]:
        """Which of ``models`` are asked for a summary of a kind by which day, in the order of ``models``."""
        query = """SELECT s.kind, s.due_day, s.id FROM json_each(?) j JOIN model_summary s ON s.id = j.value
            WHERE s.due_day IS NOT NULL ORDER BY j.key"""
        found: dict[tuple[str, date], list[int]] = {}
        for kind, day, number in self._connection.execute(query, (json.dumps(list(models)),)):
            found.setdefault((kind, date.fromisoformat(day)), []).append(number)
        return found
