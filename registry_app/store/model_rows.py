"""The rows of models in model_index and model_text, worked out for many at once. Called by ``derived`` and nowhere
else."""

from collections.abc import Mapping, Sequence
from datetime import date

from registry_app.domain.office_days import office_days
from registry_app.domain.schedule import due_day
from registry_app.domain.vietnamese import accented, fold, sort_key
from registry_app.domain.ward import Ward

from . import model_days, model_reviews
from .engine import Connection, Row

Parts = Mapping[int, Sequence[tuple[object, ...]]]
"""What belongs to models, by their numbers."""
FACTS = """SELECT m.*, t.name AS type_name, t.interval_months AS type_interval, o.name AS lead_name,
    c.status_id, c."on" AS status_on,
    (SELECT min("on") FROM status_change s WHERE s.model_id = m.id AND s."on" > :today) AS status_until
    FROM model m JOIN model_type t ON t.id = m.type_id LEFT JOIN organisation o ON o.id = m.lead_id
    JOIN status_change c ON c.id = (SELECT id FROM status_change s WHERE s.model_id = m.id ORDER BY s."on" > :today,
        CASE WHEN s."on" > :today THEN s."on" END, s."on" DESC, s.id DESC LIMIT 1)
    WHERE m.id IN (SELECT value FROM json_each(:ids))"""
PLACES = """SELECT s.model_id, a.name, (SELECT group_concat(name, ' ') FROM area_former_name f WHERE f.area_id = a.id)
    FROM site s JOIN area a ON a.id = s.area_id
    WHERE s.model_id IN (SELECT value FROM json_each(:ids)) AND s.valid_to IS NULL ORDER BY s.id"""
LOOSE = """SELECT model_id, name FROM model_tag mt JOIN tag ON tag.id = mt.tag_id
    WHERE model_id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT model_id, value FROM model_extra e JOIN extra_field f ON f.id = e.extra_id
    WHERE f.kind IN ('text', 'choice') AND model_id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT s.model_id, p.name FROM site s JOIN team l ON l.site_id = s.id
    JOIN membership x ON x.team_id = l.id JOIN person p ON p.id = x.person_id
    WHERE s.model_id IN (SELECT value FROM json_each(:ids)) AND x.valid_to IS NULL"""
"""Tags, texts of extra fields and names of members, which are searched for too."""


def write(connection: Connection, ids: str, ward: Ward, today: date) -> None:
    """Write both anew for the models of ``ids`` (a JSON list); those that are gone lose theirs."""
    for table in ("model_index", "model_text"):
        connection.execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    cursor = connection.cursor()
    cursor.row_factory = Row
    models = cursor.execute(FACTS, {"ids": ids, "today": today.isoformat()}).fetchall()
    if not models:
        return
    places = _by_model(connection, PLACES, ids)
    index = _index(connection, ids, models, places, ward, today)
    names = ", ".join(index[0])
    marks = ", ".join(f":{name}" for name in index[0])
    connection.executemany(f"INSERT INTO model_index ({names}) VALUES ({marks})", index)
    loose = _by_model(connection, LOOSE, ids)
    texts = [_text(row, places.get(row["id"], ()), loose.get(row["id"], ())) for row in models]
    connection.executemany("INSERT INTO model_text (id, folded, accented) VALUES (?, ?, ?)", texts)


def _by_model(connection: Connection, query: str, ids: str) -> Parts:
    found: dict[int, list[tuple[object, ...]]] = {}
    for model, *rest in connection.execute(query, {"ids": ids}):
        found.setdefault(model, []).append(tuple(rest))
    return found


def _index(
    connection: Connection, ids: str, models: Sequence[Row], places: Parts, ward: Ward, today: date
) -> list[dict[str, object]]:
    """The rows of model_index: what the models say themselves, how they were reviewed, who leads them."""
    kinds = dict(connection.execute("SELECT id, kind FROM status"))
    weak, days = model_reviews.weak(connection), office_days(ward)
    reviews = model_reviews.by_model(connection, ids)
    leading = model_days.leading(connection, ids, today)
    found: list[dict[str, object]] = []
    for row in models:
        led = leading.get(row["id"], model_days.NOBODY)
        found.append(
            {
                **_index_row(row, places.get(row["id"], ()), kinds, ward.needed),
                **model_reviews.columns(row, reviews.get(row["id"], ()), weak, days),
                "leaderless": int(led.leaderless),
                "leader_until": led.until,
            }
        )
    return found


def _index_row(
    row: Row, places: Sequence[tuple[object, ...]], kinds: Mapping[int, str], needed: Sequence[str]
) -> dict[str, object]:
    keys = [sort_key(str(place[0])) for place in places]
    blank = {"field": row["field_id"], "lead": row["lead_id"], "areas": places or None}
    return {
        "id": row["id"],
        "name_key": sort_key(row["name"]),
        "folded_name": fold(row["name"]),
        "area_key": min(keys) if keys else None,
        "code": row["code"],
        "type_id": row["type_id"],
        "kind": row["kind"],
        "field_id": row["field_id"],
        "level": row["level"],
        "lead_id": row["lead_id"],
        "status_id": row["status_id"],
        "status_kind": kinds[row["status_id"]],
        "status_on": row["status_on"] or None,
        "status_until": row["status_until"],
        "trashed": int(row["trashed_on"] is not None),
        "founded_on": row["founded_on"],
        "period_day": due_day(row["period_to"]),
        "missing": int(any(not (blank[name] if name in blank else row[name]) for name in needed)),
    }


def _text(row: Row, places: Sequence[tuple[object, ...]], loose: Sequence[tuple[object, ...]]) -> tuple[object, ...]:
    """The row of model_text: all in which words are looked for, folded and with its accents."""
    parts = (
        row["code"],
        row["name"],
        row["type_name"],
        row["lead_name"] or "",
        *(part for place in places for part in place if part),
        *(part for (part,) in loose),
        row["aim"],
        row["notes"],
    )
    text = " ".join(map(str, parts))
    return row["id"], f" {fold(text)} ", f" {accented(text)} "
