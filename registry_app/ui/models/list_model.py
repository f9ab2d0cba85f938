"""The list as Qt asks for it: row numbers first, then windows of rows by need. Sorting and finding is the store's."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from registry_app.domain.ids import ModelId
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session

from .columns import COLUMNS
from .narrowing import Narrowing

FIRST_PAGE = 256
WINDOW = 128
KEPT_WINDOWS = 16
PAINTING_MS, TYPING_MS = 20, 150
"""The rest waits until the first page is painted; with words, until nobody types."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class ModelListModel(QAbstractTableModel):
    """Rows of one Search. The first page is there at once, the rest in an idle slice, then ``filled`` comes."""

    filled = Signal()
    """All row numbers are known: ``rowCount`` is final."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = Narrowing()
        self._search = Search()
        self._at: Moment | None = None
        self._ids: array[int] = array("q")
        self._windows: OrderedDict[int, dict[int, ModelRow]] = OrderedDict()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.fetch_rest)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What the rows answer to."""
        return self._search

    @property
    def ids(self) -> Sequence[int]:
        """Row numbers in the order shown, as far as they are known."""
        return self._ids

    @property
    def is_filled(self) -> bool:
        """Whether all row numbers are known."""
        return not self._rest.isActive()

    def show(self, search: Search) -> None:
        """Show what ``search`` finds."""
        self._search = search
        self._look(FIRST_PAGE)

    def look_again(self) -> None:
        """The register or the day changed: find anew."""
        self._finder.forget()
        self._look(max(FIRST_PAGE, len(self._ids) + 1))

    def clear(self) -> None:
        """Let go of the register."""
        self._finder.forget()
        self._at = None
        self._replace(array("q"))

    def fetch_rest(self) -> None:
        """Know all row numbers now; done by itself in an idle slice."""
        self._rest.stop()
        if self._at is None:
            return
        ids = self._finder.ids(self._session.registry, self._search, self._at)
        known = len(self._ids)
        if ids[:known] != self._ids:
            self._replace(ids)
        elif len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.filled.emit()

    def _look(self, first: int) -> None:
        self._rest.stop()
        self._at = self._session.moment
        ids = self._finder.ids(self._session.registry, self._search, self._at, first)
        if len(ids) >= first:
            self._rest.start(TYPING_MS if self._search.words else PAINTING_MS)
        self._windows.clear()
        if ids == self._ids and ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(COLUMNS) - 1))
        else:
            self._replace(ids)
        if self.is_filled:
            self.filled.emit()

    def _replace(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self._windows.clear()
        self._ids = ids
        self.endResetModel()

    # -- rows ------------------------------------------------------------------------------------------------------

    def row(self, number: int) -> ModelRow | None:
        """The model on line ``number``; None when it is gone since the numbers were read."""
        window, model = number // WINDOW, self._ids[number]
        rows = self._windows.get(window)
        if rows is None:
            rows = self._fetch(window)
        return rows.get(model)

    def rows(self) -> list[ModelRow]:
        """All rows, for counting: only for as many as one reads at once."""
        if self._at is None:
            return []
        return self._session.registry.models.window(self._ids, self._at)

    def number_of(self, model: ModelId) -> int | None:
        """On which line ``model`` stands."""
        try:
            return self._ids.index(model)
        except ValueError:
            return None

    def _fetch(self, window: int) -> dict[int, ModelRow]:
        ids = self._ids[window * WINDOW : (window + 1) * WINDOW]
        if self._at is None:
            return {}
        rows: dict[int, ModelRow] = {row.id: row for row in self._session.registry.models.window(ids, self._at)}
        self._windows[window] = rows
        for oldest in tuple(islice(self._windows, max(0, len(self._windows) - KEPT_WINDOWS))):
            del self._windows[oldest]
        return rows

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are so far."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says; the view paints rows itself and asks here only for tool tips and readers aloud."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        text = column.text(row)
        return f"{column}: {text}" if role == Role.AccessibleTextRole and column.mark and text else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return f" {COLUMNS[section]}"
        return None
