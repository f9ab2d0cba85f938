"""A frame that scrolls up and down only, on the ground of what it stands on."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

MOST_RESIZES = 24
"""No body needs so many sizes before the next turn of the event loop."""


class Scrolling(QScrollArea):
    """Wants to be as high as ``body``, so that it scrolls only where the screen is low."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._calm = _Calm(self, body)

    def height_for(self, width: int) -> int:
        """How high ``body`` is at ``width``."""
        body = self.widget()
        return max(body.heightForWidth(width), body.minimumSizeHint().height()) if body else 0

    def sizeHint(self) -> QSize:
        """The whole body."""
        body = self.widget()
        return body.sizeHint() if body else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the body needs beside the scroll bar, however low."""
        body = self.widget()
        bar = self.verticalScrollBar().sizeHint().width()
        least = super().minimumSizeHint()
        if body is None:
            return least
        return QSize(body.minimumSizeHint().width() + bar, min(least.height(), body.minimumSizeHint().height()))


class _Calm(QObject):
    """A body that is higher where it is wider would bring and take away the bar without end, until the stack is full:
    such a one keeps the bar for good."""

    def __init__(self, area: QScrollArea, body: QWidget) -> None:
        super().__init__(area)
        self._area, self._resizes = area, 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._begin)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the sizes of the body."""
        if event.type() == QEvent.Type.Resize:
            self._turn.start()
            self._resizes += 1
            if self._resizes == MOST_RESIZES:
                self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._resizes = 0
