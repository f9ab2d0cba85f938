"""Fusion with less room beside the words of tabs."""

from math import ceil

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

CLOSEST = 5
"""Left and right of the words together where marks on the tabs take the room."""


class TabStyle(QProxyStyle):
    """The style of one bar: logical pixels ``beside`` the words, left and right together."""

    def __init__(self, beside: int) -> None:
        super().__init__("fusion")
        self._usual = self.beside = beside

    def as_usual(self) -> None:
        """Put the usual beside the words."""
        self.beside = self._usual

    def share_out(self, missing: int, tabs: int) -> None:
        """Put as much less beside the words of ``tabs`` tabs as ``missing`` pixels ask for, where that can be."""
        less = self._usual - ceil(missing / tabs)
        if CLOSEST <= less < self._usual:  # else there is room enough, or too little whatever is done
            self.beside = less

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """As Fusion, but for the room beside a tab's words."""
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return self.beside
        return super().pixelMetric(metric, option, widget)
