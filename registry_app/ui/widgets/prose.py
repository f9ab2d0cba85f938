"""A text of our own to read, wrapped, plain: explanations, empty places."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel


class Prose(QLabel):
    """Quiet, wrapped, never markup."""

    def __init__(self, text: str = "", *, quiet: bool = True, centred: bool = False) -> None:
        super().__init__(text, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
