"""Derived data – search text, sort keys, next review; hashes are in hashes.py – recomputed for rows that were touched.

``refresh`` runs before every COMMIT. Nothing else writes these tables.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from registry_app.domain.ids import ActionId
from registry_app.domain.office_days import office_days
from registry_app.domain.summaries import KINDS, rules
from registry_app.domain.vietnamese import sort_key
from registry_app.domain.ward import Ward

from . import hashes, model_days, model_reviews, model_rows, settings
from .engine import Connection, Row
from .entries import DRAWERS, FORMER_AREAS

CHILDREN = ("model_partner", "model_tag", "model_extra", "site", "review", "status_change")
SETTINGS = "('needed', 'weak_rank', 'holidays', 'due_by', 'off_days', 'summary_days', 'summary_since')"
"""Facts of the ward on which what is derived of models hangs."""
MODELS_OF = {
    "model": "SELECT value FROM json_each(:rows)",
    "model_type": "SELECT id FROM model WHERE type_id IN (SELECT value FROM json_each(:rows))",
    "organisation": "SELECT id FROM model WHERE lead_id IN (SELECT value FROM json_each(:rows))",
    "area": "SELECT model_id FROM site WHERE area_id IN (SELECT value FROM json_each(:rows))",
    "area_former_name": f"SELECT model_id FROM site WHERE area_id IN {FORMER_AREAS}",
    "tag": "SELECT model_id FROM model_tag WHERE tag_id IN (SELECT value FROM json_each(:rows))",
    "team": """SELECT model_id FROM site WHERE id IN
        (SELECT site_id FROM team WHERE id IN (SELECT value FROM json_each(:rows))
        UNION SELECT json_extract(image, '$.site_id') FROM change
        WHERE action_id = :action AND +noun = 'team' AND kind = 'delete'
        UNION SELECT json_extract(image, '$.site_id[0]') FROM change
        WHERE action_id = :action AND +noun = 'team' AND json_type(image, '$.site_id') = 'array')""",
    "role": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id JOIN membership x ON x.team_id = l.id
        WHERE x.role_id IN (SELECT value FROM json_each(:rows))""",
    "person": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id JOIN membership x ON x.team_id = l.id
        WHERE x.person_id IN (SELECT value FROM json_each(:rows))""",
    "membership": """SELECT s.model_id FROM site s JOIN team l ON l.site_id = s.id WHERE l.id IN
        (SELECT team_id FROM membership WHERE id IN (SELECT value FROM json_each(:rows))
        UNION SELECT json_extract(image, '$.team_id') FROM change
        WHERE action_id = :action AND +noun = 'membership' AND kind = 'delete')""",
    "grade": """SELECT id FROM model WHERE EXISTS (SELECT 1 FROM change WHERE action_id = :action AND +noun = 'grade'
        AND (kind <> 'update' OR json_type(image, '$.rank') IS NOT NULL))""",
    "status": "SELECT model_id FROM status_change WHERE status_id IN (SELECT value FROM json_each(:rows))",
    "setting": f"""SELECT id FROM model WHERE EXISTS (SELECT 1 FROM setting WHERE key IN {SETTINGS}
        AND id IN (SELECT value FROM json_each(:rows)) UNION ALL SELECT 1 FROM change WHERE action_id = :action
        AND +noun = 'setting' AND kind = 'delete' AND json_extract(image, '$.key') IN {SETTINGS})""",
}
INSIDE = frozenset(
    (
        *("model", "area", "area_former_name", "site", "team", "person", "membership", "household", "camera_point"),
        *("commendation", "exemplar", "recognition", "award_form", "result", "indicator"),
    )
)
"""Tables on whose rows the searched text of something inside a model hangs."""
KEYED = tuple(drawer.table for drawer in DRAWERS)
BATCH = 2000

PERIODIC = """SELECT m.id, m.founded_on, m.launched_on FROM model m JOIN model_index i ON i.id = m.id
    JOIN model_type t ON t.id = m.type_id WHERE m.id IN (SELECT value FROM json_each(?)) AND +i.trashed = 0
    AND +i.status_kind = 'active' AND coalesce(m.interval_months, t.interval_months, 0) > 0"""
"""The pluses keep to the few models that are asked for: all that are active would be looked through."""
FORGET_SUMMARIES = f"""DELETE FROM model_summary WHERE kind IN ({", ".join(f"'{kind}'" for kind in KINDS)})
    AND id IN (SELECT value FROM json_each(?))"""
"""By its whole key: a search by ``id`` alone would look through all."""


def refresh(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]], today: date) -> None:
    """Bring everything derived up to date for the ``rows`` that ``action`` touched, and note each table's state."""
    for table in KEYED:
        if table in rows:
            _refresh_keys(connection, table, rows[table])
    models = touched_models(connection, action, rows)
    if _only_reviews(connection, action, rows):
        _refresh_reviews(connection, models, summaries=model_reviews.summing(connection, action, _json(rows["review"])))
    else:
        refresh_models(connection, models, today)
    if INSIDE & rows.keys():
        from . import noun_texts  # not before something inside a model is written

        noun_texts.refresh(connection, action, rows)
    hashes.refresh(connection, action, rows)


