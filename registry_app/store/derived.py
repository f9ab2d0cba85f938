"""Derived data – search text, sort keys, next review, row hashes – recomputed for the rows that an action touched.

``refresh`` runs before every COMMIT. Nothing else writes these tables.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from registry_app.domain.ids import ActionId
from registry_app.domain.schedule import Facts, due_day, is_scheduled, months_between, next_review
from registry_app.domain.vietnamese import accented, fold, sort_key
from registry_app.domain.ward import Ward

from .engine import Connection, Row
from .entries import DRAWERS, FORMER_AREAS

CHILDREN = ("model_partner", "model_tag", "model_extra", "site", "review", "status_change")
MODELS_OF = {
    "model": "SELECT value FROM json_each(:rows)",
    "model_type": "SELECT id FROM model WHERE type_id IN (SELECT value FROM json_each(:rows))",
    "organisation": "SELECT id FROM model WHERE lead_id IN (SELECT value FROM json_each(:rows))",
    "area": "SELECT model_id FROM site WHERE area_id IN (SELECT value FROM json_each(:rows))",
    "area_former_name": f"SELECT model_id FROM site WHERE area_id IN {FORMER_AREAS}",
    "tag": "SELECT model_id FROM model_tag WHERE tag_id IN (SELECT value FROM json_each(:rows))",
    "team": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id
        WHERE l.id IN (SELECT value FROM json_each(:rows))""",
    "person": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id JOIN membership x ON x.team_id = l.id
        WHERE x.person_id IN (SELECT value FROM json_each(:rows))""",
    "membership": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id WHERE l.id IN
        (SELECT team_id FROM membership WHERE id IN (SELECT value FROM json_each(:rows))
        UNION SELECT json_extract(image, '$.team_id') FROM change
        WHERE action_id = :action AND +noun = 'membership' AND kind = 'delete')""",
    "status": "SELECT model_id FROM status_change WHERE status_id IN (SELECT value FROM json_each(:rows))",
    "setting": """SELECT id FROM model WHERE EXISTS (SELECT 1 FROM setting WHERE key = 'needed'
        AND id IN (SELECT value FROM json_each(:rows)))""",
}
INSIDE = frozenset(
    ("model", "area", "area_former_name", "site", "team", "person", "membership", "household", "camera_point")
)
"""Tables on whose rows the searched text of something inside a model hangs."""
KEYED = tuple(drawer.table for drawer in DRAWERS)
BATCH = 2000

FACTS = """SELECT m.*, t.name AS type_name, t.interval_months AS type_interval, o.name AS lead_name,
    c.status_id, c."on" AS status_on,
    (SELECT min("on") FROM status_change s WHERE s.model_id = m.id AND s."on" > :today) AS status_until
    FROM model m JOIN model_type t ON t.id = m.type_id LEFT JOIN organisation o ON o.id = m.lead_id
    JOIN status_change c ON c.id = (SELECT id FROM status_change s WHERE s.model_id = m.id ORDER BY s."on" > :today,
        CASE WHEN s."on" > :today THEN s."on" END, s."on" DESC, s.id DESC LIMIT 1)
    WHERE m.id IN (SELECT value FROM json_each(:ids))"""


def refresh(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]], today: date) -> None:
    """Bring everything derived up to date for the ``rows`` that ``action`` touched, and note each table's state."""
    for table in KEYED:
        if table in rows:
            _refresh_keys(connection, table, rows[table])
    models = touched_models(connection, action, rows)
    refresh_models(connection, models, today)
    if INSIDE & rows.keys():
        from . import noun_texts  # not before something inside a model is written

        noun_texts.refresh(connection, action, rows)
    _refresh_hashes(connection, action, rows)


