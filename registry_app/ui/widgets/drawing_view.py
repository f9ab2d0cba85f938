"""Shows a drawing in the colours and letters of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from registry_app.domain.chart import TEXT_SIZE, Circle, Colour, Drawing, Line, Rect, Shape, Text
from registry_app.ui import theme

Drawn = Callable[[float], Drawing | None]
"""Makes the drawing for room so many units wide; None for nothing to draw."""
SERIES = {
    "first": ("#1f5f8b", "#5aa7d6"),
    "second": ("#b5651d", "#e6a566"),
    "third": ("#4d7c3a", "#93c47d"),
    "fourth": ("#7a5195", "#c39be0"),
}
"""Parts of a whole on a light and on a dark ground."""
LEAST_UNITS = 160.0
Role = QPalette.ColorRole
PALETTE = {
    "ink": Role.Text,
    "quiet": Role.PlaceholderText,
    "ground": Role.Base,
    "accent": Role.Accent,
}
GRID = 4


class DrawingView(QWidget):
    """As wide as there is room; the drawing is made for that width, so its letters are as large as all others."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make: Drawn | None = None
        self.drawing: Drawing | None = None
        """What is shown now."""
        self.hide()

    def show_drawing(self, make: Drawn | None) -> None:
        """Show what ``make`` draws; None shows nothing and takes no room."""
        self._make = make
        self._draw()
        self.setVisible(make is not None)

    def sizeHint(self) -> QSize:
        """As high as the drawing is."""
        unit = self._unit()
        if self.drawing is None:
            return QSize(round(LEAST_UNITS * unit), 0)
        return QSize(round(self.drawing.width * unit), round(self.drawing.height * unit))

    def minimumSizeHint(self) -> QSize:
        """The width may be less, the height may not."""
        return QSize(round(LEAST_UNITS * self._unit()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need another drawing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape by shape, and the frame of the focus."""
        if self.drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        unit = min(self._unit(), self.width() / self.drawing.width)
        pen = Pen(painter, self.palette(), QFont(self.font()), unit)
        for shape in self.drawing.shapes:
            pen.draw(shape)
        painter.restore()
        if self.hasFocus():
            frame = QStyleOptionFocusRect()
            frame.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, self)
        painter.end()

    def _draw(self) -> None:
        units = max(LEAST_UNITS, self.width() / self._unit())
        self.drawing = self._make(units) if self._make else None
        said = self.drawing.said if self.drawing else ""
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def _unit(self) -> float:
        return float(QFontInfo(self.font()).pixelSize()) / TEXT_SIZE


class Pen:
    """Draws shapes with ``painter``, one unit being ``unit`` pixels."""

    def __init__(self, painter: QPainter, palette: QPalette, font: QFont, unit: float) -> None:
        self._painter, self._palette, self._font, self._unit = painter, palette, font, unit

    def draw(self, shape: Shape) -> None:
        """Put one shape on the ground."""
        unit, painter = self._unit, self._painter
        match shape:
            case Line():
                pen = QPen(colour(shape.colour, self._palette), shape.width * unit)
                pen.setStyle(Qt.PenStyle.DotLine if shape.dashed else Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                begin, end = QPointF(shape.x1, shape.y1) * unit, QPointF(shape.x2, shape.y2) * unit
                painter.drawLine(begin, end)
            case Rect():
                self._wear(shape.fill, shape.outline, unit)
                painter.drawRect(QRectF(shape.x * unit, shape.y * unit, shape.width * unit, shape.height * unit))
            case Circle():
                self._wear(shape.fill, shape.outline, shape.width * unit)
                painter.drawEllipse(QPointF(shape.x, shape.y) * unit, shape.radius * unit, shape.radius * unit)
            case Text():
                self._write(shape)

    def _wear(self, fill: Colour | None, outline: Colour | None, width: float) -> None:
        none = Qt.GlobalColor.transparent
        self._painter.setBrush(colour(fill, self._palette) if fill else none)
        if outline:
            self._painter.setPen(QPen(colour(outline, self._palette), width))
        else:
            self._painter.setPen(Qt.PenStyle.NoPen)

    def _write(self, text: Text) -> None:
        font = QFont(self._font)
        font.setPixelSize(max(1, round(text.size * self._unit)))
        font.setBold(text.bold)
        metrics = QFontMetricsF(font)
        words = text.words
        if text.most:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.most * self._unit)
        part = {"left": 0.0, "center": 0.5, "right": 1.0}[text.anchor]
        self._painter.setFont(font)
        self._painter.setPen(colour(text.colour, self._palette))
        left = text.x * self._unit - metrics.horizontalAdvance(words) * part
        self._painter.drawText(QPointF(left, text.y * self._unit), words)


def colour(role: Colour, palette: QPalette) -> QColor:
    """The colour of that role on the ground of ``palette``."""
    dark = theme.is_dark(palette)
    if role in theme.TONES:
        return theme.tone(role, dark=dark)
    if role in SERIES:
        return QColor(SERIES[role][dark])
    if role == "grid":
        base, ink = palette.color(Role.Base), palette.color(Role.Text)
        return QColor(*((a * GRID + b) // (GRID + 1) for a, b in _pairs(base, ink)))
    return palette.color(PALETTE[role])


def _pairs(one: QColor, other: QColor) -> tuple[tuple[int, int], ...]:
    return (one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue())
