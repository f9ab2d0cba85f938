"""CSV that Excel opens with the right letters and that never runs as a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.exchange.csv_text import safe, text

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def test_every_cell_is_quoted_after_a_byte_order_mark() -> None:
    assert text([["Mã", 'nói "chào"'], ["", "a\nb"]]) == '\ufeff"Mã","nói ""chào"""\r\n"","a\nb"\r\n'


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"])
def test_what_a_worksheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["+84 912 345 678", "+84912345678", "(024) 3825 1234", "0912.345.678", "a=b", "12", ""]
)
def test_phone_numbers_and_harmless_cells_stay(cell: str) -> None:
    assert safe(cell) == cell


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1))
def test_cells_read_back_as_they_were_but_for_the_apostrophe(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(text(rows).removeprefix("\ufeff"), newline=""), strict=True))

    assert read == [[safe(cell) for cell in row] for row in rows]
