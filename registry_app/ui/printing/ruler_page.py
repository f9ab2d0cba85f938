"""The test page: rulers at the edges and two measures, to see what a printer reaches and that 100 mm are 100 mm."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from registry_app.domain.words import _

from .printer import POINTS, lay

MM = 25.4
WIDTH, HEIGHT = 210, 297
LONGEST = 25
"""Millimetres from the edge that the rulers show."""
MEASURE = 100
MARGINS = (30, 20, 15, 20)
"""Left, top, right, bottom of our papers (Decree 30/2020, Annex I, I.2)."""


def print_ruler_page(printer: QPrinter) -> bool:
    """Print it on A4; False when the printer refused."""
    lay(printer, QSizeF(WIDTH / MM * POINTS, HEIGHT / MM * POINTS))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    draw_rulers(painter, printer.resolution() / MM)
    painter.end()
    return True


def draw_rulers(painter: QPainter, dots: float) -> None:
    """Draw the page on a device with ``dots`` a millimetre."""
    painter.setPen(QPen(Qt.GlobalColor.black, 0.2 * dots))
    left, top, right, bottom = MARGINS
    painter.save()
    painter.setPen(QPen(Qt.GlobalColor.black, 0.2 * dots, Qt.PenStyle.DashLine))
    painter.drawRect(QRectF(left * dots, top * dots, (WIDTH - left - right) * dots, (HEIGHT - top - bottom) * dots))
    painter.restore()
    painter.drawLines(_scaled(_edges(), dots))
    painter.drawLines(_scaled(_measures(), dots))
    _write(painter, dots)


def _edges() -> list[QLineF]:
    """A tick a millimetre from each edge inwards, longer ones at 5 and 10, along the middle of the edge."""
    lines = []
    for at in range(LONGEST + 1):
        size = 8.0 if at % 10 == 0 else 5.0 if at % 5 == 0 else 2.5
        for x in (at, WIDTH - at):
            lines.append(QLineF(x, HEIGHT / 2 - size, x, HEIGHT / 2))
        for y in (at, HEIGHT - at):
            lines.append(QLineF(WIDTH / 2 - size, y, WIDTH / 2, y))
    return lines


def _measures() -> list[QLineF]:
    """100 mm across and 100 mm down."""
    across, down = QPointF(60, 80), QPointF(50, 100)
    return [
        QLineF(across, across + QPointF(MEASURE, 0)),
        QLineF(across + QPointF(0, -3), across + QPointF(0, 3)),
        QLineF(across + QPointF(MEASURE, -3), across + QPointF(MEASURE, 3)),
        QLineF(down, down + QPointF(0, MEASURE)),
        QLineF(down + QPointF(-3, 0), down + QPointF(3, 0)),
        QLineF(down + QPointF(-3, MEASURE), down + QPointF(3, MEASURE)),
    ]


def _scaled(lines: list[QLineF], dots: float) -> list[QLineF]:
    return [QLineF(line.p1() * dots, line.p2() * dots) for line in lines]


def _write(painter: QPainter, dots: float) -> None:
    font = QFont("Liberation Sans")
    font.setPixelSize(round(4.2 * dots))
    painter.setFont(font)
    for at in (10, 20):
        for x in (at, WIDTH - at):
            _number(painter, QPointF(x, HEIGHT / 2 + 3), dots, str(at))
        for y in (at, HEIGHT - at):
            _number(painter, QPointF(WIDTH / 2 + 5, y), dots, str(at))
    _number(painter, QPointF(60 + MEASURE / 2, 76), dots, f"{MEASURE} mm")
    _number(painter, QPointF(39, 100 + MEASURE / 2), dots, f"{MEASURE} mm")
    said = _(
        "Test page of the printer, A4.\n\n"
        "1. Measure the two lines: each must be {measure} mm long. If not, choose “Actual size” or “100%” in the "
        "settings of the printer, never “Fit to page”.\n\n"
        "2. At each edge the ticks are 1 mm apart, counted from the edge of the sheet: the first tick that can be seen "
        "shows how far the printer reaches.\n\n"
        "3. The dashed frame is where texts of our papers stand: {left} mm from the left, {right} mm from the right, "
        "{top} mm from top and bottom. It must be whole."
    ).format(measure=MEASURE, left=MARGINS[0], right=MARGINS[2], top=MARGINS[1])
    area = QRectF(60 * dots, 88 * dots, 128 * dots, 54 * dots)
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), said)


def _number(painter: QPainter, middle: QPointF, dots: float, text: str) -> None:
    """Write ``text`` around ``middle``, on white so that no line goes through it."""
    area = QRectF((middle.x() - 9) * dots, (middle.y() - 2.5) * dots, 18 * dots, 5 * dots)
    ground = painter.boundingRect(area, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.fillRect(ground, Qt.GlobalColor.white)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
