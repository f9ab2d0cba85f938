"""Stands where the history panel will stand."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import ModelId
from registry_app.ui.session import Session


class HistoryPanel(QWidget):
    """Nothing yet."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def show_model(self, model: ModelId | None) -> None:
        """Show nothing."""
