"""When sơ kết and tổng kết are due: by the ward's own days of the year, from the last one on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.office_days import OfficeDays
from registry_app.domain.summaries import Rule, reason, rules, state, summary, unasked
from registry_app.domain.ward import Ward

HALF_YEAR = Rule(kind="interim", days=("06-30",))
QUARTERS = Rule(kind="interim", days=("03-31", "06-30", "09-30"))
FORWARD = OfficeDays(off="forward")


@pytest.mark.parametrize(
    ("rule", "last_on", "start", "expected"),
    [
        (HALF_YEAR, "2026-07-05", None, "2027-06-30"),
        (HALF_YEAR, "2026-05-15", None, "2027-06-30"),
        (HALF_YEAR, "2025-07-01", None, "2026-06-30"),
        (HALF_YEAR, None, "2020", "2020-06-30"),
        (HALF_YEAR, None, "2026-05-01", "2027-06-30"),
        (HALF_YEAR, None, None, None),
        (QUARTERS, "2026-04-02", None, "2026-06-30"),
        (QUARTERS, "2026-09-30", None, "2027-03-31"),
        (Rule(kind="interim", days=("06-30",), since="2026-11-22"), None, "2003", "2027-06-30"),
        (Rule(kind="interim", days=("06-30",), since="2026-11-22"), "2019-06-30", "2003", "2027-06-30"),
        (Rule(kind="interim", days=("06-30",), since="2026-11-22"), None, None, "2027-06-30"),
        (Rule(kind="final", days=("02-29",)), "2027-02-28", None, "2028-02-29"),
        (Rule(kind="final", days=("02-29",)), "2028-03-01", None, "2029-02-28"),
    ],
)
def test_the_next_is_the_day_after_the_one_that_the_last_counts_for(
    rule: Rule, last_on: str | None, start: str | None, expected: str | None
) -> None:
    assert summary(rule, last_on=last_on, start=start).next_on == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([HALF_YEAR, QUARTERS]))
def test_a_summary_held_on_its_day_asks_for_the_following_one(day: date, rule: Rule) -> None:
    held = summary(rule, last_on=None, start=day.isoformat()).planned or ""

    following = summary(rule, last_on=held, start=day.isoformat()).planned or ""

    assert held < following
    assert following[5:] in rule.days
    assert int(following[:4]) - int(held[:4]) <= 1


def test_it_moves_off_days_without_work_and_says_so() -> None:
    rule = Rule(kind="final", days=("12-15",))
    found = summary(rule, last_on="2028-12-14", start=None, days=FORWARD)

    assert (found.planned, found.next_on, found.due_day) == ("2029-12-15", "2029-12-17", "2029-12-17")
    assert reason(rule, found, FORWARD) == (
        "Tổng kết: hạn 17/12/2029 – hằng năm trước ngày 15/12, lần gần nhất 14/12/2028; "
        "15/12/2029 là Thứ Bảy, dời sang 17/12/2029"
    )


def test_without_a_date_to_count_from_that_is_said() -> None:
    found = summary(HALF_YEAR, last_on=None, start=None)

    assert found.due_day is None
    assert reason(HALF_YEAR, found) == "Sơ kết: hằng năm trước ngày 30/06, nhưng chưa có ngày để tính"


def test_kinds_without_a_day_are_not_asked_for() -> None:
    ward = Ward(summary_days=(("interim", "09-30"), ("interim", "03-31")), summary_since="2026-01-01")

    assert rules(ward) == (Rule(kind="interim", days=("03-31", "09-30"), since="2026-01-01"),)
    assert unasked(ward) == {"final"}
    assert rules(Ward()) == ()


@pytest.mark.parametrize(
    ("due_day", "expected"),
    [
        (None, "none"),
        ("2026-11-21", "overdue"),
        ("2026-11-22", "soon"),
        ("2026-12-22", "soon"),
        ("2026-12-23", "later"),
    ],
)
def test_its_state_has_the_words_of_a_review(due_day: str | None, expected: str) -> None:
    assert state(due_day, date(2026, 11, 22), 30) == expected
