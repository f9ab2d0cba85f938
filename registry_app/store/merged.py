"""Where sites, teams and camera points stood before models were merged: the rows know only today, and a reading of a
past day asks here."""

import re
from datetime import date

from .engine import Connection

MERGED = frozenset((("site", "model_id"), ("team", "site_id"), ("camera_point", "site_id")))
"""The columns that a merge of models changes."""
MOVES = """SELECT w.row_id, w.from_id, v."on", w.id FROM decision_move w JOIN decision v ON v.id = w.decision_id
    WHERE w.noun = :noun AND v."on" > :on"""
"""Row, what it belonged to before, the day, and the place among the moves of a day."""
COLUMNS = (("s", "site", "model_id"), ("l", "team", "site_id"), ("k", "camera_point", "site_id"))
"""What the aliases stand for in all SQL about what is inside models; the row itself is ``r``."""


def later(connection: Connection, on: date) -> bool:
    """Whether models were merged after the day ``on``, so that rows stood elsewhere then."""
    query = 'SELECT 1 FROM decision_move w JOIN decision v ON v.id = w.decision_id WHERE v."on" > ? LIMIT 1'
    return connection.execute(query, (on.isoformat(),)).fetchone() is not None


def as_then(text: str, table: str = "") -> str:
    """The query ``text``, about rows of ``table``, with each row where it stood on the day ``:on``."""
    rows = [("r", noun, column) for noun, column in sorted(MERGED) if noun == table]
    for alias, noun, column in (*COLUMNS, *rows):
        text = re.sub(rf"\b{alias}\.{column}\b", _then(noun, alias, column), text)
    return text


def _then(noun: str, alias: str, column: str) -> str:
    return f"""coalesce((SELECT w.from_id FROM decision_move w JOIN decision v ON v.id = w.decision_id
        WHERE w.noun = '{noun}' AND w.row_id = {alias}.id AND v."on" > :on ORDER BY v."on", w.id LIMIT 1),
        {alias}.{column})"""
