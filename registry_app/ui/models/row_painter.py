"""Paints one whole row of the list at a time: no call into Qt's delegates, no colour or font made for a cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from registry_app.domain.model import ModelRow
from registry_app.ui import icons, theme
from registry_app.ui.widgets.marks import Mark

from .columns import COLUMNS

PADDING = 7
ICON = 16
KEPT_TEXTS = 8192
CALLING = ("alert", "warn")
"""Tones that the words have too: what is in order has a coloured icon only."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands now: its number in COLUMNS, left edge and width in pixels of the viewport."""

    column: int
    left: int
    width: int


class RowPainter:
    """Knows colours, font and icons of one widget; ``look_at`` it again after they changed."""

    def __init__(self, widget: QWidget) -> None:
        self.look_at(widget)

    def look_at(self, widget: QWidget) -> None:
        """Take over palette, font and scale of ``widget``."""
        palette, role = widget.palette(), QPalette.ColorRole
        self._dark = theme.is_dark(palette)
        self._scale = widget.devicePixelRatioF()
        self._text = palette.color(role.Text)
        self._chosen_text = palette.color(role.HighlightedText)
        self._chosen = palette.color(role.Highlight)
        self._other = palette.color(role.AlternateBase)
        self._metrics: QFontMetrics = widget.fontMetrics()
        self._short: dict[tuple[str, int], str] = {}

    def paint(
        self, painter: QPainter, row: ModelRow | None, area: QRect, places: Sequence[Place], *, odd: bool, chosen: bool
    ) -> None:
        """Paint ``row`` over ``area``; None is a model that is gone, an empty line."""
        if chosen:
            painter.fillRect(area, self._chosen)
        elif odd:
            painter.fillRect(area, self._other)
        if row is None:
            return
        plain = self._chosen_text if chosen else self._text
        line = area.top() + (area.height() + self._metrics.ascent() - self._metrics.descent()) // 2
        painter.setPen(plain)
        for place in places:
            column = COLUMNS[place.column]
            mark = column.mark(row) if column.mark else None
            left, room = place.left + PADDING, place.width - 2 * PADDING
            if mark is None:
                self._say(painter, left, line, room, column.text(row))
                continue
            colour = plain if chosen else theme.tone(mark.tone, dark=self._dark)
            self._show_mark(painter, mark, colour, left, area)
            painter.setPen(colour if mark.tone in CALLING else plain)
            self._say(painter, left + ICON + 5, line, room - ICON - 5, column.text(row))
            painter.setPen(plain)

    def is_cut(self, text: str, width: int, *, marked: bool) -> bool:
        """Whether ``text`` does not fit a column of ``width``."""
        room = width - 2 * PADDING - (ICON + 5 if marked else 0)
        return self._fitted(text, room) != text

    def _show_mark(self, painter: QPainter, mark: Mark, colour: QColor, left: int, area: QRect) -> None:
        image = icons.pixmap(mark.icon, colour.name(), ICON, self._scale)
        painter.drawPixmap(left, area.top() + (area.height() - ICON) // 2, image)

    def _say(self, painter: QPainter, left: int, line: int, room: int, text: str) -> None:
        if text and room > 0:
            painter.drawText(left, line, self._fitted(text, room))

    def _fitted(self, text: str, room: int) -> str:
        found = self._short.get((text, room))
        if found is None:
            if len(self._short) > KEPT_TEXTS:
                self._short.clear()
            found = self._metrics.elidedText(text, _RIGHT, room)
            self._short[text, room] = found
        return found


_RIGHT = Qt.TextElideMode.ElideRight
