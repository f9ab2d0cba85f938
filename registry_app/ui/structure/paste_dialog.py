"""A block of cells copied from a worksheet, before it becomes members: what each column is, what each row would be,
what is wrong with it. Nothing is written until the user agrees.

Reading the rows, looking for their people in the register and writing them are done aside, however many there are.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.words import N_, _, n_
from registry_app.operations import pasting_members, team_sheet
from registry_app.operations.member_writing import split
from registry_app.operations.pasting_members import Known, Recognised
from registry_app.ui.background import Task, run_aside, wait_aside
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import ROOM
from registry_app.ui.widgets.wheel import guard

from .columns import MEMBERS, pastable
from .member_sheet import MemberSheet
from .sheet import Column, Line, Sheet

ABOUT = N_(
    "Above: the cells as they were copied, each column with what it is taken for. Below: the members they become. Mend "
    "there what is marked; nothing is written before you add them."
)
READING, CHECKING = N_("The rows are being read…"), N_("Checking the rows…")
CHECKED_LATER = N_("The rows were not checked; what is wrong with them is said when you add them.")
SAMPLES = 3
"""Rows of the block that are shown above."""
LETTERS = 17
SIZE = (1120, 620)
EDGE = 40


class PasteDialog(QDialog):
    """Adds what was ``found`` in a block to a team as one action. It is there at once; what its rows become is shown
    when they are read and, as soon as the register has said what it knows of them, can be added."""

    checked = Signal()
    """The rows can be added; also when checking them was cancelled."""

    def __init__(self, session: Session, team: TeamId, found: Recognised, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "inside")
        self.setWindowTitle(_("Members from a worksheet"))
        self._session, self._team, self._found = session, team, found
        self._busy, self._later = "", False
        self._reading: Task[list[Line]] | None = None
        self.block = QTableWidget(min(SAMPLES, len(found.rows)) + 1, len(found.columns))
        self.choices = [self._choice(name) for name in found.columns]
        self.sheet = MemberSheet(session)
        self._notice = MarkedLabel(selectable=True)
        self._buttons = QDialogButtonBox()
        self.yes_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.no_button = self._buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._fill_block()
        self._become()
        for choice in self.choices:
            choice.currentIndexChanged.connect(self._chosen)
        self._buttons.accepted.connect(self._add)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._stop_reading)

    @classmethod
    def add(cls, session: Session, team: TeamId, pasted: str, parent: QWidget | None = None) -> bool:
        """Show what was pasted and add it to ``team``; whether it was added."""
        roles = [one.name for one in session.registry.lists.roles.values() if not one.retired]
        found = wait_aside(parent or session, lambda _go_on: pasting_members.recognise(pasted, roles), title=_(READING))
        dialog = cls(session, team, found, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    @property
    def is_checked(self) -> bool:
        """Whether the rows are read, and the register has said what it knows of them."""
        return not self._busy and not self._later

    @property
    def notice(self) -> str:
        """What is said below."""
        return self._notice.text

    # -- the block -------------------------------------------------------------------------------------------------

    def _choice(self, name: str) -> QComboBox:
        made = QComboBox()
        made.addItem(_("(leave out)"), "")
        for field in pastable():
            made.addItem(field.short, field.name)
        made.setCurrentIndex(max(0, made.findData(name)))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        guard(made)
        return made

    def _fill_block(self) -> None:
        self.block.setAccessibleName(_("Cells as they were copied"))
        self.block.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.block.setTabKeyNavigation(False)
        self.block.setWordWrap(False)
        names = self.block.horizontalHeader()
        widest = max((choice.sizeHint().width() for choice in self.choices), default=0)
        names.setDefaultSectionSize(max(widest, self.fontMetrics().averageCharWidth() * LETTERS) + 2 * ROOM)
        self.block.setHorizontalHeaderLabels([str(number + 1) for number in range(len(self.choices))])
        self.block.setVerticalHeaderLabels(["", *(str(row + 1) for row in range(SAMPLES))])
        for place, choice in enumerate(self.choices):
            choice.setAccessibleName(_("Column {number}").format(number=place + 1))
            self.block.setCellWidget(0, place, choice)
            for row, cells in enumerate(self._found.rows[:SAMPLES], start=1):
                item = QTableWidgetItem(cells[place])
                item.setToolTip(cells[place])
                self.block.setItem(row, place, item)
        high = self.yes_button.sizeHint().height() + 2
        self.block.verticalHeader().setDefaultSectionSize(high)
        bars = names.sizeHint().height() + self.block.horizontalScrollBar().sizeHint().height()
        self.block.setFixedHeight(high * self.block.rowCount() + bars + ROOM)

    def _chosen(self) -> None:
        """Another meaning of a column; a field can be in one column only."""
        changed = self.sender()
        if isinstance(changed, QComboBox) and changed.currentData():
            for other in self.choices:
                if other is not changed and other.currentData() == changed.currentData():
                    blocked = other.blockSignals(True)
                    other.setCurrentIndex(0)
                    other.blockSignals(blocked)
        self._become()

    # -- the members -----------------------------------------------------------------------------------------------

    def _become(self) -> None:
        """Read the rows as the members that they are now."""
        names = [str(choice.currentData()) for choice in self.choices]
        self._found = pasting_members.chosen(self._found, names)
        extra = [name for name in names if name and name not in MEMBERS]
        old, self.sheet = self.sheet, MemberSheet(self._session, extra=extra)
        self._halves.replaceWidget(1, self.sheet)
        old.deleteLater()
        self._join_tab_order()
        self.sheet.show_lines([], writable=False)
        self._stop_reading()
        self._busy, self._later = READING, False
        self._count()
        columns, defaults, rows = self.sheet.now.columns, self.sheet.now.defaults, self._found.rows
        self._reading = run_aside(
            self,
            lambda _go_on: _lines(columns, defaults, [_typed(names, row) for row in rows]),
            self._show_lines,
            lambda _problem: None,
            title=_(READING),
        )
        self._reading.ended.connect(self._leave_unread)

    def _stop_reading(self) -> None:
        """What is read now is no longer wanted."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None

    def _leave_unread(self) -> None:
        """The reading was cancelled where it is waited for: there is nothing to show."""
        if self._reading is not None and self.sender() is self._reading:
            self.reject()

    def _show_lines(self, lines: Sequence[Line]) -> None:
        """Show the members that the rows are, and let the register say what it knows of them."""
        self._reading = None
        self.sheet.show_lines(lines, writable=True)
        self.sheet.touched.connect(self._count)
        new = self.sheet.rows()
        if not new:
            self._finish()
            return
        self._busy, self._later = CHECKING, True
        self._count()
        task = self._session.run_long(
            self,
            pasting_members.known,
            self._team,
            [split(row.typed) for _line, row in new],
            title=_(CHECKING),
            done=lambda known: self._show_known([one for one, _row in new], known),
            refused=lambda refused: self._tell([one for one, _row in new], refused.problems),
        )
        task.ended.connect(self._finish)

    def _show_known(self, lines: Sequence[Line], known: Known) -> None:
        if not isValid(self):  # the window over it went, and the dialog with it
            return
        self._later = False
        self._tell(lines, known.problems)
        self.sheet.twins.ask_about(self.sheet.now, list(zip(lines, known.twins, strict=True)))

    def _finish(self) -> None:
        self._busy = ""
        self._count()
        self.checked.emit()

    def _join_tab_order(self) -> None:
        """From column to column, then the members, then the buttons."""
        stops = [*self.choices, self.block, *self.sheet.stops, self.yes_button, self.no_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _count(self) -> None:
        lines = self.sheet.now.filled
        wrong = sum(1 for one in lines if any(not told.notice for told in one.told.values()))
        count = len(self._found.rows) if self._busy else len(lines)
        self.yes_button.setText(n_("&Add {count} member", "&Add {count} members", count).format(count=count))
        self.yes_button.setEnabled(bool(lines) and not self._busy)
        if self._busy:
            self._notice.say(_(self._busy), marks.BUSY)
            return
        parts = [_(CHECKED_LATER)] if self._later else []
        if wrong:
            text = n_("{count} row is to be mended.", "{count} rows are to be mended.", wrong)
            parts.append(text.format(count=wrong))
        if left_out := len(self._found.left_out):
            text = n_("{count} row is no person: left out.", "{count} rows are no people: left out.", left_out)
            parts.append(text.format(count=left_out))
        self._notice.say(" ".join(parts), marks.PROBLEM if wrong else marks.NOTICE)

    def _add(self) -> None:
        ready = self.sheet.begin_attempt()
        rows = self.sheet.rows()
        if not ready:
            self._refused()
            return
        try:
            done = self._session.run_and_wait(
                self, team_sheet.write, self._team, [row for _line, row in rows], title=self.windowTitle()
            )
        except Refused as refused:
            self._tell([one for one, _row in rows], refused.problems)
            self._refused()
            return
        if done is not None:
            self.accept()

    def _refused(self) -> None:
        self._count()
        self.sheet.trouble.go()

    def _tell(self, lines: Sequence[Line], problems: Sequence[Problem]) -> None:
        """Say what the register refuses, where nothing is said of a cell yet."""
        told: list[tuple[Line, Problem]] = []
        for problem in problems:
            number, _dot, name = problem.field.rpartition(".")
            place = int(number) - 1 if number.isdigit() else 0
            if name not in lines[place].told:
                told.append((lines[place], Problem(name, problem.text, problem.values)))
        self.sheet.tell_all(told)

    def _lay_out(self) -> None:
        self._halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._halves.addWidget(self.block)
        self._halves.addWidget(self.sheet)
        self._halves.setStretchFactor(0, 1)
        self._halves.setStretchFactor(1, 3)
        rows = QVBoxLayout(self)
        rows.addWidget(Prose(_(ABOUT)))
        rows.addWidget(self._halves, 1)
        rows.addWidget(self._notice)
        rows.addWidget(self._buttons)
        self.no_button.setAutoDefault(False)
        self.yes_button.setAutoDefault(False)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))


def _typed(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(names, row, strict=True) if name and cell}


def _lines(columns: Sequence[Column], defaults: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> list[Line]:
    """New lines of texts as typed, each with what is wrong with it."""
    sheet = Sheet(columns, who="name")
    sheet.defaults = dict(defaults)
    sheet.add(rows)
    return list(sheet.filled)
