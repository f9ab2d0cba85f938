"""Whatever areas and people go through, in any order: nothing is left behind or lost, and all can be undone."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.errors import Refused
from registry_app.domain.ids import AreaId, PersonId
from registry_app.domain.search import Moment, Search
from registry_app.operations import area_splits, areas, twins
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import area, everything, household, member, person, site, team

Deed = Callable[[Registry, Sequence[int]], Changes]
NOW = Moment(TODAY)
NOUNS = ("site", "team", "household", "person")
ACT = Act(on="01/07/2026", paper_number="12/NQ-HĐND")


def build(registry: Registry) -> None:
    """A ward of four areas, a model in each, teams, households and people who may be one."""
    for number in range(4):
        of = area(registry, f"Tổ dân phố {number + 1}", number=str(number + 1))
        for model in (add(registry, f"Mô hình {number}"), 1):
            place = site(registry, model, of, valid_from="2020")  # type: ignore[arg-type]
            in_team = team(registry, place, f"Tổ {number}")
            who = person(registry, born="1980", area_id=of, phone=f"091234567{number}")
            member(registry, in_team, who, valid_from=f"201{number}")
            household(registry, f"Hộ {number}", area_id=of, team_id=in_team if model == 1 else None, head_id=who)


def chosen_areas(registry: Registry, picks: Sequence[int]) -> list[AreaId]:
    every = [one for one in registry.lists.areas.values() if not one.whole_ward]
    return [AreaId(every[pick % len(every)].id) for pick in picks]


def rename(registry: Registry, picks: Sequence[int]) -> Changes:
    (one, *_others) = chosen_areas(registry, picks)
    return areas.rename(registry, one, f"Khu phố {picks[1]}", ACT)


def renumber(registry: Registry, picks: Sequence[int]) -> Changes:
    one, other, *_others = chosen_areas(registry, picks)
    return areas.renumber(registry, {one: str(picks[2]), other: str(picks[0])}, ACT)


def merge(registry: Registry, picks: Sequence[int]) -> Changes:
    one, other, third, *_others = chosen_areas(registry, picks)
    into = NewArea(name=f"Khu phố mới {picks[0]}") if picks[3] % 2 else third
    return areas.merge(registry, [one, other], into, ACT, join_sites=picks[3] > 4)


def split(registry: Registry, picks: Sequence[int]) -> Changes:
    (one, *_others) = chosen_areas(registry, picks)
    into = [NewArea(name=f"Khu phố A{picks[1]}"), NewArea(name=f"Khu phố B{picks[2]}")]
    rows = area_splits.split_preview(registry, one, into, ACT).rows
    wanted = {row.place: (place + picks[3]) % 2 for place, (row, _to) in enumerate(rows) if place % 3 != picks[2] % 3}
    return area_splits.split(registry, one, into, ACT, wanted=wanted)


def join(registry: Registry, picks: Sequence[int]) -> Changes:
    every = registry.inside.people.ids(Search(noun="person"), NOW)
    one, other = (PersonId(every[pick % len(every)]) for pick in picks[:2])
    return twins.merge(registry, one, other)


deeds = some.lists(
    some.tuples(some.sampled_from((rename, renumber, merge, split, join)), some.tuples(*[some.integers(0, 9)] * 4)),
    min_size=1,
    max_size=6,
)


def left_in_ended_areas(registry: Registry) -> list[int]:
    """Rows of today that belong to an area out of use."""
    return [
        number
        for table, holds in (
            ("site", "valid_to IS NULL"),
            ("household", "valid_to IS NULL"),
            ("person", "replaced_by IS NULL"),
        )
        for (number,) in registry.connection.execute(
            f"SELECT t.id FROM {table} t JOIN area a ON a.id = t.area_id WHERE a.retired = 1 AND t.{holds}"
        )
    ]


def counts(registry: Registry) -> dict[str, int]:
    """How many rows of each noun hold today."""
    return {noun: registry.inside.of(noun).count(Search(noun=noun), NOW) for noun in NOUNS}


@pytest.fixture(scope="module")
def ward(new_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ward, to be copied."""
    path = tmp_path_factory.mktemp("ward") / "ward.registry"
    shutil.copyfile(new_register, path)
    with Registry.open(path, who="Lan") as registry:
        build(registry)
    return path


@settings(max_examples=30, deadline=None)
@given(deeds=deeds)
def test_nothing_is_left_behind_or_lost_and_all_can_be_undone(
    ward: Path, deeds: list[tuple[Deed, Sequence[int]]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ward.registry"
        shutil.copyfile(ward, path)
        with Registry.open(path, who="Lan") as registry:
            go_through(registry, deeds)


def go_through(registry: Registry, deeds: list[tuple[Deed, Sequence[int]]]) -> None:
    """Do what can be done, looking at the ward after each deed, and take it all back."""
    before, had = everything(registry), counts(registry)
    done = 0

    for deed, picks in deeds:
        now = everything(registry)
        people = counts(registry)["person"]
        try:
            changes = deed(registry, picks)
        except Refused:
            assert everything(registry) == now
            continue
        done += bool(changes)
        assert left_in_ended_areas(registry) == []
        assert counts(registry)["person"] == people - (deed is join)

    has = counts(registry)
    assert has["team"] == had["team"]
    assert has["household"] == had["household"]
    for _ in range(done):
        registry.undo()
    assert everything(registry) == before
