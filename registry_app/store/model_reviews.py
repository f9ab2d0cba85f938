"""What of a model hangs on its reviews alone – the last of them, when the next is due, grades – worked out for many at
once. Called by ``derived`` and ``model_rows`` and nowhere else."""

import json
from collections.abc import Container, Mapping, Sequence
from typing import Any

from registry_app.domain.office_days import OfficeDays
from registry_app.domain.schedule import Facts, due_day, is_scheduled, months_between, next_review
from registry_app.domain.weakness import LAST, weak_grades, weak_run

from .engine import Connection, Row

Seen = tuple[str, int | None, str | None]
"""A review that counts: day, grade, effective."""
REVIEWS = """SELECT model_id, "on", grade_id, effective FROM review r WHERE model_id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id) ORDER BY "on", id"""
SCHEDULED = """SELECT m.id, m.review_on, m.founded_on, m.launched_on, m.interval_months,
    t.interval_months AS type_interval FROM model m JOIN model_type t ON t.id = m.type_id
    WHERE m.id IN (SELECT value FROM json_each(?))"""
OTHERWISE = """SELECT 1 FROM change WHERE action_id = ? AND +noun = 'model' AND (kind <> 'update'
    OR EXISTS (SELECT 1 FROM json_each(image) k WHERE k.key NOT IN ('review_on', 'review_on_entered'))) LIMIT 1"""
SUMMING = """SELECT 1 FROM review WHERE id IN (SELECT value FROM json_each(:rows))
    AND (kind IN ('interim', 'final') OR corrects IS NOT NULL)
    UNION ALL SELECT 1 FROM change WHERE action_id = :action AND +noun = 'review' AND kind = 'delete'
    AND (json_extract(image, '$.kind') IN ('interim', 'final') OR json_extract(image, '$.corrects') IS NOT NULL)
    LIMIT 1"""


def weak(connection: Connection) -> frozenset[int]:
    """The grades that the ward holds to be weak."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'weak_rank'").fetchone()
    return weak_grades(dict(connection.execute("SELECT id, rank FROM grade")), json.loads(row[0]) if row else LAST)


def by_model(connection: Connection, ids: str) -> dict[int, list[Seen]]:
    """The reviews that count of the models of ``ids`` (a JSON list), oldest first; models without one are left out."""
    found: dict[int, list[Seen]] = {}
    for model, on, grade, effective in connection.execute(REVIEWS, (ids,)):
        found.setdefault(model, []).append((on, grade, effective))
    return found


def columns(
    row: Mapping[str, Any] | Row, seen: Sequence[Seen], weak: Container[int], days: OfficeDays
) -> dict[str, object]:
    """The columns of model_index that hang on ``seen``, for the model ``row`` with the interval of its type."""
    facts = Facts(
        review_on=row["review_on"],
        last_review=seen[-1][0] if seen else None,
        first_review=seen[0][0] if seen else None,
        founded_on=row["founded_on"],
        launched_on=row["launched_on"],
        interval=months_between(row["interval_months"], row["type_interval"]),
    )
    after = next_review(facts, days)
    run, since = weak_run(seen, weak)
    return {
        "last_review": facts.last_review,
        "next_review": after,
        "due_day": due_day(after),
        "scheduled": int(is_scheduled(facts)),
        "grade_id": next((grade for _on, grade, _yes in reversed(seen) if grade is not None), None),
        "effective": next((yes for _on, _grade, yes in reversed(seen) if yes is not None), None),
        "weak_run": run,
        "weak_since": since,
    }


def update(connection: Connection, ids: str, weak: Container[int], days: OfficeDays) -> None:
    """Bring those columns up to date for the models of ``ids`` (a JSON list)."""
    reviews = by_model(connection, ids)
    cursor = connection.cursor()
    cursor.row_factory = Row
    rows = [
        {"id": row["id"], **columns(row, reviews.get(row["id"], ()), weak, days)}
        for row in cursor.execute(SCHEDULED, (ids,))
    ]
    if rows:
        sets = ", ".join(f"{name} = :{name}" for name in rows[0] if name != "id")
        connection.executemany(f"UPDATE model_index SET {sets} WHERE id = :id", rows)


def otherwise(connection: Connection, action: int) -> bool:
    """Whether ``action`` changed more of models than their own review dates, which reviews clear."""
    return connection.execute(OTHERWISE, (action,)).fetchone() is not None


def summing(connection: Connection, action: int, rows: str) -> bool:
    """Whether reviews that ``action`` touched (``rows``, a JSON list) can move sơ kết or tổng kết."""
    return connection.execute(SUMMING, {"rows": rows, "action": action}).fetchone() is not None
