"""A button whose deed brings up the next thing to be decided: a double click decides about one."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """The second of two quick clicks does nothing: it was meant for what was there before."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Not pressed again."""
        event.accept()