def touched_models(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> set[int]:
    """The models whose derived data hangs on ``rows``."""
    found: set[int] = set()
    for table, ids in rows.items():
        query = MODELS_OF.get(table)
        if table in CHILDREN:
            query = f"""SELECT model_id FROM {table} WHERE id IN (SELECT value FROM json_each(:rows))
                UNION SELECT json_extract(image, '$.model_id') FROM change
                WHERE action_id = :action AND +noun = '{table}' AND kind = 'delete'"""
        if query:
            found.update(n for (n,) in connection.execute(query, {"rows": _json(ids), "action": action}))
    return found


def refresh_models(connection: Connection, models: Iterable[int], today: date) -> None:
    """Recompute the index and the searched text of ``models``; those that are gone lose theirs."""
    wanted = sorted(models)
    needed = _needed(connection)
    for start in range(0, len(wanted), BATCH):
        ids = _json(wanted[start : start + BATCH])
        for table in ("model_index", "model_text"):
            connection.execute(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
        _insert(connection, *_derive(connection, ids, today, needed))


def roll(connection: Connection, today: date) -> list[int]:
    """The models whose status changes by itself because a day entered ahead has come."""
    query = "SELECT id FROM model_index WHERE status_until <= ?"
    return [number for (number,) in connection.execute(query, (today.isoformat(),))]


def _needed(connection: Connection) -> tuple[str, ...]:
    row = connection.execute("SELECT value FROM setting WHERE key = 'needed'").fetchone()
    return tuple(json.loads(row[0])) if row else Ward().needed


def _derive(
    connection: Connection, ids: str, today: date, needed: Sequence[str]
) -> tuple[list[dict[str, object]], list[tuple[object, ...]]]:
    cursor = connection.cursor()
    cursor.row_factory = Row
    kinds = dict(connection.execute("SELECT id, kind FROM status"))
    reviews = _by_model(
        connection,
        """SELECT model_id, "on", grade_id, effective FROM review r WHERE model_id IN (SELECT value FROM json_each(?))
           AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id) ORDER BY "on", id""",
        ids,
    )
    areas = _by_model(
        connection,
        """SELECT s.model_id, a.name, (SELECT group_concat(name, ' ') FROM area_former_name f WHERE f.area_id = a.id)
           FROM site s JOIN area a ON a.id = s.area_id
           WHERE s.model_id IN (SELECT value FROM json_each(?)) AND s.valid_to IS NULL ORDER BY s.id""",
        ids,
    )
    loose = _by_model(
        connection,
        """SELECT model_id, name FROM model_tag mt JOIN tag ON tag.id = mt.tag_id
           WHERE model_id IN (SELECT value FROM json_each(:ids))
           UNION ALL SELECT model_id, value FROM model_extra e JOIN extra_field f ON f.id = e.extra_id
           WHERE f.kind IN ('text', 'choice') AND model_id IN (SELECT value FROM json_each(:ids))
           UNION ALL SELECT s.model_id, p.name FROM site s JOIN team l ON l.site_id = s.id
           JOIN membership x ON x.team_id = l.id JOIN person p ON p.id = x.person_id
           WHERE s.model_id IN (SELECT value FROM json_each(:ids)) AND x.valid_to IS NULL""",
        ids,
    )
    index: list[dict[str, object]] = []
    texts: list[tuple[object, ...]] = []
    for row in cursor.execute(FACTS, {"ids": ids, "today": today.isoformat()}):
        places = areas.get(row["id"], [])
        index.append(_index_row(row, reviews.get(row["id"], []), places, kinds, needed))
        text = " ".join(
            str(part)
            for part in (
                row["code"],
                row["name"],
                row["type_name"],
                row["lead_name"] or "",
                *(part for place in places for part in place if part),
                *(part for (part,) in loose.get(row["id"], [])),
                row["aim"],
                row["notes"],
            )
        )
        texts.append((row["id"], f" {fold(text)} ", f" {accented(text)} "))
    return index, texts


def _by_model(connection: Connection, query: str, ids: str) -> dict[int, list[tuple[object, ...]]]:
    found: dict[int, list[tuple[object, ...]]] = {}
    for model, *rest in connection.execute(query, {"ids": ids} if ":ids" in query else (ids,)):
        found.setdefault(model, []).append(tuple(rest))
    return found


def _index_row(
    row: Row,
    reviews: Sequence[tuple[object, ...]],
    places: Sequence[tuple[object, ...]],
    kinds: Mapping[int, str],
    needed: Sequence[str],
) -> dict[str, object]:
    days = [str(on) for on, _grade, _effective in reviews]
    facts = Facts(
        review_on=row["review_on"],
        last_review=days[-1] if days else None,
        first_review=days[0] if days else None,
        founded_on=row["founded_on"],
        launched_on=row["launched_on"],
        interval=months_between(row["interval_months"], row["type_interval"]),
    )
    after = next_review(facts)
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
        "last_review": facts.last_review,
        "next_review": after,
        "due_day": due_day(after),
        "scheduled": int(is_scheduled(facts)),
        "grade_id": next((grade for _on, grade, _yes in reversed(reviews) if grade is not None), None),
        "effective": next((yes for _on, _grade, yes in reversed(reviews) if yes is not None), None),
        "missing": int(any(not (blank[name] if name in blank else row[name]) for name in needed)),
    }


def _insert(connection: Connection, index: Sequence[dict[str, object]], texts: Sequence[tuple[object, ...]]) -> None:
    if not index:
        return
    names = ", ".join(index[0])
    marks = ", ".join(f":{name}" for name in index[0])
    connection.executemany(f"INSERT INTO model_index ({names}) VALUES ({marks})", index)
    connection.executemany("INSERT INTO model_text (id, folded, accented) VALUES (?, ?, ?)", texts)


def _refresh_keys(connection: Connection, table: str, rows: Iterable[int]) -> None:
    ids = _json(rows)
    connection.execute("DELETE FROM entry_key WHERE noun = ? AND id IN (SELECT value FROM json_each(?))", (table, ids))
    found = connection.execute(f"SELECT id, name FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    connection.executemany(
        "INSERT INTO entry_key (noun, id, sort_key) VALUES (?, ?, ?)",
        [(table, number, sort_key(name)) for number, name in found.fetchall()],
    )


def row_hash(row: Sequence[object]) -> int:
    """blake2b-64 of a row's canonical form, as a signed number that SQLite can hold."""
    from hashlib import blake2b  # brings OpenSSL: not before the first save

    text = json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def _refresh_hashes(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> None:
    for table, numbers in rows.items():
        ids = _json(numbers)
        last = connection.execute(
            "SELECT row_count, hash_sum FROM state WHERE noun = ? ORDER BY action_id DESC LIMIT 1", (table,)
        ).fetchone()
        count, total = last or (0, 0)
        old = connection.execute(
            "SELECT hash FROM row_hash WHERE noun = ? AND row_id IN (SELECT value FROM json_each(?))", (table, ids)
        ).fetchall()
        found = connection.execute(f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
        new = [(table, row[0], row_hash(row)) for row in found]
        connection.execute(
            "DELETE FROM row_hash WHERE noun = ? AND row_id IN (SELECT value FROM json_each(?))", (table, ids)
        )
        connection.executemany("INSERT INTO row_hash (noun, row_id, hash) VALUES (?, ?, ?)", new)
        total = signed(total - sum(h for (h,) in old) + sum(h for _table, _row, h in new))
        connection.execute(
            "INSERT INTO state (action_id, noun, row_count, hash_sum) VALUES (?, ?, ?, ?)",
            (action, table, count - len(old) + len(new), total),
        )


def signed(number: int) -> int:
    """``number`` modulo 2^64 as a signed 64-bit number."""
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)


def _json(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))
