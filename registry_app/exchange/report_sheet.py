"""A paper as a worksheet (.xlsx): what stands above, tables with a heading that repeats in print, what stands below.

Every cell is text or a whole number that was declared one; nothing is ever taken for a formula.
"""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_000
"""Of a cell; Excel holds 32,767."""
FONT, SIZE = "Times New Roman", 12
NARROW, WIDE = 4, 60
PLAIN_COLUMNS, PLAIN_LETTERS = 8, 11.0
"""Of a sheet that has no table."""
LEADING, TALLEST = 15.6, 409
"""Points of a line, and of the tallest row that Excel has."""
A4 = 9
LEFT_PART = 0.42
"""Of the columns: the issuing body; the state's name stands over the rest."""
MARGINS = {"left": 1.18, "right": 0.59, "top": 0.79, "bottom": 0.79}
"""30, 15, 20 and 20 mm in inches (Decree 30/2020, Annex I)."""
TEXT = "text"
"""A paragraph of running text among the styles."""
HEADING = "heading"
"""How the row of column titles is called among the styles."""


class SheetColumn(Struct, frozen=True, kw_only=True):
    """A column: its title, width in letters, and "left", "center" or "right"."""

    title: str
    letters: float
    align: str = "left"


class SheetTable(Struct, frozen=True, kw_only=True):
    """A table below the paragraphs of its ``body``; without columns it is those alone. A row of one text, marked by its
    style, goes over all columns; others have a text for each."""

    columns: Sequence[SheetColumn]
    rows: Sequence[tuple[str, Sequence[str]]]
    """(style, texts): "row", "title" of a group, "total"."""
    heading: str = ""
    body: Sequence[str] = ()


class SheetPaper(Struct, frozen=True, kw_only=True):
    """A paper: a head of two columns, a (style, text) for the left and one for the right a line, lines above (style,
    text), facts (label, value), tables, lines below, a foot of two columns. ``tab`` is what its sheet is called, else
    ``name``; ``following`` are further papers, a sheet each."""

    name: str
    tab: str = ""
    head: Sequence[tuple[tuple[str, str], tuple[str, str]]] = ()
    above: Sequence[tuple[str, str]] = ()
    tables: Sequence[SheetTable] = ()
    facts: Sequence[tuple[str, str]] = ()
    below: Sequence[tuple[str, str]] = ()
    foot: Sequence[tuple[tuple[str, str], tuple[str, str]]] = ()
    following: Sequence["SheetPaper"] = ()
    landscape: bool = False
    author: str = ""


STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "bold": {"bold": True},
    "centre": {"align": "center"},
    "centre_wrapped": {"align": "center", "text_wrap": True},
    "centre_bold": {"align": "center", "bold": True, "text_wrap": True},
    "centre_italic": {"align": "center", "italic": True, "text_wrap": True},
    TEXT: {"text_wrap": True, "valign": "top"},
    HEADING: {"bold": True, "align": "center", "border": 1, "text_wrap": True},
    "title": {"bold": True, "border": 1, "text_wrap": True},
    "total": {"bold": True, "border": 1, "text_wrap": True},
    "left": {"border": 1, "text_wrap": True},
    "center": {"border": 1, "text_wrap": True, "align": "center"},
    "right": {"border": 1, "text_wrap": True, "align": "right"},
}


def workbook(paper: SheetPaper, progress: Callable[[int], bool] = lambda _done: True) -> bytes:
    """``paper`` as the bytes of an .xlsx; b"" when ``progress(rows done)`` says stop."""
    from xlsxwriter import Workbook as new_workbook  # noqa: N813 - not before a sheet is asked for

    stream = BytesIO()
    book = new_workbook(stream, {"in_memory": True, "constant_memory": False, "strings_to_formulas": False})
    book.set_properties({"title": paper.name[:255], "author": paper.author[:255]})
    usual = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter"}
    styles = {name: book.add_format({**usual, **style}) for name, style in STYLES.items()}
    named: set[str] = set()
    whole = True
    for one in (paper, *paper.following):
        tab = _sheet_name(one.tab or one.name, named)
        whole = whole and _Writer(book.add_worksheet(tab), styles, one).write(progress)
    book.close()
    return stream.getvalue() if whole else b""


