"""One SQL-only step a file, never edited after release; a register's ``user_version`` counts the steps it has had."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from . import m0001_start, m0002_views, m0003_inside, m0004_loop

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 1398755922
STEPS = {
    "m0001_start": m0001_start.STATEMENTS,
    "m0002_views": m0002_views.STATEMENTS,
    "m0003_inside": m0003_inside.STATEMENTS,
    "m0004_loop": m0004_loop.STATEMENTS,
}
VERSION = len(STEPS)
ALTERED = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (.+)")


def _whole(statements: Iterable[str]) -> Iterator[str]:
    """``statements`` with every added column in its table's own statement, as SQLite keeps it."""
    found = [" ".join(statement.split()) for statement in statements]
    added: dict[str, str] = {}
    for statement in found:
        if altered := ALTERED.fullmatch(statement):
            added[altered[1]] = f"{added.get(altered[1], '')}, {altered[2]}"
    for statement in found:
        name = statement.removeprefix("CREATE TABLE ").split(" ")[0]
        if statement.startswith("CREATE TABLE ") and name in added:
            body, bracket, end = statement.rpartition(")")
            yield f"{body}{added[name]}{bracket}{end}"
        else:
            yield statement


SCHEMA = frozenset(
    statement
    for statement in (
        *_whole(statement for statements in STEPS.values() for statement in statements),
        'CREATE TABLE "_sqlite_migrations" ( "id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT, '
        '"applied_at" TEXT )',
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name" '
        'ON "_sqlite_migrations" ("migration_set", "name")',
    )
    if statement.startswith("CREATE")
)
"""What a register holds after the last step, statement by statement: anything more or less is not ours. The last two
are sqlite-utils' own record of the steps."""


def apply(db: "Database") -> None:
    """Take every step that the file has not had yet, each in a transaction of its own."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("registry_app")
    for name, statements in STEPS.items():
        steps(name=name)(_step(statements))
    steps.apply(db)


class _step:  # noqa: N801 - reads as a function
    def __init__(self, statements: Iterable[str]) -> None:
        self.statements = statements
        self.__name__ = "step"

    def __call__(self, db: "Database", /) -> None:
        for statement in self.statements:
            db.execute(statement)
