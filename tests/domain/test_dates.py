"""Dates are read day first in every shape a ward writes, and never guessed."""

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.dates import NotADate, add_months, first_day, last_day, parse_date, show_date, spoken

TODAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
MONTHS = st.integers(min_value=-600, max_value=600)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("5/3/2026", "2026-03-05"),
        ("05-03-2026", "2026-03-05"),
        (" 05 / 3 / 2026 ", "2026-03-05"),
        ("5.3.26", "2026-03-05"),
        ("5.3.36", "2036-03-05"),
        ("5.3.37", "1937-03-05"),
        ("12/11/2026", "2026-11-12"),
        ("2026-03-05", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026-03-05T00:00:00", "2026-03-05"),
        ("2026-03-05 00:00:00", "2026-03-05"),
        ("03/2026", "2026-03"),
        ("3-2026", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("46086", "2026-03-05"),
        ("46086.0", "2026-03-05"),
        ("ngày 5 tháng 3 năm 2026", "2026-03-05"),
        ("Ngày 05 tháng 03, 2026", "2026-03-05"),
        ("ngày 5/3/2026", "2026-03-05"),
        ("tháng 3/2026", "2026-03"),
        ("Tháng 3 năm 2026", "2026-03"),
        ("năm 1968", "1968"),
        ("hôm nay", "2026-11-22"),
        ("29/02/2024", "2024-02-29"),
        ("20260305", "2026-03-05"),
        ("05032026", "2026-03-05"),
        ("20121999", "1999-12-20"),
        ("19122012", "2012-12-19"),
    ],
)
def test_a_date_is_read_as_it_is_written(typed: str, iso: str) -> None:
    assert parse_date(typed, today=TODAY) == iso


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31/02/2026", "31"),
        ("29/02/2025", "29"),
        ("0/3/2026", "0"),
        ("5/13/2026", "13"),
        ("13/2026", "13"),
        ("2026-00", "0"),
        ("5/3/1899", "1900"),
        ("2101", "2100"),
    ],
)
def test_an_impossible_date_is_refused_by_what_is_wrong_in_it(typed: str, why: str) -> None:
    with pytest.raises(NotADate) as refused:
        parse_date(typed, today=TODAY)

    assert why in str(refused.value).replace(typed, "")
    assert typed in str(refused.value)


@pytest.mark.parametrize("typed", ["", "5/3", "abc", "2013–2023", "5/3/202", "19999", "80001", "1e5", "đầu năm 2026"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        parse_date(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["3/2026", "2026"])
def test_a_whole_date_is_demanded_where_the_day_counts(typed: str) -> None:
    with pytest.raises(NotADate) as refused:
        parse_date(typed, partial=False, today=TODAY)

    assert typed in str(refused.value)
    assert "05/03/2026" in str(refused.value)


@given(
    DAYS,
    st.sampled_from(
        ["{0.day}/{0.month}/{0.year}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}", "ngày {0.day} tháng {0.month} năm {0.year}"]
    ),
)
def test_every_shape_of_a_day_is_that_day(day: date, shape: str) -> None:
    assert parse_date(shape.format(day), partial=False, today=TODAY) == day.isoformat()


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_what_is_shown_is_read_back(day: date, precision: int) -> None:
    iso = day.isoformat()[:precision]

    assert parse_date(show_date(iso), today=TODAY) == iso


@pytest.mark.parametrize(
    ("iso", "style", "shown"),
    [
        ("2026-03-05", "day_first", "05/03/2026"),
        ("2026-03", "day_first", "03/2026"),
        ("2026", "day_first", "2026"),
        ("2026-03", "iso", "2026-03"),
        ("", "day_first", ""),
        (None, "iso", ""),
    ],
)
def test_a_date_is_shown_as_precise_as_it_is(iso: str | None, style: Literal["day_first", "iso"], shown: str) -> None:
    assert show_date(iso, style=style) == shown


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_partial_date_covers_its_whole_period(iso: str, first: date, last: date) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)


@pytest.mark.parametrize(
    ("iso", "months", "anchor", "moved"),
    [
        ("2026-01-31", 1, None, "2026-02-28"),
        ("2026-02-28", 1, 31, "2026-03-31"),
        ("2026-02-28", 1, None, "2026-03-28"),
        ("2024-01-31", 1, 31, "2024-02-29"),
        ("2026-12-15", 1, None, "2027-01-15"),
        ("2026-01-15", -1, None, "2025-12-15"),
        ("2026-11", 3, 31, "2027-02"),
        ("2026", 12, None, "2027"),
        ("2026", 6, None, "2026-07"),
    ],
)
def test_months_are_counted_from_the_anchor_day(iso: str, months: int, anchor: int | None, moved: str) -> None:
    assert add_months(iso, months, anchor) == moved


@given(DAYS, MONTHS, MONTHS)
def test_two_steps_from_one_anchor_are_one_step(day: date, one: int, other: int) -> None:
    start = day.isoformat()

    assert add_months(add_months(start, one, day.day), other, day.day) == add_months(start, one + other, day.day)


@given(DAYS, st.integers(min_value=1, max_value=600))
def test_a_later_month_is_a_later_day(day: date, months: int) -> None:
    assert first_day(add_months(day.isoformat(), months)) >= day + timedelta(days=28)


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 2, 15), "ngày 15 tháng 02 năm 2026"),
        (date(2026, 12, 9), "ngày 09 tháng 12 năm 2026"),
    ],
)
def test_the_date_line_has_its_zeros_by_the_decree(day: date, line: str) -> None:
    assert spoken(day) == line
