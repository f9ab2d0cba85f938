"""The pure rules of acts on areas: numbers in names, who gets what, which sites are one place twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry_app.domain.area_changes import (
    Act,
    Belonging,
    NewArea,
    Ward,
    act_problems,
    divided,
    division_problems,
    doubles,
    renumbered,
)
from registry_app.domain.entries import Area
from registry_app.domain.ids import AreaId, ModelId

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "old", "new", "after"),
    [
        ("Tổ dân phố 5", "5", "7", "Tổ dân phố 7"),
        ("Tổ dân phố số 5", "5", "7", "Tổ dân phố số 7"),
        ("Khu phố 1 – TDP 1", "1", "3", "Khu phố 1 – TDP 3"),
        ("Tổ 15", "5", "7", "Tổ 15"),
        ("Khu phố Sen", "5", "7", "Khu phố Sen"),
        ("Tổ 5", "", "7", "Tổ 5"),
        ("Tổ 5A", "5A", "5B", "Tổ 5B"),
    ],
)
def test_only_a_number_that_stands_by_itself_changes_and_of_several_the_last(
    name: str, old: str, new: str, after: str
) -> None:
    assert renumbered(name, old, new) == after


@pytest.mark.parametrize(
    ("on", "fields"),
    [
        ("2026-11-22", []),
        ("2027-11-22", []),
        ("2027-11-23", ["on"]),
        ("2024-05-31", ["on"]),
        ("2024-06-01", []),
        ("", ["on"]),
    ],
)
def test_the_day_lies_between_the_latest_act_and_a_year_ahead(on: str, fields: list[str]) -> None:
    ward = Ward(areas={AreaId(1): Area(id=1, name="Tổ 1")}, latest={AreaId(1): date(2024, 6, 1)})

    found = act_problems("rename", Act(on=on), [AreaId(1)], ward, TODAY)

    assert [problem.field for problem in found] == fields


def test_a_year_after_29_february_is_28_february() -> None:
    ward = Ward(areas={AreaId(1): Area(id=1, name="Tổ 1")})

    assert not act_problems("rename", Act(on="2029-02-28"), [AreaId(1)], ward, date(2028, 2, 29))
    assert act_problems("rename", Act(on="2029-03-01"), [AreaId(1)], ward, date(2028, 2, 29))


def site(number: int, model: int = 1, name: str = "", begun: str | None = None) -> Belonging:
    """A site."""
    return Belonging(noun="site", id=number, site=number, model=ModelId(model), begun=begun, folded=(name, "street"))


def test_sites_are_one_place_twice_when_model_name_and_kind_are_the_same_and_both_have_begun() -> None:
    rows = [site(3), site(1), site(2, name="cho"), site(4, model=2), site(5, begun="2026-12"), site(6, begun="2020")]

    assert doubles(rows, "2026-11-22") == [[1, 3, 6]]
    assert doubles(rows, "2026-11-22", target=[6]) == [[6, 1, 3]]


def test_what_is_sent_nowhere_follows_and_what_follows_nobody_goes_to_the_first() -> None:
    rows = [
        site(1),
        Belonging(noun="team", id=1, site=1),
        Belonging(noun="team", id=2, site=1),
        Belonging(noun="team", id=3, site=1),
        Belonging(noun="camera_point", id=1, site=1),
        Belonging(noun="household", id=1, team=3),
        Belonging(noun="household", id=2),
        Belonging(noun="person", id=1, team=3),
    ]

    found = divided(rows, {("team", 1): 1, ("team", 2): 1, ("team", 3): 0}, {"person": 1})

    assert found == {
        ("site", 1): 1,
        ("team", 1): 1,
        ("team", 2): 1,
        ("team", 3): 0,
        ("camera_point", 1): 1,
        ("household", 1): 0,
        ("household", 2): 0,
        ("person", 1): 1,
    }


@given(some.lists(some.integers(0, 2), min_size=2, max_size=9))
def test_a_division_needs_two_areas_that_get_something(sent: list[int]) -> None:
    into = [NewArea(name=name) for name in ("A", "B", "C")]
    division = {("household", number): to for number, to in enumerate(sent)}

    assert bool(division_problems(into, division)) == (len(set(sent)) == 1)