class _Writer:
    """Writes row by row from the top."""

    def __init__(self, sheet: "Worksheet", styles: Mapping[str, Any], paper: SheetPaper) -> None:
        self._paper, self._sheet, self._styles = paper, sheet, styles
        first = next((table.columns for table in paper.tables if table.columns), ())
        self._letters = [min(max(column.letters, NARROW), WIDE) for column in first] or [PLAIN_LETTERS] * PLAIN_COLUMNS
        self._width = max(len(self._letters), *(len(table.columns) for table in paper.tables), 1)
        self._at = 0

    def write(self, progress: Callable[[int], bool]) -> bool:
        """Everything; False when it was stopped."""
        self._lay_out()
        for left, right in self._paper.head:
            self._halves(left, right)
        self._at += bool(self._paper.head)
        for style, text in self._paper.above:
            self._over_all(style, text)
        for label, value in self._paper.facts:
            self._halves(("bold", label), ("plain", value), split=max(1, self._width // 3))
        for table in self._paper.tables:
            self._at += 1
            if not self._table(table, progress, first=table is self._paper.tables[0]):
                return False
        self._at += 1
        for style, text in self._paper.below:
            self._over_all(style, text)
        for left, right in self._paper.foot:
            self._halves(left, right)
        return True

    def _lay_out(self) -> None:
        sheet = self._sheet
        sheet.set_paper(A4)
        if self._paper.landscape:
            sheet.set_landscape()
        sheet.set_margins(**MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.set_header("&C&P", {"margin": 0.4})
        sheet.set_start_page(1)
        sheet.hide_gridlines(2)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, letters in enumerate(self._letters):
            sheet.set_column(place, place, letters)

    def _over_all(self, style: str, text: str) -> None:
        if self._width > 1:
            self._sheet.merge_range(self._at, 0, self._at, self._width - 1, "", self._styles[style])
        self._sheet.write_string(self._at, 0, text[:MOST_LETTERS], self._styles[style])
        lines = ceil(len(text) / sum(self._letters)) if style == TEXT else 1
        self._sheet.set_row(self._at, min(max(lines, 1) * LEADING + 4, TALLEST))
        self._at += 1

    def _halves(self, left: tuple[str, str], right: tuple[str, str], split: int = 0) -> None:
        """A line of two texts: the first over the columns before ``split``, by default half of them."""
        middle = split or max(1, round(self._width * LEFT_PART))
        if left[0] == "centre_wrapped":
            lines = ceil(len(left[1]) / sum(self._letters[:middle]))
            self._sheet.set_row(self._at, max(lines, 1) * LEADING + 4)
        for start, end, (style, text) in ((0, middle - 1, left), (middle, max(middle, self._width - 1), right)):
            if end > start:
                self._sheet.merge_range(self._at, start, self._at, end, "", self._styles[style])
            self._sheet.write_string(self._at, start, text[:MOST_LETTERS], self._styles[style])
        self._at += 1

    def _table(self, table: SheetTable, progress: Callable[[int], bool], *, first: bool) -> bool:
        if table.heading:
            self._over_all("bold", table.heading)
        for text in table.body:
            self._over_all(TEXT, text)
        if not table.columns:
            return True
        for place, column in enumerate(table.columns):
            self._sheet.write_string(self._at, place, column.title, self._styles[HEADING])
            self._sheet.write_string(self._at + 1, place, f"({place + 1})", self._styles["center"])
        if first:
            self._sheet.repeat_rows(self._at, self._at + 1)
            self._sheet.freeze_panes(self._at + 2, 0)
        self._sheet.set_row(self._at, _height([column.title for column in table.columns], table.columns))
        self._at += 2
        aligns = [column.align for column in table.columns]
        for number, (style, texts) in enumerate(table.rows, 1):
            if style == "row":
                self._sheet.set_row(self._at, _height(texts, table.columns))
                for place, (text, align) in enumerate(zip(texts, aligns, strict=True)):
                    self._sheet.write_string(self._at, place, text[:MOST_LETTERS], self._styles[align])
                self._at += 1
            else:
                self._over_all(style, texts[0])
            if number % 200 == 0 and not progress(number):
                return False
        return True


def _height(texts: Sequence[str], columns: Sequence[SheetColumn]) -> float:
    """Points that a row of wrapped ``texts`` needs: not every program reckons it when it opens the file."""
    lines = max(
        sum(max(1, ceil(len(line) / max(column.letters - 1, 1))) for line in text.split("\n"))
        for text, column in zip(texts, columns, strict=True)
    )
    return min(lines * LEADING + 4, TALLEST)


def _sheet_name(name: str, named: set[str]) -> str:
    """``name`` as Excel takes it for a sheet: 31 letters, none of []:*?/\\, and not twice (``named`` are in use)."""
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in name)
    wanted = " ".join(plain.split())[:31].strip("'") or "Danh sách"
    found, number = wanted, 1
    while found.casefold() in named:
        number += 1
        found = f"{wanted[:26]} ({number})"
    named.add(found.casefold())
    return found
