"""The table of an entry screen: one key for each grade, letters begin the findings, Enter goes to the next row."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from registry_app.domain import kinds
from registry_app.domain.words import _
from registry_app.ui.structure.suggestions import Suggest
from registry_app.ui.widgets import marks

from .cell_typing import CellKind, CellTyping
from .columns import STATES
from .entry_model import COLUMNS, NAMES, EntryModel, Index

ROOM = 10
LETTERS: Mapping[str, int] = {
    "position": 8,
    "code": 14,
    "last_grade": 12,
    "grade": 13,
    "effective": 15,
    "decision": 16,
    "on": 12,
}
LEAST = 20
FINDINGS, DECISION, ON = (NAMES.index(name) for name in ("findings", "decision", "on"))
Key = Qt.Key
Flag = QItemSelectionModel.SelectionFlag
ENTER = (Key.Key_Return, Key.Key_Enter)
YES, NO = "+=", "-−"
EDITED = {Key.Key_F2: FINDINGS, Key.Key_F3: ON, Key.Key_F4: DECISION}


class EntryView(QTableView):
    """Nothing that is typed into the line of a cell is taken for a key of the table."""

    left = Signal(int)
    """The row at that place was left for another one."""
    current_changed = Signal()
    points_wanted = Signal()
    refused = Signal(str)
    """Why a key did nothing, or what was to be pasted was not let in."""

    def __init__(self, rows: EntryModel, decisions: Suggest) -> None:
        super().__init__()
        self._rows = rows
        self.grades: Sequence[str] = ()
        """What the digits from 1 on mean."""
        self.has_points = False
        columns = {
            FINDINGS: CellKind(_("Findings"), limit=kinds.BLOCK_LIMIT),
            DECISION: CellKind(_("Decision"), decisions),
            ON: CellKind(_("Date of review")),
        }
        self.typing = CellTyping(columns, self)
        self.setModel(rows)
        for column in columns:
            self.setItemDelegateForColumn(column, self.typing)
        self._dress()
        self.typing.stepped.connect(self._step)
        self.typing.refused.connect(self.refused)

    @property
    def place(self) -> int:
        """Which row is current; -1 for none."""
        return int(self.currentIndex().row())

    def go_to(self, place: int) -> None:
        """Make that row the current one; what is being typed is taken first."""
        self.settle()
        self.setFocus()
        if not 0 <= place < self._rows.rowCount():
            return
        index = self._rows.index(place, 0)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        self.scrollTo(index)

    def go_to_missing(self, way: int = 1) -> bool:
        """Go to the next row without a result (-1: the one before), from the end to the beginning; False when there is
        none."""
        self.settle()
        count = self._rows.rowCount()
        for step in range(1, count + 1):
            place = (self.place + way * step) % count
            if self._rows.lines[place].state == "waiting":
                self.go_to(place)
                return True
        return False

    def settle(self) -> None:
        """Take what is being typed."""
        self.typing.commit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another row: the one before is done."""
        super().currentChanged(current, previous)
        if previous.isValid() and current.row() != previous.row():
            self.left.emit(previous.row())
        self.current_changed.emit()

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that the line of a cell left over comes here, too."""
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if key == Key.Key_F8 or (control and key in (Key.Key_Down, Key.Key_Up)):
            self.go_to_missing(-1 if key == Key.Key_Up else 1)
        elif not held and key in ENTER:
            self._step("down")
        elif not held and key in EDITED:
            self.begin(EDITED[key])
        elif not held and key in (Key.Key_Backspace, Key.Key_Delete):
            self._empty()
        elif not held and key == Key.Key_Tab and self.has_points:
            self.points_wanted.emit()
        elif key in (Key.Key_Left, Key.Key_Right) or self._begins(event.text(), event):
            event.accept()
        else:
            self.settle()
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab goes to the points, where there are any."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers()
            if event.key() == Key.Key_Tab and plain and self.has_points:
                self.settle()
                self.points_wanted.emit()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes begins the findings, and goes on there."""
        if not self._begins(event.commitString() or event.preeditString(), event):
            super().inputMethodEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters begin the findings; they look for nothing."""

    def _begins(self, text: str, event: QEvent) -> bool:
        """Whether ``text`` means something here: a result, or the beginning of the findings."""
        if self.place < 0 or not text:
            return False
        if len(text) == 1 and text.isdigit():
            self._grade(int(text))
            return True
        if len(text) == 1 and text in YES + NO:
            self._put("effective", "yes" if text in YES else "no")
            return True
        if not text[0].isalpha():
            return False
        self._write(event)
        return True

    def begin(self, column: int) -> None:
        """Type into that cell of the row, behind what stands there."""
        if self._is_locked():
            return
        index = self._rows.index(self.place, column)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        self.edit(index)
        line = self.typing.line
        if line is not None:
            line.deselect()
            line.setCursorPosition(len(line.text()))

    def _write(self, event: QEvent) -> None:
        """Begin the findings with the key that was pressed; what stands there already stays."""
        self.begin(FINDINGS)
        line = self.typing.line
        if line is None:
            return
        if line.text():
            line.setText(f"{line.text()} ")
        QApplication.sendEvent(line, event)

    def _grade(self, digit: int) -> None:
        if digit > len(self.grades):
            said = _("There is no grade {number}: the scale has {count}.")
            self.refused.emit(said.format(number=digit, count=len(self.grades)))
            return
        self._put("grade", self.grades[digit - 1] if digit else "")

    def _put(self, name: str, text: str) -> None:
        if not self._is_locked():
            self._rows.put(self.place, name, text)

    def _empty(self) -> None:
        """Nothing was seen of this row after all."""
        if self._is_locked():
            return
        for name in ("grade", "effective", "findings", "decision", "on"):
            if self._rows.lines[self.place].text(name):
                self._rows.put(self.place, name, "")

    def _is_locked(self) -> bool:
        """Whether nothing can be entered in the current row; says why."""
        if self.place < 0:
            return True
        row = self._rows.lines[self.place].row
        if row.left_out:
            said = _("Row {row} is left out of the round: {reason}. Take it in again on the page of the round.")
            self.refused.emit(said.format(row=row.position, reason=row.left_out))
        return bool(row.left_out)

    def _step(self, way: str) -> None:
        if way == "right":
            if self.has_points:
                self.points_wanted.emit()
            else:
                self.setFocus()
            return
        self.go_to(self.place + (1 if way == "down" else -1 if way == "up" else 0))

    # -- looks -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Model and findings share what the others leave; a lower table still shows the current row."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(NAMES.index(name)) for name in LETTERS)
        least = self.fontMetrics().averageCharWidth() * LEAST
        half = max(least, (self.viewport().width() - others) // 2)
        for name in ("model", "findings"):
            self.setColumnWidth(NAMES.index(name), half)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_rows"):
            self._colour()

    def _colour(self) -> None:
        icons = {state: marks.icon(mark, self) for state, mark in STATES.items()}
        self._rows.icons = {**icons, "problem": marks.icon(marks.PROBLEM, self)}
        self._rows.quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)

    def _dress(self) -> None:
        self._colour()
        self.setAccessibleName(_("Results of the round"))
        self.setProperty("guide", "rounds")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + ROOM + 2)
        heads.setHighlightSections(False)
        letter, words = self.fontMetrics().averageCharWidth(), heads.fontMetrics().horizontalAdvance
        for name, letters in LETTERS.items():
            self.setColumnWidth(NAMES.index(name), max(letter * letters, words(_(COLUMNS[name]))) + 2 * ROOM)
