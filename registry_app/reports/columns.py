"""Decides how wide columns are, whether the sheet lies or stands, and how large the table's letters are.

Widths follow the real content: no word that can be kept whole is broken, long texts get the room that is left.
"""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from .fonts import Style, Words
from .page import MM
from .pen import Pen
from .spec import Column, Part, Report
from .wrap import pieces

PADDING = 3.5  # points, left and right of a cell
PORTRAIT, LANDSCAPE = 165 * MM, 252 * MM  # text widths between margins of 30 and 15 mm
SHEETS = ((False, 11.0), (True, 11.0), (True, 10.0))
LYING = SHEETS[1:]
STANDING = ((False, 11.0), (False, 10.0))
"""Sheets to try: whether it lies, and the size of the letters. A letter never lies."""
Sheets = Sequence[tuple[bool, float]]
_WHOLE = 7_300.0  # a word up to this width (thousandths of the size: about 28 mm) is kept whole
_LINES = 4  # a typical row taller than this asks for the next sheet
_WASTE = 0.6  # of the widest word: what a broken line leaves empty at its end
_TALL = 4  # widths w minimise the sum of (length / w) ** _TALL over all cells, which nears the sum of row heights
_SAMPLE = 2_000  # rows looked at for typical lengths; the widest word is looked for in all


class Fit(Struct, frozen=True, kw_only=True):
    """The decision: widths in points, ``size`` of the table's letters."""

    landscape: bool
    size: float
    widths: tuple[float, ...]


NO_TABLE = Fit(landscape=False, size=SHEETS[0][1], widths=())


class _Content(Struct, frozen=True):
    """One column's content in thousandths of the font size; ``typical`` is a long cell: nine of ten are shorter.

    ``weight`` is how much a share of the width helps: tall cells make tall rows, so long cells count for more.
    """

    word: float
    typical: float
    longest: float
    weight: float


def fit(report: Report | Part, pen: Pen, sheets: Sheets = SHEETS) -> Fit:
    """The first of ``sheets`` that breaks no word and keeps typical rows low; else the last, as good as it can."""
    contents = [_content(report, index, pen) for index in range(len(report.columns))]
    for landscape, size in sheets:
        room = LANDSCAPE if landscape else PORTRAIT
        needs = [_need(column, content, size) for column, content in zip(report.columns, contents, strict=True)]
        if sum(needs) > room:
            continue
        widths = _spread(report.columns, contents, needs, size, room)
        if (landscape, size) == sheets[-1] or _typical_lines(contents, widths, size) <= _LINES:
            return Fit(landscape=landscape, size=size, widths=tuple(widths))
    return Fit(landscape=landscape, size=size, widths=tuple(_squeezed(needs, room)))


def fit_report(report: Report, pen: Pen) -> list[Fit]:
    """A fit for each part of ``report``."""
    return fit_all(report.parts, pen, STANDING if report.is_letter or report.upright else SHEETS)


def fit_all(parts: Sequence[Part], pen: Pen, sheets: Sheets = SHEETS) -> list[Fit]:
    """A fit for each of ``parts``; all stand, or all lie: they share their sheets. Without columns there is nothing to
    fit."""
    fits = [fit(part, pen, sheets) if part.columns else NO_TABLE for part in parts]
    if any(one.landscape for one in fits):
        fits = [
            one if one.landscape or not part.columns else fit(part, pen, LYING)
            for part, one in zip(parts, fits, strict=True)
        ]
        fits = [replace(one, landscape=True) for one in fits]
    return fits


def _content(report: Report | Part, index: int, pen: Pen) -> _Content:
    body, head = pen.words(Style.REGULAR), pen.words(Style.BOLD)
    seen: set[str] = set()
    for group in report.groups:
        for row in group.rows:
            seen.update(row[index].split())
    title = report.columns[index].title.split()
    number = body[f"({index + 1})"]
    word = max((number, *(_unbroken(word, body) for word in seen), *(_unbroken(word, head) for word in title)))
    step = max(1, report.row_count // _SAMPLE)
    cells = [row[index] for group in report.groups for row in group.rows[::step]]
    lengths = [sum(map(body.__getitem__, words)) + body.space * len(words) for words in map(str.split, cells)]
    typical = sorted(lengths)[len(lengths) * 9 // 10] if lengths else 0.0
    weight = (sum(length**_TALL for length in lengths) / max(len(lengths), 1)) ** (1 / (_TALL + 1))
    return _Content(word, max(typical, word), max((*lengths, word)), max(weight, 1.0))


def _unbroken(word: str, words: Words) -> float:
    width = words[word]
    return width if width <= _WHOLE else max(words[piece] for piece in pieces(word, words, _WHOLE))


def _need(column: Column, content: _Content, size: float) -> float:
    return max(content.word * size / 1000 + 2 * PADDING + 0.1, column.min_mm * MM)


def _spread(
    columns: Sequence[Column], contents: Sequence[_Content], needs: Sequence[float], size: float, room: float
) -> list[float]:
    """Every column gets its need, none more than its longest line while others want; the rest by weight."""
    wants = [max(need, c.longest * size / 1000 + 2 * PADDING) for need, c in zip(needs, contents, strict=True)]
    if sum(wants) <= room:
        return [want * room / sum(wants) for want in wants]
    weights = [max(column.share, 0.01) * content.weight for column, content in zip(columns, contents, strict=True)]
    wastes = [_WASTE * content.word * size / 1000 + 2 * PADDING for content in contents]

    def widths(level: float) -> list[float]:
        parts = zip(weights, wastes, needs, wants, strict=True)
        return [min(max(level * weight + waste, need), want) for weight, waste, need, want in parts]

    low, high = 0.0, 1.0
    while sum(widths(high)) < room - 0.01:
        high *= 2
    for _step in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths(middle)) < room else (low, middle)
    return widths(low)


def _squeezed(needs: Sequence[float], room: float) -> list[float]:
    """Widths when not all needs fit: the widest give way first."""
    low, high = 0.0, max(needs)
    for _step in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(need, middle) for need in needs) < room else (low, middle)
    return [min(need, low) for need in needs]


def _typical_lines(contents: Sequence[_Content], widths: Sequence[float], size: float) -> int:
    pairs = zip(contents, widths, strict=True)
    return max(ceil(content.typical * size / 1000 / (width - 2 * PADDING)) for content, width in pairs)
