"""The SQL about reviews and changes of status is here and nowhere else."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from registry_app.domain.ids import ModelId, ReviewId, StatusChangeId

from .entries import Usable

if TYPE_CHECKING:
    from registry_app.domain.review import Review, StatusChange

COLUMNS = 'id, model_id, kind, "on", grade_id, effective, findings, decision, corrects'


class ReviewShelf:
    """Reviews are added, never changed: a correction is a new row that names the corrected one."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def of(self, model: ModelId) -> "list[Review]":
        """All reviews of ``model``, newest date first, corrected ones among them."""
        return self._found("model_id = ?", (model,))

    def spans(self, models: Sequence[int]) -> dict[int, tuple[str, str]]:
        """The days of the first and the last review of each of ``models`` that has any, corrected ones left out."""
        query = """SELECT model_id, min("on"), max("on") FROM review r
            WHERE model_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS
            (SELECT 1 FROM review c WHERE c.corrects = r.id) GROUP BY model_id"""
        found = self._register.connection.execute(query, (json.dumps(list(models)),))
        return {model: (first, last) for model, first, last in found}

    def one(self, review: ReviewId) -> "Review | None":
        """The review of that number, or None."""
        return next(iter(self._found("id = ?", (review,))), None)

    def _found(self, where: str, parameters: Sequence[object]) -> "list[Review]":
        from registry_app.domain.review import Review

        query = f"""SELECT {COLUMNS}, EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id) FROM review r
            WHERE {where} ORDER BY "on" DESC, id DESC"""
        return [
            Review(
                id=ReviewId(row[0]),
                model_id=ModelId(row[1]),
                kind=row[2],
                on=row[3],
                grade_id=row[4],
                effective=row[5],
                findings=row[6],
                decision=row[7],
                corrects=row[8],
                corrected=bool(row[9]),
            )
            for row in self._register.connection.execute(query, parameters)
        ]

    def add(self, reviews: "Sequence[Review]") -> list[ReviewId]:
        """Insert; the numbers in the values are ignored, those given are returned in the same order."""
        connection = self._register.connection
        (last,) = connection.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'review'"
        ).fetchone()
        connection.executemany(
            """INSERT INTO review (model_id, kind, "on", grade_id, effective, findings, decision, corrects)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            [(r.model_id, r.kind, r.on, r.grade_id, r.effective, r.findings, r.decision, r.corrects) for r in reviews],
        )
        return [number for (number,) in connection.execute("SELECT id FROM review WHERE id > ? ORDER BY id", (last,))]


class StatusShelf:
    """Changes of status are added, never changed."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    def of(self, model: ModelId) -> "list[StatusChange]":
        """All changes of ``model``, the one that counts latest first."""
        from registry_app.domain.review import StatusChange

        query = """SELECT id, model_id, status_id, "on", reason, paper_number FROM status_change
            WHERE model_id = ? ORDER BY "on" DESC, id DESC"""
        return [
            StatusChange(
                id=StatusChangeId(row[0]),
                model_id=ModelId(row[1]),
                status_id=row[2],
                on=row[3],
                reason=row[4],
                paper_number=row[5],
            )
            for row in self._register.connection.execute(query, (model,))
        ]

    def add(self, changes: "Sequence[StatusChange]") -> None:
        """Insert; the numbers in the values are ignored."""
        self._register.connection.executemany(
            'INSERT INTO status_change (model_id, status_id, "on", reason, paper_number) VALUES (?, ?, ?, ?, ?)',
            [(c.model_id, c.status_id, c.on, c.reason, c.paper_number) for c in changes],
        )
