"""The SQL about rounds of reviews and their rows is here and nowhere else; that about closing is in ``round_ends``."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from registry_app.domain.errors import NotFound
from registry_app.domain.ids import AreaId, CriterionId, RoundId, RoundRowId
from registry_app.domain.review_round import ReviewRound, RoundRow
from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.saved_view import from_text, to_text
from registry_app.domain.words import N_

from .axes import LEADERS
from .engine import Connection, Row
from .entries import Usable
from .holding import stands

ROUND = (
    "code",
    "name",
    "kind",
    "period_from",
    "period_to",
    "deadline",
    "search",
    "sheet_id",
    "paper_number",
    "notes",
    "opened_on",
    "closed_on",
)
ROW = (
    "round_id",
    "model_id",
    "position",
    "area_id",
    "reviewer",
    "left_out",
    "on",
    "grade_id",
    "effective",
    "findings",
    "decision",
    "review_id",
)
FATES = """count(*) AS rows,
    coalesce(sum(w.left_out = '' AND (w.grade_id IS NOT NULL OR w.effective IS NOT NULL)), 0) AS entered,
    coalesce(sum(w.left_out <> ''), 0) AS left_out,
    coalesce(sum(w.left_out = '' AND w.grade_id IS NULL AND w.effective IS NULL), 0) AS waiting"""
"""What became of rows ``w``."""
SITES = f"""(SELECT group_concat(nullif(s.name, ''), '; ') FROM site s
    WHERE s.model_id = w.model_id AND +s.area_id IS w.area_id AND {stands("s")})"""
"""The model's sites where the row ``w`` is looked at; the plus keeps to the index of sites by model."""
BEFORE = """FROM review r WHERE r.model_id = w.model_id AND r.id IS NOT w.review_id
    AND (d.closed_on IS NULL OR r."on" <= d.closed_on)
    AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id)"""
"""The reviews before the round ``d`` of the model of the row ``w``."""
SHOWN = f"""SELECT w.*, m.code, m.name AS model, t.name AS type, coalesce(a.name, '') AS area,
    coalesce({SITES}, '') AS site, coalesce({LEADERS}, '') AS leader, coalesce(g.name, '') AS grade,
    coalesce((SELECT b.name {BEFORE.replace("WHERE", "JOIN grade b ON b.id = r.grade_id WHERE", 1)}
        ORDER BY r."on" DESC, r.id DESC LIMIT 1), '') AS last_grade,
    (SELECT max(r."on") {BEFORE}) AS last_review,
    i.next_review, m.founded_on, i.trashed, i.status_kind = 'ended' AS ended,
    CASE WHEN t.statutory THEN 'statutory' WHEN m.kind = 'theme' THEN 'theme' ELSE '' END AS apart
    FROM round_row w JOIN review_round d ON d.id = w.round_id JOIN model m ON m.id = w.model_id
    JOIN model_index i ON i.id = w.model_id JOIN model_type t ON t.id = m.type_id
    LEFT JOIN area a ON a.id = w.area_id LEFT JOIN grade g ON g.id = w.grade_id
    WHERE w.round_id = :round ORDER BY w.position"""


class Fates(NamedTuple):
    """How many rows there are, and how many of them are what."""

    rows: int
    entered: int
    left_out: int
    waiting: int


class RowFacts(Struct, frozen=True):
    """A row, and what of its model a result is checked against."""

    row: RoundRow
    code: str
    founded_on: str | None
    trashed: bool
    ended: bool


