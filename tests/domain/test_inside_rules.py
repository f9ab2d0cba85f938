"""The rules of what is inside models, as values: what keeps it from being saved, and what is only worth a look."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from registry_app.domain import inside_rules as rules
from registry_app.domain.area_life import EVER, Life
from registry_app.domain.camera_point import CameraPoint
from registry_app.domain.errors import Problem
from registry_app.domain.household import Household
from registry_app.domain.ids import AreaId, MembershipId, ModelId, PersonId, RoleId, SiteId, TeamId
from registry_app.domain.inside_rules import Twin, holds, overlap
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.person import Person
from registry_app.domain.site import Site
from registry_app.domain.team import Team

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31)).map(date.isoformat)
PARTIAL = st.none() | DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])
SPANS = st.builds(lambda begun, over: Membership(valid_from=begun, valid_to=over), PARTIAL, PARTIAL)
LEADS = Membership(person_id=PersonId(1), team_id=TeamId(1), role_id=RoleId(1))


def fields(problems: tuple[Problem, ...]) -> list[str]:
    """Where the problems are told."""
    return [problem.field for problem in problems]


def row(person: int, kind: str = "member", begun: str | None = None, over: str | None = None) -> MemberRow:
    """Another membership of the team, as the register shows it."""
    blank = dict.fromkeys(MemberRow.__struct_fields__, "")
    known = {"id": MembershipId(person), "person_id": PersonId(person), "name": f"Người {person}", "role": "Chức"}
    return MemberRow(**{**blank, **known, "role_kind": kind, "valid_from": begun, "valid_to": over})  # type: ignore[arg-type]


# -- days --------------------------------------------------------------------------------------------------------------


@given(SPANS, SPANS, DAYS)
def test_two_overlap_when_a_day_is_in_both(one: Membership, other: Membership, day: str) -> None:
    on = date.fromisoformat(day)

    assert overlap(one, other) == overlap(other, one)
    if holds(one, on) and holds(other, on):
        assert overlap(one, other)


def test_the_day_of_the_end_is_the_first_on_which_it_no_longer_holds() -> None:
    one = Membership(valid_from="2026-01-01", valid_to="2026-06-01")

    assert holds(one, date(2026, 5, 31))
    assert not holds(one, date(2026, 6, 1))
    assert not overlap(one, Membership(valid_from="2026-06-01"))


@pytest.mark.parametrize(("begun", "over"), [("2026-05-02", "2026-05-01"), ("2026", "2025"), ("2026-05", "2026-04-30")])
def test_an_end_before_the_beginning_is_told_at_the_end(begun: str, over: str) -> None:
    (problem,) = rules.dated_problems(Membership(valid_from=begun, valid_to=over))

    assert problem.field == "valid_to"


@pytest.mark.parametrize(("begun", "over"), [("2026-05-01", "2026-05-01"), ("2026-05-20", "2026"), (None, "1990")])
def test_an_end_that_may_be_right_is_believed(begun: str | None, over: str) -> None:
    assert rules.dated_problems(Membership(valid_from=begun, valid_to=over)) == ()


def test_a_membership_outside_the_time_of_its_team_is_worth_a_look() -> None:
    team = Team(valid_from="2024-03-01", valid_to="2026-01-01")

    def told(begun: str | None, over: str | None) -> list[str]:
        return fields(rules.within(Membership(valid_from=begun, valid_to=over), team, rules.IN_TEAM))

    assert told("2024-02-01", None) == ["valid_from"]
    assert told("2026-02-01", "2026-03-01") == ["valid_from", "valid_to"]
    assert told("2024", "2025-12-31") == []
    assert told(None, None) == []


# -- people ------------------------------------------------------------------------------------------------------------


def test_a_person_needs_a_name_and_a_birth_that_has_been() -> None:
    assert fields(rules.person_problems(Person(born="2026-12-01"), TODAY)) == ["name", "born"]
    assert rules.person_problems(Person(name="A", born="2026"), TODAY) == ()


@pytest.mark.parametrize(
    ("born", "told"), [("2010-11-23", True), ("2010-11-22", False), ("2010", False), ("2011", True), (None, False)]
)
def test_only_somebody_who_is_surely_younger_than_16_is_worth_a_look(born: str | None, told: bool) -> None:
    assert bool(rules.person_warnings(Person(name="A", born=born), [], TODAY)) == told


def test_somebody_born_on_a_leap_day_has_a_birthday_every_year() -> None:
    person = Person(name="A", born="2012-02-29")

    assert rules.person_warnings(person, [], date(2028, 2, 29)) == ()
    assert rules.person_warnings(replace(person, born="2011-03-01"), [], date(2027, 3, 1)) == ()


def test_an_old_identity_number_and_numbers_of_others_are_worth_a_look() -> None:
    twins = [Twin(field="phone", code="NG-00007", name="Lê Thị Bảy")]

    found = rules.person_warnings(Person(name="A", id_number="012345678"), twins, TODAY)

    assert fields(found) == ["id_number", "phone"]
    assert "NG-00007 Lê Thị Bảy" in str(found[1])


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("2008-11-23", True),
        ("2008-11-22", False),
        ("2008", False),
        ("1956-11-22", False),
        ("1956-11-21", True),
        ("1956", False),
        ("1955", True),
    ],
)
def test_the_force_takes_people_of_18_to_70(born: str, told: bool) -> None:
    assert bool(rules.age_warnings(LEADS, born, TODAY)) == told
    assert rules.age_warnings(replace(LEADS, valid_to="2026-01-01"), born, TODAY) == ()


# -- members -----------------------------------------------------------------------------------------------------------


def test_a_membership_needs_a_team_and_a_role() -> None:
    found = rules.membership_problems(Membership(person_id=PersonId(1)), "", [], team_known=False)

    assert fields(found) == ["team", "role"]


def test_a_second_leader_at_the_same_time_is_refused_by_the_name_of_the_first() -> None:
    (problem,) = rules.membership_problems(LEADS, "leader", [row(2, "leader", "2024")])

    assert problem.field == "role"
    assert "Người 2" in str(problem)
    assert "2024" in str(problem)


@pytest.mark.parametrize(
    ("begun", "over", "said"),
    [
        ("2024", "2027", "(2024 – 2027)"),
        ("2024-03", None, "(từ 03/2024)"),
        (None, "2027", "(thôi từ 2027)"),
        (None, None, "tổ."),
    ],
)
def test_the_time_of_the_other_leader_is_told_as_far_as_it_is_known(
    begun: str | None, over: str | None, said: str
) -> None:
    (problem,) = rules.membership_problems(LEADS, "leader", [row(2, "leader", begun, over)])

    assert said in str(problem)


def test_a_leader_may_follow_another_and_stand_beside_members() -> None:
    others = [row(2, "leader", "2024", "2026-06-01"), row(3), row(4, "deputy")]

    assert rules.membership_problems(replace(LEADS, valid_from="2026-06-01"), "leader", others) == ()
    assert rules.membership_problems(LEADS, "deputy", others) == ()


def test_one_person_twice_in_a_team_at_the_same_time_is_refused_once() -> None:
    (problem,) = rules.membership_problems(LEADS, "leader", [row(1, "leader")])

    assert problem.field == "name"


def test_a_person_may_come_back_to_a_team() -> None:
    assert rules.membership_problems(replace(LEADS, valid_from="2026"), "member", [row(1, over="2025")]) == ()


@given(st.lists(SPANS, max_size=6))
def test_leaders_that_passed_the_rules_never_lead_together(spans: list[Membership]) -> None:
    leaders: list[MemberRow] = []
    for number, one in enumerate(spans, start=1):
        value = replace(one, person_id=PersonId(number), team_id=TeamId(1), role_id=RoleId(1))
        if not rules.membership_problems(value, "leader", leaders):
            leaders.append(row(number, "leader", one.valid_from, one.valid_to))

    for on in (date(2020, 1, 1), date(2023, 5, 20), date(2026, 12, 31)):
        assert sum(holds(one, on) for one in leaders) <= 1


# -- places ------------------------------------------------------------------------------------------------------------


def test_a_team_needs_a_name_and_a_site() -> None:
    assert fields(rules.team_problems(Team())) == ["name", "site"]
    assert rules.team_problems(Team(name="Tổ 1", site_id=SiteId(1))) == ()


def test_a_team_of_the_same_name_in_the_same_site_is_worth_a_look() -> None:
    one = Team(id=TeamId(1), code="TO-00001", name="Tổ liên gia số 1", valid_to="2025")

    found = rules.same_name_warnings(Team(name="to lien gia so 1"), [one])

    assert "TO-00001" in str(found[0])
    assert rules.same_name_warnings(Team(name="Tổ liên gia số 1", valid_from="2025"), [one]) == ()
    assert rules.same_name_warnings(one, [one]) == ()


def test_a_site_needs_a_model_and_an_area_or_a_name() -> None:
    assert fields(rules.site_problems(Site())) == ["model", "area"]
    assert rules.site_problems(Site(model_id=ModelId(1), name="Chợ Long Sơn")) == ()


def test_a_second_site_in_the_same_area_is_worth_a_look() -> None:
    one = Site(id=SiteId(1), area_id=AreaId(5))

    assert fields(rules.same_place_warnings(Site(area_id=AreaId(5)), [one])) == ["area"]
    assert rules.same_place_warnings(Site(area_id=AreaId(5), name="Chợ"), [one]) == ()
    assert rules.same_place_warnings(one, [one]) == ()


def test_a_household_needs_its_head_and_figures_that_can_be() -> None:
    assert fields(rules.household_problems(Household(people=201))) == ["head", "people"]
    found = rules.household_warnings(Household(head="A", people=0, pledged_on="2027"), TODAY)
    assert fields(found) == ["people", "pledged_on"]
    assert rules.household_warnings(Household(head="A", people=4, pledged_on="2026"), TODAY) == ()


def test_a_camera_point_needs_a_name_a_site_and_figures_that_can_be() -> None:
    camera = CameraPoint(eyes=10_001, cost=10**18, days_kept=9_999, recorders=10_001, checked_on="2027")

    found = fields(rules.camera_problems(camera, TODAY))

    assert found == ["name", "site", "checked_on", "eyes", "recorders", "cost", "days_kept"]


def test_figures_that_do_not_go_together_are_worth_a_look() -> None:
    camera = CameraPoint(name="A", eyes=2, recorders=3, sharing="no", shared_on="2025")

    assert fields(rules.camera_warnings(camera)) == ["recorders", "sharing"]
    assert fields(rules.camera_warnings(CameraPoint(name="A", eyes=0))) == ["eyes"]
    assert rules.camera_warnings(CameraPoint(name="A", eyes=8, recorders=1, sharing="yes", shared_on="2025")) == ()


def test_days_before_an_area_existed_are_refused() -> None:
    life = Life(begins=date(2026, 7, 1))

    found = rules.area_problems(Site(valid_from="2026-06-30"), "Khu phố 1", life)

    assert fields(found) == ["valid_from"]
    assert "Khu phố 1" in str(found[0])
    assert rules.area_problems(Site(valid_from="2026"), "Khu phố 1", life) == ()
    assert rules.area_problems(Site(), "Khu phố 1", life) == ()


def test_what_would_outlast_its_area_is_refused() -> None:
    life = Life(ends=date(2026, 7, 1))

    assert fields(rules.area_problems(Site(), "Tổ 5", life)) == ["area"]
    assert fields(rules.area_problems(Site(valid_to="2026-07-02"), "Tổ 5", life)) == ["area"]
    assert rules.area_problems(Site(valid_to="2026-07-01"), "Tổ 5", life) == ()
    assert rules.area_problems(Site(), "Tổ 5", EVER) == ()
