"""Wishes as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.search import Order
from registry_app.domain.wish import POSTING, USUAL, Wish, from_text, to_text

WISH = Wish(
    columns=("name", "phone"),
    group="",
    order=(Order("name"), Order("born", descending=True)),
    numbering="group",
    subtotals=False,
    blank_lines=3,
    blank_at_end=True,
    title="Biểu",
    abstract="Tổ",
    criteria="",
    kind="appendix",
    copy=POSTING,
    as_of="2026-03-05",
    letterhead=False,
    signed=False,
    signer_name="Lê Văn B",
    recipients=("Lưu: VT",),
)


def test_a_wish_comes_back_as_it_was() -> None:
    assert from_text(to_text(WISH)) == WISH
    assert from_text(to_text(USUAL)) == USUAL


def test_what_is_as_usual_is_not_written() -> None:
    assert to_text(USUAL) == "{}"
    assert to_text(Wish(title="Biểu")) == '{"title": "Biểu"}'


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '"x"',
        '{"zork": 1}',
        '{"columns": "name"}',
        '{"blank_lines": "3"}',
        '{"blank_lines": true}',
        '{"order": 5}',
        '{"order": [5, {"field": 7}]}',
        '{"letterhead": 1}',
        '{"recipients": "VT"}',
        '{"group": 4}',
        '{"criteria": null}',
    ],
)
def test_what_has_the_wrong_form_is_as_usual(text: str) -> None:
    assert from_text(text) == USUAL


@given(st.builds(Wish, columns=st.tuples(st.text()), title=st.text(), blank_lines=st.integers(0, 99)))
def test_any_wish_comes_back(wish: Wish) -> None:
    assert from_text(to_text(wish)) == wish
