"""Tabs for a narrow pane: less room beside the words, more below them, so that no dot below a letter is cut."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QTabBar, QWidget

BESIDE, HIGHER = 8, 5
"""Logical pixels: left and right of the words together, and what a tab is higher than the style has it."""
ROOMY = 22
"""Left and right of the words together where there is room."""


class TabBar(QTabBar):
    """Fusion moves the tabs that are not in front down, behind the edge of the page: they are made higher by that."""

    def __init__(self, parent: QWidget | None = None, *, beside: int = BESIDE) -> None:
        super().__init__(parent)
        self._narrow = _Narrow(beside)
        self._narrow.setParent(self)
        self.setStyle(self._narrow)

    def tabSizeHint(self, index: int) -> QSize:
        """As the style says, and higher."""
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + HIGHER)


class _Narrow(QProxyStyle):
    def __init__(self, beside: int) -> None:
        super().__init__("fusion")
        self._beside = beside

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """As Fusion, but for the room beside a tab's words."""
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return self._beside
        return super().pixelMetric(metric, option, widget)
