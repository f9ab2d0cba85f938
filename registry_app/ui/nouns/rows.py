"""The rows of a noun's list as Qt asks for them: row numbers first, then windows of rows by need."""

from array import array
from collections import OrderedDict
from collections.abc import Generator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session

from .columns import LEFT, NounColumn

WINDOW, KEPT_WINDOWS = 128, 16
FIRST_PAGE = 256
PART = 8192
PAINTING_MS = 20
"""The rest of the numbers waits until the first page is painted, and comes in parts with a breath between them."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class NounRows(QAbstractTableModel):
    """Rows of one Search on one day."""

    filled = Signal()
    """All row numbers are known."""

    def __init__(self, session: Session, noun: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._noun = session, noun
        self._search = Search(noun=noun)
        self._at: Moment | None = None
        self._ids: array[int] = array("q")
        self._columns: tuple[NounColumn, ...] = ()
        self._windows: OrderedDict[int, dict[int, Any]] = OrderedDict()
        self._filled = True
        self._parts: Generator[array[int], None, None] | None = None
        self._found: array[int] = array("q")
        self._rest = QTimer(self, singleShot=True, interval=PAINTING_MS)
        self._rest.timeout.connect(self._fetch_part)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def ids(self) -> Sequence[int]:
        """Row numbers in the order shown, as far as they are known."""
        return self._ids

    @property
    def is_filled(self) -> bool:
        """Whether all row numbers are known."""
        return self._filled

    @property
    def columns(self) -> tuple[NounColumn, ...]:
        """The columns, as they were asked for."""
        return self._columns

    def show(self, search: Search, at: Moment) -> None:
        """Show what ``search`` finds on the day of ``at``; of what is shown already, all that is."""
        again = (search, at) == (self._search, self._at)
        self._search, self._at = search, at
        self._stop()
        first = max(FIRST_PAGE, len(self._ids) + 1) if again else FIRST_PAGE
        ids = self._session.registry.inside.of(self._noun).ids(search, at, first)
        self._filled = len(ids) < first
        self._replace(ids)
        if self._filled:
            self.filled.emit()
        else:
            self._rest.start()

    def fetch_rest(self) -> None:
        """Know all row numbers now; done by itself in idle moments."""
        while not self._filled and self._at is not None and not self._session.is_lent:
            self._fetch_part()

    def _fetch_part(self) -> None:
        """Find some more of the numbers; all of them are shown at once."""
        if self._at is None:
            return
        if self._session.is_lent:
            self._rest.start()
            return
        if self._parts is None:
            shelf = self._session.registry.inside.of(self._noun)
            self._parts, self._found = shelf.ids_in_parts(self._search, self._at, PART), array("q")
        part = next(self._parts, None)
        if part is not None:
            self._found += part
            self._rest.start()
            return
        ids = self._found
        self._stop()
        self._filled, known = True, len(self._ids)
        if ids[:known] != self._ids:
            self._replace(ids)
        elif len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.filled.emit()

    def wear(self, columns: tuple[NounColumn, ...]) -> None:
        """Have other columns."""
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def clear(self) -> None:
        """Let go of the register."""
        self._stop()
        self._at, self._filled = None, True
        self._replace(array("q"))

    def _stop(self) -> None:
        """Look for no more numbers."""
        self._rest.stop()
        if self._parts is not None:
            self._parts.close()
        self._parts, self._found = None, array("q")

    def _replace(self, ids: "array[int]") -> None:
        self._windows.clear()
        if ids == self._ids and ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    # -- rows ------------------------------------------------------------------------------------------------------

    def row(self, place: int) -> Any:
        """The row at ``place``; None when it is gone, or cannot be read now."""
        rows = self._windows.get(place // WINDOW)
        if rows is None:
            if self._at is None or self._session.is_lent:
                return None
            rows = self._read(place // WINDOW, self._at)
        return rows.get(self._ids[place])

    def place_of(self, number: int) -> int | None:
        """Where the row of that number stands; None when it is not listed."""
        try:
            return self._ids.index(number)
        except ValueError:
            return None

    def _read(self, window: int, at: Moment) -> dict[int, Any]:
        wanted = self._ids[window * WINDOW : (window + 1) * WINDOW]
        rows = {row.id: row for row in self._session.registry.inside.of(self._noun).window(wanted, at)}
        self._windows[window] = rows
        while len(self._windows) > KEPT_WINDOWS:
            self._windows.popitem(last=False)
        return rows

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are so far."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        if role == Role.TextAlignmentRole:
            return self._columns[index.column()].alignment
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        row, column = self.row(index.row()), self._columns[index.column()]
        if row is None:
            return None
        text = column.text(row).replace("\n", " ")
        return f"{column}: {text}" if role == Role.AccessibleTextRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return str(column)
        return LEFT if role == Role.TextAlignmentRole else None
