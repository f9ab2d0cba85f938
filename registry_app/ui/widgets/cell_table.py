"""A table some of whose cells are written in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from registry_app.ui.widgets import marks
from registry_app.ui.widgets.records import ROOM, Heading

WRONG = Qt.ItemDataRole.UserRole
"""What is wrong with a cell."""
Trigger = QAbstractItemView.EditTrigger


class CellTable(QTableWidget):
    """Rows of texts; the columns ``written`` can be typed into: a key, F2, Enter or a double click begins."""

    cell_written = Signal(int, int)
    """Row and column of a cell that the user wrote into."""

    def __init__(self, name: str, headings: Sequence[Heading], *, written: Sequence[int]) -> None:
        super().__init__(0, len(headings))
        self._written = frozenset(written)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([heading.text for heading in headings])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter, words = self.fontMetrics().averageCharWidth(), header.fontMetrics().horizontalAdvance
        self._rest = next(column for column, heading in enumerate(headings) if not heading.letters)
        for column, heading in enumerate(headings):
            if heading.letters:
                self.setColumnWidth(column, max(letter * heading.letters, words(heading.text)) + 2 * ROOM)
        self.cellChanged.connect(self.cell_written)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show ``rows`` in place of what is there; nothing counts as written."""
        blocked = self.blockSignals(True)
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, self._item(text, column))
        self.blockSignals(blocked)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        item = self.item(row, column)
        return str(item.text()) if item else ""

    def type(self, row: int, column: int, text: str) -> None:
        """Write ``text`` into a cell as the user does."""
        item = self.item(row, column)
        if item is not None:
            item.setText(text)

    def write(self, row: int, column: int, text: str) -> None:
        """Put ``text`` into a cell without telling that it was written."""
        blocked = self.blockSignals(True)
        self.setItem(row, column, self._item(text, column))
        self.blockSignals(blocked)

    def mark(self, row: int, column: int, wrong: str) -> None:
        """Mark a cell with what is ``wrong`` with it, "" for nothing; the words are shown when the mouse rests there,
        and read out with the cell."""
        item = self.item(row, column)
        if item is None or item.data(WRONG) == (wrong or None):
            return
        blocked = self.blockSignals(True)
        item.setData(WRONG, wrong or None)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, wrong)
        item.setToolTip(wrong or item.text())
        item.setIcon(marks.icon(marks.PROBLEM, self) if wrong else QIcon())
        self.blockSignals(blocked)
        self.viewport().update()

    def wrong(self, row: int, column: int) -> str:
        """What is wrong with a cell; "" when nothing is."""
        item = self.item(row, column)
        return str(item.data(WRONG) or "") if item else ""

    def fit(self, rows: int) -> None:
        """Be as high as so many rows."""
        line, header = self.verticalHeader().defaultSectionSize(), self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(line * max(1, rows) + header + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes into the current cell."""
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if plain and self.state() == QAbstractItemView.State.EditingState:
            return  # it was pressed in the cell, which takes what was typed
        if plain and self.currentRow() >= 0:
            self.editItem(self.currentItem())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.PaletteChange:
            return
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                if wrong := self.wrong(row, column):
                    self.mark(row, column, "")
                    self.mark(row, column, wrong)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widest column takes what the others leave."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(one) for one in range(self.columnCount()) if one != self._rest)
        least = self.fontMetrics().averageCharWidth() * 20
        self.setColumnWidth(self._rest, max(least, self.viewport().width() - others))

    def _item(self, text: str, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column not in self._written:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return item
