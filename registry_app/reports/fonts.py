"""The bundled Liberation Serif (metric twin of Times New Roman): its four styles, how wide words are, what it lacks.

Nothing else reads font files.
"""

import unicodedata
from enum import StrEnum
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from registry_app import resources

BOX = "□"  # stands for a letter that no bundled font has
_JOINERS = ("Cf",)  # joiners and direction marks: never drawn, whatever the font has for them
_MARKS = ("Mn", "Me")  # combining marks and selectors: drawn where the font has them

rl_config.trustedHosts = ["nohost.invalid"]
rl_config.trustedSchemes = ["data"]
rl_config.useA85 = 0  # a binary stream is a fifth smaller and needs no second pass


class Style(StrEnum):
    """The styles that the decree asks for, by file name."""

    REGULAR = "LiberationSerif-Regular"
    BOLD = "LiberationSerif-Bold"
    ITALIC = "LiberationSerif-Italic"
    BOLD_ITALIC = "LiberationSerif-BoldItalic"


@cache
def font(style: Style) -> TTFont:
    """The font of ``style``, read and registered once."""
    made = TTFont(style.value, str(resources.folder() / "fonts" / f"{style.value}.ttf"), shapable=False)
    pdfmetrics.registerFont(made)
    return made


def drawable(style: Style, code: int) -> bool:
    """``style`` has a glyph for ``code`` that may be drawn; control characters and joiners never have one."""
    return code in font(style).face.charToGlyph and unicodedata.category(chr(code)) not in ("Cc", *_JOINERS)


def unseen(code: int) -> bool:
    """A letter that takes no room where it has no glyph: a joiner, a selector, a combining mark."""
    return unicodedata.category(chr(code)) in (*_JOINERS, *_MARKS)


def missing(text: str) -> set[str]:
    """The letters of ``text`` that will print as a box."""
    letters = {ord(letter) for letter in unicodedata.normalize("NFC", text) if not letter.isspace()}
    return {chr(code) for code in letters if not drawable(Style.REGULAR, code) and not unseen(code)}


class Advances(dict[int, float]):
    """Letter code → width in thousandths of the font size, filled as letters turn up."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, code: int) -> float:
        if drawable(self._style, code):
            width = float(font(self._style).face.charWidths[code])
        else:
            width = 0.0 if unseen(code) else self[ord(BOX)]
        self[code] = width
        return width


class Words(dict[str, float]):
    """Word → width in thousandths of the font size; made for one document, so that it dies with it."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._advances = Advances(style)
        self.space = self._advances[32]

    def __missing__(self, word: str) -> float:
        width = sum(map(self._advances.__getitem__, map(ord, word)))
        self[word] = width
        return width

    def line(self, line: str) -> float:
        """The width of words joined by single spaces."""
        words = line.split(" ")
        return sum(map(self.__getitem__, words)) + self.space * (len(words) - 1)
