"""Puts a drawing (``domain.chart``) on the sheet: the same value that the window shows, in ink on white.

One unit is a tenth of the letters around it, 1 point; a wider drawing is made smaller, never cut.
"""

from collections.abc import Sequence

from registry_app.domain.chart import TEXT_SIZE, Circle, Colour, Drawing, Line, Rect, Text

from .fonts import Style
from .page import Sheet
from .pen import Ink
from .spec import Align

INKS: dict[Colour, tuple[int, int, int]] = {
    "ink": (0, 0, 0),
    "quiet": (85, 85, 85),
    "grid": (205, 205, 205),
    "ground": (255, 255, 255),
    "accent": (31, 95, 139),
    "good": (47, 125, 75),
    "warn": (199, 133, 20),
    "alert": (178, 42, 42),
    "first": (31, 95, 139),
    "second": (181, 101, 29),
    "third": (77, 124, 58),
    "fourth": (122, 81, 149),
}
"""Red, green and blue of each role on paper."""
ROUND = 0.5523
"""How far a Bézier curve's handles lie for a quarter of a circle."""
GAP = 12.0
DOTS, PLAIN = "[1 2] 0 d", "[] 0 d"
LETTERS = 10.0


def draw(sheet: Sheet, drawings: Sequence[Drawing]) -> None:
    """Put ``drawings`` under each other, each whole on one page, the first under what is there."""
    for one in drawings:
        unit = min(LETTERS / TEXT_SIZE, sheet.body.width / one.width, sheet.full / one.height)
        if sheet.room < one.height * unit + GAP:
            sheet.turn()
        sheet.y -= GAP
        _Brush(sheet, one, unit).draw()
        sheet.y -= one.height * unit


class _Brush:
    """Draws one drawing whose upper edge is the sheet's ``y``, in the middle of its body."""

    def __init__(self, sheet: Sheet, drawing: Drawing, unit: float) -> None:
        self._sheet, self._drawing, self._unit = sheet, drawing, unit
        self._left = sheet.body.left + (sheet.body.width - drawing.width * unit) / 2
        self._top = sheet.y

    def draw(self) -> None:
        """Shape by shape, in their order."""
        for shape in self._drawing.shapes:
            match shape:
                case Line():
                    self._line(shape)
                case Rect():
                    self._box(shape)
                case Circle():
                    self._circle(shape)
                case Text():
                    self._write(shape)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._left + x * self._unit, self._top - y * self._unit

    def _put(self, *operators: str) -> None:
        self._sheet.pen.operators(" ".join(("q", *operators, "Q")))

    def _line(self, line: Line) -> None:
        (x1, y1), (x2, y2) = self._at(line.x1, line.y1), self._at(line.x2, line.y2)
        self._put(
            _stroked(line.colour, line.width * self._unit * 0.75),
            DOTS if line.dashed else PLAIN,
            f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S",
        )

    def _box(self, box: Rect) -> None:
        x, y = self._at(box.x, box.y + box.height)
        size = f"{x:.2f} {y:.2f} {box.width * self._unit:.2f} {box.height * self._unit:.2f} re"
        self._put(*_worn(box.fill, box.outline, 0.5), size, _painted(box.fill, box.outline))

    def _circle(self, circle: Circle) -> None:
        x, y = self._at(circle.x, circle.y)
        r = circle.radius * self._unit
        c = r * ROUND
        path = [
            f"{x + r:.2f} {y:.2f} m",
            f"{x + r:.2f} {y + c:.2f} {x + c:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c",
            f"{x - c:.2f} {y + r:.2f} {x - r:.2f} {y + c:.2f} {x - r:.2f} {y:.2f} c",
            f"{x - r:.2f} {y - c:.2f} {x - c:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c",
            f"{x + c:.2f} {y - r:.2f} {x + r:.2f} {y - c:.2f} {x + r:.2f} {y:.2f} c",
        ]
        worn = _worn(circle.fill, circle.outline, circle.width * self._unit)
        self._put(*worn, *path, _painted(circle.fill, circle.outline))

    def _write(self, text: Text) -> None:
        pen = self._sheet.pen
        ink = pen.ink(Style.BOLD if text.bold else Style.REGULAR, round(text.size * self._unit, 1))
        words = _shortened(text.words, ink, text.most * self._unit) if text.most else text.words
        x, y = self._at(text.x, text.y)
        x -= ink.width(words) * {"left": 0.0, "center": 0.5, "right": 1.0}[text.anchor]
        flow = ink.flow([words], 0, Align.LEFT)
        pen.operators(" ".join(("q", _filled(text.colour), ink.block([f"1 0 0 1 {x:.2f} {y:.2f} Tm {flow}"]), "Q")))


def _shortened(words: str, ink: Ink, most: float) -> str:
    """``words`` as far as they fit into ``most`` points, "…" behind what is left of them."""
    if ink.width(words) <= most:
        return words
    while words and ink.width(words + "…") > most:
        words = words[:-1]
    return words.rstrip() + "…"


def _share(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}" for part in INKS[colour])


def _filled(colour: Colour) -> str:
    return f"{_share(colour)} rg"


def _stroked(colour: Colour, width: float) -> str:
    return f"{_share(colour)} RG {width:.2f} w"


def _worn(fill: Colour | None, outline: Colour | None, width: float) -> list[str]:
    return [*([_filled(fill)] if fill else []), *([_stroked(outline, width)] if outline else [])]


def _painted(fill: Colour | None, outline: Colour | None) -> str:
    return {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[bool(fill), bool(outline)]
