"""Fills worksheets as somebody with Excel does."""

from pathlib import Path

from openpyxl import load_workbook

from registry_app.domain.worksheet import Worksheet
from registry_app.operations import worksheets
from registry_app.store.registry import Registry


def fill(path: Path, **by_row: dict[str, str]) -> None:
    """Type into rows of the file: ``row7={"grade": "Tốt"}``."""
    book = load_workbook(path)
    cells = book.worksheets[0]
    heads = next(line for line in cells.iter_rows() if line[0].value == "position")
    keys = {cell.value: cell.column for cell in heads}
    for line in range(heads[0].row + 2, cells.max_row + 1):
        for key, text in by_row.get(f"row{cells.cell(line, 1).value}", {}).items():
            cells.cell(line, keys[key]).value = text
    book.save(path)


def filled(registry: Registry, sheet: Worksheet, path: Path, **by_row: dict[str, str]) -> Path:
    """The worksheet as it comes back."""
    path.write_bytes(worksheets.book(registry, sheet))
    fill(path, **by_row)
    return path
