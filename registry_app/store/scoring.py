"""Grades year by year, score sheets, points of reviews: the SQL about them is here and nowhere else."""

import json
from collections.abc import Iterable, Mapping, Sequence

from registry_app.domain.ids import CriterionId, ReviewId, SheetId
from registry_app.domain.scoring import Criterion, ScoreSheet, Step

from .engine import Connection, Row
from .entries import Usable


class ScoringShelf:
    """Writes stand inside an open action. Raises what the engine raises."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    # -- scales ----------------------------------------------------------------------------------------------------

    def scales(self) -> dict[int, tuple[Step, ...]]:
        """The steps of each scale in order, by the year from which on it holds, the newest year last."""
        found: dict[int, list[Step]] = {}
        query = "SELECT from_year, grade_id, least FROM grade_scale ORDER BY from_year, position, id"
        for year, grade, least in self._connection.execute(query):
            found.setdefault(year, []).append(Step(grade_id=grade, least=least))
        return {year: tuple(steps) for year, steps in found.items()}

    def save_scale(self, year: int, steps: Sequence[Step]) -> None:
        """Make ``steps`` the scale from ``year`` on; rows that stay are kept. Without steps the year has none."""
        execute = self._connection.execute
        known = dict(execute("SELECT grade_id, id FROM grade_scale WHERE from_year = ?", (year,)).fetchall())
        wanted = {step.grade_id for step in steps}
        for grade, row in known.items():
            if grade not in wanted:
                execute("DELETE FROM grade_scale WHERE id = ?", (row,))
        for position, step in enumerate(steps):
            values = (position, step.least)
            if step.grade_id in known:
                row = known[step.grade_id]
                execute("UPDATE grade_scale SET position = ?, least = ? WHERE id = ?", (*values, row))
            else:
                query = "INSERT INTO grade_scale (position, least, from_year, grade_id) VALUES (?, ?, ?, ?)"
                execute(query, (*values, year, step.grade_id))

    # -- score sheets ----------------------------------------------------------------------------------------------

    def sheets(self) -> dict[SheetId, ScoreSheet]:
        """All score sheets by number, those in use first, each in the order of entry."""
        query = "SELECT id, name, retired FROM score_sheet ORDER BY retired, id"
        return {
            SheetId(number): ScoreSheet(id=number, name=name, retired=bool(retired))
            for number, name, retired in self._connection.execute(query)
        }

    def criteria(self, sheet: SheetId | None = None) -> dict[CriterionId, Criterion]:
        """The criteria of ``sheet`` (None: of all) in their order, retired ones too."""
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        query = """SELECT * FROM score_criterion WHERE :sheet IS NULL OR sheet_id = :sheet
            ORDER BY sheet_id, position, id"""
        found = cursor.execute(query, {"sheet": sheet})
        return {row["id"]: Criterion(**{**dict(row), "retired": bool(row["retired"])}) for row in found}

    def uses(self) -> dict[SheetId, int]:
        """How many reviews and rounds go by each sheet; sheets without any are not named."""
        query = """SELECT sheet_id, count(*) FROM (
                SELECT DISTINCT c.sheet_id, s.review_id FROM review_score s
                    JOIN score_criterion c ON c.id = s.criterion_id
                UNION ALL SELECT sheet_id, id FROM review_round WHERE sheet_id IS NOT NULL) GROUP BY sheet_id"""
        return dict(self._connection.execute(query).fetchall())

    def save_sheet(self, sheet: ScoreSheet) -> SheetId:
        """Insert (id 0) or update; returns the row number."""
        values = (sheet.name, int(sheet.retired))
        if sheet.id:
            self._connection.execute("UPDATE score_sheet SET name = ?, retired = ? WHERE id = ?", (*values, sheet.id))
            return SheetId(sheet.id)
        cursor = self._connection.execute("INSERT INTO score_sheet (name, retired) VALUES (?, ?)", values)
        return SheetId(cursor.lastrowid or 0)

    def save_criteria(self, sheet: SheetId, criteria: Sequence[Criterion]) -> None:
        """Make ``criteria`` those of ``sheet``, in that order. One that is not among them any more is deleted, or
        retired where points were given by it."""
        execute = self._connection.execute
        kept = {one.id for one in criteria if one.id}
        used = self._used(sheet)
        for number in self.criteria(sheet):
            if number not in kept:
                over = "UPDATE score_criterion SET retired = 1 WHERE id = ?"
                execute(over if number in used else "DELETE FROM score_criterion WHERE id = ?", (number,))
        for position, one in enumerate(criteria):
            values = (one.number, one.name, one.most, position, int(one.retired))
            if one.id:
                query = """UPDATE score_criterion SET number = ?, name = ?, most = ?, position = ?, retired = ?
                    WHERE id = ? AND sheet_id = ?"""
                execute(query, (*values, one.id, sheet))
            else:
                query = """INSERT INTO score_criterion (number, name, most, position, retired, sheet_id)
                    VALUES (?, ?, ?, ?, ?, ?)"""
                execute(query, (*values, sheet))

    def _used(self, sheet: SheetId) -> set[int]:
        """The criteria of ``sheet`` by which points were given."""
        query = """SELECT id FROM score_criterion c WHERE sheet_id = ?
            AND (EXISTS (SELECT 1 FROM review_score s WHERE s.criterion_id = c.id)
                OR EXISTS (SELECT 1 FROM round_score s WHERE s.criterion_id = c.id))"""
        return {number for (number,) in self._connection.execute(query, (sheet,))}

    # -- points of reviews -----------------------------------------------------------------------------------------

    def points(self, reviews: Iterable[ReviewId]) -> dict[ReviewId, dict[CriterionId, int]]:
        """The tenths of points that ``reviews`` gave, in the order of the criteria; reviews without any are not
        named."""
        query = """SELECT s.review_id, s.criterion_id, s.points FROM review_score s
            JOIN score_criterion c ON c.id = s.criterion_id
            WHERE s.review_id IN (SELECT value FROM json_each(?)) ORDER BY c.position, c.id"""
        found: dict[ReviewId, dict[CriterionId, int]] = {}
        for review, criterion, tenths in self._connection.execute(query, (json.dumps(list(reviews)),)):
            found.setdefault(review, {})[criterion] = tenths
        return found

    def add_points(self, reviews: Iterable[ReviewId], points: Mapping[CriterionId, int]) -> None:
        """Give each of ``reviews``, which have none yet, the same ``points``."""
        self._connection.executemany(
            "INSERT INTO review_score (review_id, criterion_id, points) VALUES (?, ?, ?)",
            [(review, criterion, tenths) for review in reviews for criterion, tenths in points.items()],
        )
