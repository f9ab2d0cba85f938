"""The SQL about what was given out – papers and files with people's data – is here and nowhere else."""

from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct
from msgspec.structs import astuple

from .engine import Connection


class Noting(Protocol):
    """The open register as this shelf sees it."""

    @property
    def connection(self) -> Connection: ...
    def note(self) -> AbstractContextManager[None]: ...


class Given(Struct, frozen=True, kw_only=True):
    """One giving out: ``at`` is ISO with offset, ``report`` what it was (as people call it), ``criteria`` which rows,
    ``people`` how many, ``copy`` full or posting, ``way`` print, pdf, docx, xlsx, csv, json, clipboard or
    terminal."""

    at: str
    who: str
    computer: str
    report: str
    criteria: str
    people: int
    copy: str
    way: str


COLUMNS = "at, who, computer, report, criteria, people, copy, way"


class GivenOutShelf:
    """Lines are added, never changed; they belong to no action, so that nothing takes them back."""

    def __init__(self, register: Noting) -> None:
        self._register = register

    def all(self, limit: int | None = None) -> list[Given]:
        """The newest ``limit`` (None: all), newest first."""
        query = f"SELECT {COLUMNS} FROM given_out ORDER BY id DESC LIMIT ?"
        rows = self._register.connection.execute(query, (-1 if limit is None else limit,))
        names = COLUMNS.split(", ")
        return [Given(**dict(zip(names, row, strict=True))) for row in rows]

    def add(self, given: Given) -> None:
        """Write one line in a small transaction of its own. Raises ReadOnly, RegistryError."""
        with self._register.note():
            marks = ", ".join("?" * len(COLUMNS.split(", ")))
            self._register.connection.execute(f"INSERT INTO given_out ({COLUMNS}) VALUES ({marks})", astuple(given))
