"""What was entered ahead – a status, a leader – comes into force on its day, whoever opens the register then."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from . import derived, engine
from .engine import Connection
from .lock import Lock


def rolled(connection: Connection, path: Path, *, writes: bool, who: str) -> Connection:
    """The connection that knows what holds today: ``connection``, brought up to date where it ``writes``, else by a
    writer for this one moment. Where nobody may write the file: a copy in memory, and ``connection`` is closed. Where
    another program writes it: as it is, since that one brings it up to date."""
    today = date.today()
    stale = derived.roll(connection, today)
    if not stale:
        return connection
    if writes:
        _refresh(connection, stale, today)
        return connection
    lock = Lock(path)
    try:
        if not os.access(path, os.W_OK):
            return _in_memory(connection, path, stale, today)
        taken = lock.take(who, engine.computer())
    except OSError:  # nobody may write beside the file either
        return _in_memory(connection, path, stale, today)
    if taken:
        try:
            _write(path, stale, today)
        finally:
            lock.free()
    return connection


def _write(path: Path, stale: Iterable[int], today: date) -> None:
    writer = engine.connect(path, "rw")
    try:
        _refresh(writer, stale, today)
        writer.execute("PRAGMA journal_mode = DELETE")
    finally:
        writer.close()


def _in_memory(connection: Connection, path: Path, stale: Iterable[int], today: date) -> Connection:
    copy = engine.connect(path, "memory")
    connection.backup(copy)
    connection.close()
    _refresh(copy, stale, today)
    return copy


def _refresh(connection: Connection, stale: Iterable[int], today: date) -> None:
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("BEGIN IMMEDIATE")
    derived.refresh_models(connection, stale, today)
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only = ON")
