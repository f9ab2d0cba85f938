"""Periods as people write them."""

from collections.abc import Iterator
from datetime import date

import pytest

from registry_app.domain import words
from registry_app.domain.kinds import BadValue
from registry_app.domain.period_text import PERIOD, before, canonical, read_period, show_period, span_of

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    yield
    words.use("vi")


@pytest.mark.parametrize(
    ("text", "begun", "over"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("năm 2020", "2020-01-01", "2020-12-31"),
        ("6 tháng đầu 2020", "2020-01-01", "2020-06-30"),
        ("6 tháng đầu năm 2020", "2020-01-01", "2020-06-30"),
        ("6 tháng cuối năm 2020", "2020-07-01", "2020-12-31"),
        ("nửa đầu năm 2020", "2020-01-01", "2020-06-30"),
        ("first half of 2020", "2020-01-01", "2020-06-30"),
        ("second half of 2020", "2020-07-01", "2020-12-31"),
        ("first 6 months of 2020", "2020-01-01", "2020-06-30"),
        ("9 tháng năm 2026", "2026-01-01", "2026-09-30"),
        ("Q1/2026", "2026-01-01", "2026-03-31"),
        ("quý IV năm 2025", "2025-10-01", "2025-12-31"),
        ("T3/2026", "2026-03-01", "2026-03-31"),
        ("03/2026", "2026-03-01", "2026-03-31"),
        ("01/2026 - 03/2026", "2026-01-01", "2026-03-31"),
        ("2013-2023", "2013-01-01", "2023-12-31"),
        ("giai đoạn 2013 – 2023", "2013-01-01", "2023-12-31"),
        ("từ năm 2012 đến năm 2022", "2012-01-01", "2022-12-31"),
        ("15/11/2025 - 14/11/2026", "2025-11-15", "2026-11-14"),
        ("15/11/2025-14/11/2026", "2025-11-15", "2026-11-14"),
        ("từ 15/11/2025 đến 14/11/2026", "2025-11-15", "2026-11-14"),
        ("05/03/2026", "2026-03-05", "2026-03-05"),
        ("năm nay", "2026-01-01", "2026-12-31"),
        ("quý này", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, begun: str, over: str) -> None:
    assert canonical(read_period(text, TODAY)) == f"{begun}/{over}"


@pytest.mark.parametrize(
    "text", ["", "abc", "năm 20", "tháng 13/2020", "Q5/2026", "0 tháng đầu 2020", "1/2 - 3/4 - 5/6"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(BadValue):
        read_period(text, TODAY)


def test_a_period_that_ends_before_it_begins_is_told_apart() -> None:
    with pytest.raises(BadValue, match=r"before it begins|trước khi bắt đầu"):
        read_period("2023-2013", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("2020", "6 tháng đầu 2020", "6 tháng cuối 2020", "Q3/2026", "03/2026", "2013-2023"),
        *("15/11/2025 - 14/11/2026", "9 tháng đầu năm 2026", "02/2026 - 05/2026", "11/2025 - 02/2026", "05/03/2026"),
    ],
)
def test_what_is_shown_is_read_back(text: str) -> None:
    span = read_period(text, TODAY)

    assert read_period(show_period(*span), TODAY) == span
    assert span_of(PERIOD.parse(text, TODAY)) == span


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("6 tháng đầu 2020", "first 6 months of 2020"),
        ("quý I/2026", "quarter I/2026"),
        ("năm 2020", "year 2020"),
    ],
)
def test_each_language_has_its_own_names_and_reads_the_other_s(text: str, english: str) -> None:
    span = read_period(text, TODAY)

    words.use("en")

    assert show_period(*span) == english
    assert read_period(english, TODAY) == read_period(text, TODAY) == span


def test_the_english_examples_of_a_period_are_english_and_can_be_typed() -> None:
    words.use("en")

    with pytest.raises(BadValue) as told:
        read_period("abc", TODAY)

    _said, examples = str(told.value).removesuffix(".").split("Write for example ")
    assert [canonical(read_period(one, TODAY)) for one in examples.split("; ")][1] == "2020-01-01/2020-06-30"
    assert examples.isascii()


def test_a_half_is_compared_with_that_of_the_year_before_and_then_with_the_half_before_it() -> None:
    found = before(date(2020, 1, 1), date(2020, 6, 30))

    assert [show_period(*span) for span in found] == [
        show_period(date(2019, 1, 1), date(2019, 6, 30)),
        show_period(date(2019, 7, 1), date(2019, 12, 31)),
    ]


def test_years_are_compared_with_as_many_years_before() -> None:
    assert before(date(2021, 1, 1), date(2021, 12, 31)) == ((date(2020, 1, 1), date(2020, 12, 31)),)
    assert before(date(2018, 1, 1), date(2022, 12, 31)) == ((date(2013, 1, 1), date(2017, 12, 31)),)


def test_a_february_is_compared_with_a_whole_february() -> None:
    assert before(date(2024, 2, 1), date(2024, 2, 29))[0] == (date(2023, 2, 1), date(2023, 2, 28))
    assert before(date(2025, 2, 1), date(2025, 2, 28))[0] == (date(2024, 2, 1), date(2024, 2, 29))


def test_days_are_compared_with_as_many_days_before_them() -> None:
    assert (date(2024, 11, 15), date(2025, 11, 14)) in before(date(2025, 11, 15), date(2026, 11, 14))
