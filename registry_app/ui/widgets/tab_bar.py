"""Tabs for a narrow pane: less room beside the words, more below them, so that no dot below a letter is cut; still less
beside them before a tab is pushed out of sight."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QTabBar, QWidget

BESIDE, HIGHER = 8, 5
"""Logical pixels: left and right of the words together, and what a tab is higher than the style has it."""
ROOMY = 22
"""Left and right of the words together where there is room."""
CLOSEST = 5
"""Left and right of the words together where marks on the tabs take the room."""


class TabBar(QTabBar):
    """Fusion moves the tabs that are not in front down, behind the edge of the page: they are made higher by that."""

    def __init__(self, parent: QWidget | None = None, *, beside: int = BESIDE) -> None:
        super().__init__(parent)
        self._narrow = _Narrow(beside)
        self._narrow.setParent(self)
        self.setStyle(self._narrow)
        self._usual = beside

    def tabSizeHint(self, index: int) -> QSize:
        """As the style says, and higher. Tabs are measured one after the other: with the first, room is shared out."""
        if index == 0:
            self._share_out()
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + HIGHER)

    def _share_out(self) -> None:
        self._narrow.beside = self._usual
        wanted = sum(super(TabBar, self).tabSizeHint(place).width() for place in range(self.count()))
        less = self._usual - ceil((wanted - self.width()) / self.count())
        if CLOSEST <= less < self._usual:  # else there is room enough, or too little whatever is done
            self._narrow.beside = less


class _Narrow(QProxyStyle):
    def __init__(self, beside: int) -> None:
        super().__init__("fusion")
        self.beside = beside

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """As Fusion, but for the room beside a tab's words."""
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return self.beside
        return super().pixelMetric(metric, option, widget)
