"""Keeps the wheel away from what has no focus: scrolling over a form changes nothing in it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Installed on a widget: a wheel over it without focus goes on to what scrolls behind it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the wheel, unaccepted, so that it travels to the parent."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def guard(widget: QWidget) -> None:
    """Protect ``widget`` from wheels over it while it has no focus."""
    widget.installEventFilter(WheelGuard(widget))
