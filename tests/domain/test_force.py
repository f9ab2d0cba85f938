"""The force that the law knows, as form BM1 counts it."""

from datetime import date

import pytest
from msgspec.structs import replace

from registry_app.domain.force import Body, Recorded, Served, Taken, figures, period

SINCE, ON = date(2026, 10, 15), date(2026, 11, 14)


def served(person: int, begun: str = "2024-07-01", over: str | None = None, **facts: str | None) -> Served:
    """One person's time in the body."""
    known = {"sex": "male", "born": "1980", "education": "secondary", "minority": None, "reason": None, **facts}
    return Served(model=1, person=person, begun=begun, over=over, **known)


def body(*people: Served, **more: object) -> Body:
    """The body with these people."""
    made = Body(model=1, code="BVAN-2024-001", name="Tổ", type="Tổ bảo vệ ANTT", decided=5, teams=1, served=people)
    return replace(made, **more)


@pytest.mark.parametrize(("on", "since", "until"), [
    (date(2026, 11, 14), date(2026, 10, 15), date(2026, 11, 14)),
    (date(2026, 11, 15), date(2026, 11, 15), date(2026, 12, 14)),
    (date(2026, 1, 3), date(2025, 12, 15), date(2026, 1, 14)),
    (date(2024, 2, 29), date(2024, 2, 15), date(2024, 3, 14)),
])  # fmt: skip
def test_a_period_goes_from_the_15th_to_the_14th(on: date, since: date, until: date) -> None:
    assert period(on) == (since, until)


def test_who_serves_on_the_day_is_counted_by_sex_and_schooling() -> None:
    found = figures([body(served(1), served(2, sex="female", education=None), served(3, sex=None))], SINCE, ON)

    assert (found.members_actual, found.men, found.women, found.sex_unknown) == (3, 1, 1, 1)
    assert (found.education["secondary"], found.education_unknown) == (2, 1)


@pytest.mark.parametrize(("born", "over_70"), [
    ("1956-11-14", 0), ("1955-11-14", 1), ("1955-11-15", 0), ("1955", 1), ("1956", 0), (None, 0),
])  # fmt: skip
def test_over_70_is_who_has_had_the_71st_birthday(born: str | None, over_70: int) -> None:
    found = figures([body(served(1, born=born))], SINCE, ON)

    assert (found.over_70, found.age_unknown) == (over_70, int(born is None))


def test_new_gone_and_dead_are_those_of_the_period() -> None:
    people = (
        served(1, "2026-10-15"),
        served(2, "2026-10-14"),
        served(3, over="2026-10-15", reason="resigned"),
        served(4, over="2026-11-14", reason="deceased"),
        served(5, over="2026-11-01", reason="fallen"),
        served(6, over="2026-10-14", reason="resigned"),
        served(7, over="2026-11-15", reason="moved"),
    )

    found = figures([body(*people)], SINCE, ON)

    assert (found.joined, found.resigned, found.died, found.fallen) == (1, 1, 1, 1)
    assert found.members_actual == 3
    assert found.members_before == 5


def test_a_leader_who_stays_as_a_member_is_neither_new_nor_gone() -> None:
    people = (served(1, over="2026-11-01", reason="replaced"), served(1, "2026-11-01"))

    found = figures([body(*people)], SINCE, ON)

    assert (found.members_actual, found.joined, found.resigned) == (1, 0, 0)


def test_what_was_written_down_comes_before_what_is_reckoned() -> None:
    written = (
        Recorded(model=1, on="2026-10-14", members_decided=7, members_actual=6, teams_decided=2, teams_actual=2),
        Recorded(model=1, on="2026-11-30", members_decided=9, members_actual=9, teams_decided=3, teams_actual=3),
    )

    found = figures([body(served(1), recorded=written)], SINCE, ON)
    without = figures([body(served(1))], SINCE, ON)

    assert (found.members_decided, found.members_before, found.teams_decided) == (7, 6, 2)
    assert (without.members_decided, without.members_before, without.teams_decided) == (5, 1, None)


def test_a_course_is_one_class_however_many_took_it() -> None:
    taken = [Taken(person=person, name="PCCC", on="2026-11-06") for person in (1, 2, 9)]
    taken.append(Taken(person=1, name="PCCC", on="2025-11-06"))

    found = figures([body(served(1), served(2), taken=taken)], SINCE, ON)

    assert (found.course_people, found.course_classes) == (2, 1)


def test_nobody_at_all_is_zero_and_what_nobody_knows_is_none() -> None:
    found = figures([], SINCE, ON)

    assert (found.members_actual, found.teams_actual, found.members_decided, found.teams_decided) == (0, 0, None, None)
