"""The history as a pane at the foot of the main window: of the whole register, or of the model chosen in the list."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.ui.session import Session

from .history_panel import HistoryPanel

NAME = "history_pane"
FOLLOW_MS = 80
"""Nobody reads the history of a model that is only passed over."""
USUAL_HEIGHT = 260
FLOATING = QSize(860, 480)
TITLE = 32
"""What the title of a window takes of the screen."""


class HistoryDock(QDockWidget):
    """At most one a window; made when it is first asked for. ``follow`` tells it which model is chosen."""

    model_wanted = Signal(object)
    """The ModelId that the user wants to see."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName(NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._session = session
        self._current: ModelId | None = None
        self.panel = HistoryPanel(session, full=True)
        self._pause = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._pause.timeout.connect(self._show_current)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(self.panel)
        self.setWidget(inside)
        self.panel.filters.only_one_wanted.connect(self._show_current)
        self.panel.model_wanted.connect(self.model_wanted)
        session.opened.connect(self._pause.start)
        self._name(None)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        window.resizeDocks([self], [USUAL_HEIGHT], Qt.Orientation.Vertical)

    def open_for(self, *, one: bool) -> None:
        """Show the pane; ``one``: of the model that is chosen only."""
        self.show()
        self.raise_()
        self.panel.filters.only_one.setChecked(one)
        self._show_current()
        self.panel.filters.words.setFocus()

    def follow(self, model: ModelId | None) -> None:
        """Another model was chosen in the list."""
        if model != self._current:
            self._current = model
            if self.panel.filters.only_one.isChecked():
                self._pause.start()

    def setVisible(self, visible: bool) -> None:
        """Where the screen is too low for both, the pane becomes a window of its own before the main one grows."""
        if visible and not self.isVisible() and not self.isFloating() and not self._has_room:
            self.setFloating(True)
            self.resize(FLOATING.boundedTo(self.screen().availableSize()))
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """What was chosen while nobody looked."""
        super().showEvent(event)
        self._pause.start()

    @property
    def _has_room(self) -> bool:
        window = self.parentWidget()
        taken = max(window.minimumSizeHint().height(), window.minimumHeight()) if window else 0
        return bool(taken + self.minimumSizeHint().height() + TITLE <= self.screen().availableGeometry().height())

    def _show_current(self) -> None:
        self._pause.stop()
        if not self._session.is_open or not self.isVisible():
            return
        if self._session.is_lent:
            self._pause.start()
            return
        only_one = self.panel.filters.only_one.isChecked()
        model = self._current if only_one else None
        if only_one and model is None:
            return
        self.panel.show_model(model)
        self._name(model)

    def _name(self, model: ModelId | None) -> None:
        rows = self._session.registry.models.window([model], self._session.moment) if model is not None else []
        title = _("History of {code}").format(code=rows[0].code) if rows else _("History of the register")
        self.setWindowTitle(title)
