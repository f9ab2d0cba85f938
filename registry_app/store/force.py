"""The statutory bodies on paper: whom they had, what was written down of them, courses. The SQL about these is here."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import asdict

from registry_app.domain.force import Awarded, Body, Injured, Recorded, Served, Taken
from registry_app.domain.membership import Course

from . import merged
from .engine import Connection, Row
from .entries import Usable
from .holding import holds

BODIES = f"""SELECT m.id AS model, m.code, m.name, t.name AS type,
    (SELECT sum(l.decided) FROM site s JOIN team l ON l.site_id = s.id
        WHERE s.model_id = m.id AND {holds("s")} AND {holds("l")}) AS decided,
    (SELECT count(*) FROM site s JOIN team l ON l.site_id = s.id
        WHERE s.model_id = m.id AND {holds("s")} AND {holds("l")}) AS teams
    FROM model m JOIN model_type t ON t.id = m.type_id
    JOIN status_change c ON c.id = (SELECT id FROM status_change y WHERE y.model_id = m.id AND y."on" <= :on
        ORDER BY y."on" DESC, y.id DESC LIMIT 1)
    JOIN status z ON z.id = c.status_id
    WHERE m.trashed_on IS NULL AND t.statutory = 1 AND z.kind IN ('active', 'paused')
    ORDER BY t.id, m.id"""
AMONG = "(SELECT value FROM json_each(:models))"
SERVED = f"""SELECT s.model_id AS model, coalesce(p.replaced_by, p.id) AS person, p.sex, p.born, p.education,
    p.minority, x.valid_from AS begun, coalesce(x.valid_to, l.valid_to, s.valid_to) AS over, x.end_reason AS reason
    FROM membership x JOIN person p ON p.id = x.person_id
    JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
    WHERE s.model_id IN {AMONG}"""
RECORDED = f"""SELECT model_id AS model, "on", members_decided, members_actual, teams_decided, teams_actual
    FROM force_figure WHERE model_id IN {AMONG} ORDER BY "on" """
TAKEN = f"""SELECT DISTINCT s.model_id AS model, c.person_id AS person, c.name, c."on" AS "on" FROM course c
    JOIN membership x ON x.person_id = c.person_id JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
    WHERE s.model_id IN {AMONG}"""

AWARDED = f"""SELECT c.model_id AS model, c.id, f.kind, c.recipient, NULL AS person, c.number, c."on" AS "on"
    FROM commendation c JOIN award_form f ON f.id = c.form_id
    WHERE c.person_id IS NULL AND c.model_id IN {AMONG} AND f.kind IN ('merit', 'praise')
    UNION SELECT s.model_id, c.id, f.kind, c.recipient, c.person_id, c.number, c."on"
    FROM commendation c JOIN award_form f ON f.id = c.form_id JOIN membership x ON x.person_id = c.person_id
    JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
    WHERE s.model_id IN {AMONG} AND f.kind IN ('merit', 'praise')"""
INJURED = f"""SELECT DISTINCT s.model_id AS model, i.id, i.person_id, i."on" AS "on", i.notes FROM injury i
    JOIN membership x ON x.person_id = i.person_id JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
    WHERE s.model_id IN {AMONG}"""


class ForceShelf:
    """Reads bodies with all that BM1 asks of them; writes figures and courses inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    def bodies(self, on: date) -> list[Body]:
        """The statutory bodies that were there on the day ``on``, in the order of their types."""
        day = {"on": on.isoformat()}
        moved = merged.later(self._connection, on)
        bodies, of_members, of_courses = (
            merged.as_then(query) if moved else query for query in (BODIES, SERVED, TAKEN)
        )
        of_awards, of_injuries = (merged.as_then(query) if moved else query for query in (AWARDED, INJURED))
        found = self._rows(bodies, day)
        models = {**day, "models": json.dumps([one["model"] for one in found])}
        served = [Served(**one) for one in self._rows(of_members, models)]
        recorded = [Recorded(**one) for one in self._rows(RECORDED, models)]
        taken = [(one.pop("model"), Taken(**one)) for one in self._rows(of_courses, models)]
        awards = [(one.pop("model"), Awarded(**one)) for one in self._rows(of_awards, models)]
        injured = [(one.pop("model"), Injured(**one)) for one in self._rows(of_injuries, models)]
        return [
            Body(
                **one,
                served=[some for some in served if some.model == one["model"]],
                recorded=[some for some in recorded if some.model == one["model"]],
                taken=[some for model, some in taken if model == one["model"]],
                awards=[some for model, some in awards if model == one["model"]],
                injured=[some for model, some in injured if model == one["model"]],
            )
            for one in found
        ]

    def record(self, one: Recorded) -> None:
        """Write down the figures of a body on a day; those of that day that are there are replaced."""
        self._connection.execute(
            """INSERT INTO force_figure (model_id, "on", members_decided, members_actual, teams_decided, teams_actual)
               VALUES (:model, :on, :members_decided, :members_actual, :teams_decided, :teams_actual)
               ON CONFLICT (model_id, "on") DO UPDATE SET members_decided = excluded.members_decided,
               members_actual = excluded.members_actual, teams_decided = excluded.teams_decided,
               teams_actual = excluded.teams_actual""",
            asdict(one),
        )

    def courses_of(self, person: int) -> list[Course]:
        """The courses that ``person`` took, in order of days."""
        query = """SELECT id, person_id, name, "on", notes FROM course WHERE person_id = :person ORDER BY "on", id"""
        return [Course(**one) for one in self._rows(query, {"person": person})]

    def add_courses(self, courses: Iterable[Course]) -> None:
        """Add what was taken."""
        self._connection.executemany(
            'INSERT INTO course (person_id, name, "on", notes) VALUES (?, ?, ?, ?)',
            [(one.person_id, one.name, one.on, one.notes) for one in courses],
        )

    def change_course(self, course: Course) -> None:
        """Write ``course`` over its row."""
        self._connection.execute(
            'UPDATE course SET name = ?, "on" = ?, notes = ? WHERE id = ?',
            (course.name, course.on, course.notes, course.id),
        )

    def remove_courses(self, numbers: Sequence[int]) -> None:
        """Take away what was entered by mistake."""
        self._connection.execute(
            "DELETE FROM course WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
        )

    def injuries_of(self, person: int) -> list[Injured]:
        """When ``person`` was wounded on duty, in order of days."""
        query = """SELECT id, person_id, "on", notes FROM injury WHERE person_id = :person ORDER BY "on", id"""
        return [Injured(**one) for one in self._rows(query, {"person": person})]

    def add_injuries(self, injuries: Iterable[Injured]) -> None:
        """Add who was wounded."""
        self._connection.executemany(
            'INSERT INTO injury (person_id, "on", notes) VALUES (?, ?, ?)',
            [(one.person_id, one.on, one.notes) for one in injuries],
        )

    def change_injury(self, injury: Injured) -> None:
        """Write ``injury`` over its row."""
        self._connection.execute(
            'UPDATE injury SET "on" = ?, notes = ? WHERE id = ?', (injury.on, injury.notes, injury.id)
        )

    def remove_injuries(self, numbers: Sequence[int]) -> None:
        """Take away what was entered by mistake."""
        self._connection.execute(
            "DELETE FROM injury WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
        )

    def _rows(self, query: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        return [dict(row) for row in cursor.execute(query, values)]
