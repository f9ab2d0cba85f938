"""The history of the register or of one model: who, when, what, old → new; an earlier action can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.errors import NotFound
from registry_app.domain.ids import ActionId, ModelId
from registry_app.domain.words import _, n_
from registry_app.operations import history_pages
from registry_app.operations.histories import Entry
from registry_app.operations.history_pages import Wanted, moment, why_not
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.ui import icons, theme
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .history_filters import HistoryFilters
from .history_reader import PAGE, Reader
from .history_tree import WHEN, WHO, HistoryTree
from .history_view import HistoryView
from .taking_back import take_back

NARROW = 100
"""Letters beside each other below which the panel is narrow."""
OPENED_UP_TO = 200
"""Up to so many actions found by words are opened, so that one sees what was found."""


class HistoryPanel(QWidget):
    """Reads when it is seen, and again when the register changes while it is seen. ``full``: with all the filters, for
    a wide place."""

    model_wanted = Signal(object)
    """The ModelId whose line in the whole register's history was double-clicked, or entered."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, full: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("guide", "history")
        self._session = session
        self._wanted = Wanted()
        self._model: ModelId | None = None
        self._stale = self._fresh = True
        self._opened: list[int] = []
        self._chosen: int | None = None
        self.reader = Reader(session, self)
        self.rows = HistoryTree(self)
        self.tree = HistoryView(self.rows)
        self.filters = HistoryFilters(full=full)
        self._note, self._why = QLabel(), MarkedLabel()
        self._undo = QPushButton(_("&Take this back…"))
        self._undo_action, self._go_action = QAction(_("&Take this back…"), self), QAction(_("&Go to the model"), self)
        self._lay_out()
        self._listen()
        self._draw()

    @property
    def note(self) -> str:
        """What the line below says of what is shown."""
        return self._note.text()

    @property
    def why(self) -> str:
        """Why what is chosen cannot be taken back, or what is wrong with a filter; "" for nothing."""
        return self._why.text

    def show_model(self, model: ModelId | None) -> None:
        """Show the history of ``model``, of the whole register when None."""
        if model != self._model:
            self._model = model
            self._opened, self._chosen = [], None
            self._look_again(PAGE)
        elif self._stale:
            self._look_again(PAGE)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _look_again(self, least: int) -> None:
        """Read anew, now or when it is seen; what was open and chosen stays so."""
        if not self.isVisible() or not self._session.is_open:
            self._stale = True
            return
        self._stale, self._fresh = False, True
        self._wanted = self._sought()
        self.reader.start(self._wanted, least)
        if self._fresh:  # nothing was found at once
            self._take(())

    def _sought(self) -> Wanted:
        wanted = self.filters.wanted
        return Wanted(
            words=wanted.words,
            who=wanted.who,
            deed=wanted.deed,
            since=wanted.since,
            until=wanted.until,
            model=self._model,
        )

    def _follow(self, changes: Changes) -> None:
        """The register changed."""
        self._remember()
        self._look_again(max(PAGE, self.rows.rowCount()))
        if self.isVisible() and changes and self.filters.full:
            self._offer_filters()

    def _refilter(self) -> None:
        self._why.say(self.filters.problem, marks.PROBLEM)
        if self._sought() != self._wanted or self._stale:
            self._opened, self._chosen = [], None
            self._look_again(PAGE)

    def _offer_filters(self) -> None:
        writers = self._session.run(history_pages.writers)
        deeds = self._session.run(history_pages.deeds)
        self.filters.offer(writers or (), deeds or ())

    def _remember(self) -> None:
        """What is open and chosen, by the number of the action."""
        entry = self.rows.entry(self.tree.currentIndex())
        self._chosen = entry.action if entry else self._chosen
        opened = self.tree.opened()
        self._opened = opened or self._opened

    def _take(self, entries: Sequence[Entry]) -> None:
        if self._fresh:
            self.rows.show_entries(entries, whole=self._model is None)
        else:
            self.rows.add_entries(entries)
        self._fresh = False
        self._restore(entries)
        self._offer()
        self._say()

    def _restore(self, entries: Sequence[Entry]) -> None:
        found = bool(self._wanted.words.strip()) and self.rows.rowCount() <= OPENED_UP_TO
        for entry in entries:
            if found or entry.action in self._opened:
                self.tree.expand(self.rows.place(entry.action))
            if entry.action == self._chosen:
                self.tree.setCurrentIndex(self.rows.place(entry.action))

    def _forget(self) -> None:
        self.reader.stop()
        self._model, self._stale, self._chosen, self._opened = None, True, None, []
        self.rows.show_entries((), whole=True)
        self._undo.setEnabled(False)
        self._undo_action.setEnabled(False)

    def _say(self) -> None:
        shown = self.rows.rowCount()
        if self.reader.is_reading:
            self._note.setText(_("{count} so far, looking on…").format(count=shown))
        elif shown:
            more = _("{count} actions, older ones further down") if self.reader.has_more else ""
            text = more or n_("{count} action", "{count} actions", shown)
            self._note.setText(text.format(count=shown))
        elif self.filters.is_empty:
            self._note.setText(_("Nothing has been changed yet."))
        else:
            self._note.setText(_("No action answers to this."))

    # -- acting ----------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        """Allow what can be done with the chosen line, and say why not."""
        entry = self.rows.entry(self.tree.currentIndex())
        why = why_not(entry) if entry else ""
        usable = self._session.is_open and not self._session.is_lent
        may = bool(entry and not why and usable and not self._session.registry.read_only)
        for act in (self._undo, self._undo_action):
            act.setEnabled(may)
            act.setToolTip(_(why) if why else _("Takes back what this action did, and only this"))
        self._go_action.setEnabled(bool(self._model is None and self.rows.codes(self.tree.currentIndex())))
        self._why.say(self.filters.problem or (_(why) if why else ""), marks.LOCKED if why else marks.PROBLEM)

    def _take_back(self) -> None:
        entry = self.rows.entry(self.tree.currentIndex())
        if entry:
            what = f"{entry.label} ({moment(entry)}, {entry.who})"
            take_back(self._session, ActionId(entry.action), what, self)

    def _activate(self, index: QModelIndex) -> None:
        """Go to the model of a line; where there is none, open or close the line."""
        if not self._go_to(index):
            action = index.siblingAtColumn(0)
            self.tree.setExpanded(action, not self.tree.isExpanded(action))

    def _go_to(self, index: QModelIndex) -> bool:
        codes = self.rows.codes(index) if self._model is None else []
        model = self._session.run(_first_model, codes) if codes else None
        if model is not None:
            self.model_wanted.emit(model)
        return model is not None

    # -- looks -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._undo.setAutoDefault(False)
        self.tree.addActions([self._go_action, self._undo_action])
        below = QHBoxLayout()
        below.addWidget(self._note)
        below.addWidget(self._why, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addStretch()
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(self.tree, 1)
        column.addLayout(below)

    def _listen(self) -> None:
        self.reader.found.connect(self._take)
        self.reader.paused.connect(self._say)
        self.filters.changed.connect(self._refilter)
        self.tree.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self.tree.activated.connect(self._activate)
        self.tree.end_reached.connect(self.reader.go_on)
        self._undo.clicked.connect(self._take_back)
        self._undo_action.triggered.connect(self._take_back)
        self._go_action.triggered.connect(lambda: self._go_to(self.tree.currentIndex()))
        self._session.changed.connect(self._follow)
        self._session.opened.connect(lambda: self._look_again(PAGE))
        self._session.closing.connect(self._forget)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place, When and Who move into the column of the changes."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        for column in (WHEN, WHO):
            self.tree.setColumnHidden(column, narrow)
        self.rows.squeeze(narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is worth reading."""
        super().showEvent(event)
        if self._stale and self._session.is_open and not self._session.is_lent:
            if self.filters.full:
                self._offer_filters()
            self._look_again(PAGE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: read no further, and anew when it is seen again."""
        super().hideEvent(event)
        if self.reader.is_reading:
            self.reader.stop()
            self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_undo_action"):
            self._draw()

    def _draw(self) -> None:
        picture = icons.icon("undo", self.palette())
        self._undo.setIcon(picture)
        self._undo_action.setIcon(picture)
        height = self.fontMetrics().height() + 8
        quiet = theme.tone("quiet", dark=theme.is_dark(self.palette()))
        self.rows.dress(picture, marks.icon(marks.LOCKED, self), quiet, height)


def _first_model(registry: Registry, codes: Sequence[str]) -> ModelId | None:
    """The first of ``codes`` that is a model's."""
    for code in codes:
        try:
            return registry.models.by_code(code)
        except NotFound:
            continue
    return None
