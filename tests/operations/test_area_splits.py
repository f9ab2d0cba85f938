"""One area becomes several: every row goes somewhere, nothing is left over, one undo brings everything back."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry_app.domain.area_changes import Act, NewArea, Place
from registry_app.domain.counting import official
from registry_app.domain.errors import Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.search import Moment, Search
from registry_app.operations import area_splits, areas
from registry_app.store import area_changes as store
from registry_app.store.registry import Registry

from ..making import add
from ..peopled import area, everything, household, member, person, site, team

DAY = Act(on="01/07/2026", paper_number="12/NQ-HĐND")
TWO = (NewArea(name="Khu phố Sen"), NewArea(name="Khu phố Súng"))


class Ward:
    """An area with a site of two teams, a member of the second who lives there, a household of it, one of none."""

    def __init__(self, registry: Registry) -> None:
        self.area = area(registry, "Tổ dân phố 5", kind="Tổ dân phố")
        self.site = site(registry, add(registry, "Camera an ninh"), self.area, name="Cổng chợ")
        self.teams = (team(registry, self.site, "Tổ 1"), team(registry, self.site, "Tổ 2"))
        self.person = person(registry, area_id=self.area)
        member(registry, self.teams[1], self.person)
        self.house = household(registry, area_id=self.area, team_id=self.teams[1])
        self.alone = household(registry, "Lê Văn Một", area_id=self.area)


@pytest.fixture(scope="module")
def built(new_register: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ward]:
    """A small ward in its register, to be copied."""
    path = tmp_path_factory.mktemp("ward") / "ward.registry"
    shutil.copyfile(new_register, path)
    with Registry.open(path, who="Lan") as registry:
        return path, Ward(registry)


@pytest.fixture
def ward(built: tuple[Path, Ward]) -> Ward:
    """What is where in the register."""
    return built[1]


@pytest.fixture
def registry(built: tuple[Path, Ward], tmp_path: Path) -> Iterator[Registry]:
    """A register with that ward, open for writing."""
    shutil.copyfile(built[0], tmp_path / "a.registry")
    with Registry.open(tmp_path / "a.registry", who="Lan") as opened:
        yield opened


def problems(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """At which fields it was refused."""
    return [problem.field for problem in refused.value.problems]


def made(registry: Registry, name: str) -> AreaId:
    """The area in use of that name."""
    return AreaId(next(one.id for one in registry.lists.areas.values() if one.name == name and not one.retired))


def test_where_nobody_says_otherwise_all_goes_to_the_first_and_that_is_no_split(registry: Registry, ward: Ward) -> None:
    shown = area_splits.split_preview(registry, ward.area, TWO, Act(on="2026-07-01"))

    assert {to for _row, to in shown.rows} == {0}
    assert shown.counts(0) == {"site": 1, "team": 2, "household": 2, "person": 1}
    assert [problem.field for problem in shown.problems] == ["division"]
    with pytest.raises(Refused) as refused:
        area_splits.split(registry, ward.area, TWO, DAY)
    assert problems(refused) == ["division"]


def test_a_team_that_goes_another_way_than_its_site_gets_a_new_site_there_and_its_people_follow(
    registry: Registry, ward: Ward
) -> None:
    wanted: dict[Place, int] = {("team", ward.teams[1]): 1, ("site", ward.site): 0}

    shown = area_splits.split_preview(registry, ward.area, TWO, DAY, wanted=wanted)
    area_splits.split(registry, ward.area, TWO, DAY, wanted=wanted)

    assert (shown.new_sites, shown.problems) == (1, ())
    inside = registry.inside
    new_site = inside.sites.one(inside.teams.one(ward.teams[1]).site_id)
    old_site = inside.sites.one(ward.site)
    assert inside.teams.one(ward.teams[0]).site_id == ward.site
    assert (new_site.model_id, new_site.name, new_site.valid_from) == (old_site.model_id, "Cổng chợ", None)
    first, second = made(registry, "Khu phố Sen"), made(registry, "Khu phố Súng")
    assert (old_site.area_id, new_site.area_id) == (first, second)
    assert inside.people.one(ward.person).area_id == second
    assert inside.households.one(ward.house).area_id == second
    assert inside.households.one(ward.alone).area_id == first
    assert registry.lists.areas[ward.area].retired
    assert registry.lists.areas[second].former_names == ("Tổ dân phố 5",)
    assert registry.lists.areas[second].kind == "Tổ dân phố"


def test_a_site_goes_where_most_of_its_teams_go(registry: Registry, ward: Ward) -> None:
    wanted: dict[Place, int] = {("team", number): 1 for number in ward.teams}

    shown = area_splits.split_preview(registry, ward.area, TWO, DAY, wanted=wanted)

    assert shown.new_sites == 0
    assert {one.noun: to for one, to in shown.rows if one.noun in ("site", "person")} == {"site": 1, "person": 1}


def test_a_whole_noun_can_go_together(registry: Registry, ward: Ward) -> None:
    area_splits.split(registry, ward.area, TWO, DAY, together={"household": 1})

    second = made(registry, "Khu phố Súng")
    households = registry.inside.households
    assert [households.one(number).area_id for number in (ward.house, ward.alone)] == [second, second]
    assert registry.inside.people.one(ward.person).area_id == made(registry, "Khu phố Sen")


def test_a_new_area_of_the_old_name_is_the_old_one_that_lives_on(registry: Registry, ward: Ward) -> None:
    into = (NewArea(name="tổ dân phố 5"), NewArea(name="Tổ dân phố 19"))

    area_splits.split(registry, ward.area, into, DAY, together={"household": 1})

    known = registry.lists.areas
    assert (known[ward.area].name, known[ward.area].retired) == ("Tổ dân phố 5", False)
    assert registry.inside.sites.one(ward.site).area_id == ward.area
    assert registry.inside.households.one(ward.house).area_id == made(registry, "Tổ dân phố 19")
    assert known[made(registry, "Tổ dân phố 19")].number == "19"


@pytest.mark.parametrize(("on", "count"), [(date(2026, 6, 30), (1, 2, 1, 1)), (date(2026, 7, 1), (2, 2, 1, 2))])
def test_a_day_before_knows_one_site_with_all_its_teams(
    registry: Registry, ward: Ward, on: date, count: tuple[int, ...]
) -> None:
    area_splits.split(registry, ward.area, TWO, DAY, wanted={("team", ward.teams[1]): 1, ("site", ward.site): 0})

    at, inside = Moment(on), registry.inside
    assert len(inside.sites.ids(Search(noun="site"), at)) == count[0]
    assert list(inside.teams.ids(Search(noun="team"), at)) == list(ward.teams)
    assert [row.team for row in inside.members.rows(Search(noun="membership"), at)] == ["Tổ 2"]
    figures = official(registry.counted.facts(on)).models
    assert (figures.sites, figures.teams, figures.people, figures.areas) == count


@pytest.mark.parametrize(
    ("names", "field"),
    [
        (("Khu phố Sen",), "into"),
        ((), "into"),
        (("Khu phố Sen", ""), "into"),
        (("Khu phố Sen", "KHU PHO SEN"), "into"),
        (("Khu phố Sen", "Tổ dân phố 6"), "into"),
        (("Khu phố Sen", "x" * 301), "into"),
    ],
)
def test_a_split_into_what_cannot_be_is_refused(
    registry: Registry, ward: Ward, names: tuple[str, ...], field: str
) -> None:
    area(registry, "Tổ dân phố 6")
    before = everything(registry)

    with pytest.raises(Refused) as refused:
        area_splits.split(registry, ward.area, [NewArea(name=name) for name in names], DAY, together={"household": 1})

    assert set(problems(refused)) == {field}
    assert everything(registry) == before


def test_a_split_without_day_or_paper_or_of_the_ward_itself_is_refused(registry: Registry, ward: Ward) -> None:
    whole = AreaId(next(one.id for one in registry.lists.areas.values() if one.whole_ward))

    with pytest.raises(Refused) as unsaid:
        area_splits.split(registry, ward.area, TWO, Act(), together={"household": 1})
    with pytest.raises(Refused) as of_ward:
        area_splits.split(registry, whole, TWO, DAY)

    assert problems(unsaid) == ["on", "paper_number"]
    assert problems(of_ward) == ["areas"]


def test_a_row_cannot_go_to_an_area_that_does_not_come_out_of_it(registry: Registry, ward: Ward) -> None:
    with pytest.raises(Refused) as refused:
        area_splits.split(registry, ward.area, TWO, DAY, wanted={("household", ward.alone): 2})

    assert problems(refused) == ["division"]


def test_an_area_to_which_nothing_belongs_is_split_as_it_is(registry: Registry) -> None:
    empty = area(registry, "Xóm Trại")

    area_splits.split(registry, empty, TWO, DAY)

    assert registry.lists.areas[empty].retired


def test_one_undo_brings_everything_back_and_a_redo_splits_again(registry: Registry, ward: Ward) -> None:
    before = everything(registry)

    area_splits.split(registry, ward.area, TWO, DAY, wanted={("team", ward.teams[1]): 1, ("site", ward.site): 0})
    after = everything(registry)

    registry.undo()
    assert everything(registry) == before
    registry.redo()
    assert everything(registry) == after


def test_a_roster_of_a_day_before_names_the_area_that_was(registry: Registry, ward: Ward) -> None:
    area_splits.split(registry, ward.area, TWO, DAY, wanted={("team", ward.teams[1]): 1, ("site", ward.site): 0})
    areas.rename(registry, made(registry, "Khu phố Súng"), "Khu phố Bèo", Act(on="2026-10-01"))

    names = [
        store.area_names(registry.connection, "team", [ward.teams[1]], day)
        for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 10, 1))
    ]
    assert names == [{ward.teams[1]: "Tổ dân phố 5"}, {ward.teams[1]: "Khu phố Súng"}, {}]