class RoundShelf:
    """Rounds and rows. Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Usable) -> None:
        self._register = register

    @property
    def _connection(self) -> Connection:
        return self._register.connection

    # -- rounds ----------------------------------------------------------------------------------------------------

    def one(self, round_id: RoundId) -> ReviewRound:
        """The round of that number. Raises NotFound."""
        found = self._rounds("WHERE d.id = :round", {"round": round_id})
        if not found:
            raise NotFound(N_("This round of reviews is no longer in the register."))
        return found[0].round

    def shown(self, round_id: RoundId | None = None) -> list[RoundShown]:
        """All rounds (or that one) with what became of their rows, newest first."""
        return self._rounds("" if round_id is None else "WHERE d.id = :round", {"round": round_id})

    def by_code(self, code: str) -> RoundId:
        """The row number of ``code`` (any case). Raises NotFound."""
        wanted = code.strip().upper()
        found = self._connection.execute("SELECT id FROM review_round WHERE upper(code) = ?", (wanted,)).fetchone()
        if found is None:
            known = ", ".join(code for (code,) in self._connection.execute("SELECT code FROM review_round ORDER BY id"))
            if not known:
                raise NotFound(N_("There is no round “{code}”; no round of reviews was opened yet."), code=code)
            raise NotFound(N_("There is no round “{code}”. Rounds: {codes}."), code=code, codes=known)
        return RoundId(found[0])

    def insert(self, value: ReviewRound) -> RoundId:
        """Add ``value``, whose code is given; returns its row number."""
        names = ", ".join(ROUND)
        marks = ", ".join(f":{name}" for name in ROUND)
        query = f"INSERT INTO review_round ({names}) VALUES ({marks})"
        return RoundId(self._connection.execute(query, _stored(value)).lastrowid or 0)

    def update(self, value: ReviewRound) -> None:
        """Write ``value`` over its row; code and scope stay."""
        sets = ", ".join(f"{name} = :{name}" for name in ROUND if name not in ("code", "search"))
        self._connection.execute(f"UPDATE review_round SET {sets} WHERE id = :id", {**_stored(value), "id": value.id})

    def open_with(self, models: Sequence[int]) -> list[tuple[ReviewRound, int]]:
        """The open rounds that hold some of ``models``, and how many of them."""
        query = """SELECT w.round_id, count(*) FROM round_row w JOIN review_round d ON d.id = w.round_id
            WHERE d.closed_on IS NULL AND w.left_out = '' AND w.model_id IN (SELECT value FROM json_each(?))
            GROUP BY w.round_id ORDER BY w.round_id"""
        found = self._connection.execute(query, (_json(models),)).fetchall()
        return [(self.one(RoundId(number)), count) for number, count in found]

    def _rounds(self, where: str, values: Mapping[str, object]) -> list[RoundShown]:
        names = ", ".join(f"d.{name}" for name in ROUND)
        query = f"""SELECT d.id, {names}, f.rows, f.entered, f.left_out, f.waiting FROM review_round d
            LEFT JOIN (SELECT w.round_id, {FATES} FROM round_row w GROUP BY w.round_id) f ON f.round_id = d.id
            {where} ORDER BY d.period_from DESC, d.id DESC"""
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        return [
            RoundShown(
                round=ReviewRound(
                    **{name: row[name] for name in ("id", *ROUND) if name != "search"}, search=from_text(row["search"])
                ),
                **{name: row[name] or 0 for name in ("rows", "entered", "left_out", "waiting")},
            )
            for row in cursor.execute(query, values)
        ]

    # -- what an opening needs -------------------------------------------------------------------------------------

    def takeable(self, models: Iterable[int]) -> list[int]:
        """Those of ``models`` that can be reviewed, in the order given: neither in the trash nor ended."""
        wanted = list(models)
        query = """SELECT id FROM model_index WHERE id IN (SELECT value FROM json_each(?))
            AND trashed = 0 AND status_kind <> 'ended'"""
        there = {number for (number,) in self._connection.execute(query, (_json(wanted),))}
        return [number for number in wanted if number in there]

    def first_areas(self, models: Sequence[int]) -> dict[int, AreaId]:
        """The area of the first site in use of each of ``models`` that has one."""
        query = """SELECT model_id, area_id FROM site WHERE model_id IN (SELECT value FROM json_each(?))
            AND valid_to IS NULL AND area_id IS NOT NULL ORDER BY id DESC"""
        return {model: AreaId(area) for model, area in self._connection.execute(query, (_json(models),))}

    # -- rows ------------------------------------------------------------------------------------------------------

    def rows(self, round_id: RoundId) -> list[RoundRow]:
        """The rows of the round by position."""
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        scores = self._scores(round_id)
        query = "SELECT * FROM round_row WHERE round_id = ? ORDER BY position"
        return [
            RoundRow(**dict(row), scores=tuple(scores.get(row["id"], ()))) for row in cursor.execute(query, (round_id,))
        ]

    def rows_shown(self, round_id: RoundId, on: date) -> list[RowShown]:
        """The rows by position with every name looked up; leaders and sites are those of the day ``on``."""
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        scores = self._scores(round_id)
        found = cursor.execute(SHOWN, {"round": round_id, "on": on.isoformat()})
        return [_row_shown(row, scores) for row in found]

    def named(
        self, round_id: RoundId, positions: Sequence[int] | None = None, codes: Sequence[str] = ()
    ) -> list[RowFacts]:
        """The rows of those positions or of models of those ``codes`` (capitals), by position; all when none is
        named."""
        which = """AND (w.position IN (SELECT value FROM json_each(:positions))
            OR upper(m.code) IN (SELECT value FROM json_each(:codes)))"""
        query = f"""SELECT w.*, m.code, m.founded_on, i.trashed, i.status_kind = 'ended' AS ended
            FROM round_row w JOIN model m ON m.id = w.model_id JOIN model_index i ON i.id = m.id
            WHERE w.round_id = :round {"" if positions is None else which} ORDER BY w.position"""
        cursor = self._connection.cursor()
        cursor.row_factory = Row
        values = {"round": round_id, "positions": _json(positions or ()), "codes": json.dumps(list(codes))}
        scores = self._scores(round_id)
        found = []
        for row in cursor.execute(query, values):
            plain = {name: row[name] for name in ("id", *ROW)}
            value = RoundRow(**plain, scores=tuple(scores.get(row["id"], ())))
            found.append(RowFacts(value, row["code"], row["founded_on"], bool(row["trashed"]), bool(row["ended"])))
        return found

    def insert_rows(self, rows: Iterable[RoundRow]) -> None:
        """Add rows; their numbers are ignored."""
        names = ", ".join(f'"{name}"' for name in ROW)
        marks = ", ".join("?" * len(ROW))
        self._connection.executemany(
            f"INSERT INTO round_row ({names}) VALUES ({marks})",
            [tuple(getattr(row, name) for name in ROW) for row in rows],
        )

    def update_rows(self, pairs: Sequence[tuple[RoundRow, RoundRow]]) -> None:
        """Write the second of each pair over the first, which is what the register has; only what differs is
        touched."""
        changed: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        for old, new in pairs:
            names = tuple(name for name in ROW if getattr(old, name) != getattr(new, name))
            if names:
                changed.setdefault(names, []).append((*(getattr(new, name) for name in names), old.id))
            if old.scores != new.scores:
                self._write_scores(old, new)
        for names, values in changed.items():
            sets = ", ".join(f'"{name}" = ?' for name in names)
            self._connection.executemany(f"UPDATE round_row SET {sets} WHERE id = ?", values)

    def progress(self, round_id: RoundId) -> tuple[dict[AreaId | None, Fates], dict[str, Fates]]:
        """What became of the rows: by area, by reviewer."""
        areas: dict[AreaId | None, Fates] = dict(self._told_apart(round_id, "w.area_id"))
        return areas, dict(self._told_apart(round_id, "w.reviewer"))

    def reviewers(self) -> list[str]:
        """Everybody who was ever named as a reviewer, the latest first."""
        query = "SELECT reviewer FROM round_row WHERE reviewer <> '' GROUP BY reviewer ORDER BY max(id) DESC"
        return [name for (name,) in self._connection.execute(query)]

    def latest_reviewers(self) -> dict[AreaId, str]:
        """Who looked last in each area that anybody ever looked in."""
        query = """SELECT area_id, reviewer, max(id) FROM round_row
            WHERE reviewer <> '' AND area_id IS NOT NULL GROUP BY area_id"""
        return {AreaId(area): name for area, name, _last in self._connection.execute(query)}

    def _told_apart(self, round_id: RoundId, column: str) -> Iterable[tuple[Any, Fates]]:
        query = f"SELECT {column} AS value, {FATES} FROM round_row w WHERE w.round_id = ? GROUP BY {column}"
        for value, *counts in self._connection.execute(query, (round_id,)):
            yield value, Fates(*counts)

    def _scores(self, round_id: RoundId) -> dict[RoundRowId, list[tuple[CriterionId, int]]]:
        query = """SELECT s.row_id, s.criterion_id, s.points FROM round_score s JOIN round_row w ON w.id = s.row_id
            WHERE w.round_id = ? ORDER BY s.criterion_id"""
        found: dict[RoundRowId, list[tuple[CriterionId, int]]] = {}
        for row, criterion, points in self._connection.execute(query, (round_id,)):
            found.setdefault(row, []).append((criterion, points))
        return found

    def _write_scores(self, old: RoundRow, new: RoundRow) -> None:
        before, after = dict(old.scores), dict(new.scores)
        for criterion in before.keys() - after.keys():
            query = "DELETE FROM round_score WHERE row_id = ? AND criterion_id = ?"
            self._connection.execute(query, (old.id, criterion))
        for criterion, points in sorted(after.items()):
            if criterion not in before:
                query = "INSERT INTO round_score (row_id, criterion_id, points) VALUES (?, ?, ?)"
                self._connection.execute(query, (old.id, criterion, points))
            elif before[criterion] != points:
                query = "UPDATE round_score SET points = ? WHERE row_id = ? AND criterion_id = ?"
                self._connection.execute(query, (points, old.id, criterion))


def _stored(value: ReviewRound) -> dict[str, object]:
    values = {name: getattr(value, name) for name in ROUND}
    return {**values, "search": to_text(value.search)}


def _row_shown(row: Row, scores: Mapping[RoundRowId, Sequence[tuple[CriterionId, int]]]) -> RowShown:
    values: dict[str, Any] = dict(zip(row.keys(), row, strict=True))
    values.update(trashed=bool(row["trashed"]), ended=bool(row["ended"]), scores=tuple(scores.get(row["id"], ())))
    return RowShown(**values)


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
