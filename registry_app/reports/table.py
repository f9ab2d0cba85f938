"""Draws the table straight on the canvas: heading and column numbers on every page, the title of a group that goes on
there, rows kept whole where they fit.

A cell is wrapped and encoded once; equal cells of a column share the work.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from registry_app.domain.words import _

from .columns import PADDING, Fit
from .fonts import Style
from .page import Sheet
from .pen import Ink
from .spec import Align, Column
from .wrap import balanced, wrap

_ABOVE = 2.5  # points between a rule and the line below it, and between the last line and its rule
_KEPT = 4_096  # cells remembered a column
_TOGETHER = 2  # lines of a split row that stay together, above and below
_WRITTEN = 2  # lines of a row for handwriting: about 11 mm
_TITLE_SIZE = 13
_TITLE_GAP = 3.0  # points between a table's title and the table
_HEADING_PART = 0.4  # of a page: a taller heading is repeated by its numbers only
_GROUP_PART = 0.2  # of a page: a taller title of a group is not repeated


class Cell(NamedTuple):
    """A wrapped cell: its lines and the operators that show them."""

    lines: list[str]
    shown: str


class Row(NamedTuple):
    """A wrapped row: ``tall`` is the number of lines of its tallest cell."""

    cells: list[Cell]
    tall: int


class Table:
    """The table on its sheets. Nothing is drawn before it is known to fit, nothing is left out."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], fit: Fit, *, heading: str = "", lines: int = 1) -> None:
        self._sheet, self._columns, self._widths = sheet, columns, fit.widths
        self._least_lines = lines
        self._title = sheet.pen.ink(Style.BOLD, _TITLE_SIZE)
        self._titled = wrap(heading, self._title.words, self._title.limit(sheet.body.width)) if heading else []
        self._ink = sheet.pen.ink(Style.REGULAR, fit.size)
        self._bold = sheet.pen.ink(Style.BOLD, fit.size)
        self._edges = list(accumulate(fit.widths, initial=sheet.body.left))
        self._starts = [f"1 0 0 1 {edge + PADDING:.2f}" for edge in self._edges]
        self._known: list[dict[str, Cell]] = [{} for _column in columns]
        self._head = self._capitals([column.title for column in columns])
        self._numbers = self._capitals([f"({number})" for number in range(1, len(columns) + 1)], self._ink)
        self._operators: list[str] = []
        self._held = self._ink
        self._levels: list[float] = []
        self._uprights: list[tuple[float, float]] = []
        self._begun = False
        self._going_on = ""

    def row(self, values: Sequence[str]) -> Row:
        """``values`` wrapped to the columns."""
        cells = [
            known.get(value) or self._cell(index, value)
            for index, (known, value) in enumerate(zip(self._known, values, strict=True))
        ]
        return Row(cells, max([self._least_lines, *[len(cell.lines) for cell in cells]]))

    def blank(self) -> Row:
        """A row to be filled in by hand."""
        return Row(
            [self._known[index].get("") or self._cell(index, "") for index in range(len(self._columns))], _WRITTEN
        )

    def span(self, text: str) -> Row:
        """A row of one bold cell over all columns: a group's title, the total."""
        width, lines = self._sheet.body.width - 2 * PADDING, self._across(text)
        return Row([Cell(lines, self._bold.flow(lines, width, Align.LEFT))], len(lines))

    def note(self, text: str) -> Row:
        """A row that says in the middle why there are no others."""
        width = self._sheet.body.width - 2 * PADDING
        return Row([Cell([text], self._ink.flow([text], width, Align.CENTER))], 1)

    def height(self, *rows: Row) -> float:
        """How tall these rows are together."""
        return sum([row.tall for row in rows]) * self._ink.leading + 2 * _ABOVE * len(rows)

    def place(self, row: Row, after: float = 0.0, title: str = "", *, spans: bool = False) -> None:
        """Draw ``row``, under its group's title where it is the first of one, leaving ``after`` points free below.

        What fits a page is moved to the next one rather than split.
        """
        heads = [self.span(title)] if title else []
        block = self.height(*heads, row)
        if title:
            self._going_on = ""
        if not self._begun:
            self._begin(block + after)
        elif block + after > self._sheet.room and block + after <= self._fresh:
            self._turn()
        fits = block + after <= self._sheet.room
        if heads and not fits and self._sheet.room < self.height(*heads) + self._least:
            self._turn()
        for head in heads:
            self._sheet.mark(title)
            self._draw(head, self._bold, spans=True)
            self._going_on = self._continued(title)
        if fits:
            self._draw(row, self._ink, spans=spans)
        else:
            self._split(row, after)

    def total(self, row: Row) -> None:
        """Draw the total; ``place`` of the last row has left the room for it."""
        self._draw(row, self._bold, spans=True)

    def finish(self) -> None:
        """Put the page's rules and text on the sheet."""
        left, right = self._edges[0], self._edges[-1]
        rules = [(left, level, right, level) for level in dict.fromkeys(self._levels)]
        if self._levels:
            rules += [(edge, self._levels[0], edge, self._levels[-1]) for edge in (left, right)]
        rules += [(edge, top, edge, end) for top, end in self._joined() for edge in self._edges[1:-1]]
        if rules:
            self._sheet.pen.rules(rules)
        if self._operators:
            self._sheet.pen.operators(self._ink.block(self._operators))
        self._operators, self._levels, self._uprights = [], [], []
        self._held = self._ink

    def closing_room(self, title: str) -> float:
        """The most that may stand below the last row, of the group of that title, and still have a part of that row
        above it."""
        return self._fresh - self._least - self._room_of(self._continued(title) if title else "")

    @property
    def _least(self) -> float:
        return _TOGETHER * self._ink.leading + 2 * _ABOVE

    @property
    def _repeated(self) -> list[Row]:
        low = self.height(self._head) <= _HEADING_PART * self._sheet.full
        return [self._head, self._numbers] if low else [self._numbers]

    @property
    def _fresh(self) -> float:
        return self._sheet.full - self.height(*self._repeated) - self._room_of(self._going_on)

    def _continued(self, title: str) -> str:
        """What stands over the rows of a group that goes on overleaf."""
        text = _("{title} (continued)").format(title=title)
        return text if self._room_of(text) <= _GROUP_PART * self._sheet.full else ""

    def _room_of(self, spanning: str) -> float:
        """How tall a row of that text over all columns is, which is only set when it is drawn."""
        return self.height(Row([], len(self._across(spanning)))) if spanning else 0.0

    def _across(self, text: str) -> list[str]:
        return wrap(text, self._bold.words, self._bold.limit(self._sheet.body.width - 2 * PADDING))

    def _begin(self, block: float) -> None:
        """The first heading, on this page if what follows can stand under it here as well as on the next."""
        self._begun = True
        title = len(self._titled) * self._title.leading + _TITLE_GAP * bool(self._titled)
        heading = self.height(self._head, self._numbers) + title
        wanted = heading + (block if block <= self._fresh else self._least)
        if wanted > self._sheet.room and wanted <= self._sheet.full:
            self._sheet.turn()
        for line in self._titled:
            self._sheet.line(self._title, line, self._sheet.body)
        self._sheet.y -= _TITLE_GAP * bool(self._titled)
        if heading - title + self._least <= self._sheet.room:
            self._draw(self._head, self._bold)
        else:
            self._split(self._head, 0.0, self._bold)
        self._draw(self._numbers, self._ink)

    def _turn(self) -> None:
        self.finish()
        self._sheet.turn()
        for row in self._repeated:
            self._draw(row, self._bold if row is self._head else self._ink)
        if self._going_on:
            self._draw(self.span(self._going_on), self._bold, spans=True)

    def _cell(self, index: int, value: str) -> Cell:
        width = self._widths[index] - 2 * PADDING
        lines = wrap(value, self._ink.words, self._ink.limit(width))
        cell = Cell(lines, self._ink.flow(lines, width, self._columns[index].align))
        known = self._known[index]
        if len(known) >= _KEPT:
            known.clear()
        known[value] = cell
        return cell

    def _capitals(self, titles: Sequence[str], ink: Ink | None = None) -> Row:
        """A heading row: centred, and in the middle of the row's height."""
        chosen = ink or self._bold
        cells = []
        for title, width in zip(titles, self._widths, strict=True):
            room = width - 2 * PADDING
            lines = balanced(title, chosen.words, chosen.limit(room))
            cells.append(Cell(lines, chosen.flow(lines, room, Align.CENTER)))
        return Row(cells, max(len(cell.lines) for cell in cells))

    def _draw(self, row: Row, ink: Ink, *, spans: bool = False) -> None:
        top = self._sheet.y
        end = top - row.tall * self._ink.leading - 2 * _ABOVE
        if ink is not self._held:
            self._operators.append(ink.select)
            self._held = ink
        first = top - _ABOVE - 0.78 * self._ink.leading
        for start, cell in zip(self._starts, row.cells, strict=False):
            lower = (row.tall - len(cell.lines)) * self._ink.leading / 2 if row is self._head else 0.0
            self._operators.append(f"{start} {first - lower:.2f} Tm {cell.shown}")
        self._levels += (top, end)
        if not spans:
            self._uprights.append((top, end))
        self._sheet.y = end

    def _split(self, row: Row, after: float, ink: Ink | None = None) -> None:
        """Draw a row taller than the page, a page's worth of lines at a time; the last lines stay with ``after``."""
        done = 0
        while done < row.tall:
            left = row.tall - done
            fit = int((self._sheet.room - 2 * _ABOVE) / self._ink.leading)
            ends = left * self._ink.leading + 2 * _ABOVE + after <= self._sheet.room
            take = left if ends else min(fit, max(left - _TOGETHER, 1))
            if fit < min(_TOGETHER, left) or (left <= _TOGETHER and not ends):
                self._turn()
                continue
            self._draw(self._part(row, done, done + take, ink or self._ink), ink or self._ink)
            done += take
            if done < row.tall:
                self._turn()

    def _part(self, row: Row, start: int, stop: int, ink: Ink) -> Row:
        parts = [cell.lines[start:stop] for cell in row.cells]
        cells = [
            Cell(lines, ink.flow(lines, width - 2 * PADDING, column.align))
            for lines, width, column in zip(parts, self._widths, self._columns, strict=False)
        ]
        return Row(cells, stop - start)

    def _joined(self) -> list[tuple[float, float]]:
        """The stretches of the page where the inner uprights stand, neighbours made one."""
        joined: list[tuple[float, float]] = []
        for top, end in self._uprights:
            if joined and joined[-1][1] == top:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((top, end))
        return joined
