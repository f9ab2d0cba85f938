"""The page of rounds: the rounds at the left, at the right the chosen one with its rows, its progress, its closings."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.search import Search
from registry_app.domain.words import N_, _, n_
from registry_app.operations import rounds
from registry_app.store.registry import Registry
from registry_app.ui.page import Standing
from registry_app.ui.session import MANY, Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.tab_bar import ROOMY, TabBar

from .deed_bar import DeedBar
from .deeds import RoundDeeds
from .head import RoundHead
from .progress_tab import ProgressTab
from .rounds_list import RoundsList
from .rows_tab import RowsTab
from .snapshots_tab import SnapshotsTab

if TYPE_CHECKING:
    from registry_app.ui.models.clipboard import Copied

ROWS, PROGRESS, SNAPSHOTS = range(3)
NARROWEST, SHARE = 220, 0.24
SHEET = ".xlsx"
EMPTY = N_(
    "No round of reviews was opened yet.\nPress “New round” (Ctrl+N): choose which models are looked at, until when "
    "and by whom. Then print worksheets, enter the results, and close the round."
)


class RoundsPage(QWidget):
    """Looks only while it is seen: what changed meanwhile is looked up when it is shown. ``showing`` tells what the
    list of models shows, which a new round may be about."""

    standing_changed = Signal()
    counted = Signal(str)
    """The line that says how many rows are shown."""
    model_wanted = Signal(object)
    """The user wants to see a model (ModelId)."""
    key = "round"

    def __init__(self, session: Session, showing: Callable[[], Search]) -> None:
        super().__init__()
        self.setProperty("guide", "rounds")
        self.setAcceptDrops(True)
        self._session, self._showing = session, showing
        self._read: RoundId | None = None
        self._is_stale = True
        self._is_held = False
        self.rounds = RoundsList()
        self.head, self.bar = RoundHead(), DeedBar()
        self.rows = RowsTab(session)
        self.progress, self.snapshots = ProgressTab(), SnapshotsTab()
        self._notice = MarkedLabel(selectable=True)
        self.tabs = QTabWidget()
        self.deeds = RoundDeeds(self, session, self)
        self._lay_out()
        self._join()

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @property
    def shown(self) -> RoundShown | None:
        """The chosen round, as it was last read; None where there is none."""
        return self.rounds.shown

    @property
    def chosen(self) -> list[RowShown]:
        """The chosen rows of it, from top to bottom."""
        return self.rows.chosen

    @property
    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return self.rows.table.chosen_count

    @property
    def listed(self) -> list[RowShown]:
        """The rows that are shown, in their order."""
        return self.rows.rows.shown()

    @property
    def whole(self) -> list[RowShown]:
        """All rows of the chosen round."""
        return list(self.rows.rows.all)

    @property
    def showing(self) -> Search:
        """What the list of models shows."""
        return self._showing()

    @property
    def writable(self) -> bool:
        """Whether anything may be written."""
        return self._session.is_open and not self._session.is_lent and not self._session.registry.read_only

    @property
    def notice(self) -> str:
        """What is said above the rows; "" for nothing."""
        return self._notice.text

    @property
    def standing(self) -> Standing:
        """What commands may act on now."""
        return Standing(
            chosen=self.chosen_count,
            may=self.deeds.allowed,
            why_not=self.deeds.why_not,
            words={"new": _("&New round…"), "print_list": _("&Print papers of the round…")},
        )

    def may_leave(self) -> bool:
        """Nothing is ever unsaved here."""
        return True

    def start_new(self) -> None:
        """Open another round."""
        self.deeds.do("new_round")

    def save(self) -> bool:
        """There is nothing to save."""
        return True

    def save_and_next(self) -> bool:
        """There is nothing to save."""
        return True

    def remove(self) -> None:
        """Rows of a round are left out with a reason, never removed."""

    def end(self) -> None:
        """A round ends by being closed."""

    def copying(self) -> "tuple[int, Callable[[Registry], Copied]]":
        """How many rows are chosen, and what gathers them for other programs."""
        from .copying import gathered

        chosen, columns = self.chosen, self.rows.table.columns
        return len(chosen), lambda _registry: gathered(chosen, columns)

    def printing(self) -> tuple[str, Search, tuple[int, ...]]:
        """What the list of models shows: papers of a round are printed by a command of its own."""
        return "models", self._showing(), ()

    def go_to_search(self) -> None:
        """Put the cursor into the search box of the rows."""
        self.tabs.setCurrentIndex(ROWS)
        self.rows.search_box.setFocus()
        self.rows.search_box.selectAll()

    def choose_columns(self) -> None:
        """Let the user choose which columns the rows have, and in which order."""
        self.tabs.setCurrentIndex(ROWS)
        self.rows.table.choose_columns()

    def show_round(self, number: RoundId) -> None:
        """Choose that round."""
        if self._is_stale:
            self._look()
        self.rounds.choose(number)

    def say(self, text: str, *, warned: bool = False) -> None:
        """Say what was done, above the rows."""
        self._notice.say(text, marks.NOTICE if warned else marks.DONE)

    def hold(self, held: bool) -> None:
        """While it is held – results are being entered over it – it does not look again at every change."""
        self._is_held = held
        if not held:
            self.look_again()

    def look_again(self) -> None:
        """The day or the register changed."""
        self._is_stale = True
        if self.isVisible() and not self._is_held:
            self._look()

    def shape(self) -> QByteArray:
        """The user's own columns, for the next start."""
        return self.rows.table.shape()

    def take_shape(self, shape: QByteArray) -> None:
        """Have the columns of the last start."""
        self.rows.table.take_shape(shape)

    # -- what happens ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been out of sight for long."""
        super().showEvent(event)
        if self._is_stale:
            self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A worksheet that comes back may be dropped here."""
        if self._sheet_of(event) is not None and "read_worksheet" in self.deeds.allowed:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it, once the other program is done with its mouse."""
        path = self._sheet_of(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.deeds.read_back(path))

    def _sheet_of(self, event: QDropEvent) -> Path | None:
        names = [url.toLocalFile() for url in event.mimeData().urls()]
        return next((Path(name) for name in names if name.lower().endswith(SHEET)), None)

    def _open(self) -> None:
        self.rows.reset()
        self._notice.clear()
        self.look_again()

    def _close(self) -> None:
        self._read, self._is_stale = None, True
        self.rows.rows.clear()

    def _look(self) -> None:
        if not self._session.is_open or self._session.is_lent:
            return
        self._is_stale = False
        before = self.rounds.current
        self.rounds.show_rounds(rounds.rounds(self._session.registry), self._session.moment.on)
        if self.rounds.current == before:
            self._show_round()

    def _turn(self, number: RoundId | None) -> None:
        """Another round is chosen: with all of its rows."""
        if number != self._read:
            self._notice.clear()
            self.rows.reset()
        self._show_round()

    def _show_round(self) -> None:
        shown = self.shown
        self._read = shown.round.id if shown else None
        self.head.show_round(shown)
        self.tabs.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        if shown is None:
            self._show_rows([])
        elif shown.rows <= MANY:
            self._show_rows(rounds.rows(self._session.registry, shown.round.id))
        else:
            QTimer.singleShot(0, self, self._read_aside)

    def _read_aside(self) -> None:
        """So many rows are read beside the window's thread."""
        shown = self.shown
        if shown is None or not self._session.is_open:
            return
        if self._session.is_lent:
            self._is_stale = True
            return
        self._session.run_long(self, rounds.rows, shown.round.id, title=_("Reading the round…"), done=self._show_rows)

    def _show_rows(self, rows: list[RowShown]) -> None:
        self.rows.show_rows(rows, hint=_("No row of this round fits what is asked for above."))
        shown = self.shown
        if shown is not None:
            self.progress.show_progress(rounds.progress(self._session.registry, shown.round.id))
            self.snapshots.show_snapshots(rounds.snapshots(self._session.registry, shown.round.id))
        self._tell()

    def _tell(self) -> None:
        count = len(self.rows.rows.ids)
        text = n_("Showing {shown} of {count} row", "Showing {shown} of {count} rows", len(self.rows.rows.all))
        self.counted.emit(text.format(shown=count, count=len(self.rows.rows.all)) if self.shown else "")
        self.standing_changed.emit()

    def _join(self) -> None:
        self._session.opened.connect(self._open)
        self._session.closing.connect(self._close)
        self._session.changed.connect(self._changed)
        self._session.came_back.connect(self._catch_up)
        self.rounds.chosen.connect(self._turn)
        self.rows.changed.connect(self._tell)
        self.rows.opened.connect(self.deeds.open_row)

    def _changed(self, _changes: object) -> None:
        self.look_again()

    def _catch_up(self) -> None:
        """Long work is done: look at what could not be read meanwhile."""
        if self._is_stale and self.isVisible() and not self._is_held:
            QTimer.singleShot(0, self, self._look)

    # -- looks -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tabs.setTabBar(TabBar(self.tabs, beside=ROOMY))
        self.tabs.setDocumentMode(True)
        for tab, name in (
            (self.rows, _("Models of the round")),
            (self.progress, _("Progress")),
            (self.snapshots, _("Figures at the closing")),
        ):
            self.tabs.addTab(tab, name)
        self._empty = Prose(_(EMPTY), centred=True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.head, self.bar, self._notice):
            column.addWidget(part)
        column.addWidget(self._empty, 1)
        column.addWidget(self.tabs, 1)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setChildrenCollapsible(False)
        self.rounds.setMinimumWidth(NARROWEST)
        self._parts.addWidget(self.rounds)
        self._parts.addWidget(right)
        self._parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.addWidget(self._parts)
        QWidget.setTabOrder(self.rounds, self.bar)
        QWidget.setTabOrder(self.bar, self.tabs)
