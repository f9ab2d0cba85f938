"""Writes text and rules into a page's stream. The PDF operators stand here and in ``table`` only.

Each letter is encoded once per document and size; a line is then one ``str.translate``.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfgen.canvas import Canvas

from .fonts import BOX, Style, Words, drawable, font, unseen
from .spec import Align

RULE = 0.5  # points


class Letters(dict[int, str]):
    """Letter code → what stands for it between the parentheses of a shown string."""

    def __init__(self, style: Style, size: float, document: Any) -> None:
        super().__init__()
        self._style, self._size, self._document = style, size, document

    def __missing__(self, code: int) -> str:
        if drawable(self._style, code):
            shown = self._glyph(code)
        elif unseen(code):
            shown = ""
        else:
            shown = self._box(code)
        self[code] = shown
        return shown

    def select(self, subset: int = 0) -> str:
        """The operator that takes up one of the font's subsets."""
        return f"{font(self._style).getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def _glyph(self, code: int) -> str:
        ((subset, raw),) = font(self._style).splitString(chr(code), self._document)
        shown: str = escapePDF(raw)
        return f") Tj {self.select(subset)} ({shown}) Tj {self.select()} (" if subset else shown

    def _box(self, code: int) -> str:
        letter = chr(code).encode("utf-16-be", "surrogatepass").hex().upper()
        return f") Tj /Span <</ActualText <FEFF{letter}>>> BDC ({self[ord(BOX)]}) Tj EMC ("


class Ink:
    """One style at one size: measures and encodes lines. ``leading`` and widths are in points."""

    def __init__(self, style: Style, size: float, leading: float, words: Words, document: Any) -> None:
        self.size, self.leading, self.words = size, leading, words
        self.letters = Letters(style, size, document)
        self.select = self.letters.select()
        self._begin = f"BT {self.select} {leading:g} TL"

    def width(self, line: str) -> float:
        """How wide ``line`` prints."""
        return self.words.line(line) * self.size / 1000

    def limit(self, width: float) -> float:
        """``width`` in the unit that wrapping wants."""
        return width * 1000 / self.size

    def flow(self, lines: Sequence[str], width: float, align: Align) -> str:
        """The operators that show ``lines`` under each other, from the first baseline, in ``width`` points."""
        letters = self.letters
        if align is Align.LEFT:
            return "(" + ") Tj T* (".join([line.translate(letters) for line in lines]) + ") Tj"
        part = 0.5 if align is Align.CENTER else 1.0
        shown, stood, fall = [], 0.0, 0.0
        for line in lines:
            at = (width - self.width(line)) * part
            shown.append(f"{at - stood:.2f} {fall:.2f} Td ({line.translate(letters)}) Tj")
            stood, fall = at, -self.leading
        return " ".join(shown)

    def block(self, operators: Sequence[str]) -> str:
        """Text operators made ready for the page."""
        return "\n".join((self._begin, *operators, "ET"))


class Pen:
    """Draws on a canvas; words measured in one style are known to all its sizes."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._words = {style: Words(style) for style in Style}
        self._inks: dict[tuple[Style, float, float], Ink] = {}

    def ink(self, style: Style, size: float, spacing: float = 1.2) -> Ink:
        """The ink of ``style`` at ``size`` with lines ``spacing`` × size apart."""
        key = (style, size, spacing)
        if key not in self._inks:
            leading = round(size * spacing, 2)
            self._inks[key] = Ink(style, size, leading, self._words[style], self._canvas._doc)
        return self._inks[key]

    def words(self, style: Style) -> Words:
        """Widths of words in ``style``."""
        return self._words[style]

    def write(self, ink: Ink, x: float, y: float, line: str, *, spread: float = 0.0) -> None:
        """Show one line with its baseline at ``y``, its words ``spread`` points further apart."""
        shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm {ink.flow([line], 0, Align.LEFT)}"
        self.operators(ink.block([f"{spread:.3f} Tw", shown, "0 Tw"] if spread else [shown]))

    def rules(self, lines: Sequence[tuple[float, float, float, float]]) -> None:
        """Straight black lines from (x1, y1) to (x2, y2)."""
        paths = [f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in lines]
        self.operators("\n".join((f"{RULE} w", *paths, "S")))

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """A single frame whose lower left corner is (x, y)."""
        self.operators(f"{RULE} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def operators(self, text: str) -> None:
        """Put finished operators on the page."""
        self._canvas.addLiteral(text)
