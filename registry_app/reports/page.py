"""The sheet of Decree 30/2020 (Annex I, I): A4, margins, page numbers, and text set in the middle of a box."""

from msgspec import Struct
from reportlab.pdfgen.canvas import Canvas

from .fonts import Style
from .pen import Ink, Pen
from .spec import Align
from .wrap import balanced

MM = 72 / 25.4  # points
SHORT, LONG = 210 * MM, 297 * MM
TOP = BOTTOM = 20 * MM
LEFT, RIGHT = 30 * MM, 15 * MM
_NUMBER_SIZE = 13
_CODE_LINE = 5 * MM
_NUMBER_LINE = 11 * MM  # the page number's baseline below the upper edge


class Box(Struct, frozen=True, kw_only=True):
    """A strip of the sheet: left edge and width in points."""

    left: float
    width: float

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.left + self.width / 2


class Sheet:
    """The page being written: ``y`` is where the next thing begins, counted from the lower edge in points."""

    def __init__(self, canvas: Canvas, pen: Pen, *, landscape: bool, code: str = "") -> None:
        self.pen = pen
        self._code = code
        self.number = 1
        self.width, self.height = (LONG, SHORT) if landscape else (SHORT, LONG)
        self.body = Box(left=LEFT, width=self.width - LEFT - RIGHT)
        self.y = self.height - TOP
        self._canvas = canvas
        canvas.setPageSize((self.width, self.height))
        self._mark_page()

    @property
    def room(self) -> float:
        """How much is free above the lower margin."""
        return self.y - BOTTOM

    @property
    def full(self) -> float:
        """The room of an empty page."""
        return self.height - TOP - BOTTOM

    def turn(self) -> None:
        """Begin the next page and number it."""
        self._canvas.showPage()
        self.number += 1
        self.y = self.height - TOP
        ink = self.pen.ink(Style.REGULAR, _NUMBER_SIZE)
        text = str(self.number)
        self.pen.write(ink, self.body.middle - ink.width(text) / 2, self.height - _NUMBER_LINE, text)
        self._mark_page()

    def _mark_page(self) -> None:
        """Put the page's own code into its lower right corner, below the text."""
        if self._code:
            from . import qr  # only worksheets have one

            right = self.body.left + self.body.width
            qr.draw(self.pen, f"{self._code}-{self.number}", right, _CODE_LINE, f"{self._code}-{self.number}")

    def mark(self, title: str) -> None:
        """Make ``title`` a bookmark that leads to the present place."""
        key = f"place-{self._canvas.getPageNumber()}-{self.y:.2f}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=self.y)
        self._canvas.addOutlineEntry(title, key)

    def centred(self, ink: Ink, text: str, box: Box) -> float:
        """Set ``text`` in the middle of ``box`` from ``y`` down, over pages if need be; answers the widest line."""
        lines = balanced(text, ink.words, ink.limit(box.width))
        for line in lines:
            self.line(ink, line, box, Align.CENTER)
        return max(map(ink.width, lines))

    def line(self, ink: Ink, line: str, box: Box, align: Align = Align.LEFT) -> None:
        """Set one line and move ``y`` below it, on the next page where this one is full."""
        if self.room < ink.leading:
            self.turn()
        x = box.left if align is Align.LEFT else box.middle - ink.width(line) / 2
        self.pen.write(ink, x, self.y - self.drop(ink), line)
        self.y -= ink.leading

    @staticmethod
    def drop(ink: Ink) -> float:
        """How far a line's baseline is below the line's top."""
        return 0.8 * ink.leading

    def rule(self, box: Box, length: float) -> None:
        """A rule of ``length`` in the middle of ``box``, close under the last line."""
        y = self.y - 2.5
        self.pen.rules([(box.middle - length / 2, y, box.middle + length / 2, y)])
        self.y -= 5
