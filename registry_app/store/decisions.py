"""Decisions about models, the sites that they made and what they moved: the SQL about them is here and nowhere else."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from registry_app.domain.decision import Decision
from registry_app.domain.decision_rules import Place
from registry_app.domain.ids import DecisionId, ModelId, RoundId, SiteId

from .area_changes import LASTS
from .engine import Connection
from .entries import Usable
from .noun_tables import SITE_TITLE

SOME = "(SELECT value FROM json_each(:ids))"
INSIDE = {
    "team": f"SELECT count(*) FROM team r WHERE r.site_id IN {SOME} AND {LASTS.format('r')}",
    "membership": f"""SELECT count(*) FROM membership r JOIN team l ON l.id = r.team_id
        WHERE l.site_id IN {SOME} AND {LASTS.format("l")} AND {LASTS.format("r")}""",
    "household": f"""SELECT count(*) FROM household r JOIN team l ON l.id = r.team_id
        WHERE l.site_id IN {SOME} AND {LASTS.format("l")} AND {LASTS.format("r")}""",
    "camera_point": f"SELECT count(*) FROM camera_point r WHERE r.site_id IN {SOME} AND {LASTS.format('r')}",
}
"""What stands in sites and lasts, by noun."""


class DecisionShelf:
    """Writes stand inside an open action. Raises what the engine raises."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    # -- asking ----------------------------------------------------------------------------------------------------

    def of(self, model: ModelId) -> list[Decision]:
        """What was decided about ``model``, and what was merged into it; the newest day first."""
        return self._found("model_id = :model OR target_id = :model", {"model": model})

    def between(self, first: date, last: date) -> list[Decision]:
        """Everything decided from ``first`` to ``last``, both in; the newest day first."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return self._found('"on" BETWEEN :first AND :last', days)

    def all(self) -> list[Decision]:
        """Everything that was ever decided, the newest day first."""
        return self._found("1", {})

    def moved(self, decisions: Iterable[DecisionId]) -> dict[DecisionId, dict[str, int]]:
        """How many sites, teams and camera points each of ``decisions`` moved by themselves."""
        query = f"""SELECT decision_id, noun, count(*) FROM decision_move WHERE decision_id IN {SOME}
            GROUP BY decision_id, noun"""
        found: dict[DecisionId, dict[str, int]] = {}
        for number, noun, count in self._connection.execute(query, {"ids": json.dumps(list(decisions))}):
            found.setdefault(number, {})[noun] = count
        return found

    def site_titles(self, decisions: Iterable[DecisionId]) -> dict[DecisionId, tuple[str, ...]]:
        """What the sites that each of ``decisions`` added are called, in the order of entry."""
        query = f"""SELECT w.decision_id, {SITE_TITLE} FROM decision_site w JOIN site s ON s.id = w.site_id
            LEFT JOIN area a ON a.id = s.area_id WHERE w.decision_id IN {SOME} ORDER BY w.id"""
        found: dict[DecisionId, list[str]] = {}
        for number, title in self._connection.execute(query, {"ids": json.dumps(list(decisions))}):
            found.setdefault(number, []).append(title)
        return {number: tuple(titles) for number, titles in found.items()}

    def places(self, models: Iterable[ModelId], on: str) -> list[Place]:
        """The sites of ``models`` that hold on the day ``on`` or later, in the order of entry."""
        query = f"""SELECT s.id, s.model_id, {SITE_TITLE}, s.area_id, s.name, s.place_kind, s.valid_from FROM site s
            LEFT JOIN area a ON a.id = s.area_id WHERE s.model_id IN {SOME} AND {LASTS.format("s")} ORDER BY s.id"""
        return [
            Place(id=number, model_id=model, title=title, area_id=area, name=name, place_kind=kind, begun=begun)
            for number, model, title, area, name, kind, begun in self._connection.execute(
                query, {"ids": json.dumps(list(models)), "on": on}
            )
        ]

    def inside(self, sites: Iterable[SiteId], on: str) -> dict[str, int]:
        """How many teams, memberships, households and camera points stand in ``sites`` on the day ``on`` or later."""
        values = {"ids": json.dumps(list(sites)), "on": on}
        return {noun: int(self._connection.execute(query, values).fetchone()[0]) for noun, query in INSIDE.items()}

    def open_rounds(self, models: Iterable[ModelId]) -> list[tuple[ModelId, str, bool]]:
        """The names of open rounds in which one of ``models`` is, and whether it has a result there."""
        query = f"""SELECT w.model_id, o.name, w.grade_id IS NOT NULL OR w.effective IS NOT NULL FROM round_row w
            JOIN review_round o ON o.id = w.round_id WHERE o.closed_on IS NULL AND w.left_out = ''
            AND w.model_id IN {SOME} ORDER BY o.id, w.position"""
        found = self._connection.execute(query, {"ids": json.dumps(list(models))})
        return [(model, name, bool(seen)) for model, name, seen in found]

    def _found(self, where: str, values: Mapping[str, object]) -> list[Decision]:
        execute = self._connection.execute
        query = f"""SELECT id, model_id, kind, "on", paper_number, reason, target_id, round_id FROM decision
            WHERE {where} ORDER BY "on" DESC, id DESC"""
        rows = execute(query, values).fetchall()
        sites: dict[int, list[SiteId]] = {}
        added = f"SELECT decision_id, site_id FROM decision_site WHERE decision_id IN {SOME} ORDER BY id"
        for number, site in execute(added, {"ids": json.dumps([row[0] for row in rows])}):
            sites.setdefault(number, []).append(SiteId(site))
        return [
            Decision(
                id=DecisionId(row[0]),
                model_id=ModelId(row[1]),
                kind=row[2],
                on=row[3],
                paper_number=row[4],
                reason=row[5],
                target_id=row[6],
                round_id=None if row[7] is None else RoundId(row[7]),
                site_ids=tuple(sites.get(row[0], ())),
            )
            for row in rows
        ]

    # -- writing ---------------------------------------------------------------------------------------------------

    def add(self, decision: Decision) -> DecisionId:
        """Insert, with its sites; the number in the value is ignored."""
        execute = self._connection.execute
        values = (decision.model_id, decision.kind, decision.on, decision.paper_number, decision.reason)
        number = DecisionId(
            execute(
                """INSERT INTO decision (model_id, kind, "on", paper_number, reason, target_id, round_id)
                   VALUES (?, ?, ?, ?, ?, ?, ?)""",
                (*values, decision.target_id, decision.round_id),
            ).lastrowid
            or 0
        )
        self._connection.executemany(
            "INSERT INTO decision_site (decision_id, site_id) VALUES (?, ?)",
            [(number, site) for site in decision.site_ids],
        )
        return number

    def move_sites(self, decision: DecisionId, sites: Sequence[SiteId], target: ModelId) -> None:
        """``sites`` belong to ``target`` from now on, with all that stands in them; ``decision`` remembers whose they
        were."""
        values = {"decision": decision, "ids": json.dumps(list(sites)), "target": target}
        self._connection.execute(
            f"""INSERT INTO decision_move (decision_id, noun, row_id, from_id)
                SELECT :decision, 'site', id, model_id FROM site WHERE id IN {SOME} ORDER BY id""",
            values,
        )
        self._connection.execute(f"UPDATE site SET model_id = :target WHERE id IN {SOME}", values)

    def join_site(self, decision: DecisionId, site: SiteId, into: SiteId, on: str) -> None:
        """What stands in ``site`` and lasts stands ``into`` the other from now on, files too, and ``site`` ends on the
        day ``on``; ``decision`` remembers where it stood."""
        values = {"decision": decision, "site": site, "into": into, "on": on}
        for noun in ("team", "camera_point"):
            lasting = f"site_id = :site AND {LASTS.format(noun)}"
            self._connection.execute(
                f"""INSERT INTO decision_move (decision_id, noun, row_id, from_id)
                    SELECT :decision, '{noun}', id, site_id FROM {noun} WHERE {lasting} ORDER BY id""",
                values,
            )
            self._connection.execute(f"UPDATE {noun} SET site_id = :into WHERE {lasting}", values)
        self._connection.execute(
            "UPDATE attachment SET row_id = :into WHERE noun = 'site' AND row_id = :site",
            {"into": into, "site": site},
        )
        self._connection.execute("UPDATE site SET valid_to = :on WHERE id = :site", {"on": on, "site": site})
