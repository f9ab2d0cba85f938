"""Weeks by areas: how many reviews fall due, with a bar for each week beside what the ward can do."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from registry_app.domain.capacity import WEEK, Week
from registry_app.domain.words import _
from registry_app.operations.capacity import Load
from registry_app.ui import theme

WEEK_LETTERS, BAR_LETTERS, AREA_LETTERS = 22, 26, 14
BAR = Qt.ItemDataRole.UserRole
EDGE = 4
ROOM = 8


class Bar(Struct, frozen=True):
    """How long the bar of a week is: ``count`` of ``most``, with a mark at ``capacity``; ``words`` are the pixels that
    are kept free before it."""

    count: int
    most: int
    capacity: int
    words: int


class WeeksTable(QTableWidget):
    """A row a week. Weeks above the capacity say by how many, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Reviews by week and area"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._bars = BarDelegate(self)

    def show_load(self, now: Load, capacity: int, after: Load | None = None) -> None:
        """Show the weeks as they are, and as they would be ``after`` a spread."""
        chosen = self.currentRow()
        loads = [now] if after is None else [now, after]
        heads = [_("Week"), _("Due"), *([_("After the spread")] if after else []), *now.areas.values()]
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(now.weeks))
        for column, text in enumerate(heads):
            self.setHorizontalHeaderItem(column, _item(text))
        most = max([capacity, *(week.total for load in loads for week in load.weeks if week.first)])
        for column in range(self.columnCount()):
            self.setItemDelegateForColumn(column, self._bars if 1 <= column <= len(loads) else None)  # type: ignore[arg-type]
        texts = {said(week.total, capacity if week.first else 0) for load in loads for week in load.weeks}
        words = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + ROOM
        for row, week in enumerate(now.weeks):
            bars = [Bar(load.weeks[row].total, most, capacity if week.first else 0, words) for load in loads]
            self._show_week(row, week, bars, now)
        self._resize(heads, len(loads))
        if chosen >= 0:
            self.selectRow(chosen)

    def _show_week(self, row: int, week: Week, bars: list[Bar], load: Load) -> None:
        self.setItem(row, 0, _item(week_name(week)))
        for place, bar in enumerate(bars, 1):
            item = _item(said(bar.count, bar.capacity))
            if week.first:  # what is overdue is no week's work
                item.setData(BAR, bar)
            self.setItem(row, place, item)
        for place, area in enumerate(load.areas, len(bars) + 1):
            number = week.by_area.get(area, 0)
            item = _item(str(number) if number else "")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, place, item)

    def _resize(self, heads: Sequence[str], bars: int) -> None:
        letter, wide = self.fontMetrics().averageCharWidth(), self.horizontalHeader().fontMetrics().horizontalAdvance
        for column, text in enumerate(heads):
            letters = WEEK_LETTERS if not column else BAR_LETTERS if column <= bars else AREA_LETTERS
            self.setColumnWidth(column, max(letter * letters, wide(text) + 3 * ROOM))


def week_name(week: Week) -> str:
    """The days of a week, or that it is what was due before today."""
    if week.first is None:
        return _("Overdue")
    last = week.first + WEEK - WEEK / 7
    return f"{week.first:%d/%m} – {last:%d/%m/%Y}"


def said(count: int, capacity: int) -> str:
    """How many, and how many too many where ``capacity`` is not 0."""
    if capacity and count > capacity:
        return _("{count} – {over} too many").format(count=count, over=count - capacity)
    return str(count)


class BarDelegate(QStyledItemDelegate):
    """A bar after the words, and a line where the capacity ends."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's own ground, the words, then the bar."""
        super().paint(painter, option, index)
        bar = index.data(BAR)
        if not isinstance(bar, Bar) or not bar.most:
            return
        room: QRect = option.rect.adjusted(EDGE + bar.words, EDGE, -EDGE, -EDGE)
        palette: QPalette = option.palette
        length = round(room.width() * bar.count / bar.most)
        tone = theme.tone("alert" if bar.capacity and bar.count > bar.capacity else "good", dark=theme.is_dark(palette))
        tone.setAlpha(150)
        painter.save()
        painter.fillRect(QRect(room.left(), room.top(), length, room.height()), tone)
        if bar.capacity:
            at = room.left() + round(room.width() * bar.capacity / bar.most)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DashLine))
            painter.drawLine(at, room.top(), at, room.bottom())
        painter.restore()


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
