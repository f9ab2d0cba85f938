"""The pure rules of joining two people: values field by field, times in one team that overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry_app.domain.ids import CourseId, MembershipId, PersonId, RoleId, TeamId
from registry_app.domain.membership import Course, Membership
from registry_app.domain.person import Person
from registry_app.domain.twins import differing, in_order, joined_time, lives, merged, overlap, strength, usual_choice


def time(number: int, begin: str | None, end: str | None, *, team: int = 1, role: int = 1) -> Membership:
    """A time in a team."""
    return Membership(
        id=MembershipId(number), team_id=TeamId(team), role_id=RoleId(role), valid_from=begin, valid_to=end
    )


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ((None, None), (None, None), True),
        (("2020", "2021"), ("2021", None), False),
        (("2020", "2021-01-02"), ("2021", None), True),
        (("2020", None), (None, "2020"), False),
        (("2020-05", "2020-05-01"), (None, None), True),
    ],
)
def test_the_day_on_which_one_is_over_is_no_longer_a_day_of_it(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], answer: bool
) -> None:
    assert overlap(time(1, *one), time(2, *other)) is answer


def test_the_joined_time_has_the_role_of_the_longer_lasting_and_both_notes() -> None:
    mine = Membership(
        id=MembershipId(1), role_id=RoleId(1), valid_from="2020", valid_to="2022", end_reason="moved", notes="a"
    )
    other = Membership(id=MembershipId(2), role_id=RoleId(2), valid_from="2021", paper_number="5", notes="b")

    whole = joined_time(mine, other)

    assert (whole.id, whole.role_id, whole.valid_from, whole.valid_to) == (1, 2, "2020", None)
    assert (whole.end_reason, whole.paper_number, whole.notes) == (None, "5", "a; b")


years = some.integers(2000, 2010)
times = some.lists(some.tuples(years, years, some.integers(1, 2)), max_size=5)


@given(times, times)
def test_no_two_times_in_one_team_overlap_afterwards_and_none_is_lost(
    mine: list[tuple[int, int, int]], other: list[tuple[int, int, int]]
) -> None:
    def made(rows: list[tuple[int, int, int]], first: int) -> list[Membership]:
        found: list[Membership] = []
        for number, (begin, length, team) in enumerate(rows, start=first):
            one = time(number, str(begin), str(begin + 1 + length % 4), team=team)
            if not any(known.team_id == one.team_id and overlap(known, one) for known in found):
                found.append(one)
        return found

    kept, dropped = made(mine, 1), made(other, 100)

    found = lives(PersonId(1), kept, dropped)

    changed = {one.id: one for one in (*found.joined, *found.moved)}
    gone = {one.id for one in found.gone}
    after = [changed.get(one.id, one) for one in (*kept, *dropped) if one.id not in gone]
    assert not any(
        one.id < two.id and one.team_id == two.team_id and overlap(one, two) for one in after for two in after
    )
    for one in (*kept, *dropped):
        assert any(
            whole.team_id == one.team_id
            and str(whole.valid_from) <= str(one.valid_from)
            and str(one.valid_to) <= str(whole.valid_to)
            for whole in after
        )


def test_the_same_course_on_the_same_day_is_one() -> None:
    courses = [Course(id=CourseId(1), name="PCCC", on="2025"), Course(id=CourseId(2), name="Luật", on="2025")]
    other = [Course(id=CourseId(3), name="pccc", on="2025"), Course(id=CourseId(4), name="PCCC", on="2026")]

    found = lives(PersonId(1), [], [], courses, other)

    assert [one.id for one in found.courses_gone] == [3]
    assert [(one.id, one.person_id) for one in found.courses_moved] == [(4, 1)]


def test_a_blank_is_filled_whatever_was_chosen_and_only_what_differs_is_asked() -> None:
    keep, drop = Person(name="An", phone="1", born="1980"), Person(name="Ân", sex="male", born="1980")

    assert differing(keep, drop) == ("name",)
    assert merged(keep, drop, {"name": "drop", "sex": "keep", "phone": "drop"}) == Person(
        name="Ân", phone="1", born="1980", sex="male"
    )


def test_both_phones_and_notes_may_stay_each_number_once() -> None:
    keep, drop = Person(phone="1 / 2", notes="a"), Person(phone="2 / 3", notes="b")

    both = merged(keep, drop, {"phone": "both", "notes": "both"})

    assert (both.phone, both.notes) == ("1 / 2 / 3", "a\nb")


def test_of_two_dates_of_birth_the_more_precise_is_the_usual_one() -> None:
    assert usual_choice(Person(born="1980"), Person(born="1980-05")) == {"born": "drop"}
    assert usual_choice(Person(born="1980-05"), Person(born="1980")) == {"born": "keep"}
    assert usual_choice(Person(born="1980"), Person(born="1981-05")) == {"born": "keep"}


def test_reasons_stand_in_the_order_of_their_strength() -> None:
    assert in_order({"phone", "id_number"}) == ("id_number", "phone")
    assert strength(["name_and_year"], apart=True) < strength(["phone"], apart=False)
