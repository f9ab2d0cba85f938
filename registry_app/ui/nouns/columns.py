"""The columns of a noun's list: what a cell says, how wide it is at first."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt

from registry_app.domain.fields import Field, shown
from registry_app.domain.nouns import Noun
from registry_app.domain.saved_view import ShownColumn

LEAST_LETTERS, MOST_LETTERS, EDGES = 7, 34, 3
HUNDRED = 100
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NounColumn(Struct, frozen=True):
    """The column of one field; rows are those of the noun."""

    of: Field
    wanted: int = 0
    """How wide the user made it, hundredths of a digit; 0: as usual."""

    def __str__(self) -> str:
        return self.of.short

    def text(self, row: Any) -> str:
        """What people read in the cell."""
        return shown(row, self.of)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers stand under their last digit."""
        return RIGHT if self.of.kind.align == "right" else LEFT

    def pixels(self, digit: int) -> int:
        """How wide it is where a digit takes ``digit`` pixels."""
        if self.wanted:
            return max(1, round(self.wanted * digit / HUNDRED))
        letters = max(min(self.of.width, MOST_LETTERS), len(self.of.short) + EDGES, LEAST_LETTERS)
        return letters * digit


def columns_of(noun: Noun, wanted: Iterable[ShownColumn]) -> tuple[NounColumn, ...]:
    """The columns asked for; fields that the noun does not have are left out."""
    fields = noun.by_name
    return tuple(NounColumn(fields[one.field], one.width) for one in wanted if one.field in fields)
