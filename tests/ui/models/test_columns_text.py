"""Columns kept for the next start come back; damage costs no more than what is damaged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.saved_view import ShownColumn
from registry_app.ui.models.columns_text import from_text, to_text


def test_columns_come_back_with_widths_and_whether_the_first_stays() -> None:
    columns = (ShownColumn(field="name", width=2550), ShownColumn(field="extra.số mắt"))

    assert from_text(to_text(columns, frozen=False)) == (columns, False)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"7", b'{"columns": 5}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_damaged_means_the_usual_columns(text: bytes) -> None:
    assert from_text(text) == ((), True)


def test_one_damaged_column_is_left_out_and_one_damaged_width_is_the_usual_one() -> None:
    text = json.dumps({"columns": [["name", -5], [7, 8], "code", ["type", "wide"], ["lead", 900]]}).encode()

    columns, _frozen = from_text(text)

    assert columns == (ShownColumn(field="name"), ShownColumn(field="type"), ShownColumn(field="lead", width=900))


@given(st.binary(max_size=300))
def test_no_bytes_at_all_are_an_error(text: bytes) -> None:
    from_text(text)
