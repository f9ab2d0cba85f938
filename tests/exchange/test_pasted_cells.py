"""Cells from the clipboard come back as they stood in the sheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.exchange.pasted_cells import cells

CELLS = st.text(st.sampled_from('aĐế\u00a0 "\t\n\r1.,') | st.characters(), max_size=12)
TABLES = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))


def written(table: list[list[str]]) -> str:
    """As sheets write it: quotes around what holds a tab, a line end or a quote."""
    stream = io.StringIO(newline="")
    csv.writer(stream, dialect="excel-tab", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL).writerows(table)
    return stream.getvalue()


@given(TABLES, st.sampled_from(["\r\n", "\n"]))
def test_what_is_written_as_a_sheet_writes_it_comes_back(table: list[list[str]], line_end: str) -> None:
    quoted = "".join("\t".join(f'"{cell.replace(chr(34), 2 * chr(34))}"' for cell in row) + line_end for row in table)

    assert cells(written(table)) == table
    assert cells(quoted) == table


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\r\n", [["a"]]),
        ("a\tb\rc\t", [["a", "b"], ["c", ""]]),
        ("\t\n", [["", ""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"Tổ ""5"""', [['Tổ "5"']]),
        ('"hai\ndòng"\tb', [["hai\ndòng", "b"]]),
    ],
)
def test_tabs_part_cells_and_line_ends_part_rows(text: str, rows: list[list[str]]) -> None:
    assert cells(text) == rows


@pytest.mark.parametrize("cell", ['"', '"Chợ" Long Sơn', 'ống 5"', '"mở mà không đóng'])
def test_a_quote_that_closes_nowhere_is_a_quote(cell: str) -> None:
    assert cells(f"{cell}\tb\nc\td") == [[cell, "b"], ["c", "d"]]
