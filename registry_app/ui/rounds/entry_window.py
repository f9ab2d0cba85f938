"""The entry screen of a round: the rows of a worksheet in its order, entered by keyboard alone.

Each row is written as soon as it is left, as an action of its own: a crash loses no more than the row under the
cursor, and undo takes back one row and goes there. A row that stays under the cursor is written after a pause.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.words import _
from registry_app.operations import rounds, worksheets
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.structure import suggestions
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from . import entry_choice, entry_lines, entry_said, judging
from .entry_bar import EntryBar
from .entry_choice import Found
from .entry_lines import Line
from .entry_model import EntryModel
from .entry_view import EntryView
from .entry_writer import EntryWriter
from .points_line import PointsLine

SIZE, EDGE = (1300, 680), 40
PAUSE_MS = 2500


class EntryWindow(QDialog):
    """Keeps every key until it is saved."""

    def __init__(self, session: Session, shown: RoundShown, rows: Sequence[RowShown], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "rounds")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(_("Enter results – {name}").format(name=shown.round.name))
        self._session = session
        self._lines = {row.position: Line(row) for row in rows}
        self._sheets = worksheets.worksheets(session.registry, shown.round.id)
        self._chosen = entry_choice.ALL
        self._judging = judging.read(session.registry, shown.round)
        self.bar = EntryBar(shown.round, rows, self._sheets)
        self.writer = EntryWriter(session, shown.round, self._lines, self.bar.day.value)
        self.writer.setParent(self)
        self.rows = EntryModel(self)
        self.view = EntryView(self.rows, suggestions.choices(self._judging.decisions))
        self.points = PointsLine(self._judging.criteria, self._judging.graded) if self._judging.criteria else None
        self._about, self._notice, self._missing = Prose(quiet=False), MarkedLabel(selectable=True), MarkedLabel()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.save_button, self.close_button = QPushButton(_("&Next missing row")), QPushButton(_("Close"))
        self._lay_out()
        self._join()
        self._show(entry_choice.ALL)

    @classmethod
    def show_round(
        cls, session: Session, shown: RoundShown, parent: QWidget | None = None, *, position: int = 0
    ) -> "EntryWindow | None":
        """Show the entry screen over ``parent``, at the row of ``position``; it is there until the user closes it. None
        when its rows could not be read."""
        title = _("Reading the round…")
        rows = session.run_on(shown.rows, parent, rounds.rows, shown.round.id, title=title)
        if rows is None:
            return None
        made = cls(session, shown, rows, parent)
        made.show()
        made.begin(position)
        return made

    @property
    def lines(self) -> list[Line]:
        """The lines that are shown, in their order."""
        return self.rows.lines

    @property
    def _current(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.view.place] if 0 <= self.view.place < len(self.lines) else None

    @property
    def notice(self) -> str:
        """What is said below the table."""
        return self._notice.text

    @property
    def missing(self) -> str:
        """What is said to be missing."""
        return self._missing.text

    def begin(self, position: int = 0) -> None:
        """Put the keyboard where results are typed: at the row of ``position``, else the first one without a
        result."""
        places = [line.row.position for line in self.lines]
        if position in places:
            self.view.go_to(places.index(position))
        elif not self.view.go_to_missing():
            self.view.go_to(0)

    # -- which rows ------------------------------------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Show the rows of that choice, after saving what is typed."""
        if not self.save():
            self.bar.show_chosen(self._chosen)
            return
        self._chosen = key
        self._show(key)
        self.begin()

    def _go_to_found(self, found: Found) -> None:
        """Go where a typed or scanned code leads."""
        if found.why:
            self._notice.say(found.why, marks.PROBLEM)
            return
        self._notice.clear()
        if found.key:
            self.choose(found.key)
            return
        if found.position not in [line.row.position for line in self.lines]:
            self.choose(entry_choice.ALL)
        self.begin(found.position)

    def _show(self, key: str) -> None:
        rows = [line.row for line in self._lines.values()]
        self.bar.show_chosen(key)
        wanted = entry_choice.chosen(key, rows, self._sheets)
        self.rows.show_lines([self._lines[row.position] for row in wanted])
        self._say_missing()
        self._show_current()

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write what is typed and not saved, each row as one action; False when one was refused, and says so."""
        self.view.settle()
        return self.writer.save_all()

    def _left(self, place: int) -> None:
        """The cursor left a row: it is saved, and gone back to when it was refused."""
        if self.isVisible() and 0 <= place < len(self.lines) and not self.writer.save(self.lines[place]):
            QTimer.singleShot(0, self, lambda: self._return_to(place))

    def _return_to(self, place: int) -> None:
        if place < len(self.lines) and self.lines[place].is_dirty:
            self.view.go_to(place)

    def _save_current(self) -> None:
        """One stays long at a row."""
        if self.view.typing.line is None and self._current is not None:
            self.writer.save(self._current)

    def _refused(self, position: int, why: str) -> None:
        self._notice.say(why, marks.PROBLEM)
        self._refresh([position])

    def _written(self, positions: Sequence[int]) -> None:
        self._notice.clear()
        self._refresh(positions)
        self._say_missing()
        self._show_current()

    def _refresh(self, positions: Sequence[int]) -> None:
        wanted = set(positions)
        for place, line in enumerate(self.lines):
            if line.row.position in wanted:
                self.rows.refresh(place)

    # -- undo ------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """What is typed and not saved goes first; then the row that was saved last in this window."""
        self.view.settle()
        line = self._current
        if line is not None and line.is_dirty:
            line.forget()
            self._written([line.row.position])
        elif self.writer.may_undo:
            self._go_where(self.writer.undo())
        else:
            self._notice.say(_("Nothing was entered here that could be undone."), marks.NOTICE)

    def redo(self) -> None:
        """Enter again what was taken back last."""
        if self.writer.may_redo:
            self._go_where(self.writer.redo())

    def _go_where(self, positions: Sequence[int]) -> None:
        """To the first of these rows that is shown."""
        places = (place for place, line in enumerate(self.lines) if line.row.position in positions)
        self.view.go_to(next(places, self.view.place))

    # -- leaving ---------------------------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Whether the window may go: what could not be saved is asked about."""
        if self.save():
            return True
        text = _("Some of what was typed could not be saved: {why}").format(why=self.notice)
        return ask.confirm(self, text, yes=_("&Give it up"), no=_("&Stay here"))

    def reject(self) -> None:
        """Escape and the button."""
        if self.may_leave():
            super().reject()

    def _let_go(self) -> None:
        """The register is closed."""
        self.done(0)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever turns to another program leaves nothing unsaved behind."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self._save_current()

    # -- what is said ----------------------------------------------------------------------------------------------

    def _touched(self, place: int) -> None:
        self._pause.start()
        self._say_missing()
        if place == self.view.place:
            self._show_current()

    def _say_missing(self) -> None:
        text = entry_lines.missing_said(self.lines)
        waiting = any(line.state == "waiting" for line in self.lines)
        self._missing.say(text, marks.NOTICE if waiting else marks.DONE)
        self.save_button.setEnabled(waiting)

    def _show_current(self) -> None:
        line = self._current
        self._about.setText(entry_said.about(line) if line else "")
        if self.points is not None:
            self.points.show_line(line)

    def _leave_points(self, following: bool) -> None:
        self.view.go_to(self.view.place + (1 if following else 0))

    # -- looks -----------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        self.writer.written.connect(self._written)
        self.writer.refused.connect(self._refused)
        self._session.closing.connect(self._let_go)
        self.bar.chosen.connect(self.choose)
        self.bar.looked_up.connect(self._go_to_found)
        self.bar.left.connect(self.view.setFocus)
        self.rows.touched.connect(self._touched)
        self.view.left.connect(self._left)
        self.view.current_changed.connect(self._show_current)
        self.view.refused.connect(lambda why: self._notice.say(why, marks.NOTICE))
        self._pause.timeout.connect(self._save_current)
        if self.points is not None:
            self.view.has_points = True
            self.view.points_wanted.connect(self.points.go)
            self.points.typed.connect(self._pause.start)
            self.points.ended.connect(self._leave_points)
        self.save_button.clicked.connect(lambda: self.view.go_to_missing())
        self.close_button.clicked.connect(self.reject)
        deeds: tuple[tuple[Any, Any], ...] = (
            (QKeySequence.StandardKey.Save, self.save),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        )
        for keys, deed in deeds:
            QShortcut(QKeySequence(keys), self, deed)

    def _lay_out(self) -> None:
        self.view.grades = self._judging.names
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(Prose(entry_said.keys(self._judging.names), quiet=False))
        column.addWidget(self.view, 1)
        self._about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column.addWidget(self._about)
        if self.points is not None:
            column.addWidget(self.points)
        column.addWidget(self._notice)
        below = QHBoxLayout()
        below.addWidget(self._missing, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.save_button)
        below.addWidget(self.close_button)
        column.addLayout(below)
        self.save_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))
