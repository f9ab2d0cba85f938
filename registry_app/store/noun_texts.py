"""What the rows inside models are found by: searched text and place among others, recomputed for what an action
touched. Called by ``derived`` and nowhere else."""

import json
from collections.abc import Iterable, Mapping

from registry_app.domain.ids import ActionId
from registry_app.domain.vietnamese import accented, fold, person_key, sort_key

from .engine import Connection
from .noun_table import NounTable
from .noun_tables import SEARCHED

BATCH = 2000
TOLD_BY = {"model": ("code", "name"), "site": ("name", "area_id", "model_id"), "team": ("name", "site_id")}
"""The columns of other rows that are searched with a row: a change of their other columns changes no text."""


def refresh(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> None:
    """Bring the texts up to date that hang on the ``rows`` which ``action`` touched."""
    for declared in SEARCHED:
        touched = set(rows.get(declared.table, ()))
        for table, query in declared.dependents.items():
            told = _telling(connection, action, table) if table in TOLD_BY else rows.get(table)
            if told:
                values = {"rows": json.dumps(list(told)), "action": action}
                touched.update(number for (number,) in connection.execute(query, values))
        if touched:
            write(connection, declared, touched)


def _telling(connection: Connection, action: ActionId, table: str) -> list[int]:
    """The rows of ``table`` that ``action`` added, deleted or changed in what is searched with others. The plus keeps
    to the index of actions: that of rows leads through the whole log of the table."""
    changed = " OR ".join(f"json_type(image, '$.{column}') IS NOT NULL" for column in TOLD_BY[table])
    query = f"""SELECT DISTINCT row_id FROM change
        WHERE action_id = ? AND +noun = ? AND (kind <> 'update' OR {changed})"""
    return [number for (number,) in connection.execute(query, (action, table))]


def write_all(connection: Connection) -> None:
    """Compute every text: a register from before has rows that nobody has touched since."""
    for declared in SEARCHED:
        write(connection, declared, [number for (number,) in connection.execute(f"SELECT id FROM {declared.table}")])


def write(connection: Connection, declared: NounTable, rows: Iterable[int]) -> None:
    """Recompute the texts of ``rows``; those that are gone lose theirs."""
    wanted = sorted(rows)
    key = person_key if declared.by_person else sort_key
    parts = " || ' ' || ".join(f"coalesce({part}, '')" for part in declared.text)
    for start in range(0, len(wanted), BATCH):
        ids = json.dumps(wanted[start : start + BATCH])
        connection.execute(
            "DELETE FROM noun_text WHERE noun = ? AND id IN (SELECT value FROM json_each(?))", (declared.table, ids)
        )
        query = f"""SELECT r.id, {declared.name}, {parts} FROM {declared.source}
            WHERE r.id IN (SELECT value FROM json_each(?))"""
        found = connection.execute(query, (ids,)).fetchall()
        connection.executemany(
            "INSERT INTO noun_text (noun, id, name_key, folded_name, folded, accented) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (declared.table, number, key(name), fold(name), f" {fold(text)} ", f" {accented(text)} ")
                for number, name, text in found
            ],
        )