def touched_models(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> set[int]:
    """The models whose derived data hangs on ``rows``."""
    found: set[int] = set()
    for table, ids in rows.items():
        query = MODELS_OF.get(table)
        if table in CHILDREN:
            query = f"""SELECT model_id FROM {table} WHERE id IN (SELECT value FROM json_each(:rows))
                UNION SELECT json_extract(image, '$.model_id') FROM change
                WHERE action_id = :action AND +noun = '{table}' AND kind = 'delete'
                UNION SELECT json_extract(image, '$.model_id[0]') FROM change
                WHERE action_id = :action AND +noun = '{table}' AND json_type(image, '$.model_id') = 'array'"""
        if query:
            found.update(n for (n,) in connection.execute(query, {"rows": _json(ids), "action": action}))
    return found


def _only_reviews(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> bool:
    """Whether nothing about models was touched but their reviews, as when many are reviewed at once."""
    if "review" not in rows or (rows.keys() & (MODELS_OF.keys() | set(CHILDREN))) - {"review", "model"}:
        return False
    own_date = "model" in rows
    if own_date and "review_on" in settings.ward(connection).needed:
        return False
    return not (own_date and model_reviews.otherwise(connection, action))


def _refresh_reviews(connection: Connection, models: Iterable[int], *, summaries: bool) -> None:
    """Recompute of ``models`` what hangs on their reviews; all else about them is as it was."""
    wanted = sorted(models)
    ward = settings.ward(connection)
    weak, days = model_reviews.weak(connection), office_days(ward)
    for start in range(0, len(wanted), BATCH):
        ids = _json(wanted[start : start + BATCH])
        model_reviews.update(connection, ids, weak, days)
        if summaries:
            _refresh_summaries(connection, ids, ward)


def refresh_models(connection: Connection, models: Iterable[int], today: date) -> None:
    """Recompute the index and the searched text of ``models``; those that are gone lose theirs."""
    wanted = sorted(models)
    ward = settings.ward(connection)
    for start in range(0, len(wanted), BATCH):
        ids = _json(wanted[start : start + BATCH])
        model_rows.write(connection, ids, ward, today)
        _refresh_summaries(connection, ids, ward)


def roll(connection: Connection, today: date) -> list[int]:
    """The models whose status or leaders change by themselves because a day entered ahead has come."""
    query = """SELECT id FROM model_index WHERE status_until <= :on
        UNION SELECT id FROM model_index WHERE leader_until <= :on"""
    return [number for (number,) in connection.execute(query, {"on": today.isoformat()})]


def rebuild(connection: Connection, action: ActionId, tables: Iterable[str], today: date) -> None:
    """Work out everything about models anew, and the hashes of ``tables`` whose rows have other columns now, after
    ``action`` brought a register to another form."""
    refresh_models(connection, [number for (number,) in connection.execute("SELECT id FROM model")], today)
    for table in tables:
        hashes.rebuild(connection, action, table)


def _refresh_summaries(connection: Connection, ids: str, ward: Ward) -> None:
    """Write when sơ kết and tổng kết of the models of ``ids`` are due; a model that is not active, or never reviewed
    by any rule, needs none."""
    connection.execute(FORGET_SUMMARIES, (ids,))
    asked = rules(ward)
    if not asked:
        return
    cursor = connection.cursor()
    cursor.row_factory = Row
    models = cursor.execute(PERIODIC, (ids,)).fetchall()
    rows = model_days.summaries(connection, ids, models, asked, office_days(ward))
    connection.executemany(
        "INSERT INTO model_summary (kind, id, last_on, next_on, due_day) VALUES (?, ?, ?, ?, ?)", rows
    )


def _refresh_keys(connection: Connection, table: str, rows: Iterable[int]) -> None:
    ids = _json(rows)
    connection.execute("DELETE FROM entry_key WHERE noun = ? AND id IN (SELECT value FROM json_each(?))", (table, ids))
    found = connection.execute(f"SELECT id, name FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    connection.executemany(
        "INSERT INTO entry_key (noun, id, sort_key) VALUES (?, ?, ?)",
        [(table, number, sort_key(name)) for number, name in found.fetchall()],
    )


def _json(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))
