"""What goes out of tables by Ctrl+C: Qt puts the current cell on the clipboard by itself, here it is told whom that
names. A table says of each cell who stands in it, and nothing more."""

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    _View = QAbstractItemView
else:
    _View = object  # stands before Qt's own view among the bases
Index = QModelIndex | QPersistentModelIndex
NAMED = Qt.ItemDataRole.UserRole + 41
"""The role by which a cell answers the Named of those who stand in it; None where nobody does."""


class Named(Struct, frozen=True):
    """Keys that tell the people apart whom a cell names."""

    people: frozenset[Hashable]


class Taken(Struct, frozen=True, kw_only=True):
    """What was copied: what people call the table, of what it is ("" where that is plain), how many people it names."""

    table: str
    of: str
    people: int


class _Outlet(QObject):
    taken = Signal(object)
    """People's data went to the clipboard: a Taken."""


OUTLET = _Outlet()
"""All tables tell it here; the session enters it."""


def named(people: Iterable[Hashable]) -> Named | None:
    """What a cell answers that names ``people``."""
    found = frozenset(people)
    return Named(found) if found else None


class CopiesOut(_View):
    """A base of a table beside Qt's own."""

    copied_from: Callable[[], str] = staticmethod(str)
    """Says of what the table is: the team, the model, the day."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt copies the current cell."""
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.tell_copied([self.currentIndex()])

    def people_in(self, index: Index) -> Named | None:
        """Whom the text of that cell names."""
        found = index.data(NAMED)
        return found if isinstance(found, Named) else None

    def tell_copied(self, indexes: Iterable[Index]) -> None:
        """The texts of these cells went to the clipboard."""
        cells = [self.people_in(index) for index in indexes if index.isValid()]
        people = frozenset().union(*(cell.people for cell in cells if cell))
        if people:
            OUTLET.taken.emit(Taken(table=self.accessibleName(), of=self.copied_from(), people=len(people)))
