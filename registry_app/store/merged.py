"""Where sites, teams and camera points stood before models were merged: the rows know only today, and a reading of a
past day asks here."""

import re
from datetime import date
from functools import partial

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
        standing = partial(_then, alias, noun, column)
        text = re.sub(rf"\b{alias}\.{column}\b(?: = (\w+)\.id\b)?", standing, text)
    return text


def _then(alias: str, noun: str, column: str, found: re.Match[str]) -> str:
    """Where the row of that alias stood; where the query asks whether that is a certain one ("= x.id"), only the few
    rows that stand there now or once did are looked at."""
    place = found[1]
    then = f"""coalesce((SELECT w.from_id FROM decision_move w JOIN decision v ON v.id = w.decision_id
        WHERE w.noun = '{noun}' AND w.row_id = {alias}.id AND v."on" > :on ORDER BY v."on", w.id LIMIT 1),
        {alias}.{column})"""
    if place is None:
        return then
    few = f"""SELECT id FROM {noun} WHERE {column} = {place}.id UNION ALL
        SELECT row_id FROM decision_move WHERE noun = '{noun}' AND from_id = {place}.id"""
    return f"({alias}.id IN ({few}) AND {then} = {place}.id)"
