"""The small code on the pages of a worksheet, by which a page is known when it comes back."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from .fonts import Style
from .pen import Pen

SIDE = 13.0 * 72 / 25.4
"""Points: 25 squares of half a millimetre, which a telephone reads from a copy."""
QUIET = 4
"""Squares that stay white around it."""
LETTERS = 8.0


def draw(pen: Pen, payload: str, right: float, bottom: float, caption: str) -> None:
    """Draw the code of ``payload`` with its lower right corner at ``right``, ``bottom`` (points), ``caption`` left of
    it."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    count = code.getModuleCount()
    square = SIDE / count
    left, top = right - SIDE, bottom + SIDE
    boxes = []
    for row in range(count):
        for first, last in _runs([code.isDark(row, column) for column in range(count)]):
            x, y = left + first * square, top - (row + 1) * square
            boxes.append(f"{x:.2f} {y:.2f} {(last - first) * square:.2f} {square + 0.02:.2f} re")
    pen.operators(" ".join(("q 0 g", *boxes, "f Q")))
    ink = pen.ink(Style.REGULAR, LETTERS)
    pen.write(ink, left - QUIET * square - ink.width(caption), bottom + 2, caption)


def _runs(dark: list[bool]) -> list[tuple[int, int]]:
    """Where dark squares begin and end, side by side ones together."""
    found: list[tuple[int, int]] = []
    for place, one in enumerate(dark):
        if one and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif one:
            found.append((place, place + 1))
    return found
