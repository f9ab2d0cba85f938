"""What is offered while a query is typed: keys and values without accents, nothing to those who type plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain import words
from registry_app.domain.query import parse
from registry_app.domain.query_offers import MOST, offers, taken

from .test_query import LISTS, TODAY


def texts(typed: str, cursor: int | None = None) -> list[str]:
    return [offer.text for offer in offers(typed, len(typed) if cursor is None else cursor, LISTS)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("lo", "loại:"),
        ("loại", "loại:"),
        ("-the", "thẻ:"),
        ("trang", "trạng-thái:"),
        ("stat", "trạng-thái:"),
        ("qua", "quá-hạn"),
        ("tổ 5 hạn", "hạn:"),
        ("so-mat", "số-mắt-camera:"),
        ("loai:cam", '"Camera an ninh"'),
        ("loai:an", '"Camera an ninh"'),
        ('loại:"tieng k', '"Tiếng kẻng an ninh"'),
        ("thẻ:", "mẫu"),
        ("lãnh-đạo:r", "rỗng"),
        ("hạn:thang", "tháng-này"),
        ("cap:xa", '"Cấp xã"'),
        ("co-bien-bao:", "Có"),
    ],
)
def test_what_may_be_meant_is_offered_without_accents(typed: str, wanted: str) -> None:
    assert wanted in texts(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "c",
        "camera",
        "tổ 5",
        "loại ",
        "22:30",
        '"lo',
        "foo:cam",
        "rà-soát<",
        "loại:camera ",
        "quá-hạn",
    ],
)
def test_plain_words_are_left_in_peace(typed: str) -> None:
    assert texts(typed) == []


def test_the_likeliest_comes_first_and_there_are_never_too_many() -> None:
    assert texts("địa-bàn:to")[:2] == ['"Tổ dân phố 5"', '"Tổ dân phố 50"']
    assert len(texts("hạn:")) <= MOST


def test_each_offer_says_what_it_means() -> None:
    assert all(offer.about for offer in offers("ch", 2, LISTS))


def test_the_word_at_the_cursor_counts_not_the_last_one() -> None:
    assert "loại:" in texts("lo camera", 2)
    assert texts("lo camera", 5) == []


def test_what_is_taken_stands_in_the_place_of_the_word_and_the_cursor_behind_it() -> None:
    text = "tổ loai:cam x"

    (offer,) = offers(text, 11, LISTS)

    assert taken(text, offer) == ('tổ loai:"Camera an ninh" x', 25)


def test_a_key_that_is_taken_waits_for_its_value() -> None:
    (offer,) = [one for one in offers("lo", 2, LISTS) if one.text == "loại:"]

    assert taken("lo", offer) == ("loại:", 5)


def test_keys_and_periods_are_offered_in_the_language_in_use() -> None:
    words.use("en")
    try:
        assert "type:" in texts("ty")
        assert "this-month" in texts("next-review:this")
        assert "overdue" in texts("over")
    finally:
        words.use("vi")


@given(st.text(alphabet='aoiựlctr:-"5 <', max_size=20), st.integers(0, 20))
def test_whatever_is_taken_can_be_read(text: str, cursor: int) -> None:
    for offer in offers(text, cursor, LISTS):
        whole, place = taken(text, offer)

        assert 0 <= place <= len(whole)
        if offer.whole and '"' not in text:
            start = len(whole) - len(text[offer.end :].lstrip()) if offer.end < len(text) else len(whole)
            query = parse(whole[:start], LISTS, TODAY)
            assert not [one for one in query.troubles if one.start >= offer.start]
