"""The SQL about the end of rounds: results that become reviews, and snapshots of what was counted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import asdict

from registry_app.domain.counting import Figures
from registry_app.domain.ids import ActionId, ReviewId, RoundId
from registry_app.domain.review_round import RoundRow
from registry_app.domain.round_shown import Counts, Seen, Snapshot

from . import log
from .engine import Connection
from .entries import Usable

NAMED = ("grade", "model_type", "area")
"""Tables whose rows a snapshot counts by."""
LATEST = """(SELECT r.{column} FROM review r WHERE r.model_id = j.value AND r.{column} IS NOT NULL AND r."on" <= :day
    AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id) ORDER BY r."on" DESC, r.id DESC LIMIT 1)"""


class RoundEndShelf:
    """Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    # -- reviews ---------------------------------------------------------------------------------------------------

    def write_reviews(self, kind: str, rows: Sequence[tuple[RoundRow, str]]) -> None:
        """Make a review of every row, dated as given beside it, with the row's points; the rows name their reviews."""
        execute = self._connection.execute
        (last,) = execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'review'").fetchone()
        numbers = [ReviewId(last + place) for place in range(1, len(rows) + 1)]
        self._connection.executemany(
            """INSERT INTO review (id, model_id, kind, "on", grade_id, effective, findings, decision)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                (number, row.model_id, kind, on, row.grade_id, row.effective, row.findings, row.decision)
                for number, (row, on) in zip(numbers, rows, strict=True)
            ],
        )
        self._connection.executemany(
            "UPDATE round_row SET review_id = ? WHERE id = ?",
            [(number, row.id) for number, (row, _on) in zip(numbers, rows, strict=True)],
        )
        self._connection.executemany(
            "INSERT INTO review_score (review_id, criterion_id, points) VALUES (?, ?, ?)",
            [
                (number, criterion, points)
                for number, (row, _on) in zip(numbers, rows, strict=True)
                for criterion, points in row.scores
            ],
        )

    def reviewed_before(self, models: Sequence[int]) -> set[int]:
        """Those of ``models`` that have a review that counts."""
        query = "SELECT id FROM model_index WHERE last_review IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._connection.execute(query, (json.dumps(list(models)),))}

    def next_months(self, models: Sequence[int]) -> list[tuple[str, int]]:
        """How many of ``models`` fall due in which month ("": in none), in order."""
        query = """SELECT coalesce(substr(due_day, 1, 7), '') AS month, count(*) FROM model_index
            WHERE id IN (SELECT value FROM json_each(?)) GROUP BY month ORDER BY month = '', month"""
        return self._connection.execute(query, (json.dumps(list(models)),)).fetchall()

    # -- counting --------------------------------------------------------------------------------------------------

    def results(self, day: str, touched: Iterable[int]) -> Mapping[int, tuple[int | None, str]]:
        """The grade and the effective ("" for none) that each model had on ``day``. Reviews of the ``touched`` models
        were written in the open action, so that what is kept about them is old."""
        execute = self._connection.execute
        kept = execute("SELECT id, grade_id, coalesce(effective, '') FROM model_index")
        found = {number: (grade, effective) for number, grade, effective in kept}
        later = execute("SELECT id FROM model_index WHERE last_review > ?", (day,))
        anew = {*touched, *(number for (number,) in later)}
        latest = [LATEST.format(column=column) for column in ("grade_id", "effective")]
        query = f"SELECT j.value, {latest[0]}, coalesce({latest[1]}, '') FROM json_each(:models) j"
        for number, grade, effective in execute(query, {"models": json.dumps(list(anew)), "day": day}):
            found[number] = (grade, effective)
        return found

    # -- snapshots -------------------------------------------------------------------------------------------------

    def keep(self, round_id: RoundId, action: ActionId, at: str, on: str, counts: Counts, seen: Seen) -> None:
        """Write a snapshot for ever: no undo takes it away, that of ``action`` only marks it."""
        content = json.dumps({"on": on, "counts": _counts_object(counts), "seen": _seen_object(seen)})
        query = "INSERT INTO snapshot (round_id, action_id, at, content) VALUES (?, ?, ?, ?)"
        self._connection.execute(query, (round_id, action, at, content))

    def snapshots(self, round_id: RoundId) -> list[Snapshot]:
        """The snapshots of the round, newest first."""
        query = "SELECT id, action_id, at, content FROM snapshot WHERE round_id = ? ORDER BY id DESC"
        rows = self._connection.execute(query, (round_id,)).fetchall()
        withdrawn = log.undone(self._connection, [action for _id, action, _at, _content in rows])
        return [self._snapshot(round_id, *row, withdrawn=row[1] in withdrawn) for row in rows]

    def _snapshot(
        self, round_id: RoundId, number: int, action: ActionId, at: str, content: str, *, withdrawn: bool
    ) -> Snapshot:
        stored = json.loads(content)
        counts, seen = _counts(stored["counts"]), _seen(stored["seen"])
        return Snapshot(
            id=number,
            round_id=round_id,
            action=action,
            at=at,
            on=stored["on"],
            withdrawn=withdrawn,
            counts=counts,
            seen=seen,
            names=self._names(counts, seen),
        )

    def _names(self, counts: Counts, seen: Seen) -> dict[tuple[str, int], str]:
        """What the rows that were counted by are called now; those deleted since as they were called last."""
        wanted = {
            "grade": {*counts.grades, *seen.grades},
            "model_type": set(counts.types),
            "area": set(counts.areas),
        }
        found: dict[tuple[str, int], str] = {}
        for table in NAMED:
            names = dict(self._connection.execute(f"SELECT id, name FROM {table}"))
            for number in wanted[table] - {None}:
                name = names.get(number) or log.last_image(self._connection, table, number or 0).get("name", "")
                found[table, number or 0] = str(name)
        return found


def _counts_object(counts: Counts) -> dict[str, object]:
    return {
        "models": _figures_object(counts.models),
        "themes": _figures_object(counts.themes),
        "statutory": _figures_object(counts.statutory),
        "status_kinds": dict(counts.status_kinds),
        "grades": list(counts.grades.items()),
        "effective": dict(counts.effective),
        "types": [(number, _figures_object(figures)) for number, figures in counts.types.items()],
        "areas": [(number, _figures_object(figures)) for number, figures in counts.areas.items()],
    }


def _counts(stored: Mapping[str, Any]) -> Counts:
    return Counts(
        models=Figures(**stored["models"]),
        themes=Figures(**stored["themes"]),
        statutory=Figures(**stored["statutory"]),
        status_kinds=stored["status_kinds"],
        grades=dict(stored["grades"]),
        effective=stored["effective"],
        types={number: Figures(**figures) for number, figures in stored["types"]},
        areas={number: Figures(**figures) for number, figures in stored["areas"]},
    )


def _seen_object(seen: Seen) -> dict[str, object]:
    return {
        "rows": seen.rows,
        "entered": seen.entered,
        "left_out": seen.left_out,
        "grades": list(seen.grades.items()),
        "effective": dict(seen.effective),
        "never_before": seen.never_before,
    }


def _seen(stored: Mapping[str, Any]) -> Seen:
    plain = {name: stored[name] for name in ("rows", "entered", "left_out", "effective", "never_before")}
    return Seen(**plain, grades=dict(stored["grades"]))


def _figures_object(figures: Figures) -> dict[str, int]:
    """Only what is not 0: a snapshot of many areas stays small."""
    return {name: figure for name, figure in asdict(figures).items() if figure}
