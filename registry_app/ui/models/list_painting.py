"""The list as it is painted: the lines in sight, the first column over those that are scrolled away beneath it, a frame
around the current line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QTableView

from .header import ListHeader
from .list_model import ModelListModel
from .row_painter import PADDING, Place, RowPainter

HINT_EDGE = 24
BESIDE_TEXT = 24
"""What a mark before the text takes, when a column is made as wide as its texts."""


class ListPainting:
    """Paints the lines of ``rows`` where ``view`` and ``heads`` say that they are."""

    def __init__(self, view: QTableView, rows: ModelListModel, heads: ListHeader) -> None:
        self._view, self._rows, self._heads = view, rows, heads
        self._row = RowPainter(view)

    def look_again(self) -> None:
        """Colours or the font changed."""
        self._row.look_at(self._view)

    def highlight(self, words: tuple[str, ...]) -> None:
        """Mark where ``words`` stand in the cells, whatever their accents."""
        self._row.highlight(words)
        self._view.viewport().update()

    def paint(self, area: QRect) -> None:
        """Paint the lines that ``area`` touches."""
        with QPainter(self._view.viewport()) as painter:
            self._paint_lines(painter, area)
            self._paint_focus(painter)

    def _paint_lines(self, painter: QPainter, area: QRect) -> None:
        rows = self._rows
        height, width = self._view.verticalHeader().defaultSectionSize(), self._view.viewport().width()
        places, fixed = self._places()
        chosen, heading_at = self._view.selectionModel().isSelected, rows.lines.heading_at
        for line in self._lines_in(area):
            place = QRect(0, self._view.rowViewportPosition(line), width, height)
            heading = heading_at(line)
            if heading is not None:
                self._row.paint_heading(painter, heading, place, is_open=rows.lines.is_open(line))
                continue
            marked = chosen(rows.index(line, 0))
            self._row.paint_ground(painter, place, odd=line % 2 == 1, chosen=marked)
            self._paint_cells(painter, line, place, places, fixed, chosen=marked)

    def paint_hint(self, hint: str) -> None:
        """What to do where there is no row."""
        with QPainter(self._view.viewport()) as painter:
            painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
            room = self._view.viewport().rect().adjusted(HINT_EDGE, HINT_EDGE, -HINT_EDGE, -HINT_EDGE)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)

    def cut_text(self, index: QModelIndex) -> str:
        """What a cell says that has no room for the whole of it; nothing for others and for headings of groups."""
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
        if not text or self._rows.lines.heading_at(index.row()) is not None:
            return ""
        marked = self._rows.columns[index.column()].mark is not None
        return text if self._row.is_cut(text, self._view.columnWidth(index.column()), marked=marked) else ""

    def widest(self, section: int) -> int:
        """How wide a column must be for the rows in sight."""
        rows = (self._rows.row(line) for line in self._lines_in(self._view.viewport().rect()))
        texts = (self._rows.columns[section].text(row) for row in rows if row)
        widest = max((self._view.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + 2 * PADDING + BESIDE_TEXT

    def _paint_cells(
        self,
        painter: QPainter,
        line: int,
        place: QRect,
        places: Sequence[Place],
        fixed: Sequence[Place],
        *,
        chosen: bool,
    ) -> None:
        row, edge = self._rows.row(line), self._heads.frozen_edge
        if not edge:
            self._row.paint(painter, row, place, places, chosen=chosen)
            return
        painter.setClipRect(place.adjusted(edge, 0, 0, 0))
        self._row.paint(painter, row, place, places, chosen=chosen)
        painter.setClipping(False)
        self._row.paint(painter, row, place, fixed, chosen=chosen)
        painter.setPen(self._colour(QPalette.ColorRole.Mid))
        painter.drawLine(edge - 1, place.top(), edge - 1, place.bottom())

    def _lines_in(self, area: QRect) -> range:
        first, last = max(0, self._view.rowAt(area.top())), self._view.rowAt(area.bottom())
        return range(first, (self._rows.rowCount() - 1 if last < 0 else last) + 1)

    def _places(self) -> tuple[list[Place], list[Place]]:
        """Where the columns stand that are scrolled, and the one that stays."""
        heads, width = self._heads, self._view.viewport().width()
        edge, first = heads.frozen_edge, heads.first
        places, fixed = [], []
        for section, column in enumerate(self._rows.columns):
            left, size = heads.left_of(section), heads.sectionSize(section)
            if edge and section == first:
                fixed.append(Place(column, left, size))
            elif size and left < width and left + size > edge:
                places.append(Place(column, left, size))
        return places, fixed

    def _paint_focus(self, painter: QPainter) -> None:
        """A frame around the current line, and a dotted one around its current cell."""
        index = self._view.currentIndex()
        if not (self._view.hasFocus() and index.isValid()):
            return
        top, height = self._view.rowViewportPosition(index.row()), self._view.verticalHeader().defaultSectionSize()
        chosen = self._view.selectionModel().isSelected(index)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(self._colour(QPalette.ColorRole.Text))
        painter.drawRect(0, top, self._view.viewport().width() - 1, height - 1)
        if self._rows.lines.heading_at(index.row()) is None:
            pen = painter.pen()
            pen.setColor(self._colour(role))
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(self._view.visualRect(index).adjusted(2, 2, -3, -3))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._view.palette().color(role)
