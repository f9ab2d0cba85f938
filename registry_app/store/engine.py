"""Which SQLite, how a register file is opened, what is ours, what its errors mean. Nothing else knows the engine."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from registry_app.domain.errors import Cancelled, CannotOpen, ReadOnly, RegistryError, system_reason
from registry_app.domain.vietnamese import fold, person_key, sort_key
from registry_app.domain.words import N_

from .migrations import APPLICATION_ID, SCHEMA, VERSION

T = TypeVar("T")
Connection = sqlite3.Connection
Row = sqlite3.Row
Error = sqlite3.Error
IntegrityError = sqlite3.IntegrityError

HEADER = b"SQLite format 3\x00"
WAIT_SECONDS = 5.0
KEPT_KEYS = 10_000
"""Sort keys of texts that have no stored one: signers and paper numbers come again and again."""
STEPS = 2000
"""Of SQLite's own small steps between two looks at whether to stop: well under a millisecond."""
PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/:._-~")
"""Bytes that stand for themselves in an address."""

NOT_OURS = N_("“{name}” is not a register of this program. Choose the right file; this one was not changed.")
READ_ONLY = N_("“{name}” can only be read here; nothing was saved. Copy it to a folder where you may write.")
CANCELLED = N_("Cancelled. Nothing was changed.")
DAMAGED = N_("“{name}” is damaged (cut short or overwritten). Keep it, and open the newest backup copy instead.")


def computer() -> str:
    """What this computer is called."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def address(path: Path, mode: str) -> str:
    """The SQLite URI of ``path``; built by hand because ``Path.as_uri`` fails on UNC paths."""
    text = path.absolute().as_posix()
    start = "file://" if text.startswith("//") else "file:" if text.startswith("/") else "file:/"
    quoted = "".join(chr(byte) if byte in PLAIN else f"%{byte:02X}" for byte in os.fsencode(text))
    return f"{start}{quoted}?mode={mode}"


def connect(path: Path, mode: str) -> Connection:
    """A connection in autocommit with every safety on, for reading until told; ``mode`` is ro, rw or rwc."""
    connection = sqlite3.connect(
        address(path, mode), uri=True, isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False
    )
    try:
        _make_safe(connection, writes=mode != "ro")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_safe(connection: Connection, *, writes: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA recursive_triggers = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    if writes:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA query_only = ON")
    connection.create_function("fold", 1, _of_text(fold), deterministic=True)
    connection.create_function("sort_key", 1, _of_text(lru_cache(KEPT_KEYS)(sort_key)), deterministic=True)
    connection.create_function("person_key", 1, _of_text(lru_cache(KEPT_KEYS)(person_key)), deterministic=True)
    connection.set_authorizer(_allowed)


def _of_text(function: Callable[[str], T]) -> Callable[[object], T | None]:
    return lambda value: None if value is None else function(str(value))


def _allowed(action: int, first: str | None, *_others: str | None) -> int:
    if action == sqlite3.SQLITE_ATTACH:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and first == "writable_schema":
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and _others and _others[0] == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def schema(connection: Connection) -> frozenset[str]:
    """The exact list of the schema: the SQL of every table, index, trigger and view, white space folded."""
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return frozenset(" ".join(sql.split()) for (sql,) in rows)


def examine(path: Path) -> None:
    """Look at the file without SQLite; raises CannotOpen when it cannot be a whole register. Never writes."""
    name = path.name
    try:
        found = path.stat()
    except FileNotFoundError:
        raise CannotOpen(N_("There is no file “{name}”. Check the name and the folder."), name=name) from None
    except (OSError, ValueError) as problem:
        raise CannotOpen(N_("“{name}” cannot be opened: {why}."), name=name, why=system_reason(problem)) from None
    if stat.S_ISDIR(found.st_mode):
        raise CannotOpen(N_("“{name}” is a folder. Choose a register file inside it."), name=name)
    if not stat.S_ISREG(found.st_mode):
        raise CannotOpen(NOT_OURS, name=name)
    if found.st_size == 0:
        raise CannotOpen(N_("“{name}” is empty (0 bytes). Open the newest backup copy instead."), name=name)
    _examine_header(path, found.st_size)


def _examine_header(path: Path, size: int) -> None:
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as problem:
        raise CannotOpen(N_("“{name}” cannot be read: {why}."), name=path.name, why=system_reason(problem)) from None
    if not head.startswith(HEADER):
        raise CannotOpen(NOT_OURS, name=path.name)
    if len(head) < 100:
        raise CannotOpen(DAMAGED, name=path.name)
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise CannotOpen(
            N_("“{name}” belongs to another program. Choose a register file; this one was not changed."), name=path.name
        )
    page = int.from_bytes(head[16:18])
    pages = int.from_bytes(head[28:32])
    if size < (65536 if page == 1 else page) * pages and not _journal(path).exists():
        raise CannotOpen(DAMAGED, name=path.name)
    if int.from_bytes(head[60:64]) > VERSION:
        raise CannotOpen(
            N_("“{name}” was made by a newer version of this program. Install the newer version; nothing was changed."),
            name=path.name,
        )


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def verify(connection: Connection, path: Path) -> int:
    """How many steps the file has had; raises CannotOpen when its schema is not exactly ours."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == VERSION and schema(connection) != SCHEMA:
        raise CannotOpen(
            N_("“{name}” holds tables or triggers that are not this program's. It was not opened; ask for help."),
            name=path.name,
        )
    return version


@contextmanager
def interruptible(connection: Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    """Let ``stopped``, asked every now and then on the thread that works, end the statement under way: it, or the next
    one, fails as Cancelled. Unlike ``Connection.interrupt`` this reaches work between two statements, and cannot come
    upon the ROLLBACK that follows."""
    connection.set_progress_handler(stopped, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn the engine's errors about the world into ours; its errors about our SQL stay bugs."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        known = known_error(problem, path.name)
        if known is None:
            raise
        raise known from problem


def known_error(problem: sqlite3.DatabaseError, name: str) -> RegistryError | None:
    """What the engine's error says about the world, for the register called ``name``; None when it is a bug of ours."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Cancelled(CANCELLED)
    texts = {
        sqlite3.SQLITE_CORRUPT: DAMAGED,
        sqlite3.SQLITE_NOTADB: NOT_OURS,
        sqlite3.SQLITE_FULL: N_("The disk is full. Nothing was saved; free some space and save again."),
        sqlite3.SQLITE_IOERR: N_("“{name}” could not be written or read. Check the disk or stick, then try again."),
        sqlite3.SQLITE_BUSY: N_("“{name}” is being written by another program. Wait a moment and try again."),
        sqlite3.SQLITE_CANTOPEN: N_("“{name}” cannot be opened here. Check that the folder can be read and written."),
    }
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnly(READ_ONLY, name=name)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CannotOpen(texts[code], name=name)
    return RegistryError(texts[code], name=name) if code in texts else None


def copy(connection: Connection, target: Path) -> None:
    """A whole copy of the open register at ``target`` (VACUUM INTO), checked before it takes its name."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    connection.set_authorizer(None)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    finally:
        connection.set_authorizer(_allowed)
    check = connect(part, "ro")
    try:
        if check.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise CannotOpen(DAMAGED, name=target.name)
    finally:
        check.close()
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(target)
