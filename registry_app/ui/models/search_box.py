"""Where words are typed to find models; they are looked for when typing pauses, never changed while it goes on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from registry_app.domain.words import _

PAUSE_MS = 90


class SearchBox(QLineEdit):
    """Escape empties it, Down or Enter goes to the list."""

    searched = Signal(str)
    """The words as typed, once typing pauses."""
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Find by code, name, area, organisation… (Ctrl+F)"))
        self.setToolTip(_("Words in any order, with or without accents: “camera to 5” finds “Tổ dân phố 5 – Camera”."))
        self.setAccessibleName(_("Find models"))
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())

    def show_icon(self, icon: QIcon) -> None:
        """The magnifying glass, in the colours of now."""
        for action in self.actions():
            if action.property("glass"):
                self.removeAction(action)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).setProperty("glass", True)

    def reset(self) -> None:
        """Empty, without asking for anything."""
        self.clear()
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties; Down and Enter search at once and go to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._tell()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())
