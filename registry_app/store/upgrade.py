"""Bringing a register file to this program's form: a new one from nothing, an old one after a copy was set aside."""

from datetime import date
from pathlib import Path

from registry_app.domain.words import N_

from . import attachments, derived, engine, history, migrations, noun_texts


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


def upgrade(connection: engine.Connection, path: Path, who: str) -> None:
    """Take the steps that ``path`` has not had, after setting a whole copy aside beside it; what was done before can be
    read but no longer undone. What is derived is worked out anew."""
    connection.execute("PRAGMA query_only = OFF")
    engine.copy(connection, path.with_name(f"{path.name}.before-upgrade"))
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
    connection.execute("PRAGMA query_only = ON")


def _columns(connection: engine.Connection) -> dict[str, list[str]]:
    """The columns of every logged table that there is."""
    found = {table: history.columns(connection, table) for table in history.LOGGED}
    return {table: columns for table, columns in found.items() if columns}


def _apply(connection: engine.Connection) -> None:
    from sqlite_utils import Database

    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
