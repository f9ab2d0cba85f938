"""Bringing a register file to this program's form: a new one from nothing, an old one after a copy was set aside."""

import os
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from registry_app.domain.errors import CannotOpen, system_reason
from registry_app.domain.words import N_

from . import attachments, derived, engine, history, migrations, noun_texts

IN_USE = N_(
    "“{name}” is of an older version and must be upgraded, but it is open elsewhere. Close it there and open it again; "
    "nothing was changed."
)

NO_ROOM = N_("“{name}” must be upgraded, but its new form cannot be written: {why}. Nothing was changed.")


def build(path: Path) -> None:
    """Make a new, empty register at ``path``, which must not exist, with an identity of its own."""
    import uuid

    connection = engine.connect(path, "rwc")
    try:
        connection.execute("PRAGMA query_only = OFF")
        _apply(connection)
        connection.execute("INSERT INTO register (id, uuid) VALUES (1, ?)", (str(uuid.uuid4()),))
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def upgrade(connection: engine.Connection, path: Path, who: str) -> engine.Connection:
    """Take the steps that ``path`` has not had, and return a connection to it in the place of ``connection``, which is
    closed. What was done before can be read but no longer undone; what is derived is worked out anew.

    A whole copy is set aside beside it first, and the work is done on another, which takes the register's place once
    all is done: whatever ends it sooner leaves the register as it was. Raises CannotOpen where others have it open on a
    system that does not let it be replaced then.
    """
    file = path.resolve()
    aside, made = (file.with_name(f"{file.name}.{end}") for end in ("before-upgrade", "upgrading"))
    connection.execute("PRAGMA query_only = OFF")
    engine.copy(connection, aside)
    connection.close()
    try:
        shutil.copyfile(aside, made)
        shutil.copymode(file, made)
        _bring_forward(made, who)
        _put_in_place(made, file)
    except OSError as problem:
        raise CannotOpen(NO_ROOM, name=path.name, why=system_reason(problem)) from problem
    finally:
        made.unlink(missing_ok=True)
    return engine.connect(path, "rw")


def _put_in_place(made: Path, file: Path) -> None:
    with made.open("rb+") as stream:
        os.fsync(stream.fileno())
    try:
        made.replace(file)
    except PermissionError as problem:
        raise CannotOpen(IN_USE, name=file.name) from problem


def _bring_forward(file: Path, who: str) -> None:
    with closing(engine.connect(file, "rw")) as connection:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        before = _columns(connection)
        _apply(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("an upgrade left rows that refer to nothing")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        noun_texts.write_all(connection)
        action = history.write_action(connection, N_("Upgrade the register"), who, barrier=True)
        after = _columns(connection)
        derived.rebuild(connection, action, [table for table in before if before[table] != after[table]], date.today())
        connection.execute("COMMIT")
        attachments.collect(connection)
        connection.execute("PRAGMA journal_mode = DELETE")


def _columns(connection: engine.Connection) -> dict[str, list[str]]:
    """The columns of every logged table that there is."""
    found = {table: history.columns(connection, table) for table in history.LOGGED}
    return {table: columns for table, columns in found.items() if columns}


def _apply(connection: engine.Connection) -> None:
    from sqlite_utils import Database

    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
