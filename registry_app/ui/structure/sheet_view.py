"""The table that is typed into: where Tab, Enter, the arrows, Delete, copy and paste lead."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from registry_app.ui import theme
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.copies import CopiesOut
from registry_app.ui.widgets.records import ROOM

from .cell_delegate import CellDelegate, text_above
from .cell_line import CellLine, is_block
from .sheet import Sheet
from .sheet_menu import filled
from .sheet_model import Index, SheetModel
from .suggestions import Suggest

Trigger = QAbstractItemView.EditTrigger
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROW_NAMES = "000 ●"


class SheetView(CopiesOut, QTableView):
    """Tab goes from cell to cell, Enter to the next line, where the typing of this one began; at the end of the last
    line there is always another one."""

    block_pasted = Signal(str)
    """Cells that were copied elsewhere: tabs between them, line ends between their rows."""
    current_changed = Signal()

    def __init__(self, name: str, sheet: Sheet, suggest: Mapping[str, Suggest], *, slow: frozenset[str]) -> None:
        super().__init__()
        self.rows = SheetModel(sheet, self)
        self.typing = CellDelegate(suggest, slow, self)
        self._from: int | None = None
        self._widest = max(range(len(sheet.columns)), key=lambda place: sheet.columns[place].letters)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self.typing)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress()
        self.typing.stepped.connect(self.step)
        self.typing.block_pasted.connect(self.block_pasted)
        self.selectionModel().currentChanged.connect(self.current_changed)

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self.rows.sheet

    @property
    def line(self) -> CellLine | None:
        """The line that is typed into now."""
        return self.typing.line

    def settle(self) -> None:
        """Take what is being typed into a cell."""
        self.typing.commit()

    def go_to(self, row: int, column: int, *, typing: bool = True) -> None:
        """Make a cell the current one, ready to be typed into."""
        self.settle()
        index = self.rows.index(row, column)
        self.setFocus()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if typing and self.sheet.writable:
            self.edit(index)

    def where(self) -> tuple[int, int, bool]:
        """Row and column of the current cell, and whether it is typed into."""
        at = self.currentIndex()
        return at.row(), at.column(), self.line is not None

    def return_to(self, where: tuple[int, int, bool]) -> None:
        """Go on where one was, with the cursor behind what is typed."""
        row, column, typing = where
        if 0 <= row < self.rows.rowCount():
            self.go_to(row, column, typing=typing)
        if self.line is not None:
            self.line.setCursorPosition(len(self.line.text()))

    def chosen_rows(self) -> list[int]:
        """The rows in which a cell is chosen, top to bottom."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def step(self, way: str) -> None:
        """Go on with the cell to the "right", "left", "up" or "down"."""
        at = self.currentIndex()
        last = self.rows.columnCount() - 1
        if way in ("right", "left"):
            begun = at.column() if self._from is None else self._from
            place = at.row() * (last + 1) + at.column() + (1 if way == "right" else -1)
            row, column = divmod(place, last + 1)
            if not self._has(row):
                self._leave(forward=way == "right")
                return
            self.go_to(row, column)
            self._from = begun if row == at.row() else 0
            return
        row = at.row() + (1 if way == "down" else -1)
        if not self._has(row):
            self.setFocus()
            return
        column = at.column()
        if way == "down" and (column == last or self._from is not None):
            column = self._from or 0
        self.go_to(row, column)
        self._from = None

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes from cell to cell; after the last one to what comes after the table."""
        at = self.currentIndex()
        if not at.isValid() or not self.hasFocus():
            return super().focusNextPrevChild(next_one)
        before = (at.row(), at.column())
        self.step("right" if next_one else "left")
        return (self.currentIndex().row(), self.currentIndex().column()) != before or not self.hasFocus()

    def _leave(self, *, forward: bool) -> None:
        self.setFocus()
        super().focusNextPrevChild(forward)

    def _has(self, row: int) -> bool:
        """Whether there is such a row to go to. From an empty last line one goes no further."""
        return 0 <= row < self.rows.rowCount()

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys while no cell is typed into; letters begin to."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._repeat()
        elif event.key() in ENTER and plain:
            self.step("down")
        elif event.key() == Qt.Key.Key_Delete and plain:
            self._empty()
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The chosen cells as a worksheet takes them."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        rows: dict[int, list[str]] = {}
        for index in indexes:
            rows.setdefault(index.row(), []).append(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        return "\n".join("\t".join(texts) for texts in rows.values())

    def _paste(self) -> None:
        text, at = QGuiApplication.clipboard().text(), self.currentIndex()
        if is_block(text) and self.sheet.writable:
            self.block_pasted.emit(text)
        elif at.isValid():
            self.rows.setData(at, text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen cells."""
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The menu of the right mouse button."""
        made = QMenu(self)
        actions = filled(made, self, writable=self.sheet.writable)
        deeds = {"copy": self._copy, "paste": self._paste, "above": self._repeat, "empty": self._empty}
        for name, action in actions.items():
            action.triggered.connect(deeds[name])
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied())
        self.tell_copied(self.selectedIndexes())

    def _repeat(self) -> None:
        for index in self.selectedIndexes():
            self.rows.setData(index, text_above(self.rows, index.row(), index.column()))

    def _empty(self) -> None:
        for index in self.selectedIndexes():
            self.rows.setData(index, "")

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another cell: what is chosen by hand is where a line begins."""
        super().currentChanged(current, previous)
        self._from = None

    # -- looks -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widest column takes what the others leave; a lower table still shows where one types."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(one) for one in range(self.rows.columnCount()) if one != self._widest)
        least = self.fontMetrics().averageCharWidth() * 20
        self.setColumnWidth(self._widest, max(least, self.viewport().width() - others))
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def _dress(self) -> None:
        self.rows.alert, self.rows.note = marks.icon(marks.PROBLEM, self), marks.icon(marks.NOTICE, self)
        self.rows.known = marks.icon(marks.DONE, self)
        self.rows.quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        header, names = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter, words = self.fontMetrics().averageCharWidth(), header.fontMetrics().horizontalAdvance
        for place, column in enumerate(self.sheet.columns):
            width = max(letter * column.letters, words(column.heading)) + 2 * ROOM
            self.setColumnWidth(place, width)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(self.fontMetrics().height() + ROOM + 4)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        names.setFixedWidth(names.fontMetrics().horizontalAdvance(ROW_NAMES) + theme.grown(2 * ROOM))
