"""A sheet of ``worksheet_book`` read back after people had it: rows may be sorted, deleted or added, formulas typed.

What is not an .xlsx, too large or damaged is told apart; nothing in it is ever run.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from msgspec import Struct

from registry_app.domain.cleaning import block
from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_

MOST_BYTES, MOST_UNZIPPED = 20_000_000, 100_000_000
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS = 10, 20_000, 500
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    EOFError,
)
"""What the reader raises for a file that was cut, changed or made by something odd."""


class FilledRow(Struct, frozen=True):
    """A row: where it stands in the sheet (from 1), its texts by column key, and the keys whose cells are formulas."""

    line: int
    texts: Mapping[str, str]
    formulas: frozenset[str]


class FilledBook(Struct, frozen=True):
    """What the sheet says: its ``mark`` ("" when it is gone), its rows that are not blank, the keys of its columns."""

    mark: str
    rows: tuple[FilledRow, ...]
    columns: frozenset[str] = frozenset()


def read(path: Path, mark: Callable[[str], bool], titles: Mapping[str, str]) -> FilledBook:
    """The sheet in ``path`` that bears a text which is a ``mark``; ``titles`` are the columns' keys by title, for when
    the hidden row with the keys was deleted. Raises RegistryError when the file cannot be read or has no such columns.
    """
    content = _content(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the reader tells what it does not draw: validation lists, colours
            return _read(content, path.name, mark, {fold(title): key for title, key in titles.items()})
    except DAMAGED as problem:
        raise RegistryError(N_("“{name}” is damaged and cannot be read as a worksheet."), name=path.name) from problem


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RegistryError(N_("“{name}” is too large for a worksheet."), name=path.name)
        content = path.read_bytes()
    except OSError as problem:
        known = N_("“{name}” cannot be read: {why}.")
        raise RegistryError(known, name=path.name, why=system_reason(problem, reads=True)) from None
    if content.startswith(OLD_EXCEL):
        text = N_("“{name}” has a password or is in the old Excel form (.xls). Save it as .xlsx without a password.")
        raise RegistryError(text, name=path.name)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise RegistryError(N_("“{name}” is not an Excel worksheet (.xlsx)."), name=path.name)
    return content


def _read(content: bytes, name: str, mark: Callable[[str], bool], titles: Mapping[str, str]) -> FilledBook:
    from openpyxl import load_workbook  # not before a sheet comes back

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNZIPPED:
            raise RegistryError(N_("“{name}” is too large for a worksheet."), name=name)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        for sheet in book.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()
            found = _sheet(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), mark, titles)
            if found is not None:
                return found
    finally:
        book.close()
    text = N_("“{name}” has no columns of a worksheet: the headings or the code were deleted.")
    raise RegistryError(text, name=name)


def _sheet(rows: Iterator[Any], mark: Callable[[str], bool], titles: Mapping[str, str]) -> FilledBook | None:
    """What the sheet says; None when no row of it names the columns."""
    marked, found = "", []
    keys: dict[int, str] = {}
    known = set(titles.values())
    for line, cells in enumerate(rows, start=1):
        texts = [_text(cell.value) for cell in cells]
        if marks := [text for text in texts if mark(text)]:
            marked = marked or marks[0]
            continue
        if named := _columns(texts, known, titles):
            keys = keys or named
            continue
        if keys and any(texts):
            formulas = frozenset(
                keys[place] for place, cell in enumerate(cells) if place in keys and cell.data_type == "f"
            )
            by_key = {key: texts[place] for place, key in keys.items() if place < len(texts)}
            found.append(FilledRow(line, by_key, formulas))
    return FilledBook(marked, tuple(found), frozenset(keys.values())) if keys else None


def _columns(texts: list[str], known: set[str], titles: Mapping[str, str]) -> dict[int, str]:
    """The key of each column where ``texts`` are the row of keys or of titles; empty for any other row."""
    named = {place: text for place, text in enumerate(texts) if text in known}
    titled = {place: titles[fold(text)] for place, text in enumerate(texts) if fold(text) in titles}
    best = max(named, titled, key=len)
    return best if len(best) > 2 else {}


def _text(value: object) -> str:
    """A cell as somebody would have typed it here."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, int | float):
        return re.sub(r"\.0$", "", repr(value)).replace(".", ",")
    return block(str(value)).strip()
