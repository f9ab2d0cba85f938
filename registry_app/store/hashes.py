"""A hash of every logged row, and the sum of each table's after every action: what tells whether a register is still
what its log says."""

import json
from collections.abc import Mapping, Sequence

from registry_app.domain.ids import ActionId

from .engine import Connection

CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
INSERT_HASH = "INSERT INTO row_hash (noun, row_id, hash) VALUES (?, ?, ?)"
INSERT_STATE = "INSERT INTO state (action_id, noun, row_count, hash_sum) VALUES (?, ?, ?, ?)"


def row_hash(row: Sequence[object]) -> int:
    """blake2b-64 of a row's canonical form, as a signed number that SQLite can hold."""
    from hashlib import blake2b  # brings OpenSSL: not before the first save

    text = CANONICAL.encode(list(row))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def refresh(connection: Connection, action: ActionId, rows: Mapping[str, frozenset[int]]) -> None:
    """Bring the hashes of ``rows`` (numbers by table) up to date, and write the state of those tables after
    ``action``."""
    for table, numbers in rows.items():
        ids = json.dumps(list(numbers))
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
        connection.executemany(INSERT_HASH, new)
        total = signed(total - sum(h for (h,) in old) + sum(h for _table, _row, h in new))
        connection.execute(INSERT_STATE, (action, table, count - len(old) + len(new), total))


def rebuild(connection: Connection, action: ActionId, table: str) -> None:
    """Work out all hashes of ``table`` anew, and write its state after ``action``."""
    connection.execute("DELETE FROM row_hash WHERE noun = ?", (table,))
    rows = [(table, row[0], row_hash(row)) for row in connection.execute(f"SELECT * FROM {table}").fetchall()]
    connection.executemany(INSERT_HASH, rows)
    connection.execute(INSERT_STATE, (action, table, len(rows), signed(sum(one for _table, _row, one in rows))))


def signed(number: int) -> int:
    """``number`` modulo 2^64 as a signed 64-bit number."""
    return (number + (1 << 63)) % (1 << 64) - (1 << 63)
