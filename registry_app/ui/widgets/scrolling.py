"""A frame that scrolls up and down only, on the ground of what it stands on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
