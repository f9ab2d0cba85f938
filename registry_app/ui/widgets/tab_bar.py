"""Tabs for a narrow pane: less room beside the words, more below them, so that no dot below a letter is cut; still less
beside them before a tab is pushed out of sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

if TYPE_CHECKING:
    from .tab_style import TabStyle

BESIDE, HIGHER = 8, 5
"""Logical pixels: left and right of the words together, and what a tab is higher than the style has it."""
ROOMY = 22
"""Left and right of the words together where there is room."""


class TabBar(QTabBar):
    """Fusion moves the tabs that are not in front down, behind the edge of the page: they are made higher by that.

    ``beside`` is the room left and right of the words together; None: as the style has it (which costs no style of
    our own), until the tabs are wider than the bar."""

    def __init__(self, parent: QWidget | None = None, *, beside: int | None = BESIDE) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[str, bool, int], QSize] = {}
        """What the style wants for a tab, by its words, whether it has an icon, and the room beside them: Qt asks for
        each tab again and again, and the style answers slowly."""
        self._narrow: TabStyle | None = None
        if beside is not None:
            self._wear(beside)

    def _wear(self, beside: int) -> None:
        from .tab_style import TabStyle  # the enums of QStyle take long to make

        self._narrow = TabStyle(beside)
        self._narrow.setParent(self)
        self.setStyle(self._narrow)

    def tabSizeHint(self, index: int) -> QSize:
        """As the style says, and higher. Tabs are measured one after the other: with the first, room is shared out."""
        if index == 0 and self._narrow is not None:
            self._narrow.as_usual()
            self._narrow.share_out(self.plain_width - self.width(), self.count())
        size = self.plain_size(index)
        return QSize(size.width(), size.height() + HIGHER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the style's own room is too much, it is shared out from now on."""
        if self._narrow is None and self.plain_width > event.size().width():
            self._wear(ROOMY)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters or another style: other sizes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes.clear()
        super().changeEvent(event)

    def plain_size(self, index: int) -> QSize:
        """What the style wants for that tab."""
        key = (self.tabText(index), self.tabIcon(index).isNull(), self._narrow.beside if self._narrow else 0)
        if key not in self._sizes:
            self._sizes[key] = super().tabSizeHint(index)
        return self._sizes[key]

    @property
    def plain_width(self) -> int:
        """What the style wants for all tabs."""
        return sum(self.plain_size(place).width() for place in range(self.count()))
