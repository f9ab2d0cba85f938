"""What must hold in a register file after the monkey: it is whole, its log tells how it came about, what is derived is
what would be derived, and all can be taken back and done again. Reads the file with SQLite alone."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from registry_app.store import derived, hashes
from registry_app.store.history import LOGGED
from registry_app.store.registry import Registry

DERIVED = ("model_index", "model_text", "model_summary", "entry_key")
Row = dict[str, object]
Tables = dict[str, dict[int, Row]]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, for reading only."""
    with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def tables(path: Path) -> Tables:
    """Every row that the log tells of."""
    with reading(path) as connection:
        return {
            table: {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")} for table in LOGGED
        }


def newest(path: Path) -> int:
    """The number of the newest action."""
    with reading(path) as connection:
        return int(connection.execute("SELECT coalesce(max(id), 0) FROM action").fetchone()[0])


def problems(path: Path, start: Tables, since: int) -> list[str]:
    """What is wrong with the closed register that held ``start`` when ``since`` was its newest action."""
    found = _whole(path)
    found += _told(path, start, since)
    found += _derived(path)
    if not found and not _undone_in_part(path, since):
        found += _taken_back(path, start, since)
    return found


def _whole(path: Path) -> list[str]:
    with reading(path) as connection:
        said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    found = [] if said == ["ok"] else [f"integrity_check: {said[:3]}"]
    return found + ([f"foreign_key_check: {[tuple(stray) for stray in strays[:3]]}"] if strays else [])


def _told(path: Path, start: Tables, since: int) -> list[str]:
    """The log read backwards from what is there now leads to ``start``."""
    now = tables(path)
    with reading(path) as connection:
        lines = connection.execute(
            "SELECT noun, row_id, kind, image FROM change WHERE action_id > ? ORDER BY id DESC", (since,)
        ).fetchall()
    for noun, number, kind, image in lines:
        wrong = _step_back(now[noun], int(number), str(kind), json.loads(image) if image else {})
        if wrong:
            return [f"the log does not tell what happened: {noun} {number}: {wrong}"]
    return [f"the log does not lead back to the start: {table}" for table in LOGGED if now[table] != start[table]]


def _step_back(rows: dict[int, Row], number: int, kind: str, image: dict[str, object]) -> str:
    if kind == "delete":
        if number in rows:
            return "deleted and still there"
        rows[number] = image
        return ""
    if number not in rows:
        return f"{kind} of a row that is not there"
    if kind == "insert":
        del rows[number]
        return ""
    for column, pair in image.items():
        old, new = pair if isinstance(pair, list) else (None, None)
        if rows[number][column] != new:
            return f"{column} is not what was written"
        rows[number][column] = old
    return ""


def _derived(path: Path) -> list[str]:
    """What is derived is what would be derived from the rows now."""
    copy = _copied(path)
    with Registry.open(copy) as registry:
        before = _dump(registry)
        connection = registry.connection
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("BEGIN IMMEDIATE")
        ids = [number for (number,) in connection.execute("SELECT id FROM model")]
        derived.refresh_models(connection, ids, date.today())
        after = _dump(registry)
        broken = _hashes(registry)
        connection.execute("ROLLBACK")
    found = [f"{table} is stale" for table in DERIVED if before[table] != after[table]]
    return found + broken


def _dump(registry: Registry) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(registry.connection.execute(f"SELECT * FROM {table}"), key=repr) for table in DERIVED}


def _hashes(registry: Registry) -> list[str]:
    connection = registry.connection
    found = []
    for table in LOGGED:
        rows = {row[0]: hashes.row_hash(row) for row in connection.execute(f"SELECT * FROM {table}")}
        stored = dict(connection.execute("SELECT row_id, hash FROM row_hash WHERE noun = ?", (table,)).fetchall())
        if rows != stored:
            found.append(f"row hashes of {table} are not those of its rows")
        state = connection.execute(
            "SELECT row_count, hash_sum FROM state WHERE noun = ? ORDER BY action_id DESC LIMIT 1", (table,)
        ).fetchone()
        if (state or (0, 0)) != (len(rows), hashes.signed(sum(rows.values()))):
            found.append(f"the state noted of {table} is not that of its rows")
    return found


def _undone_in_part(path: Path, since: int) -> bool:
    """Whether an undo left rows alone, as its user chose; then taking back the rest cannot lead to the start."""
    count = "(SELECT count(*) FROM change WHERE action_id = {})"
    fewer = f"{count.format('u.id')} < {count.format('u.undoes')}"
    query = f"SELECT 1 FROM action u WHERE id > ? AND undoes IS NOT NULL AND {fewer}"
    with reading(path) as connection:
        return connection.execute(query, (since,)).fetchone() is not None


def _taken_back(path: Path, start: Tables, since: int) -> list[str]:
    end, copy, found = tables(path), _copied(path), []
    with Registry.open(copy) as registry:
        undone = 0
        while (newest_one := registry.undoable) is not None and newest_one.id > since:
            registry.undo()
            undone += 1
        back = tables(copy)
        for _again in range(undone):
            registry.redo()
        again = tables(copy)
    found += [f"all undone is not the start: {table}" for table in LOGGED if back[table] != start[table]]
    found += [f"all done again is not the end: {table}" for table in LOGGED if again[table] != end[table]]
    return found


def _copied(path: Path) -> Path:
    return Path(shutil.copyfile(path, path.with_name(f"{path.stem}.copy.tmp")))
