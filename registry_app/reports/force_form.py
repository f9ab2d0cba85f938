"""Form BM1 on paper: one lying sheet, merged headings, a row a ward and the total, drawn straight on the canvas."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from registry_app.domain.force_form import DEPTH, Cell

from . import paper
from .closing import Closing
from .fonts import Style
from .heading import head
from .page import MM, Sheet
from .pen import Ink, Pen
from .spec import Report
from .wrap import wrap

SMALL, SIZE = 7.5, 9.0
ABOVE, BESIDE = 2.5, 1.2
NUMBER_WIDTH, NAME_WIDTH = 8 * MM, 25 * MM
NOTE_SIZE = 11


class ForceForm(Struct, frozen=True, kw_only=True):
    """The form as texts: ``frame`` is what surrounds it, ``headings`` in their places, ``rows`` and ``total`` a text a
    column, ``note`` what stands below."""

    frame: Report
    headings: Sequence[Cell]
    rows: Sequence[Sequence[str]]
    total: Sequence[str]
    note: str = ""


def pdf(form: ForceForm, *, compress: bool = True) -> bytes:
    """``form`` as a PDF 1.4."""
    return paper.drawn(form.frame, lambda pen, sheet: _draw(form, pen, sheet), compress=compress)


def _draw(form: ForceForm, pen: Pen, sheet: Sheet) -> None:
    head(sheet, form.frame)
    _Grid(pen, sheet, len(form.total)).draw(form)
    if form.note:
        ink = pen.ink(Style.ITALIC, NOTE_SIZE)
        sheet.y -= ABOVE
        for line in wrap(form.note, ink.words, ink.limit(sheet.body.width)):
            sheet.line(ink, line, sheet.body)
    closing = Closing(form.frame, pen, sheet.body)
    if sheet.room < closing.height <= sheet.full:
        sheet.turn()
    closing.draw(sheet)


class _Grid:
    """The table: number and name have their widths, all other columns share the rest."""

    def __init__(self, pen: Pen, sheet: Sheet, count: int) -> None:
        self._pen, self._sheet = pen, sheet
        rest = (sheet.body.width - NUMBER_WIDTH - NAME_WIDTH) / (count - 2)
        widths = (NUMBER_WIDTH, NAME_WIDTH, *[rest] * (count - 2))
        self._edges = list(accumulate(widths, initial=sheet.body.left))
        self._small, self._bold = pen.ink(Style.REGULAR, SMALL), pen.ink(Style.BOLD, SMALL)
        self._plain, self._strong = pen.ink(Style.REGULAR, SIZE), pen.ink(Style.BOLD, SIZE)

    def draw(self, form: ForceForm) -> None:
        """The headings, a row of column numbers, the rows, the total."""
        self._heading(form.headings)
        self._row([f"({number})" for number in range(1, len(form.total) + 1)], self._small)
        for row in form.rows:
            self._row(row, self._plain)
        self._row(form.total, self._strong, joined=2)

    def _heading(self, cells: Sequence[Cell]) -> None:
        """Every heading in the middle of its box; a heading row is as high as what stands in it alone needs."""
        heights = [0.0] * DEPTH
        for cell in sorted(cells, key=lambda one: one.bottom - one.top):
            lacking = self._height(cell) - sum(heights[cell.top : cell.bottom + 1])
            heights[cell.bottom] += max(lacking, 0.0)
        levels = [self._sheet.y - below for below in accumulate(heights, initial=0.0)]
        for cell in cells:
            left, right = self._edges[cell.first], self._edges[cell.last + 1]
            self._box(self._lines(cell), self._bold, left, right, levels[cell.top], levels[cell.bottom + 1])
        self._sheet.y = levels[-1]

    def _row(self, texts: Sequence[str], ink: Ink, *, joined: int = 0) -> None:
        """A row of texts in the middle of their columns; the first ``joined`` columns are one."""
        starts = [0, *range(max(joined, 1), len(texts))]
        boxes = []
        for place, following in zip(starts, [*starts[1:], len(texts)], strict=True):
            left, right = self._edges[place], self._edges[following]
            lines = wrap(texts[place], ink.words, ink.limit(right - left - 2 * BESIDE))
            boxes.append((lines, left, right))
        end = self._sheet.y - max(len(lines) for lines, _left, _right in boxes) * ink.leading - 2 * ABOVE
        for lines, left, right in boxes:
            self._box(lines, ink, left, right, self._sheet.y, end)
        self._sheet.y = end

    def _lines(self, cell: Cell) -> list[str]:
        width = self._edges[cell.last + 1] - self._edges[cell.first] - 2 * BESIDE
        return wrap(cell.text, self._bold.words, self._bold.limit(width))

    def _height(self, cell: Cell) -> float:
        return len(self._lines(cell)) * self._bold.leading + 2 * ABOVE

    def _box(self, lines: Sequence[str], ink: Ink, left: float, right: float, top: float, end: float) -> None:
        self._pen.frame(left, end, right - left, top - end)
        y = (top + end + len(lines) * ink.leading) / 2
        for line in lines:
            self._pen.write(ink, (left + right - ink.width(line)) / 2, y - Sheet.drop(ink), line)
            y -= ink.leading
