"""The table of a preview on the screen: rows of one height, hits marked by bold letters, a line and a ground."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from registry_app.domain.words import _
from registry_app.operations.replacing import Span
from registry_app.ui.widgets.ticks import TickDelegate

from .preview_model import CODE, FIELD, NAME, NEW, OLD, QUIET, SPANS, PreviewModel

PADDING, ROOM = 4, 10
LETTERS = {CODE: 17, NAME: 22, FIELD: 18}
LEAST_LETTERS = 22
GROUND = 60
"""How strong the ground of a hit is, of 255."""
Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class PreviewView(QTableView):
    """Space ticks or unticks the chosen rows."""

    def __init__(self, rows: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(_("What would change"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self._marking = MarkingDelegate(self)
        for column in (OLD, NEW):
            self.setItemDelegateForColumn(column, self._marking)
        self.setItemDelegateForColumn(CODE, TickDelegate(self))
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in LETTERS.items():
            self.setColumnWidth(column, letter * letters + 2 * PADDING)

    def choose(self, line: int) -> None:
        """Choose one row and no other, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(self._rows.index(line, CODE), Flag.ClearAndSelect | Flag.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is there now and what is to be share the rest of the width."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in LETTERS)
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        half = max(least, (self.viewport().width() - others) // 2)
        for column in (OLD, NEW):
            self.setColumnWidth(column, half)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space is for all chosen rows at once."""
        if event.key() == Qt.Key.Key_Space:
            self._rows.tick(sorted(index.row() for index in self.selectionModel().selectedRows()))
            return
        super().keyPressEvent(event)


class MarkingDelegate(QStyledItemDelegate):
    """Paints the text of a cell piece by piece where there are hits in it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """An empty value is said quietly."""
        super().initStyleOption(option, index)
        if index.data(QUIET):
            palette: QPalette = option.palette
            palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.PlaceholderText))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As usual, or with marks."""
        spans: Sequence[Span] = index.data(SPANS) or ()
        if not spans:
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text = whole.text
        whole.text = ""
        widget: QWidget = whole.widget
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, widget)
        painter.save()
        area: QRect = whole.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.setClipRect(area)
        chosen = bool(whole.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = whole.palette
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        _draw(painter, area, text, spans, palette)
        painter.restore()


def _draw(painter: QPainter, area: QRect, text: str, spans: Sequence[Span], palette: QPalette) -> None:
    plain = painter.font()
    marked = QFont(plain)
    marked.setBold(True)
    marked.setUnderline(True)
    ground = palette.color(QPalette.ColorRole.Highlight)
    ground.setAlpha(GROUND)
    metrics = QFontMetrics(plain)
    line = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
    left = area.left()
    for piece, hit in _pieces(text, spans):
        painter.setFont(marked if hit else plain)
        letters, room = painter.fontMetrics(), area.right() - left + 1
        width = letters.horizontalAdvance(piece)
        if width > room:
            piece, width = letters.elidedText(piece, Qt.TextElideMode.ElideRight, room), room
        if hit:
            painter.fillRect(QRect(left, line - metrics.ascent(), width, metrics.height()), ground)
        painter.drawText(left, line, piece)
        left += width
        if width == room:
            return


def _pieces(text: str, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """``text`` cut at the hits: (piece, whether it is a hit)."""
    found, last = [], 0
    for start, end in spans:
        found += [(text[last:start], False), (text[start:end], True)]
        last = end
    return [(piece, hit) for piece, hit in (*found, (text[last:], False)) if piece]
