"""A large button for something to begin with: icon and words at the left, what it is about in quiet letters below."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.ui import icons

from .prose import Prose

LETTERS = 46
"""How wide a button is at most, average letters."""
EDGES = 40
GAP = 6
ICON = 20


class Offer(QPushButton):
    """``text`` may have a mnemonic; ``about`` is read out as its description."""

    def __init__(self, text: str, icon_name: str, *, about: str = "", name: str = "") -> None:
        super().__init__("  " + text)
        self._icon_name = icon_name
        self.setAutoDefault(True)
        self.setAccessibleName(name or text.replace("&", ""))
        self.setAccessibleDescription(about)
        self.setIconSize(QSize(ICON, ICON))
        self.setMinimumHeight(self.fontMetrics().height() + 18)
        self.setStyleSheet("text-align: left; padding-left: 10px;")
        self.dress(self.palette())

    def dress(self, palette: QPalette) -> None:
        """The icon in the colours of ``palette``."""
        self.setIcon(icons.icon(self._icon_name, palette))

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: another colour of the lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self.dress(self.palette())


class Offers(QWidget):
    """A column of offers in the middle of what room there is, as wide as LETTERS, or narrower where there is less."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMaximumWidth(inside.fontMetrics().averageCharWidth() * LETTERS + EDGES)
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)

    def add(self, button: Offer, text: str, *, tip: str = "") -> None:
        """Add ``button`` with ``text`` below; ``tip`` is a tool tip of both."""
        self._rows.addWidget(button)
        button.setToolTip(tip)
        self.say(text, tip=tip)
        self._rows.addSpacing(GAP)

    def say(self, text: str, *, tip: str = "") -> None:
        """Add a quiet line of text."""
        said = Prose(text)
        said.setToolTip(tip)
        self._rows.addWidget(said)

    def clear(self) -> None:
        """Take everything out."""
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.setParent(None)
                old.deleteLater()
