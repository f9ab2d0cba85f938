"""Figures as people write them."""

from datetime import date

import pytest

from registry_app.domain.kinds import BadValue
from registry_app.domain.result_text import FIGURE, kept, percent, read_figure, said, show

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1200", "1200"),
        ("1.616", "1616"),
        ("4,968", "4.968"),
        ("4,968 kg", "4.968"),
        ("7kg", "7"),
        ("trên 1.200", ">1200"),
        ("tren 1200 tin", ">1200"),
        ("hơn 450", ">450"),
        (">450", ">450"),
        ("450+", ">450"),
        ("1.200 trở lên", ">1200"),
        ("more than 1.200", ">1200"),
        ("gần 40 nghìn", "~40000"),
        ("~40000", "~40000"),
        ("khoảng 1,2 triệu", "~1200000"),
        ("40 nghìn lượt", "40000"),
        ("23/27", "23/27"),
        ("07/07", "7/7"),
        ("495 của 1.616", "495/1616"),
        ("trên 90%", ">90"),
        ("12 (?)", "?12"),
        ("0", "0"),
    ],
)
def test_a_figure_is_read_as_vietnamese_write_it(text: str, canonical: str) -> None:
    assert read_figure(text).canonical == canonical


@pytest.mark.parametrize("text", ["", "x", "3,61 kg 7", "1.2.3", "-5", "1/2/3", "hàng nghìn", "gần", "/", "5 6"])
def test_what_is_no_figure_is_told_and_not_guessed(text: str) -> None:
    with pytest.raises(BadValue, match=r"no figure|không phải"):
        read_figure(text)


def test_words_are_not_taken_for_the_beginning_of_other_words() -> None:
    with pytest.raises(BadValue):
        read_figure("hơn5 x 3")
    assert read_figure("gần 5").exactness == "nearly"


def test_the_unit_behind_a_figure_is_told_as_it_was_typed() -> None:
    assert read_figure("77 đối tượng").unit == "đối tượng"
    assert read_figure("90 %").percent
    assert read_figure("90%").percent
    assert said(">90", "%") == "trên 90%"


@pytest.mark.parametrize("text", ["1200", ">1200", "~40000", "23/27", "4.968", "?12", "0"])
def test_what_is_shown_is_read_back(text: str) -> None:
    assert read_figure(show(text)).canonical == text


def test_a_ratio_shows_its_share_with_one_decimal() -> None:
    assert percent("495/1616") == "30,6"
    assert percent("7/7") == "100"
    assert percent("1616") == ""
    assert percent("5/0") == ""


def test_less_than_all_is_never_shown_as_a_hundred_percent() -> None:
    assert percent("9999/10000") == "99,9"


def test_a_figure_that_cannot_be_read_stands_as_the_source_has_it() -> None:
    assert said("?“3,61 kg 7”", "kg") == "“3,61 kg 7”"
    assert said(">1200", "tin").endswith("1.200 tin")
    assert said("23/27", "vụ") == "23/27 vụ (85,2%)"


@pytest.mark.parametrize("text", ["trên 1.200", "1200", "7 kg", "7", "gần 2.000", "90%", "Trên 1200"])
def test_the_usual_way_of_writing_need_not_be_kept(text: str) -> None:
    assert kept(text, read_figure(text)) == ""


@pytest.mark.parametrize("text", ["hơn 450", ">450", "gần 40 nghìn", "07/07", "khoảng 5"])
def test_another_way_of_writing_is_kept(text: str) -> None:
    assert kept(text, read_figure(text)) == text


def test_what_was_understood_is_told_only_where_it_says_more() -> None:
    assert FIGURE.explained("gần 40 nghìn", TODAY).endswith("40.000")
    assert FIGURE.explained("97", TODAY) == ""
    assert FIGURE.explained("vô số", TODAY) == ""
