"""The first paint of a widget, which what nobody sees yet waits for."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Told by ``widget`` when it has been painted."""

    over = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_over = False

    @property
    def is_ahead(self) -> bool:
        """Whether the widget is about to be painted; not so while nothing of it is to be seen: hidden, covered by what
        lies over it, or squeezed out of the window."""
        return not self._is_over and self._widget.isVisible() and not self._widget.visibleRegion().isEmpty()

    def happened(self) -> None:
        """The widget was painted."""
        if not self._is_over:
            self._is_over = True
            self.over.emit()
