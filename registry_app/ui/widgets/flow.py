"""A layout of widgets in lines, as words stand in a text."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 4


class FlowLayout(QLayout):
    """Lines of widgets; a widget wider than the line is narrowed to it. ``fills``: the last one takes the rest of its
    line."""

    def __init__(self, parent: QWidget | None = None, *, fills: bool = False) -> None:
        super().__init__(parent)
        self._fills = fills
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put ``item`` at the end."""
        self._items.append(item)

    def put(self, place: int, widget: QWidget) -> None:
        """Put ``widget`` before the item at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as it may be."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrower place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Wide enough for the widest widget."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The least width of the one that fills: the others can be narrowed."""
        return self._items[-1].minimumSize() if self._fills and self._items else QSize(0, 0)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        left, top, high = area.left(), area.top(), 0
        for number, item in enumerate(self._items):
            last = self._fills and number == len(self._items) - 1
            width = min(item.minimumSize().width() if last else item.sizeHint().width(), area.width())
            if left > area.left() and left + width > area.right() + 1:
                left, top, high = area.left(), top + high + GAP, 0
            if last:
                width = area.right() + 1 - left
            height = item.sizeHint().height()
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left, high = left + width + GAP, max(high, height)
        return top + high - area.top()
