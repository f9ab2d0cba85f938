"""A block of cells copied from a worksheet, before it becomes members: what each column is, what each row would be,
what is wrong with it. Nothing is written until the user agrees."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
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

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.words import N_, _, n_
from registry_app.operations import members, pasting_members, team_sheet
from registry_app.operations.member_writing import NewMember, split
from registry_app.ui.session import MANY, Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import ROOM
from registry_app.ui.widgets.wheel import guard

from .columns import MEMBERS, pastable
from .member_sheet import MemberSheet
from .sheet import Line

ABOUT = N_(
    "Above: the cells as they were copied, each column with what it is taken for. Below: the members they become. Mend "
    "there what is marked; nothing is written before you add them."
)
SAMPLES = 3
"""Rows of the block that are shown above."""
LETTERS = 17
SIZE = (1120, 620)
EDGE = 40


class PasteDialog(QDialog):
    """Adds what was ``pasted`` to a team as one action."""

    def __init__(self, session: Session, team: TeamId, pasted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "inside")
        self.setWindowTitle(_("Members from a worksheet"))
        self._session, self._team = session, team
        roles = [one.name for one in session.registry.lists.roles.values() if not one.retired]
        self._found = pasting_members.recognise(pasted, roles)
        self.block = QTableWidget(min(SAMPLES, len(self._found.rows)) + 1, len(self._found.columns))
        self.choices = [self._choice(name) for name in self._found.columns]
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

    @classmethod
    def add(cls, session: Session, team: TeamId, pasted: str, parent: QWidget | None = None) -> bool:
        """Show what was pasted and add it to ``team``; whether it was added."""
        dialog = cls(session, team, pasted, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

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
        """Show the members that the rows are now."""
        names = [str(choice.currentData()) for choice in self.choices]
        self._found = pasting_members.chosen(self._found, names)
        extra = [name for name in names if name and name not in MEMBERS]
        old, self.sheet = self.sheet, MemberSheet(self._session, extra=extra)
        self._halves.replaceWidget(1, self.sheet)
        old.deleteLater()
        self._join_tab_order()
        self.sheet.show_lines([], writable=True)
        self.sheet.now.add([_typed(names, row) for row in self._found.rows])
        self.sheet.view.rows.refresh()
        self.sheet.look_for_twins()
        self._check()
        self.sheet.touched.connect(self._count)
        self._count()

    def _join_tab_order(self) -> None:
        """From column to column, then the members, then the buttons."""
        stops = [*self.choices, self.block, *self.sheet.stops, self.yes_button, self.no_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _check(self) -> None:
        """Say what the register would refuse, while nothing is written; of a great many rows it is said when they are
        added."""
        new = self.sheet.rows()
        if 0 < len(new) <= MANY and not any(one.hinders for one, _row in new):
            asked: list[NewMember] = [split(row.typed, row.person_id) for _line, row in new]
            checked = self._session.run(members.check, self._team, asked)
            self._tell([one for one, _row in new], checked.problems if checked else ())

    def _count(self) -> None:
        lines = self.sheet.now.filled
        wrong = sum(1 for one in lines if any(not told.notice for told in one.told.values()))
        said = n_("&Add {count} member", "&Add {count} members", len(lines)).format(count=len(lines))
        self.yes_button.setText(said)
        self.yes_button.setEnabled(bool(lines))
        parts = []
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
            done = self._session.run_on(
                len(rows), self, team_sheet.write, self._team, [row for _line, row in rows], title=self.windowTitle()
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
        for problem in problems:
            number, _dot, name = problem.field.rpartition(".")
            place = int(number) - 1 if number.isdigit() else 0
            self.sheet.tell(lines[place], Problem(name, problem.text, problem.values))

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
