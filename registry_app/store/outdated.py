"""What is known of every active model that may look outdated, read in a few passes. The SQL of it is here; what follows
from it is said in ``domain.outdated``."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from registry_app.domain.area_life import EVER, exists
from registry_app.domain.decision import Excuse
from registry_app.domain.ids import AreaId, ExcuseId, ModelId
from registry_app.domain.outdated import Facts

from .engine import Connection
from .entries import Usable
from .holding import holds
from .noun_areas import area_lives

BEGAN = "coalesce(i.founded_on, (SELECT launched_on FROM model m WHERE m.id = i.id))"
MODELS = f"""SELECT i.id, {BEGAN}, i.last_review, i.scheduled, i.due_day, i.period_day, i.weak_run, i.weak_since,
    max(coalesce(i.last_review, ''), coalesce(i.status_on, '')), i.leaderless, i.code, i.folded_name FROM model_index i
    WHERE i.trashed = 0 AND i.status_kind = 'active'
    AND i.type_id NOT IN (SELECT id FROM model_type WHERE statutory) ORDER BY i.name_key, i.id"""
PLACED = "JOIN team l ON l.id = r.team_id JOIN site s ON s.id = l.site_id"
DAYS = (
    f"SELECT s.model_id, max(r.valid_from) FROM membership r {PLACED} WHERE r.valid_from <= :on GROUP BY s.model_id",
    """SELECT s.model_id, max(l.valid_from) FROM team l JOIN site s ON s.id = l.site_id WHERE l.valid_from <= :on
        GROUP BY s.model_id""",
    """SELECT s.model_id, max(c.checked_on) FROM camera_point c JOIN site s ON s.id = c.site_id
        WHERE c.checked_on <= :on GROUP BY s.model_id""",
    """SELECT model_id, max(min(period_to, :on)) FROM result WHERE model_id IS NOT NULL AND period_from <= :on
        GROUP BY model_id""",
    'SELECT model_id, max("on") FROM commendation WHERE model_id IS NOT NULL AND "on" <= :on GROUP BY model_id',
    'SELECT model_id, max("on") FROM decision WHERE "on" <= :on GROUP BY model_id',
    "SELECT row_id, max(added_on) FROM attachment WHERE noun = 'model' AND added_on <= :on GROUP BY row_id",
)
"""Days until ``:on`` on which something is written of a model, beside its reviews and statuses."""
SERVED = f"""SELECT s.model_id, count(DISTINCT r.person_id), count(DISTINCT CASE WHEN {holds("r")} AND {holds("l")}
    AND {holds("s")} THEN r.person_id END), max(coalesce(r.valid_to, l.valid_to, s.valid_to)) FROM membership r {PLACED}
    WHERE r.valid_from IS NULL OR r.valid_from <= :on GROUP BY s.model_id"""
SERVING = f"""SELECT DISTINCT r.person_id, s.model_id FROM membership r {PLACED}
    JOIN model_index i ON i.id = s.model_id WHERE i.trashed = 0 AND i.status_kind IN ('active', 'paused')
    AND {holds("r")} AND {holds("l")} AND {holds("s")} AND r.person_id IN
    (SELECT person_id FROM membership GROUP BY person_id HAVING count(*) > 1)"""
PAUSED = "SELECT id, code, folded_name FROM model_index WHERE trashed = 0 AND status_kind = 'paused'"
IN_AREAS = f"""SELECT s.model_id, s.area_id FROM site s WHERE {holds("s")} AND s.model_id IN
    (SELECT model_id FROM site WHERE area_id IN (SELECT value FROM json_each(:areas)))"""
MOST_TWINS = 4


class OutdatedShelf:
    """Facts for ``domain.outdated``, and who is excused."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    def facts(self, on: date) -> Iterator[Facts]:
        """What is known on the day ``on`` of every active model, by name; all of it is read first."""
        values = {"on": on.isoformat()}
        rows = self._connection.execute(MODELS).fetchall()
        days = self._days(values)
        served = {row[0]: row[1:] for row in self._connection.execute(SERVED, values)}
        gone, shared = self._gone(on, values), self._shared(values)
        twins = self._twins((row[0], row[10], row[11]) for row in rows)
        for number, began, last, scheduled, due, period, run, since, newest, vacant, _code, _name in rows:
            ever, now, until = served.get(number, (0, 0, None))
            sites, areas = gone.get(number, (0, ()))
            yield Facts(
                number,
                began,
                last,
                bool(scheduled),
                due,
                period,
                run,
                since,
                max(newest, began or "", days.get(number, "")) or None,
                bool(vacant),
                ever,
                now,
                until,
                sites,
                areas,
                twins.get(number, ()),
                shared.get(number, ("", 0)),
            )

    def _days(self, values: dict[str, str]) -> dict[int, str]:
        """The newest day that is not ahead, by model."""
        newest: dict[int, str] = {}
        for query in DAYS:
            for model, day in self._connection.execute(query, values):
                if day > newest.get(model, ""):
                    newest[model] = day
        return newest

    def _gone(self, on: date, values: dict[str, str]) -> dict[int, tuple[int, tuple[str, ...]]]:
        """How many sites a model has and the names of those areas of them that are no more; only models with such."""
        lives = area_lives(self._connection)
        rows = self._connection.execute("SELECT id, name, retired FROM area").fetchall()
        names = {n: name for n, name, retired in rows if retired or not exists(lives.get(AreaId(n), EVER), on)}
        if not names:
            return {}
        found: dict[int, tuple[int, tuple[str, ...]]] = {}
        query = {**values, "areas": json.dumps(list(names))}
        for model, area in self._connection.execute(IN_AREAS, query):
            count, gone = found.get(model, (0, ()))
            found[model] = (count + 1, (*gone, names[area]) if area in names else gone)
        return found

    def _twins(self, active: Iterable[tuple[int, str, str]]) -> dict[int, tuple[str, ...]]:
        """The codes of other current models of the same name, a few of them; models as number, code, folded name."""
        by_name: dict[str, list[tuple[int, str]]] = {}
        for number, code, name in chain(active, self._connection.execute(PAUSED)):
            by_name.setdefault(name, []).append((number, code))
        found: dict[int, tuple[str, ...]] = {}
        for same in by_name.values():
            if len(same) > 1:
                few = sorted(same, key=lambda one: one[1])[: MOST_TWINS + 1]
                for number, _code in same:
                    found[number] = tuple(code for other, code in few if other != number)[:MOST_TWINS]
        return found

    def _shared(self, values: dict[str, str]) -> dict[int, tuple[str, int]]:
        """The model that has most members of a model too: its code and how many."""
        of_person: dict[int, list[int]] = {}
        for person, model in self._connection.execute(SERVING, values):
            of_person.setdefault(person, []).append(model)
        pairs: dict[tuple[int, int], int] = {}
        for models in of_person.values():
            for one in models:
                for other in models:
                    if one != other:
                        pairs[one, other] = pairs.get((one, other), 0) + 1
        most: dict[int, tuple[int, int]] = {}
        for (one, other), count in sorted(pairs.items()):
            if count > most.get(one, (0, 0))[1]:
                most[one] = (other, count)
        codes = self._codes(other for other, _count in most.values())
        return {one: (codes[other], count) for one, (other, count) in most.items()}

    def _codes(self, models: Iterable[int]) -> dict[int, str]:
        query = "SELECT id, code FROM model WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(query, (json.dumps(sorted(set(models))),)))

    # -- who is excused --------------------------------------------------------------------------------------------

    def excused(self, on: date) -> dict[ModelId, Excuse]:
        """The excuse that holds on the day ``on``, by model; the newest of several."""
        query = 'SELECT id, model_id, "on", until, reason FROM excuse WHERE "on" <= :on AND until >= :on ORDER BY id'
        return {one.model_id: one for one in map(_excuse, self._connection.execute(query, {"on": on.isoformat()}))}

    def excuse(self, excuses: Iterable[Excuse]) -> None:
        """Insert; the numbers in the values are ignored."""
        self._connection.executemany(
            'INSERT INTO excuse (model_id, "on", until, reason) VALUES (?, ?, ?, ?)',
            [(one.model_id, one.on, one.until, one.reason) for one in excuses],
        )

    def forget(self, excuses: Iterable[Excuse]) -> None:
        """Take excuses back; the log keeps them."""
        self._connection.executemany("DELETE FROM excuse WHERE id = ?", [(one.id,) for one in excuses])


def _excuse(row: Sequence[object]) -> Excuse:
    number, model, on, until, reason = row
    return Excuse(id=ExcuseId(number), model_id=ModelId(model), on=on, until=until, reason=reason)  # type: ignore[arg-type]
