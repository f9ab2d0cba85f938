"""The history in a window of its own beside the main one: of one model or of the whole register."""

from PySide6.QtWidgets import QDialog, QVBoxLayout

from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.ui.history.history_panel import HistoryPanel

from .command import Desk


class HistoryWindow(QDialog):
    """At most one; asked for again, it comes to the front with what is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.resize(820, 560)
        self.panel = HistoryPanel(desk.session, self)
        self.panel.model_wanted.connect(desk.screen.show_model)
        desk.session.closing.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    @classmethod
    def show_for(cls, desk: Desk, model: ModelId | None) -> "HistoryWindow":
        """Show what happened to ``model``; None: to the register."""
        window = desk.window.findChild(cls) or cls(desk)
        window.setWindowTitle(_("History of the register") if model is None else _("History of this model"))
        window.panel.show_model(model)
        window.show()
        window.raise_()
        window.activateWindow()
        return window
