"""The history of the register or of one model: who, when, what, old → new; an earlier action can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.errors import NotFound
from registry_app.domain.ids import ActionId, ModelId
from registry_app.domain.words import _
from registry_app.operations import histories
from registry_app.operations.histories import Entry
from registry_app.store.registry import Registry
from registry_app.ui import icons, theme
from registry_app.ui.session import Session

from .history_tree import CHANGE, WHAT, WHEN, WHO, HistoryTree, moment
from .taking_back import take_back

PAGE = histories.NEWEST
NARROW = 100
"""Letters beside each other below which the panel is narrow."""


class HistoryPanel(QWidget):
    """Reads when it is seen, and again when the register changes while it is seen."""

    model_wanted = Signal(object)
    """The ModelId whose line in the whole register's history was double-clicked, or entered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model: ModelId | None = None
        self._limit = PAGE
        self._stale = True
        self._entries: Sequence[Entry] = ()
        self.rows = HistoryTree(self)
        self.tree = QTreeView()
        self.filter = QLineEdit(clearButtonEnabled=True)
        self._older = QPushButton(_("Show &older"))
        self._undo = QPushButton(_("&Take this back…"))
        self._note = QLabel()
        self._dress_tree()
        self._lay_out()
        self._listen()
        self._draw()

    def show_model(self, model: ModelId | None) -> None:
        """Show the history of ``model``, of the whole register when None."""
        if model != self._model or not self._entries:
            self._model, self._limit = model, PAGE
            self._look_again()

    # -- reading ---------------------------------------------------------------------------------------------------

    def _look_again(self, _changes: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if not self._session.is_open:
            return
        self._stale = False
        limit = self._limit if self._model is None else None
        self._entries = self._session.run(histories.history, self._model, limit) or ()
        current = self.rows.entry(self.tree.currentIndex())
        opened = self._opened()
        self.rows.show_entries(self._entries, whole=self._model is None)
        self._restore(current, opened)
        self._older.setVisible(self._model is None and len(self._entries) >= self._limit)
        self._say()

    def _opened(self) -> list[int]:
        places = [self.rows.index(row, 0) for row in range(self.rows.rowCount())]
        entries = [self.rows.entry(place) for place in places if self.tree.isExpanded(place)]
        return [entry.action for entry in entries if entry]

    def _restore(self, current: Entry | None, opened: Sequence[int]) -> None:
        for action in opened:
            self.tree.expand(self.rows.place(action))
        if current:
            self.tree.setCurrentIndex(self.rows.place(current.action))
        self._offer()

    def _forget(self) -> None:
        self._entries, self._model, self._stale = (), None, True
        self.rows.show_entries((), whole=True)
        self._offer()

    def _read_older(self) -> None:
        self._limit += PAGE
        self._read()

    def _filter(self, words: str) -> None:
        self.rows.filter(words)
        if words.strip() and self.rows.rowCount() <= PAGE:
            self.tree.expandAll()
        self._offer()
        self._say()

    def _say(self) -> None:
        shown = self.rows.rowCount()
        if not self._entries:
            self._note.setText(_("Nothing has been changed yet."))
        elif not shown:
            self._note.setText(_("No action holds these words."))
        else:
            self._note.setText(_("{count} actions").format(count=shown))

    # -- acting ----------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        entry = self.rows.entry(self.tree.currentIndex())
        open_to_write = self._session.is_open and not self._session.registry.read_only
        may = bool(entry and open_to_write and not entry.undone and entry.undoes is None)
        self._undo.setEnabled(may)
        self._undo_action.setEnabled(may)

    def _take_back(self) -> None:
        entry = self.rows.entry(self.tree.currentIndex())
        if entry:
            what = f"{entry.label} ({moment(entry)}, {entry.who})"
            take_back(self._session, ActionId(entry.action), what, self)

    def _activate(self, index: QModelIndex) -> None:
        """Go to the model of a line; where there is none, open or close the line."""
        codes = self.rows.codes(index) if self._model is None else []
        model = self._session.run(_first_model, codes) if codes else None
        if model is not None:
            self.model_wanted.emit(model)
        else:
            action = index.siblingAtColumn(0)
            self.tree.setExpanded(action, not self.tree.isExpanded(action))

    # -- looks -----------------------------------------------------------------------------------------------------

    def _dress_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.rows)
        tree.setAccessibleName(_("History"))
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setIndentation(16)
        tree.setTreePosition(WHAT)
        header = tree.header()
        header.setStretchLastSection(False)
        for column in (WHAT, CHANGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        letters = tree.fontMetrics()
        tree.setColumnWidth(WHEN, letters.horizontalAdvance("00/00/0000 00:00") + 14)
        tree.setColumnWidth(WHO, letters.averageCharWidth() * 14)
        header.setMinimumSectionSize(48)
        self._undo_action = QAction(_("&Take this back…"), self)
        tree.addAction(self._undo_action)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(_("Find in the history…"))
        self.filter.setAccessibleName(_("Find in the history…"))
        self._undo.setAutoDefault(False)
        self._older.setAutoDefault(False)
        self._older.hide()
        below = QHBoxLayout()
        below.addWidget(self._note, 1)
        below.addWidget(self._older)
        below.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)
        column.addLayout(below)

    def _listen(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.tree.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self.tree.activated.connect(self._activate)
        self._undo.clicked.connect(self._take_back)
        self._undo_action.triggered.connect(self._take_back)
        self._older.clicked.connect(self._read_older)
        self._session.changed.connect(self._look_again)
        self._session.opened.connect(self._look_again)
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
        if self._stale:
            self._read()

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
        self.rows.dress(picture, theme.tone("quiet", dark=theme.is_dark(self.palette())), height)


def _first_model(registry: Registry, codes: Sequence[str]) -> ModelId | None:
    """The first of ``codes`` that is a model's."""
    for code in codes:
        try:
            return registry.models.by_code(code)
        except NotFound:
            continue
    return None
