"""What the official count needs of a day, read in a few passes. The SQL of it is here; what counts is said in
``domain.counting``."""

import gc
import json
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from registry_app.domain.counting import CameraFact, Facts, ModelFact, SiteFact

from . import merged
from .area_changes import moved_since
from .engine import Connection
from .entries import Usable
from .holding import holds, stands

MODELS = """SELECT m.id, m.type_id, m.field_id, z.id, z.kind, m.kind, t.statutory FROM model m
    JOIN model_index i ON i.id = m.id JOIN model_type t ON t.id = m.type_id
    JOIN status z ON z.id = CASE WHEN i.status_on <= :on AND (i.status_until IS NULL OR i.status_until > :on)
        THEN i.status_id ELSE (SELECT status_id FROM status_change s WHERE s.model_id = m.id AND s."on" <= :on
        ORDER BY s."on" DESC, s.id DESC LIMIT 1) END
    WHERE m.trashed_on IS NULL {among}"""
AMONG = "AND m.id IN (SELECT value FROM json_each(:ids))"
TYPED = """SELECT e.model_id, f.key, e.value FROM model_extra e JOIN extra_field f ON f.id = e.extra_id
    WHERE f.key IN ('eyes', 'recorders')"""
POINTED = "SELECT DISTINCT s.model_id FROM camera_point k JOIN site s ON s.id = k.site_id"
HOUSEHOLD = """CASE WHEN r.head_id IS NULL AND r.address = '' THEN r.id
    ELSE coalesce(r.head_id, r.head) || '|' || r.address END"""
"""What tells a household: its head and address; without them its row."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while very many values are made, none of which can be garbage yet: a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class CountShelf:
    """Facts for counting; reads only."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    @property
    def size(self) -> int:
        """About how many rows a count of the whole register goes through."""
        tables = ("model", "site", "team", "membership", "household", "camera_point")
        return sum(self._last(table) for table in tables)

    def facts(self, on: date, among: Sequence[int] | None = None) -> Facts:
        """What held on the day ``on`` of the models ``among`` (row numbers; None: all)."""
        with uncollected():
            return self._facts(on, among)

    def _facts(self, on: date, among: Sequence[int] | None) -> Facts:
        values = {"on": on.isoformat(), "ids": json.dumps(list(among or ()))}
        models = self._models(values, all_of_them=among is None)
        sites = self._sites(values, on, models)
        stood = moved_since(self._connection, "team", "site_id", on)
        every = {team: stood.get(team, site) for team, site in self._held("team", "r.id, r.site_id", values)}
        teams = {team: site for team, site in every.items() if site in sites}
        hung = moved_since(self._connection, "camera_point", "site_id", on)
        points = self._held("camera_point", "r.id, r.site_id, coalesce(r.eyes, 0), coalesce(r.recorders, 0)", values)
        return Facts(
            on=on,
            models=models,
            sites=sites,
            teams=teams,
            members=[one for one in self._members(values) if one[0] in teams],
            households=[one for one in self._held("household", f"r.team_id, {HOUSEHOLD}", values) if one[0] in teams],
            cameras=[
                CameraFact(place, eyes, recorders)
                for camera, site, eyes, recorders in points
                if (place := hung.get(camera, site)) in sites
            ],
        )

    def _sites(self, values: dict[str, str], on: date, models: Container[int]) -> dict[int, SiteFact]:
        """The sites of ``models``, in the areas and with the models to which they belonged then."""
        lay = moved_since(self._connection, "site", "area_id", on)
        was = moved_since(self._connection, "site", "model_id", on)
        rows = self._connection.execute(f"SELECT r.id, r.model_id, r.area_id FROM site r WHERE {stands('r')}", values)
        if not lay and not was:  # as nearly always
            return {site: SiteFact(model, area) for site, model, area in rows if model in models}
        return {
            site: SiteFact(model, lay.get(site, area))
            for site, model_now, area in rows
            if (model := was.get(site, model_now)) in models
        }

    def _models(self, values: dict[str, str], *, all_of_them: bool) -> dict[int, ModelFact]:
        execute = self._connection.execute
        typed: dict[str, dict[int, int]] = {"eyes": {}, "recorders": {}}
        for model, key, value in execute(TYPED):
            typed[key][model] = int(value) if value.isdigit() else 0
        moved = merged.later(self._connection, date.fromisoformat(values["on"]))
        cameras = execute(merged.as_then(POINTED) if moved else POINTED, values)
        pointed = {model for (model,) in cameras}
        query = MODELS.format(among="" if all_of_them else AMONG)
        eyes, recorders = typed["eyes"], typed["recorders"]
        return {
            number: ModelFact(
                type_id,
                field_id,
                status,
                status_kind,
                kind,
                bool(statutory),
                eyes.get(number, 0),
                recorders.get(number, 0),
                number in pointed,
            )
            for number, type_id, field_id, status, status_kind, kind, statutory in execute(query, values)
        }

    def _members(self, values: dict[str, str]) -> Iterable[tuple[int, int]]:
        query = f"""SELECT r.team_id, coalesce(p.replaced_by, p.id) FROM membership r
            JOIN person p ON p.id = r.person_id WHERE {holds("r")}"""
        return self._connection.execute(query, values)

    def _held(self, table: str, columns: str, values: dict[str, str]) -> Iterable[tuple]:  # type: ignore[type-arg]
        return self._connection.execute(f"SELECT {columns} FROM {table} r WHERE {holds('r')}", values)

    def _last(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
