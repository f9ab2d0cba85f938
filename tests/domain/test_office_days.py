"""Dates that a rule asks for keep off days without work only where the ward says so, and say why they moved."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.office_days import ANY_DAY, OfficeDays, office_days
from registry_app.domain.ward import Ward

TET = {"2027-02-05": "Nghỉ Tết", "2027-02-08": "Mùng 3 Tết", "2027-09-02": "Quốc khánh", "2027-04-30": ""}
FORWARD = OfficeDays(off="forward", holidays=TET)
BACK = OfficeDays(off="back", holidays=TET)
BY_MONTH = OfficeDays(by="month", off="forward", holidays=TET)


@pytest.mark.parametrize(
    ("days", "planned", "kept"),
    [
        (ANY_DAY, "2027-01-31", "2027-01-31"),
        (FORWARD, "2027-01-31", "2027-02-01"),
        (BACK, "2027-01-31", "2027-01-29"),
        (FORWARD, "2027-02-06", "2027-02-09"),
        (BACK, "2027-02-07", "2027-02-04"),
        (FORWARD, "2027-09-02", "2027-09-03"),
        (FORWARD, "2027-01", "2027-01"),
        (BACK, "2027", "2027"),
        (BY_MONTH, "2027-01-31", "2027-01"),
        (BY_MONTH, "2027", "2027"),
    ],
)
def test_a_planned_date_is_kept_as_the_ward_reckons(days: OfficeDays, planned: str, kept: str) -> None:
    assert days.kept(planned) == kept


@pytest.mark.parametrize(
    ("days", "planned", "said"),
    [
        (FORWARD, "2027-01-29", ""),
        (FORWARD, "2027-01-31", "31/01/2027 là Chủ nhật, dời sang 01/02/2027"),
        (BACK, "2027-01-30", "30/01/2027 là Thứ Bảy, dời sang 29/01/2027"),
        (FORWARD, "2027-09-02", "02/09/2027 là ngày nghỉ (Quốc khánh), dời sang 03/09/2027"),
        (FORWARD, "2027-04-30", "30/04/2027 là ngày nghỉ, dời sang 03/05/2027"),
        (BY_MONTH, "2027-01-31", "tính hạn theo tháng: đến hết 01/2027"),
    ],
)
def test_a_moved_date_says_why(days: OfficeDays, planned: str, said: str) -> None:
    assert days.explained(planned) == said


@given(st.dates(date(2026, 1, 1), date(2090, 1, 1)), st.sampled_from(["forward", "back"]))
def test_a_moved_day_is_a_working_day_with_none_between(day: date, off: str) -> None:
    days = OfficeDays(off=off, holidays=TET)

    moved = days.moved(day)

    assert not days.is_off(moved)
    first, last = sorted((day, moved))
    assert all(
        days.is_off(first + timedelta(number))
        for number in range((last - first).days + 1)
        if first + timedelta(number) != moved
    )


def test_the_ward_says_how_it_reckons() -> None:
    ward = Ward(due_by="month", off_days="back", holidays=(("2027-02-05", "Nghỉ Tết"),))

    assert office_days(ward) == OfficeDays(by="month", off="back", holidays={"2027-02-05": "Nghỉ Tết"})
    assert office_days(Ward()) == ANY_DAY
