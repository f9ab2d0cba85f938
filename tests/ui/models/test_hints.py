"""Every view that can be empty says so in its own words, and counts are grouped as people write them."""

import pytest

from registry_app.domain.counting import Tally
from registry_app.domain.search import VIEWS, Search
from registry_app.ui.models.hints import count_line, empty_hint


@pytest.mark.parametrize("view", [option.key for option in VIEWS])
def test_an_empty_view_says_why(view: str) -> None:
    others = {empty_hint(Search(view=option.key)) for option in VIEWS if option.key != view}

    assert empty_hint(Search(view=view)) not in others


def test_words_that_nothing_holds_are_named_with_what_to_do() -> None:
    said = empty_hint(Search(words=" kẻng "))

    assert "“kẻng”" in said
    assert "Esc" in said


def test_a_large_list_is_not_counted_by_kind() -> None:
    assert count_line(98765, 100000, "") == "Đang hiện 98.765/100.000"


def test_a_small_list_says_of_what_it_is() -> None:
    counted = Tally(rows=12, models=9, themes=3, statutory=0)

    assert count_line(12, 168, str(counted)) == "Đang hiện 12/168  ·  9 mô hình, 3 chuyên đề"
