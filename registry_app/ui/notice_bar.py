"""A bar across the window for what holds as long as it is shown: the register can only be read, and why."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from registry_app.domain.words import _

from . import icons

ICON = 20


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    again_wanted = Signal()
    """Try once more whether the register can be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        again = QPushButton(_("Try to &write again"))
        again.clicked.connect(self.again_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(again)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show ``text``; "" hides the bar."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.dress(self.palette())
        self.setVisible(bool(text))

    def dress(self, palette: QPalette) -> None:
        """The icon in the colours of ``palette``."""
        self._icon.setPixmap(icons.icon("lock", palette).pixmap(ICON, ICON))
