"""Which task card belongs to where one stands: parts of the window carry its name as the property ``guide``."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from .cards import CARDS, FIRST

PROPERTY = "guide"


def card_here() -> str:
    """The card for what has the keyboard now."""
    return card_of(QApplication.focusWidget() or QApplication.activeWindow())


def card_of(widget: QObject | None) -> str:
    """The card that ``widget`` or the nearest part around it names."""
    while widget is not None:
        name = widget.property(PROPERTY)
        if name in CARDS:
            return str(name)
        widget = widget.parent()
    return FIRST
