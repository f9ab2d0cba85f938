"""Form BM1 as a worksheet (.xlsx) with merged headings, ready to be sent on."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from registry_app.domain.force_form import DEPTH, Cell

from .report_sheet import A4, FONT, MARGINS

SIZE = 11
NUMBER_LETTERS, NAME_LETTERS, LETTERS = 5, 26, 7.5
HEADING_POINTS = (20, 34, 78)
STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "align": "center"},
    "italic": {"italic": True, "align": "center"},
    "note": {"italic": True, "align": "left", "text_wrap": True},
    "head": {"bold": True, "align": "center", "border": 1, "text_wrap": True},
    "cell": {"align": "center", "border": 1, "text_wrap": True},
    "total": {"bold": True, "align": "center", "border": 1},
}


def workbook(
    above: Sequence[str], headings: Sequence[Cell], rows: Sequence[Sequence[str]], total: Sequence[str], note: str
) -> bytes:
    """The form as the bytes of an .xlsx: lines ``above`` (the last in italics), the table, a ``note`` below."""
    from xlsxwriter import Workbook as new_workbook  # noqa: N813 - not before a sheet is asked for

    stream = BytesIO()
    book = new_workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    usual = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter"}
    styles = {name: book.add_format({**usual, **style}) for name, style in STYLES.items()}
    sheet = book.add_worksheet("BM1")
    last = len(total) - 1
    _set_page(sheet, last)
    for place, text in enumerate(above):
        sheet.merge_range(place, 0, place, last, text, styles["italic" if place == len(above) - 1 else "title"])
    top = len(above) + 1
    _write_headings(sheet, top, headings, styles["head"])
    at = top + DEPTH
    for column in range(last + 1):
        sheet.write_string(at, column, f"({column + 1})", styles["cell"])
    for row in rows:
        at += 1
        for column, text in enumerate(row):
            _write(sheet, at, column, text, styles["cell"])
    at += 1
    sheet.merge_range(at, 0, at, 1, total[0], styles["total"])
    for column, text in enumerate(total[2:], start=2):
        _write(sheet, at, column, text, styles["total"])
    if note:
        sheet.merge_range(at + 1, 0, at + 1, last, note, styles["note"])
    book.close()
    return stream.getvalue()


def _set_page(sheet: Any, last: int) -> None:
    """A4 lying, as wide as its columns up to ``last``."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(**MARGINS)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, NUMBER_LETTERS)
    sheet.set_column(1, 1, NAME_LETTERS)
    sheet.set_column(2, last, LETTERS)


def _write_headings(sheet: Any, top: int, headings: Sequence[Cell], style: Any) -> None:
    """The heading of several rows from the row ``top``; those over several cells are merged."""
    for place, points in enumerate(HEADING_POINTS):
        sheet.set_row(top + place, points)
    for cell in headings:
        box = (top + cell.top, cell.first, top + cell.bottom, cell.last)
        if (cell.top, cell.first) == (cell.bottom, cell.last):
            sheet.write_string(*box[:2], cell.text, style)
        else:
            sheet.merge_range(*box, cell.text, style)


def _write(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A figure as a number, that it can be added up; anything else as text."""
    plain = text.replace(".", "")
    if column > 1 and plain.isdecimal():
        sheet.write_number(row, column, int(plain), style)
    else:
        sheet.write_string(row, column, text, style)
