"""Paints one whole row of the list at a time: no call into Qt's delegates, no colour or font made for a cell."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from registry_app.domain.kinds import Align
from registry_app.domain.model import ModelRow
from registry_app.ui import icons, theme
from registry_app.ui.widgets.marks import Mark

from .columns import Column
from .grouping import Heading

if TYPE_CHECKING:
    from .highlighting import Highlighting

PADDING = 7
ICON = 16
KEPT_TEXTS = 8192
CALLING = ("alert", "warn")
"""Tones that the words have too: what is in order has a coloured icon only."""
DEEPER, PALER = 135, 150
"""How much deeper the ground of a hit is than that of a note, in the dark how much paler, in hundredths."""


class Place(Struct, frozen=True):
    """Where a column stands now: left edge and width in pixels of the viewport."""

    column: Column
    left: int
    width: int


class _Fitted(Struct, frozen=True):
    """A text as it fits: how wide it is (0: not measured), and where hits begin and how wide they are."""

    text: str
    width: int
    hits: tuple[tuple[int, int], ...]


class RowPainter:
    """Knows colours, font and icons of one widget; ``look_at`` it again after they changed."""

    def __init__(self, widget: QWidget) -> None:
        self._highlighting: Highlighting | None = None
        self.look_at(widget)

    def look_at(self, widget: QWidget) -> None:
        """Take over palette, font and scale of ``widget``."""
        palette, role = widget.palette(), QPalette.ColorRole
        self._dark = theme.is_dark(palette)
        self._scale = widget.devicePixelRatioF()
        self._icon = theme.grown(ICON)
        self._text = palette.color(role.Text)
        self._chosen_text = palette.color(role.HighlightedText)
        self._chosen = palette.brush(role.Highlight)
        self._other = palette.brush(role.AlternateBase)
        self._heading = palette.brush(role.Window)
        note = palette.color(role.ToolTipBase)
        self._hit = note.lighter(PALER) if self._dark else _deeper(note)
        self._chosen_hit = palette.color(role.Highlight).darker(DEEPER)
        self._metrics: QFontMetrics = widget.fontMetrics()
        self._plain, self._bold = QFont(widget.font()), QFont(widget.font())
        self._bold.setBold(True)
        self._short: dict[tuple[str, int, Align], _Fitted] = {}

    def highlight(self, words: Iterable[str]) -> None:
        """Mark where ``words`` stand in the cells."""
        self._highlighting = _highlighting(tuple(words))
        self._short.clear()

    def paint_ground(self, painter: QPainter, area: QRect, *, odd: bool, chosen: bool) -> None:
        """Paint what is beneath a row."""
        if chosen or odd:
            _fill(painter, area, self._chosen if chosen else self._other)

    def paint(
        self, painter: QPainter, row: ModelRow | None, area: QRect, places: Sequence[Place], *, chosen: bool
    ) -> None:
        """Paint the cells of ``row`` over ``area``; None is a model that is gone, an empty line."""
        if row is None:
            return
        plain = self._chosen_text if chosen else self._text
        line = area.top() + (area.height() + self._metrics.ascent() - self._metrics.descent()) // 2
        painter.setPen(plain)
        for place in places:
            column = place.column
            mark = column.mark(row) if column.mark else None
            left, room = place.left + PADDING, place.width - 2 * PADDING
            if mark is None:
                self._say(painter, left, line, room, column.text(row), column.align, chosen=chosen)
                continue
            colour = plain if chosen else theme.tone(mark.tone, dark=self._dark)
            self._show_mark(painter, mark, colour, left, area)
            painter.setPen(colour if mark.tone in CALLING else plain)
            taken = self._icon + 5
            self._say(painter, left + taken, line, room - taken, column.text(row), "left", chosen=chosen)
            painter.setPen(plain)

    def paint_heading(self, painter: QPainter, heading: Heading, area: QRect, *, is_open: bool) -> None:
        """Paint the line over a group: a triangle that points down while it shows its rows, name and counts."""
        _fill(painter, area, self._heading)
        size = self._icon // 2
        left, middle = area.left() + PADDING, area.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(_triangle(left, middle, size, down=is_open))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._text)
        painter.setFont(self._bold)
        begin = left + size + 6
        room = QRect(begin, area.top(), area.right() - begin - PADDING, area.height())
        text = painter.fontMetrics().elidedText(str(heading), _RIGHT, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self._plain)

    def is_cut(self, text: str, width: int, *, marked: bool) -> bool:
        """Whether ``text`` does not fit a column of ``width``."""
        room = width - 2 * PADDING - (self._icon + 5 if marked else 0)
        return self._fitted(text, room, "left").text != text

    def _show_mark(self, painter: QPainter, mark: Mark, colour: QColor, left: int, area: QRect) -> None:
        image = icons.pixmap(mark.icon, colour.name(), self._icon, self._scale)
        painter.drawPixmap(left, area.top() + (area.height() - self._icon) // 2, image)

    def _say(
        self, painter: QPainter, left: int, line: int, room: int, text: str, align: Align, *, chosen: bool
    ) -> None:
        if not text or room <= 0:
            return
        fitted = self._fitted(text, room, align)
        if align != "left":
            left += max(0, room - fitted.width) // (2 if align == "center" else 1)
        for begin, width in fitted.hits:
            ground = self._chosen_hit if chosen else self._hit
            top = line - self._metrics.ascent()
            painter.fillRect(left + begin, top, width, self._metrics.height(), ground)
        painter.drawText(left, line, fitted.text)

    def _fitted(self, text: str, room: int, align: Align) -> _Fitted:
        found = self._short.get((text, room, align))
        if found is None:
            if len(self._short) > KEPT_TEXTS:
                self._short.clear()
            found = self._short[text, room, align] = self._fit(text, room, align)
        return found

    def _fit(self, text: str, room: int, align: Align) -> _Fitted:
        advance = self._metrics.horizontalAdvance
        short = self._metrics.elidedText(_one_line(text), _RIGHT, room)
        hits: tuple[tuple[int, int], ...] = ()
        if self._highlighting:
            spans = self._highlighting.spans(short)
            edges = ((advance(short[:start]), advance(short[:end])) for start, end in spans)
            hits = tuple((begin, behind - begin) for begin, behind in edges)
        return _Fitted(short, 0 if align == "left" else advance(short), hits)


def _fill(painter: QPainter, area: QRect, brush: QBrush) -> None:
    """As fillRect does, whose many kinds PySide6 takes long to tell apart."""
    painter.setBackground(brush)
    painter.eraseRect(area)


def _one_line(text: str) -> str:
    """Long texts have line ends, which a row has no room for."""
    return text.replace("\n", " ¶ ") if "\n" in text else text


def _deeper(note: QColor) -> QColor:
    """The ground of a note, far enough from white to be seen beside it."""
    return QColor.fromHsl(note.hslHue(), note.hslSaturation(), note.lightness() * 100 // DEEPER)


def _triangle(left: int, middle: int, size: int, *, down: bool) -> list[QPoint]:
    half, top = size // 2, middle - size // 4
    if down:
        return [QPoint(left, top), QPoint(left + size, top), QPoint(left + half, top + half + 1)]
    return [QPoint(left + 1, middle - half), QPoint(left + half + 2, middle), QPoint(left + 1, middle + half)]


_RIGHT = Qt.TextElideMode.ElideRight


def _highlighting(words: tuple[str, ...]) -> "Highlighting | None":
    if not words:
        return None
    from .highlighting import Highlighting  # most of the day nothing is searched for

    return Highlighting(words)
