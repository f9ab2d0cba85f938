"""Areas renamed, renumbered, merged: acts with a day and a paper, refused with the reason, undone by one undo."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.counting import official
from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import AreaId, ModelId
from registry_app.domain.search import Moment, Search
from registry_app.operations import areas, lists
from registry_app.store import area_changes as store
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import area, everything, household, person, site, team

DAY = Act(on="01/07/2026", paper_number="12/NQ-HĐND")
NOW = Moment(TODAY)


def problems(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """At which fields it was refused."""
    return [problem.field for problem in refused.value.problems]


def ward_itself(registry: Registry) -> AreaId:
    """The area that is the whole ward."""
    return AreaId(next(one.id for one in registry.lists.areas.values() if one.whole_ward))


def of_area(registry: Registry, name: str) -> AreaId:
    """The area in use of that name."""
    return AreaId(next(one.id for one in registry.lists.areas.values() if one.name == name and not one.retired))


class Ward:
    """Two areas, a model with a site in each, a team, a household, a person in the first."""

    def __init__(self, registry: Registry) -> None:
        self.one, self.other = area(registry, "Tổ dân phố 1"), area(registry, "Tổ dân phố 2")
        self.model = add(registry, "Camera an ninh")
        self.site = site(registry, self.model, self.one, valid_from="2020")
        self.twin = site(registry, self.model, self.other, valid_from="2020")
        self.gone = site(registry, self.model, self.one, name="Cũ", valid_to="2024")
        self.team = team(registry, self.site)
        self.house = household(registry, area_id=self.one)
        self.left = household(registry, "Đã chuyển đi", area_id=self.one, valid_to="2025")
        self.person = person(registry, area_id=self.one)


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


# -- rename, renumber --------------------------------------------------------------------------------------------------


def test_a_renamed_area_is_found_by_both_names_and_keeps_its_act(registry: Registry, ward: Ward) -> None:
    areas.rename(registry, ward.one, "  Khu phố  Sen ", Act(on="2026-07-01"))

    assert registry.lists.areas[ward.one].name == "Khu phố Sen"
    assert registry.lists.areas[ward.one].former_names == ("Tổ dân phố 1",)
    for words in ("to dan pho 1", "khu pho sen"):
        assert list(registry.inside.people.ids(Search(noun="person", words=words), NOW)) == [ward.person]
        assert ward.model in registry.models.ids(Search(words=words), NOW)
    (act,) = areas.history(registry, ward.one)
    assert (act.kind, act.act.on) == ("rename", "2026-07-01")
    assert (act.before, act.after) == (((ward.one, "Tổ dân phố 1"),), ((ward.one, "Khu phố Sen"),))


def test_the_name_that_held_on_a_day_is_known(registry: Registry, ward: Ward) -> None:
    areas.rename(registry, ward.one, "Khu phố Sen", Act(on="2024-03-01"))
    areas.rename(registry, ward.one, "Khu phố Súng", Act(on="2026-07-01"))

    days = {
        date(2024, 2, 29): "Tổ dân phố 1",
        date(2024, 3, 1): "Khu phố Sen",
        date(2026, 6, 30): "Khu phố Sen",
        date(2026, 7, 1): "Khu phố Súng",
    }
    for day, name in days.items():
        assert store.name_on(registry.connection, ward.one, day) == name
    assert store.name_on(registry.connection, 999, TODAY) == ""


def test_numbers_change_places_and_the_names_with_them(registry: Registry, ward: Ward) -> None:
    areas.renumber(registry, {ward.one: "2", ward.other: "1"}, DAY)

    known = registry.lists.areas
    assert [(known[one].name, known[one].number) for one in (ward.one, ward.other)] == [
        ("Tổ dân phố 2", "2"),
        ("Tổ dân phố 1", "1"),
    ]
    (act,) = areas.history(registry)
    assert (act.kind, len(act.before), len(act.after)) == ("renumber", 2, 2)


@pytest.mark.parametrize("name", ["", "Tổ dân phố 1", "tổ DÂN phố 2", "x" * 301])
def test_a_name_that_cannot_be_is_refused(registry: Registry, ward: Ward, name: str) -> None:
    before = everything(registry)

    with pytest.raises(Refused) as refused:
        areas.rename(registry, ward.one, name, DAY)

    assert problems(refused) == ["name"]
    assert everything(registry) == before


@pytest.mark.parametrize("number", ["", "2", "x" * 301])
def test_a_number_that_cannot_be_is_refused(registry: Registry, ward: Ward, number: str) -> None:
    with pytest.raises(Refused) as refused:
        areas.renumber(registry, {ward.one: number}, DAY)

    assert problems(refused) == ["number"]


def test_a_number_that_stays_is_no_act(registry: Registry, ward: Ward) -> None:
    areas.renumber(registry, {ward.one: "3"}, DAY)

    with pytest.raises(Refused):
        areas.renumber(registry, {ward.one: "3"}, DAY)


@pytest.mark.parametrize(
    "act", [Act(), Act(on="vovan"), Act(on="2026"), Act(on=(date.today() + timedelta(days=367)).isoformat())]
)
def test_a_day_that_cannot_be_is_refused(registry: Registry, ward: Ward, act: Act) -> None:
    with pytest.raises(Refused) as refused:
        areas.rename(registry, ward.one, "Khu phố Sen", act)

    assert problems(refused) == ["on"]


def test_an_act_before_the_one_by_which_the_area_began_is_refused(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Khu phố Sen"), DAY)
    new = of_area(registry, "Khu phố Sen")

    with pytest.raises(Refused, match="Khu phố Sen") as refused:
        areas.rename(registry, new, "Khu phố Súng", Act(on="2026-06-30"))

    assert problems(refused) == ["on"]
    assert areas.rename(registry, new, "Khu phố Súng", Act(on="2026-07-01"))


def test_an_act_before_the_latest_one_is_refused(registry: Registry, ward: Ward) -> None:
    areas.rename(registry, ward.one, "Khu phố Sen", DAY)

    with pytest.raises(Refused) as refused:
        areas.merge(registry, [ward.one, ward.other], NewArea(name="X"), Act(on="2025-01-01", paper_number="1"))

    assert problems(refused) == ["on"]


def test_the_ward_itself_and_an_area_out_of_use_are_not_acted_upon(registry: Registry, ward: Ward) -> None:
    whole = ward_itself(registry)
    areas.merge(registry, [ward.one], ward.other, DAY)

    for number in (whole, ward.one):
        with pytest.raises(Refused) as refused:
            areas.rename(registry, number, "Tên mới", DAY)
        assert problems(refused) == ["areas"]
    with pytest.raises(Refused):
        areas.merge(registry, [ward.other], whole, DAY)
    with pytest.raises(NotFound):
        areas.rename(registry, AreaId(999), "Tên mới", DAY)


# -- merge -------------------------------------------------------------------------------------------------------------


def test_what_belongs_to_the_merged_goes_over_and_what_had_ended_stays(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Khu phố Sen"), DAY)

    new = of_area(registry, "Khu phố Sen")
    inside = registry.inside
    assert [inside.sites.one(number).area_id for number in (ward.site, ward.twin, ward.gone)] == [new, new, ward.one]
    assert [inside.households.one(number).area_id for number in (ward.house, ward.left)] == [new, ward.one]
    assert inside.people.one(ward.person).area_id == new
    assert all(registry.lists.areas[number].retired for number in (ward.one, ward.other))
    assert not registry.lists.areas[new].retired
    assert registry.lists.areas[new].code


def test_the_new_area_is_found_by_the_names_of_all_that_went_into_it(registry: Registry, ward: Ward) -> None:
    areas.rename(registry, ward.one, "Xóm Trại", Act(on="2026-01-01"))
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Khu phố Sen"), DAY)

    for words in ("to dan pho 1", "xom trai", "to dan pho 2", "khu pho sen"):
        assert list(registry.inside.people.ids(Search(noun="person", words=words), NOW)) == [ward.person]
        assert ward.team in registry.inside.teams.ids(Search(noun="team", words=words), NOW)


def test_an_area_can_go_into_one_that_lives_on(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], ward.other, DAY)

    known = registry.lists.areas
    assert (known[ward.one].retired, known[ward.other].retired) == (True, False)
    assert registry.inside.sites.one(ward.site).area_id == ward.other
    lives = registry.inside.area_lives()
    assert lives[ward.one].ends == date(2026, 7, 1)
    assert ward.other not in lives or lives[ward.other].ends is None


def test_the_preview_counts_what_goes_over_and_writes_nothing(registry: Registry, ward: Ward) -> None:
    before = everything(registry)

    shown = areas.merge_preview(registry, [ward.one, ward.other], NewArea(name="Sen"), Act(on="2026-07-01"))

    assert (shown.name, shown.ending) == ("Sen", ("Tổ dân phố 1", "Tổ dân phố 2"))
    assert shown.counts == {"site": 2, "team": 1, "household": 1, "person": 1}
    assert (shown.models, shown.doubles) == (1, 1)
    assert [problem.field for problem in shown.notes] == ["join_sites"]
    assert everything(registry) == before


def test_sites_of_one_model_stay_apart_unless_they_are_to_be_joined(registry: Registry, ward: Ward) -> None:
    named = site(registry, ward.model, ward.other, name="Cổng chợ")
    moved = team(registry, ward.twin, "Tổ 2")

    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY, join_sites=True)

    assert registry.inside.teams.one(moved).site_id == ward.site
    assert registry.inside.sites.one(ward.twin).valid_to == "2026-07-01"
    assert registry.inside.sites.one(named).valid_to is None
    at_new = Search(noun="site")
    assert set(registry.inside.sites.ids(at_new, NOW)) >= {ward.site, named}
    assert ward.twin not in registry.inside.sites.ids(at_new, NOW)


def test_the_site_of_the_area_that_lives_on_is_the_one_that_stays(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one], ward.other, DAY, join_sites=True)

    assert registry.inside.teams.one(ward.team).site_id == ward.twin
    assert registry.inside.sites.one(ward.site).valid_to == "2026-07-01"


def test_a_merge_needs_two_areas_and_a_paper(registry: Registry, ward: Ward) -> None:
    with pytest.raises(Refused) as itself:
        areas.merge(registry, [ward.one], ward.one, DAY)
    with pytest.raises(Refused) as alone:
        areas.merge(registry, [ward.one, ward.one], NewArea(name="Sen"), DAY)
    with pytest.raises(Refused) as unpapered:
        areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), Act(on="2026-07-01"))
    with pytest.raises(Refused) as taken:
        areas.merge(registry, [ward.one, ward.other], NewArea(name="tổ dân phố 1"), DAY)

    assert [problems(one) for one in (itself, alone, unpapered, taken)] == [
        ["areas"],
        ["areas"],
        ["paper_number"],
        ["name"],
    ]


def test_an_area_that_has_ended_is_not_offered_again(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one], ward.other, DAY)

    with pytest.raises(Refused, match="01/07/2026"):
        lists.retire(registry, registry.lists.areas[ward.one], retired=False)

    lists.retire(registry, registry.lists.areas[ward.other])
    assert lists.retire(registry, registry.lists.areas[ward.other], retired=False)


def test_a_day_ahead_is_told(registry: Registry, ward: Ward) -> None:
    ahead = (date.today() + timedelta(days=30)).isoformat()

    shown = areas.merge_preview(registry, [ward.one], ward.other, Act(on=ahead))

    assert "on" in [problem.field for problem in shown.notes]


@pytest.mark.parametrize("join", [False, True])
def test_one_undo_brings_everything_back_and_a_redo_does_it_again(registry: Registry, ward: Ward, join: bool) -> None:
    before = everything(registry)

    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY, join_sites=join)
    after = everything(registry)

    registry.undo()
    assert everything(registry) == before
    registry.redo()
    assert everything(registry) == after


# -- as it was ---------------------------------------------------------------------------------------------------------


def area_names(registry: Registry, noun: str, row: int, on: date) -> str:
    """What the area of a row was called on a day; "-" where today's name holds."""
    return store.area_names(registry.connection, noun, [row], on).get(row, "-")


