"""Reviews by week, and a spread that keeps to what the ward can do."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry_app.domain.capacity import SEVERAL, Due, Spread, monday, moved, spread, weeks
from registry_app.domain.office_days import OfficeDays

TODAY = date(2026, 11, 25)
"""A Wednesday."""
MONDAY = date(2026, 11, 23)
TET = OfficeDays(holidays={f"2026-12-{day:02}": "Nghỉ" for day in range(7, 12)})
PLAIN = OfficeDays()


def due(number: int, day: date, area: int = 1) -> Due:
    return Due(id=number, code=f"A-{number:03}", day=day, area=area)


def many(count: int, day: date, first: int = 1) -> list[Due]:
    return [due(number, day) for number in range(first, first + count)]


def spreaded(dues: Sequence[Due], capacity: int, reach: int, days: OfficeDays = PLAIN) -> Spread:
    return spread(dues, capacity=capacity, reach=reach, today=TODAY, days=days)


def test_weeks_begin_on_monday_and_what_was_due_before_today_is_overdue() -> None:
    dues = [due(1, date(2026, 11, 24)), due(2, TODAY, SEVERAL), due(3, date(2026, 11, 29)), due(4, date(2026, 11, 30))]

    found = weeks([*dues, due(5, date(2027, 11, 30))], TODAY, 2)

    assert [(week.first, dict(week.by_area)) for week in found] == [
        (None, {1: 1}),
        (MONDAY, {SEVERAL: 1, 1: 1}),
        (date(2026, 11, 30), {1: 1}),
    ]
    assert [week.total for week in found] == [1, 2, 1]


def test_where_every_week_has_room_nothing_moves() -> None:
    assert spreaded(many(3, TODAY), 3, 30) == Spread(moves={})


def test_what_is_too_much_moves_to_the_nearest_working_days_with_room() -> None:
    found = spreaded(many(5, date(2026, 12, 16)), 3, 14)

    assert found.left == ()
    assert found.moves == {4: date(2026, 12, 11), 5: date(2026, 12, 10)}


def test_a_week_without_work_takes_nothing() -> None:
    found = spreaded(many(5, date(2026, 12, 16)), 3, 14, TET)

    assert sorted(found.moves.values()) == [date(2026, 12, 21), date(2026, 12, 22)]


def test_what_is_overdue_comes_first_from_today_on() -> None:
    dues = [*many(2, date(2026, 3, 1)), *many(2, date(2026, 11, 26), first=3)]

    found = spreaded(dues, 2, 10)

    assert found.left == ()
    assert found.moves[1] == TODAY
    assert found.moves[2] == date(2026, 11, 26)
    assert {monday(found.moves[number]) for number in (3, 4)} == {date(2026, 11, 30)}


def test_one_that_finds_no_room_pushes_others_on() -> None:
    first, second = date(2026, 11, 26), date(2026, 12, 3)
    dues = [*many(4, first), *many(2, second, first=5)]

    found = spreaded(dues, 2, 7)

    after = Counter(monday(one.day) for one in moved(dues, found.moves))
    assert found.left == ()
    assert sorted(after.values()) == [2, 2, 2]


def test_what_has_no_room_within_reach_stays_and_is_named() -> None:
    found = spreaded(many(4, TODAY), 1, 3)

    assert found.moves == {}
    assert found.left == (2, 3, 4)


def test_nothing_comes_into_a_week_whose_own_cannot_leave_it() -> None:
    dues = [*many(1, date(2026, 3, 1)), *many(4, date(2026, 11, 26), first=2)]

    found = spreaded(dues, 2, 2)

    assert found.moves == {}
    assert found.left == (1, 4, 5)


DUES = st.lists(st.integers(-200, 200), max_size=60).map(
    lambda offsets: [due(number, TODAY + timedelta(days=offset)) for number, offset in enumerate(offsets, 1)]
)


@given(DUES, st.integers(1, 6), st.integers(0, 60))
def test_no_week_holds_more_no_date_moves_further_and_none_to_a_day_off(
    dues: list[Due], capacity: int, reach: int
) -> None:
    found = spreaded(dues, capacity, reach, TET)

    by_id = {one.id: one for one in dues}
    for number, day in found.moves.items():
        own = max(by_id[number].day, TODAY)
        assert abs(day - own) <= timedelta(days=reach)
        assert day >= TODAY
        assert not TET.is_off(day)
    assert not set(found.left) & found.moves.keys()
    before, after = counted(dues), counted(moved(dues, found.moves))
    assert all(after[week] <= max(capacity, before[week]) for week in after)
    if not found.left:
        assert all(after[week] <= capacity for week in after)
        assert all(one.day >= TODAY for one in moved(dues, found.moves))


def counted(dues: Sequence[Due]) -> Counter[date]:
    """How many are due in each week, what is overdue left out."""
    return Counter(monday(one.day) for one in dues if one.day >= TODAY)


@given(DUES, st.integers(1, 6), st.integers(0, 60), st.randoms())
def test_the_same_facts_give_the_same_spread_in_whatever_order(
    dues: list[Due], capacity: int, reach: int, chance: object
) -> None:
    mixed = list(dues)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert spreaded(mixed, capacity, reach) == spreaded(dues, capacity, reach)


@pytest.mark.parametrize("count", [3000])
def test_a_year_of_a_large_register_is_spread_in_short_time(count: int) -> None:
    dues = [due(number, TODAY + timedelta(days=number % 90)) for number in range(count)]

    found = spreaded(dues, count // 26, 180)

    assert found.left == ()
