"""A short table of records to read and choose one from: fixed row heights, the words of a cut cell as its tooltip."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec import Struct, field
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from .copies import NAMED, CopiesOut, named

KEY = Qt.ItemDataRole.UserRole
ROOM = 8


class Heading(Struct, frozen=True):
    """A column; ``letters`` is its width, 0 takes what the others leave, but ``least``."""

    text: str
    letters: int = 0
    least: int = 22


class Record(Struct, frozen=True, kw_only=True):
    """A row. ``icon`` stands in the cell ``icon_at``; ``struck`` through is what counts no more, ``faded`` what is out
    of use; both say so in words, too. ``named`` are the people whom the cells of a column name, by the column."""

    key: int
    cells: tuple[str, ...]
    icon: QIcon | None = None
    icon_at: int = 0
    struck: bool = False
    faded: bool = False
    named: Mapping[int, Iterable[Hashable]] = field(default_factory=dict)


class RecordTable(CopiesOut, QTableWidget):
    """One row can be chosen; it stays chosen, by key, when the rows are shown anew."""

    chosen = Signal(object)
    """The key, or None."""
    opened = Signal(int)
    """The key of a row that was double-clicked or entered."""

    def __init__(self, name: str, headings: Sequence[Heading]) -> None:
        super().__init__()
        self.setColumnCount(len(headings))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([heading.text for heading in headings])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)
        letter, words = self.fontMetrics().averageCharWidth(), header.fontMetrics().horizontalAdvance
        self._rest = next((column for column, heading in enumerate(headings) if not heading.letters), None)
        self._least = 0 if self._rest is None else letter * headings[self._rest].least
        for column, heading in enumerate(headings):
            if heading.letters:
                self.setColumnWidth(column, max(letter * heading.letters, words(heading.text)) + 2 * ROOM)
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.chosen_key))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(int(item.data(KEY))))

    @property
    def chosen_key(self) -> int | None:
        """The key of the chosen row."""
        items = self.selectedItems()
        return int(items[0].data(KEY)) if items else None

    def show_records(self, records: Sequence[Record]) -> None:
        """Show ``records`` in place of what is there; what was chosen stays so, else the first is."""
        before = self.chosen_key
        blocked = self.blockSignals(True)
        self.clearSelection()
        self.setRowCount(len(records))
        for row, record in enumerate(records):
            for column, text in enumerate(record.cells):
                self.setItem(row, column, self._item(record, column, text))
        self.blockSignals(blocked)
        keys = [record.key for record in records]
        if before in keys:
            self.choose(before)
        elif keys:
            self.selectRow(0)
        else:
            self.chosen.emit(None)

    def choose(self, key: int) -> None:
        """Choose the row of ``key``, if it is there."""
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            if item is not None and item.data(KEY) == key:
                self.selectRow(row)
                self.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widest column takes what the others leave; a narrow table scrolls sideways instead of hiding it."""
        super().resizeEvent(event)
        self._share()

    def fit(self, column: int) -> None:
        """Give ``column`` the width that its cells ask for, at least the one that it has."""
        self.setColumnWidth(column, max(self.columnWidth(column), self.sizeHintForColumn(column) + ROOM))
        self._share()

    def _share(self) -> None:
        if self._rest is not None:
            others = sum(self.columnWidth(one) for one in range(self.columnCount()) if one != self._rest)
            self.setColumnWidth(self._rest, max(self._least, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        key = self.chosen_key
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.opened.emit(key)
            return
        super().keyPressEvent(event)

    def _item(self, record: Record, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(" ".join(text.split()))
        item.setToolTip(text)
        item.setData(KEY, record.key)
        if column in record.named:
            item.setData(NAMED, named(record.named[column]))
        if record.icon is not None and column == record.icon_at:
            item.setIcon(record.icon)
        if record.struck:
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
        if record.struck or record.faded:
            item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        return item
