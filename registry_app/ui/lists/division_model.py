"""What belongs to an area that is split, row by row with the new area to which it goes, as Qt asks for it."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from registry_app.domain.area_changes import CALLED_AFTER_PEOPLE, Belonging, Place, divided
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.copies import NAMED, named

HEADINGS = (N_("What it is"), N_("Name"), N_("Belongs to"), N_("New area"))
KIND, NAME, WHERE, TO = range(len(HEADINGS))
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class DivisionModel(QAbstractTableModel):
    """``only`` shows the rows of one noun ("": all). What nobody has sent anywhere follows its site or team."""

    sent = Signal()
    """Somebody has sent rows somewhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Belonging, ...] = ()
        self._shown: tuple[Belonging, ...] = ()
        self._names: tuple[str, ...] = ()
        self._wanted: dict[Place, int] = {}
        self._division: dict[Place, int] = {}
        self._only = ""

    @property
    def wanted(self) -> dict[Place, int]:
        """What was sent somewhere by hand."""
        return {place: to for place, to in self._wanted.items() if to < len(self._names)}

    @property
    def nouns(self) -> tuple[str, ...]:
        """The nouns of which there are rows."""
        return tuple(dict.fromkeys(one.noun for one in self._all))

    def show_rows(self, rows: Sequence[Belonging], names: Sequence[str]) -> None:
        """Show ``rows`` and to which of the areas called ``names`` they go; what was sent by hand stays sent."""
        if tuple(rows) == self._all and tuple(names) == self._names:
            return
        self.beginResetModel()
        self._all, self._names = tuple(rows), tuple(names)
        self._fit()
        self.endResetModel()

    def show_only(self, noun: str) -> None:
        """Show the rows of ``noun`` alone; "" for all."""
        self.beginResetModel()
        self._only = noun
        self._fit()
        self.endResetModel()

    def send(self, numbers: Iterable[int], to: int) -> None:
        """Send the rows on these lines to the area of that number."""
        for number in numbers:
            self._wanted[self._shown[number].place] = to
        self._division = divided(self._all, self.wanted)
        if self._shown:
            self.dataChanged.emit(self.index(0, TO), self.index(len(self._shown) - 1, TO))
        self.sent.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """What it is, name, where, to where."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; cut ones are read in the tooltip."""
        if role not in (Role.DisplayRole, Role.ToolTipRole, NAMED):
            return None
        one = self._shown[index.row()]
        if role == NAMED:
            return named([one.place]) if index.column() == NAME and one.noun in CALLED_AFTER_PEOPLE else None
        if index.column() == KIND:
            return _(NOUNS[one.noun].one)
        if index.column() == NAME:
            return f"{one.code}  {one.text}" if one.code and one.noun != "site" else one.text
        if index.column() == WHERE:
            return one.where
        return self._names[self._division[one.place]]

    def _fit(self) -> None:
        self._division = divided(self._all, self.wanted)
        self._shown = tuple(one for one in self._all if self._only in ("", one.noun))
