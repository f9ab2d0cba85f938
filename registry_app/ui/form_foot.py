"""The foot of the form: what came of the last save, and the buttons that save or give up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.marks import Mark


class FormFoot(QWidget):
    """The window has the keys for these; the buttons are for those who look for a button."""

    save_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = MarkedLabel(selectable=True)
        self._mark = marks.NOTICE
        self._save = QPushButton(_("Save"))
        self._save.setToolTip(_("Save what is typed (Ctrl+S)"))
        self._give_up = QPushButton(_("Undo typing"))
        self._give_up.setToolTip(_("Show again what the register holds"))
        self._room = QWidget()
        words = QVBoxLayout(self._room)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._notice)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 6)
        row.addWidget(self._room, 1)
        row.addWidget(self._give_up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        self._save.clicked.connect(self.save_wanted)
        self._give_up.clicked.connect(self.give_up_wanted)

    @property
    def notice(self) -> str:
        """What is said; "" for nothing."""
        return self._notice.text

    @property
    def said(self) -> tuple[str, Mark]:
        """What is said, and with which mark."""
        return self._notice.text, self._mark

    def say(self, text: str, mark: Mark = marks.NOTICE) -> None:
        """Say ``text``; "" for nothing."""
        self._mark = mark
        self._notice.say(text, mark)

    def allow(self, *, save: bool, give_up: bool) -> None:
        """Which buttons do something now."""
        self._save.setEnabled(save)
        self._give_up.setEnabled(give_up)
