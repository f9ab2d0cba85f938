"""What the models were on the last day of a period, and what was seen of them in it. The SQL of it is here; what
follows from it is said in ``domain.period_figures``."""

from collections.abc import Iterator
from datetime import date, timedelta

from registry_app.domain.area_life import EVER, exists
from registry_app.domain.ids import AreaId
from registry_app.domain.period_figures import ModelAt

from .engine import Connection
from .entries import Usable
from .noun_areas import area_lives

STATUS = """(SELECT c.id FROM status_change c WHERE c.model_id = m.id AND c."on" <= :{day}
    ORDER BY c."on" DESC, c.id DESC LIMIT 1)"""
MODELS = f"""SELECT m.id, m.type_id, substr(coalesce(m.founded_on, m.launched_on) || '-01-01', 1, 10),
    before.kind, now.kind, now.id, c."on" FROM model m
    JOIN model_type t ON t.id = m.type_id AND t.statutory = 0
    JOIN status_change c ON c.id = {STATUS.format(day="last")} JOIN status now ON now.id = c.status_id
    LEFT JOIN status_change b ON b.id = {STATUS.format(day="eve")} LEFT JOIN status before ON before.id = b.status_id
    WHERE m.trashed_on IS NULL AND m.kind = 'model' ORDER BY m.id"""
REVIEWS = """SELECT model_id, "on", kind, grade_id, effective FROM review r WHERE "on" <= :last
    AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id) ORDER BY model_id, "on", id"""
YEARS = """SELECT substr("on", 1, 4), grade_id, count(*) FROM review r WHERE "on" <= :last AND grade_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id)
    AND NOT EXISTS (SELECT 1 FROM review n WHERE n.model_id = r.model_id AND substr(n."on", 1, 4) = substr(r."on", 1, 4)
        AND n.grade_id IS NOT NULL AND n."on" <= :last AND (n."on", n.id) > (r."on", r.id)
        AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = n.id))
    AND r.model_id IN (SELECT m.id FROM model m JOIN model_type t ON t.id = m.type_id
        WHERE m.trashed_on IS NULL AND m.kind = 'model' AND t.statutory = 0)
    GROUP BY 1, 2 ORDER BY 1, 2"""
DUE = """SELECT substr(due_day, 1, 7), count(*) FROM model_index WHERE trashed = 0 AND status_kind = 'active'
    AND scheduled = 1 AND due_day BETWEEN :first AND :last GROUP BY 1 ORDER BY 1"""
IN_PERIOD = 'd."on" BETWEEN :first AND :last'
GIVEN = """SELECT f.name, c.recipient, sum(c.number) FROM commendation c JOIN award_form f ON f.id = c.form_id
    WHERE c.place = '' AND substr(c."on" || '-01-01', 1, 10) >= :first
    AND CASE length(c."on") WHEN 4 THEN c."on" || '-12-31' WHEN 7 THEN c."on" || '-31' ELSE c."on" END <= :last
    GROUP BY f.id, c.recipient ORDER BY f.position, f.id, c.recipient"""
"""Of a date that is not known to the day, the whole of what is known must lie in the period."""
Seen = tuple[list[str], int | None, int | None, str | None, str | None]


class PeriodShelf:
    """Facts of a period; reads only."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    def models(self, first: date, last: date) -> Iterator[ModelAt]:
        """Every model of the official kind as it stood on the day ``last``, with its reviews from ``first`` on."""
        values = {"last": last.isoformat(), "eve": (first - timedelta(days=1)).isoformat()}
        rows = self._connection.execute(MODELS, values).fetchall()
        seen = self._seen(first, values)
        for number, type_id, began, before, now, status, since in rows:
            kinds, graded, grade, effective, newest = seen.get(number, ([], None, None, None, None))
            yield ModelAt(
                number,
                type_id,
                began,
                before,
                now,
                status,
                since or None,
                grade,
                effective,
                newest,
                tuple(kinds),
                graded,
            )

    def _seen(self, first: date, values: dict[str, str]) -> dict[int, Seen]:
        """By model: kinds and newest grade of its reviews in the period; newest grade, effective, day of all."""
        found: dict[int, Seen] = {}
        begun = first.isoformat()
        for model, on, kind, grade, effective in self._connection.execute(REVIEWS, {"last": values["last"]}):
            kinds, graded, newest, works, _day = found.get(model, ([], None, None, None, None))
            if on >= begun:
                kinds.append(kind)
                graded = graded if grade is None else grade
            newest = newest if grade is None else grade
            found[model] = (kinds, graded, newest, works if effective is None else effective, on)
        return found

    def grades_by_year(self, last: date) -> list[tuple[int, int, int]]:
        """Year, grade, how many models had it as the last grade of that year; until the day ``last``."""
        rows = self._connection.execute(YEARS, {"last": last.isoformat()})
        return [(int(year), grade, count) for year, grade, count in rows]

    def due_by_month(self, first: date, last: date) -> dict[str, int]:
        """How many models fall due in each month (YYYY-MM) from ``first`` to ``last``, as things stand today."""
        return dict(self._connection.execute(DUE, {"first": first.isoformat(), "last": last.isoformat()}))

    def decisions(self, first: date, last: date) -> tuple[dict[str, int], int]:
        """How many decisions of each kind fell in the period, and how many sites those to replicate added."""
        values = {"first": first.isoformat(), "last": last.isoformat()}
        kinds = self._connection.execute(f"SELECT kind, count(*) FROM decision d WHERE {IN_PERIOD} GROUP BY 1", values)
        added = f"SELECT count(*) FROM decision_site s JOIN decision d ON d.id = s.decision_id WHERE {IN_PERIOD}"
        return dict(kinds.fetchall()), int(self._connection.execute(added, values).fetchone()[0])

    def commendations(self, first: date, last: date) -> list[tuple[str, str, int]]:
        """Form, recipient (options.RECIPIENTS) and how many of each, given in the period, in the order of the list of
        forms."""
        values = {"first": first.isoformat(), "last": last.isoformat()}
        return self._connection.execute(GIVEN, values).fetchall()

    def areas(self, on: date) -> set[AreaId]:
        """The areas that there were on the day ``on``; the whole ward is no area of its own, and one that was taken out
        of the list by hand says not when it ended."""
        lives = area_lives(self._connection)
        rows = self._connection.execute("SELECT id, retired FROM area WHERE whole_ward = 0").fetchall()
        known = ((AreaId(number), lives.get(AreaId(number), EVER), retired) for number, retired in rows)
        return {number for number, life, retired in known if exists(life, on) and (not retired or life.ends)}