def test_a_roster_of_a_past_day_names_the_areas_as_they_were(registry: Registry, ward: Ward) -> None:
    areas.rename(registry, ward.one, "Xóm Trại", Act(on="2026-03-01"))
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY)
    areas.rename(registry, of_area(registry, "Sen"), "Súng", Act(on="2026-09-01"))

    rows = {"site": ward.site, "team": ward.team, "household": ward.house, "person": ward.person}
    for noun, row in rows.items():
        assert area_names(registry, noun, row, date(2026, 2, 28)) == "Tổ dân phố 1"
        assert area_names(registry, noun, row, date(2026, 6, 30)) == "Xóm Trại"
        assert area_names(registry, noun, row, date(2026, 7, 1)) == "Sen"
        assert area_names(registry, noun, row, date(2026, 9, 1)) == "-"
    assert area_names(registry, "site", ward.twin, date(2026, 6, 30)) == "Tổ dân phố 2"


def test_the_count_of_a_past_day_is_that_of_the_areas_of_then(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY, join_sites=True)

    counted = [official(registry.counted.facts(on)).models for on in (date(2026, 6, 30), date(2026, 7, 1))]

    assert [(one.sites, one.teams, one.areas) for one in counted] == [(2, 1, 2), (1, 1, 1)]


def test_an_act_that_was_undone_has_moved_nothing(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY)
    registry.undo()

    assert area_names(registry, "team", ward.team, date(2026, 1, 1)) == "-"

    registry.redo()
    assert area_names(registry, "team", ward.team, date(2026, 1, 1)) == "Tổ dân phố 1"


def test_a_model_in_two_merged_areas_is_in_the_new_one_once(registry: Registry, ward: Ward) -> None:
    areas.merge(registry, [ward.one, ward.other], NewArea(name="Sen"), DAY)

    (row,) = registry.models.window([ModelId(ward.model)], NOW)
    assert row.areas == ("Sen",)
