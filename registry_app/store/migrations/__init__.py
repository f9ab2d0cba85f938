"""One SQL-only step a file, never edited after release; a register's ``user_version`` counts the steps it has had."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from . import m0001_start

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 1398755922
STEPS = {"m0001_start": m0001_start.STATEMENTS}
VERSION = len(STEPS)
SCHEMA = "94443a8a5eeefd2e418f89d6225cc6ee"
"""Hash of the schema list after the last step (``engine.schema_hash``): anything more or less is not ours."""


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
