"""How many reviews fall due each week and where; a spread of them to look at, and to take over."""

from collections.abc import Callable
from math import ceil
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.search import Search
from registry_app.domain.words import N_, _, n_
from registry_app.operations import capacity
from registry_app.operations.capacity import Load, Move, Proposal
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable
from registry_app.ui.widgets.wheel import guard

from .weeks_table import WeeksTable

SIZE = (1000, 640)
MOST, USUAL_REACH = 9999, 14
MORE_THAN_EVEN = 1.5
"""Of the even share of a week: what is offered as the most a week may hold."""
ABOUT = N_(
    "Reviews that are due, week by week; the dashed line is what a week may hold. A spread moves dates to working days "
    "of other weeks, what is overdue first; it becomes the models' own dates when you take it over."
)
T = TypeVar("T")
NAMED = 5
"""Models that are named where they found no room."""


class CapacityWindow(QDialog):
    """Nothing is written before the user takes the spread over; that is one action."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "review")
        self.setWindowTitle(_("Reviews by week"))
        self._session = session
        self._load = Load(today=session.moment.on, weeks=(), areas={})
        self._proposal: Proposal | None = None
        self.capacity, self.reach = _box(1, MOST), _box(0, capacity.MOST_REACH)
        self.reach.setSuffix(_(" days"))
        self.reach.setValue(USUAL_REACH)
        self.propose_button = QPushButton(_("Propose a &spread"), autoDefault=False)
        self.weeks = WeeksTable()
        headings = (
            Heading(_("Code"), 14),
            Heading(_("Name")),
            Heading(_("Area"), 18),
            Heading(_("Until now"), 12),
            Heading(_("New date"), 12),
        )
        self.moves = RecordTable(_("New dates"), headings)
        self.notice = MarkedLabel()
        self.apply_button = QPushButton(_("&Take the new dates over"), autoDefault=False)
        self._close = QDialogButtonBox()
        self._close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._join()

    @classmethod
    def show_weeks(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show the weeks until the user is done."""
        window = cls(session, parent)
        window.look()
        window.exec()
        window.deleteLater()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read how many fall due when, and offer a capacity."""
        found = self._run(capacity.load, self._load.today, title=_("Counting the reviews…"))
        if found is None:
            return
        self._load = found
        share = found.total / max(len(found.weeks) - 1, 1)
        blocked = self.capacity.blockSignals(True)
        self.capacity.setValue(max(1, ceil(share * MORE_THAN_EVEN)))
        self.capacity.blockSignals(blocked)
        self._show(None)

    def propose(self) -> None:
        """Look for a spread that keeps to what is typed."""
        self.notice.clear()
        limits = {"capacity": self.capacity.value(), "reach": self.reach.value()}
        found = self._run(capacity.propose, self._load.today, title=_("Looking for a spread…"), **limits)
        if found is not None:
            self._show(found)

    def apply(self) -> None:
        """Take the spread over, as one action, and show the weeks as they are then."""
        if self._proposal is None:
            return
        moves = self._proposal.moves
        done = self._run(capacity.apply, moves, self._load.today, title=_("Writing the new dates…"))
        if done is None:
            return
        self.look()
        text = n_("{count} model has its new date.", "{count} models have their new dates.", len(moves))
        undo = _("Undo in the main window takes all of it back.")
        self.notice.say(f"{text.format(count=len(moves))} {undo}", marks.DONE)

    def _show(self, proposal: Proposal | None) -> None:
        self._proposal = proposal
        self.weeks.show_load(self._load, self.capacity.value(), proposal.after if proposal else None)
        moves = proposal.moves if proposal else ()
        self.moves.show_records([_record(place, move) for place, move in enumerate(moves)])
        self.moves.setVisible(bool(moves))
        self.apply_button.setEnabled(bool(moves) and not self._session.registry.read_only)
        if proposal:
            self.notice.say(_told(proposal), marks.NOTICE if proposal.left else marks.DONE)

    def _run(self, operation: Callable[..., T], *args: Any, title: str, **kwargs: Any) -> T | None:
        """Do ``operation``, aside where the register is large; a known problem is said here."""
        session = self._session
        with self._session.telling(self._say):
            rows = session.registry.models.count(Search(), session.moment)
            return session.run_on(rows, self, operation, *args, title=title, **kwargs)

    def _say(self, text: str) -> None:
        self.notice.say(text, marks.PROBLEM)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        limits = QHBoxLayout()
        for text, box in ((_("Reviews a &week at most:"), self.capacity), (_("&Move a date by at most:"), self.reach)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", "").rstrip(":"))
            limits.addWidget(label)
            limits.addWidget(box)
            limits.addSpacing(12)
        limits.addWidget(self.propose_button)
        limits.addStretch(1)
        self._halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._halves.addWidget(self.weeks)
        self._halves.addWidget(self.moves)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 2)
        rows = QVBoxLayout(self)
        rows.addWidget(Prose(_(ABOUT)))
        rows.addLayout(limits)
        rows.addWidget(self._halves, 1)
        rows.addWidget(self.notice)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self._close)
        rows.addLayout(buttons)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))

    def _join(self) -> None:
        self.capacity.valueChanged.connect(self._limits_changed)
        self.reach.valueChanged.connect(self._limits_changed)
        self.propose_button.clicked.connect(self.propose)
        self.apply_button.clicked.connect(self.apply)
        self._close.rejected.connect(self.reject)

    def _limits_changed(self) -> None:
        """Other limits: what was proposed for the old ones is not taken over."""
        self.notice.clear()
        self._show(None)


def _box(least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    guard(box)
    return box


def _record(key: int, move: Move) -> Record:
    days = (f"{move.before:%d/%m/%Y}", f"{move.after:%d/%m/%Y}")
    return Record(key=key, cells=(move.code, move.name, move.area, *days))


def _told(proposal: Proposal) -> str:
    """What the spread does, and what it leaves undone."""
    count = len(proposal.moves)
    text = n_("{count} model would get a new date.", "{count} models would get a new date.", count).format(count=count)
    if not proposal.moves and not proposal.left:
        return _("No week holds more than that: nothing needs to move.")
    if not proposal.left:
        return text
    missing = n_(
        "{count} model finds no room within reach and stays: {names}",
        "{count} models find no room within reach and stay: {names}",
        len(proposal.left),
    )
    names = "; ".join(code for code, _name in proposal.left[:NAMED])
    more = "…" if len(proposal.left) > NAMED else "."
    return f"{text} {missing.format(count=len(proposal.left), names=names)}{more}"
