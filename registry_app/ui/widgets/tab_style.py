"""Fusion with less room beside the words of tabs."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

if TYPE_CHECKING:
    from .tab_bar import TabBar

CLOSEST = 5
"""Left and right of the words together where marks on the tabs take the room."""


class TabStyle(QProxyStyle):
    """The style of one bar: logical pixels ``beside`` the words, left and right together."""

    def __init__(self, beside: int) -> None:
        super().__init__("fusion")
        self._usual = self.beside = beside

    def share_out(self, tabs: "TabBar") -> None:
        """Put as much beside the words of ``tabs`` as there is room for, or the usual."""
        self.beside = self._usual
        less = self._usual - ceil((tabs.plain_width - tabs.width()) / tabs.count())
        if CLOSEST <= less < self._usual:  # else there is room enough, or too little whatever is done
            self.beside = less

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """As Fusion, but for the room beside a tab's words."""
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return self.beside
        return super().pixelMetric(metric, option, widget)
