"""Rows of the list as text for other programs: one line a model, tabs between, headings first."""

from collections.abc import Iterable

from registry_app.domain.model import ModelRow

from .columns import COLUMNS

FORMULA = ("=", "+", "-", "@")


def as_table(rows: Iterable[ModelRow]) -> str:
    """``rows`` with the columns of the list. A text that a worksheet would run as a formula gets an apostrophe."""
    lines = [[str(column) for column in COLUMNS]]
    lines += [[column.text(row) for column in COLUMNS] for row in rows]
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines)


def _cell(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(FORMULA) else plain
