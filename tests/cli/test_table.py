"""A table in the terminal: aligned by what is seen, wrapped and never cut."""

from hypothesis import given
from hypothesis import strategies as st

from registry_app.cli.table import lines, wide

CELLS = st.lists(st.tuples(st.text("aộ漢👮\u0301 ", max_size=40), st.text("bđ ", max_size=20)), min_size=1, max_size=5)


def test_columns_stand_under_their_headings() -> None:
    assert lines([["Mã", "Tên"], ["CAM-1", "Tổ 5"], ["A", "漢字"]]) == [
        "Mã     Tên",
        "-----  ----",
        "CAM-1  Tổ 5",
        "A      漢字",
    ]


def test_combining_marks_take_no_room_and_wide_letters_two_columns() -> None:
    assert (wide("o\u0302\u0323"), wide("漢"), wide("👮"), wide("ộ")) == (1, 2, 2, 1)


@given(CELLS)
def test_a_narrow_terminal_wraps_and_loses_no_letter(cells: list[tuple[str, str]]) -> None:
    found = lines([["H", "K"], *cells], width=26)

    assert all(wide(line) <= 26 for line in found)
    letters = sorted("".join(first + second for first, second in cells).replace(" ", ""))
    assert sorted("".join(found[2:]).replace(" ", "")) == letters


def test_a_line_end_in_a_cell_stays_in_its_row() -> None:
    assert lines([["A"], ["một\nhai"]])[-1] == "một hai"
