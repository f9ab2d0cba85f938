"""The table into which figures are typed one below the other: Enter and the arrows go to the next figure."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from registry_app.domain.ids import IndicatorId
from registry_app.domain.words import N_, _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.records import ROOM

from .figure_rows import HELD, MEANING, NAME, TYPED, UNIT, FigureRow, FigureRows, Index

Key = Qt.Key
LETTERS = {UNIT: 11, HELD: 11, TYPED: 16, MEANING: 28}
LEAST_NAME = 28
ENTER = (Key.Key_Return, Key.Key_Enter)
WAYS = {Key.Key_Return: 1, Key.Key_Enter: 1, Key.Key_Down: 1, Key.Key_Tab: 1, Key.Key_Up: -1, Key.Key_Backtab: -1}


class _Typing(QStyledItemDelegate):
    """Gives each figure its line; keys that mean the next figure go to the table."""

    def __init__(self, table: "FigureTable") -> None:
        super().__init__(table)
        self._table = table
        self.line: LineEdit | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line for a figure."""
        made = LineEdit()
        made.setParent(parent)
        made.setFrame(False)
        made.setAutoFillBackground(True)
        made.setAccessibleName(f"{self._table.rows.rows[index.row()].title} – {_(NEW_VALUE)}")
        self.line = made
        return made

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The line is gone."""
        if editor is self.line:
            self.line = None
        super().destroyEditor(editor, index)

    def commit(self) -> None:
        """Take what is being typed."""
        if self.line is not None:
            line = self.line
            self.commitData.emit(line)
            self.closeEditor.emit(line, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the cell holds; never over what is being typed."""
        if isinstance(editor, LineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what is typed."""
        if isinstance(editor, LineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that go on, before Qt ends the typing by itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            way = WAYS.get(Key(event.key()))
            if way is not None and not event.modifiers() & ~_PLAIN:
                self.commit()
                self._table.step(way, leaving=Key(event.key()) in (Key.Key_Tab, Key.Key_Backtab))
                return True
        return super().eventFilter(watched, event)


NEW_VALUE = N_("New value")
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class FigureTable(QTableView):
    """A row a figure; topics are passed over."""

    moved = Signal()
    """Another row is the current one."""

    def __init__(self, name: str, rows: Sequence[FigureRow]) -> None:
        super().__init__()
        self.rows = FigureRows(rows, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self._typing = _Typing(self)
        self.setItemDelegate(self._typing)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for place in range(len(rows)):
            if rows[place].indicator is None:
                self.setSpan(place, NAME, 1, MEANING + 1)
        self.selectionModel().currentRowChanged.connect(self.moved)
        self._dress()

    @property
    def current(self) -> IndicatorId | None:
        """The indicator of the current row."""
        at = self.currentIndex()
        return self.rows.number(at.row()) if at.isValid() else None

    def go_to_first(self) -> None:
        """The first figure, ready to be typed."""
        self._go_to(self._next(-1, 1))

    def go_to(self, indicator: int) -> None:
        """The figure of an indicator, ready to be typed."""
        self._go_to(self.rows.row_of(indicator))

    def step(self, way: int, *, leaving: bool = False) -> None:
        """The next figure below (1) or above (-1); with ``leaving`` the keyboard leaves the table after the last."""
        row = self._next(self.currentIndex().row(), way)
        if row >= 0:
            self._go_to(row)
            return
        self.setFocus()
        if leaving:
            super().focusNextPrevChild(way > 0)

    def settle(self) -> None:
        """Take what is being typed."""
        self._typing.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins the next figure, Delete empties one."""
        at = self.currentIndex()
        if event.key() in ENTER and at.isValid():
            self.step(1)
        elif event.key() == Key.Key_Delete and at.isValid():
            self.rows.setData(self.rows.index(at.row(), TYPED), "")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what the others leave; a narrow table scrolls sideways instead of hiding it."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in LETTERS)
        least = self.fontMetrics().averageCharWidth() * LEAST_NAME
        self.setColumnWidth(NAME, max(least, self.viewport().width() - others))

    def _next(self, row: int, way: int) -> int:
        row += way
        while 0 <= row < len(self.rows.rows):
            if self.rows.number(row) is not None:
                return row
            row += way
        return -1

    def _go_to(self, row: int) -> None:
        index = self.rows.index(row, TYPED)
        self.setFocus()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if not self.rows.locked:
                self.edit(index)

    def _dress(self) -> None:
        self.rows.quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self.rows.icons = {mark: marks.icon(mark, self) for mark in (marks.PROBLEM, marks.NOTICE, marks.DONE)}
        header, names = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter, words = self.fontMetrics().averageCharWidth(), header.fontMetrics().horizontalAdvance
        for column, letters in LETTERS.items():
            heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(letter * letters, words(heading)) + 2 * ROOM)
        names.hide()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(self.fontMetrics().height() + ROOM + 4)
