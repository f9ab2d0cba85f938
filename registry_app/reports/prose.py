"""Running text of a paper by Decree 30/2020 (Annex I, II.6): upright 14, justified, the first line of a paragraph
indented; whom the paper is addressed to stands above it."""

from collections.abc import Iterator, Sequence

from .fonts import Style
from .page import Box, Sheet
from .pen import Ink
from .wrap import wrap

ADDRESSED = "Kính gửi:"
SIZE = 14
SPACING = 1.25
INDENT = 36.0
"""Points: 1,27 cm."""
APART = 6.0
"""Points between two paragraphs."""
HEADING_SIZE = 14
_TOGETHER = 2  # lines of a paragraph that stay together, above and below
_GAP = 8.0  # points below the text


def address(sheet: Sheet, addressee: str) -> None:
    """Whom the paper goes to, in the middle; several are listed below each other."""
    lines = addressed(addressee)
    if not lines:
        return
    ink = sheet.pen.ink(Style.REGULAR, SIZE, SPACING)
    sheet.y -= 2
    if len(lines) == 1:
        sheet.centred(ink, f"{ADDRESSED} {lines[0]}", sheet.body)
    else:
        _listed(sheet, ink, lines)
    sheet.y -= _GAP


def addressed(addressee: str) -> list[str]:
    """The addressees as the decree ends them: one with a full stop, of several each with a dash before it."""
    names = [line.strip().removeprefix("-").strip().rstrip(";.") for line in addressee.split("\n")]
    names = [name for name in names if name]
    if len(names) < 2:
        return [f"{name}." for name in names]
    return [f"- {name};" for name in names[:-1]] + [f"- {names[-1]}."]


def _listed(sheet: Sheet, ink: Ink, lines: Sequence[str]) -> None:
    beside = ink.width(f"{ADDRESSED} ")
    widest = min(max(map(ink.width, lines)), sheet.body.width - beside)
    left = sheet.body.middle - (beside + widest) / 2
    sheet.line(ink, ADDRESSED, Box(left=left, width=beside))
    for line in lines:
        for one in wrap(line, ink.words, ink.limit(widest + 0.1)):
            sheet.line(ink, one, Box(left=left + beside, width=widest))


def draw(sheet: Sheet, texts: Sequence[str], after: float = 0.0) -> None:
    """Set paragraphs from the sheet's ``y`` down, over pages if need be; ``after`` points stay free below the last,
    whose last lines go overleaf with what stands there."""
    texts = [text for text in texts if text.strip()]
    ink = sheet.pen.ink(Style.REGULAR, SIZE, SPACING)
    for number, text in enumerate(texts, 1):
        lines = _lines(text, ink, sheet.body.width)
        for block in _blocks(lines):
            ends = block[-1] is lines[-1]
            wanted = len(block) * ink.leading + (after + _GAP if ends and number == len(texts) else 0.0)
            if wanted > sheet.room and wanted <= sheet.full:
                sheet.turn()
            for line in block:
                _write(sheet, ink, line)
        sheet.y -= APART if number < len(texts) else _GAP


def head(sheet: Sheet, heading: str) -> None:
    """The heading of a part that begins with running text; it stays with the first lines."""
    if not heading:
        return
    ink, below = sheet.pen.ink(Style.BOLD, HEADING_SIZE), sheet.pen.ink(Style.REGULAR, SIZE, SPACING)
    lines = wrap(heading, ink.words, ink.limit(sheet.body.width))
    if sheet.room < len(lines) * ink.leading + _TOGETHER * below.leading:
        sheet.turn()
    for line in lines:
        sheet.line(ink, line, sheet.body)
    sheet.y -= APART


class _Line:
    """A line of a paragraph, how far it is indented, and whether it is its last, which is not spread."""

    def __init__(self, text: str, *, indent: float, last: bool) -> None:
        self.text, self.indent, self.last = text, indent, last


def _lines(text: str, ink: Ink, width: float) -> list[_Line]:
    plain = " ".join(text.split())
    first = wrap(plain, ink.words, ink.limit(width - INDENT))[0]
    rest = plain[len(first) :].strip()
    others = wrap(rest, ink.words, ink.limit(width)) if rest else []
    found = [_Line(first, indent=INDENT, last=not others)]
    return found + [_Line(line, indent=0.0, last=number == len(others)) for number, line in enumerate(others, 1)]


def _blocks(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    """Lines that stay on one page: the first two, the last two, each between them."""
    if len(lines) < 2 * _TOGETHER:
        yield lines
        return
    yield lines[:_TOGETHER]
    for place in range(_TOGETHER, len(lines) - _TOGETHER):
        yield lines[place : place + 1]
    yield lines[-_TOGETHER:]


def _write(sheet: Sheet, ink: Ink, line: _Line) -> None:
    if sheet.room < ink.leading:
        sheet.turn()
    gaps = line.text.count(" ")
    left = sheet.body.width - line.indent - ink.width(line.text)
    spread = left / gaps if gaps and not line.last else 0.0
    sheet.pen.write(ink, sheet.body.left + line.indent, sheet.y - sheet.drop(ink), line.text, spread=spread)
    sheet.y -= ink.leading
