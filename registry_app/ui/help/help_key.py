"""F1 in dialogs: a modal one keeps the main window's keys from working, so each gets the key for itself."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

NAME = "help key"


def attach(dialog: QWidget) -> None:
    """Let F1 in ``dialog`` show the card for where one stands; once is enough."""
    if dialog.findChild(QShortcut, NAME) is None:
        key = QShortcut(QKeySequence("F1"), dialog)
        key.setObjectName(NAME)
        key.activated.connect(lambda: _show(dialog))


def _show(dialog: QWidget) -> None:
    from .help_window import HelpWindow
    from .here import card_here

    HelpWindow.show_card(dialog, card_here())
