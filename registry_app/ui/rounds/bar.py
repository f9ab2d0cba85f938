"""A bar that shows which part is done; the figures always stand beside it in words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

SHARE = Qt.ItemDataRole.UserRole + 7
"""A part of 1."""
HIGH, EDGE = 8, 6
LETTERS = 5
"""What stands beside the bar: 100%."""
GROUND = 70
Index = QModelIndex | QPersistentModelIndex


def draw(painter: QPainter, area: QRect, share: float, palette: QPalette, *, chosen: bool) -> None:
    """Draw it over the middle of ``area``."""
    high = min(HIGH, area.height())
    place = QRect(area.left(), area.center().y() - high // 2, max(0, area.width()), high)
    text = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
    ground = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText)
    ground.setAlpha(GROUND)
    done = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Accent)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, high / 2, high / 2)
    if share > 0:
        painter.setBrush(done)
        width = max(high, round(place.width() * min(1.0, share)))
        painter.drawRoundedRect(QRect(place.left(), place.top(), width, high), high / 2, high / 2)
    painter.setPen(text)
    painter.restore()


class BarDelegate(QStyledItemDelegate):
    """The bar, and the words of the cell before it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Words at the left, the bar in the rest of the cell."""
        super().paint(painter, option, index)
        share = index.data(SHARE)
        if share is None:
            return
        area: QRect = option.rect
        begin = option.fontMetrics.horizontalAdvance("0" * LETTERS) + EDGE
        room = area.adjusted(begin, 0, -EDGE, 0)
        draw(painter, room, float(share), option.palette, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
