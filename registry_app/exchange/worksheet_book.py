"""A sheet to be filled in and read back (.xlsx): locked rows, open cells with lists to choose from, and a mark by which
it is known again.

Every cell is text: what is typed as a day stays as it was typed, whatever country the computer is set to.
"""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_000
"""Of a cell; Excel holds 32,767."""
FONT, SIZE = "Times New Roman", 12
LEADING, TALLEST = 15.6, 409
A4 = 9
LOCKED, OPEN = "#EFEFEF", "#FFFFFF"
USUAL = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "text_wrap": True, "num_format": "@"}


class EntryColumn(Struct, frozen=True, kw_only=True):
    """A column: ``key`` by which it is read back, title, width in letters; ``entry``: it is filled in, from ``choices``
    where there are any."""

    key: str
    title: str
    letters: float
    align: str = "left"
    entry: bool = False
    choices: tuple[str, ...] = ()


class EntryForm(Struct, frozen=True, kw_only=True):
    """The sheet: ``mark`` says which it is, ``above`` are (style, text) lines: title, bold, plain."""

    name: str
    mark: str
    above: Sequence[tuple[str, str]]
    columns: Sequence[EntryColumn]
    rows: Sequence[Sequence[str]]
    refused: str = ""
    """What Excel says when something else than a choice is typed."""
    author: str = ""


def book(form: EntryForm) -> bytes:
    """``form`` as the bytes of an .xlsx."""
    from xlsxwriter import Workbook as new_workbook  # noqa: N813 - not before a sheet is asked for

    stream = BytesIO()
    made = new_workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made.set_properties({"title": form.name[:255], "author": form.author[:255]})
    _Writer(made, form).write()
    made.close()
    return stream.getvalue()


class _Writer:
    """Writes row by row from the top; the first row, and the one above the headings, are hidden and say which sheet and
    which columns these are."""

    def __init__(self, made: "Workbook", form: EntryForm) -> None:
        self._form = form
        self._sheet: Worksheet = made.add_worksheet("Phiếu rà soát")
        self._lists: Worksheet = made.add_worksheet("Danh mục")
        self._last = max(len(form.columns) - 1, 1)
        styles: dict[str, dict[str, Any]] = {
            "title": {"bold": True, "align": "center", "font_size": SIZE + 2},
            "bold": {"bold": True},
            "plain": {},
            "heading": {"bold": True, "border": 1, "align": "center", "bg_color": LOCKED},
            "mark": {"font_size": SIZE - 4, "font_color": "#555555", "text_wrap": False},
        }
        self._styles = {name: made.add_format({**USUAL, **style}) for name, style in styles.items()}
        self._cells: list[Format] = [
            made.add_format(
                {
                    **USUAL,
                    "border": 1,
                    "align": column.align,
                    "bg_color": OPEN if column.entry else LOCKED,
                    "locked": not column.entry,
                }
            )
            for column in form.columns
        ]

    def write(self) -> None:
        """Everything."""
        sheet, form = self._sheet, self._form
        self._lay_out()
        sheet.write_string(0, 0, form.mark)
        sheet.set_row(0, None, None, {"hidden": True})
        at = 1
        for style, text in form.above:
            sheet.merge_range(at, 0, at, self._last, "", self._styles[style])
            sheet.write_string(at, 0, text[:MOST_LETTERS], self._styles[style])
            at += 1
        for place, column in enumerate(form.columns):
            sheet.write_string(at, place, column.key)
            sheet.write_string(at + 1, place, column.title, self._styles["heading"])
        sheet.set_row(at, None, None, {"hidden": True})
        sheet.repeat_rows(at + 1)
        sheet.freeze_panes(at + 2, 3)
        self._rows(at + 2)
        end = at + 2 + len(form.rows)
        sheet.write_string(end + 1, 0, form.mark, self._styles["mark"])
        self._choices(at + 2, end - 1)
        sheet.print_area(1, 0, end + 1, self._last)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})

    def _rows(self, first: int) -> None:
        for number, texts in enumerate(self._form.rows):
            self._sheet.set_row(first + number, _height(texts, self._form.columns))
            for place, (text, style) in enumerate(zip(texts, self._cells, strict=True)):
                self._sheet.write_string(first + number, place, text[:MOST_LETTERS], style)

    def _choices(self, first: int, last: int) -> None:
        """Lists to choose from stand in a hidden sheet: typed into the rule itself a comma would part them."""
        for place, column in enumerate(self._form.columns):
            if not column.choices:
                continue
            for number, choice in enumerate(column.choices):
                self._lists.write_string(number, place, choice)
            letter = _letter(place)
            self._sheet.data_validation(
                first,
                place,
                last,
                place,
                {
                    "validate": "list",
                    "source": f"='Danh mục'!${letter}$1:${letter}${len(column.choices)}",
                    "error_title": self._form.name[:32],
                    "error_message": self._form.refused[:255],
                },
            )
        self._lists.hide()

    def _lay_out(self) -> None:
        sheet = self._sheet
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.79, right=0.59, top=0.79, bottom=0.79)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&R&P/&N")
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(self._form.columns):
            sheet.set_column(place, place, column.letters)


def _letter(place: int) -> str:
    """The letters of a column counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _height(texts: Sequence[str], columns: Sequence[EntryColumn]) -> float:
    lines = max(
        sum(max(1, ceil(len(line) / max(column.letters - 1, 1))) for line in text.split("\n"))
        for text, column in zip(texts, columns, strict=True)
    )
    return min(max(lines, 2) * LEADING + 4, TALLEST)
