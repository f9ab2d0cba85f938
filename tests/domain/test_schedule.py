"""The next review's date, its state and the sentence behind it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.office_days import OfficeDays
from registry_app.domain.schedule import Facts, due, due_day, is_scheduled, next_review, planned, reason
from registry_app.domain.search import Moment

TODAY = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(founded_on="2026-01-31", interval=1), "2026-02-28"),
        (Facts(founded_on="2026-01-31", last_review="2026-02-28", first_review="2026-02-28", interval=1), "2026-03-31"),
        (Facts(founded_on="2026-01-31", interval=2), "2026-03-31"),
        (Facts(founded_on="2024-02-29", interval=12), "2025-02-28"),
        (Facts(founded_on="2019", interval=12), "2020"),
        (Facts(founded_on="2019", interval=6), "2019-07"),
        (Facts(founded_on="2019-03", interval=12), "2020-03"),
        (Facts(launched_on="2025-05-20", interval=6), "2025-11-20"),
        (Facts(last_review="2026-03-05", first_review="2025-01-31", interval=12), "2027-03-31"),
        (Facts(review_on="2027-04", founded_on="2020-01-01", interval=6), "2027-04"),
    ],
)
def test_the_next_review_is_the_own_date_else_the_start_plus_the_interval_on_the_anchor_day(
    facts: Facts, expected: str
) -> None:
    assert next_review(facts) == expected


@pytest.mark.parametrize(
    "facts",
    [Facts(), Facts(interval=6), Facts(founded_on="2020-01-01"), Facts(founded_on="2020-01-01", interval=0)],
)
def test_nothing_blank_ever_becomes_a_date(facts: Facts) -> None:
    assert next_review(facts) is None


def test_a_model_is_scheduled_by_an_interval_or_an_own_date_only() -> None:
    assert is_scheduled(Facts(interval=6))
    assert is_scheduled(Facts(review_on="2027"))
    assert not is_scheduled(Facts(founded_on="2020-01-01", interval=0))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_reviews_held_on_time_keep_to_the_founding_day_for_ever(founded: date, interval: int) -> None:
    day = founded.isoformat()
    for _round in range(5):
        day = (
            next_review(Facts(founded_on=founded.isoformat(), last_review=day, first_review=day, interval=interval))
            or ""
        )
        following = date.fromisoformat(day)
        assert following.day == founded.day or (following.day < founded.day and (following.month in (2, 4, 6, 9, 11)))
        if following.year > 2090:
            break


@pytest.mark.parametrize(
    ("next_on", "expected"),
    [
        ("2026-11-14", "overdue"),
        ("2026-11-15", "soon"),
        ("2026-12-15", "soon"),
        ("2026-12-16", "later"),
        ("2026-11", "soon"),
        ("2026-10", "overdue"),
        ("2026", "later"),
        ("2025", "overdue"),
        (None, "later"),
    ],
)
def test_a_due_day_counts_to_its_last_day_and_both_ends_of_soon_are_in(next_on: str | None, expected: str) -> None:
    state = due(
        status_kind="active",
        trashed=False,
        scheduled=True,
        next_on=next_on,
        reviewed=True,
        at=Moment(TODAY, within=30),
    )

    assert state == expected


@pytest.mark.parametrize(
    ("status_kind", "trashed", "scheduled"),
    [("ended", False, True), ("paused", False, True), ("active", True, True), ("active", False, False)],
)
def test_what_takes_no_reviews_is_never_overdue(status_kind: str, trashed: bool, scheduled: bool) -> None:
    state = due(
        status_kind=status_kind,
        trashed=trashed,
        scheduled=scheduled,
        next_on="2020-01-01",
        reviewed=False,
        at=Moment(TODAY),
    )

    assert state == "none"


def test_a_model_that_was_never_reviewed_is_said_so_only_while_it_is_not_due() -> None:
    def state(next_on: str | None) -> str:
        at = Moment(TODAY)
        return due(status_kind="active", trashed=False, scheduled=True, next_on=next_on, reviewed=False, at=at)

    assert [state("2026-01-01"), state("2026-12-01"), state("2027-06-01"), state(None)] == [
        "overdue",
        "soon",
        "never_reviewed",
        "never_reviewed",
    ]


def test_the_last_day_of_the_period_is_the_due_day() -> None:
    assert [due_day("2028"), due_day("2028-02"), due_day("2028-02-05"), due_day(None)] == [
        "2028-12-31",
        "2028-02-29",
        "2028-02-05",
        None,
    ]


def test_the_rule_behind_a_date_reads_as_a_sentence() -> None:
    facts = Facts(last_review="2026-03-05", founded_on="2020-01-05", interval=12)

    assert reason(facts) == "12 tháng sau lần rà soát 05/03/2026"


FORWARD = OfficeDays(off="forward", holidays={"2027-02-01": "Nghỉ Tết"})


def test_a_due_date_moves_off_days_without_work_and_the_sentence_says_so() -> None:
    facts = Facts(founded_on="2020-01-31", last_review="2026-01-31", interval=12)

    assert next_review(facts, FORWARD) == "2027-02-02"
    assert reason(facts, FORWARD) == (
        "12 tháng sau lần rà soát 31/01/2026; 31/01/2027 là Chủ nhật, dời sang 02/02/2027"
    )


def test_a_due_date_by_the_month_has_the_whole_month() -> None:
    facts = Facts(last_review="2026-03-05", interval=12)

    assert next_review(facts, OfficeDays(by="month", off="back")) == "2027-03"
    assert due_day("2027-03") == "2027-03-31"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(founded_on="2018-06-20", last_review="2026-06-20", interval=6), "6 tháng sau lần rà soát 20/06/2026"),
        (
            Facts(founded_on="2018-06-07", last_review="2025-12-15", interval=12),
            "12 tháng sau lần rà soát 15/12/2025; lấy ngày 07 theo ngày thành lập",
        ),
        (
            Facts(founded_on="2018", first_review="2019-01-31", last_review="2026-02-28", interval=1),
            "1 tháng sau lần rà soát 28/02/2026; lấy ngày 31 theo lần rà soát đầu",
        ),
        (Facts(founded_on="2026-01-31", interval=1), "1 tháng sau ngày thành lập 31/01/2026"),
        (Facts(founded_on="2020", interval=6), "6 tháng sau ngày thành lập 2020"),
    ],
)
def test_the_rule_says_why_another_day_of_the_month_is_taken(facts: Facts, said: str) -> None:
    assert reason(facts) == said


def test_the_date_that_the_ward_set_stays_as_it_was_set() -> None:
    assert next_review(Facts(review_on="2027-01-31"), FORWARD) == "2027-01-31"


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 24), st.sampled_from(["forward", "back"]))
def test_reviews_held_on_moved_days_keep_to_the_plan_of_unmoved_ones(founded: date, interval: int, off: str) -> None:
    days, begun = OfficeDays(off=off), founded.isoformat()
    moved = plain = begun

    for _round in range(6):
        held = Facts(founded_on=begun, last_review=None if moved == begun else moved, interval=interval)
        unmoved = Facts(founded_on=begun, last_review=None if plain == begun else plain, interval=interval)
        assert planned(held, days) == planned(unmoved)
        moved, plain = next_review(held, days) or "", next_review(unmoved) or ""
