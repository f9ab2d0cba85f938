"""The official count: models / sites / teams side by side, people and households once, never added together."""

from datetime import date

import pytest

from registry_app.domain.counting import (
    AXES,
    CameraFact,
    Facts,
    Figures,
    ModelFact,
    Official,
    SiteFact,
    counts,
    official,
    parts,
)

DAY = date(2026, 11, 22)
LENT, HOA = 1, 2
CAMERA, JOINED, FORCE = 10, 20, 30


def model(
    type_id: int = JOINED,
    kind: str = "model",
    status_kind: str = "active",
    *,
    statutory: bool = False,
    pointed: bool = False,
    eyes: int = 0,
    recorders: int = 0,
) -> ModelFact:
    """One model."""
    return ModelFact(
        type=type_id,
        field=None if type_id == FORCE else type_id + 1,
        status={"active": 100, "paused": 101, "ended": 102, "preparing": 103}[status_kind],
        status_kind=status_kind,
        kind=kind,
        statutory=statutory,
        eyes=eyes,
        recorders=recorders,
        pointed=pointed,
    )


FACTS = Facts(
    on=DAY,
    models={
        1: model(),
        2: model(status_kind="paused"),
        3: model(kind="theme"),
        4: model(FORCE, statutory=True),
        5: model(CAMERA, pointed=True, eyes=20, recorders=3),
        6: model(CAMERA, eyes=7, recorders=1),
        7: model(status_kind="ended"),
    },
    sites={
        1: SiteFact(1, LENT),
        2: SiteFact(1, HOA),
        3: SiteFact(2, LENT),
        4: SiteFact(3, LENT),
        5: SiteFact(4, HOA),
        6: SiteFact(5, HOA),
        7: SiteFact(5, None),
        8: SiteFact(7, LENT),
    },
    teams={1: 1, 2: 1, 3: 2, 4: 3, 5: 5, 6: 8},
    members=[(1, 1), (1, 2), (2, 2), (3, 3), (4, 1), (5, 1), (6, 9)],
    households=[(1, "An|5 Lê"), (2, "An|5 Lê"), (2, "Bình|6 Lê"), (6, "Cúc|7 Lê")],
    cameras=[CameraFact(6, 4, 1), CameraFact(7, 5, 0)],
)


def test_what_counts_is_a_model_that_is_active_or_paused_and_what_is_in_it() -> None:
    count = official(FACTS)

    assert (count.models.models, count.models.sites, count.models.teams) == (4, 5, 4)
    assert (count.themes.models, count.themes.sites) == (1, 1)
    assert (count.statutory.models, count.statutory.teams, count.statutory.people) == (1, 1, 1)


def test_people_and_households_count_once_however_often_they_stand_there() -> None:
    found = official(FACTS).models

    assert found.people == 3
    assert found.households == 2


def test_a_ward_may_leave_paused_models_out() -> None:
    found = official(FACTS, count_paused=False).models

    assert (found.models, found.sites, found.teams) == (3, 4, 3)


def test_eyes_are_the_sum_of_camera_points_and_what_was_typed_only_where_there_are_none() -> None:
    found = official(FACTS).models

    assert (found.camera_points, found.eyes, found.recorders) == (2, 4 + 5 + 7, 1 + 1)
    assert (found.planned_eyes, found.planned_recorders) == (27, 4)


def test_different_areas_are_counted_per_type() -> None:
    found = {part.value: part.figures.areas for part in parts(FACTS, "type")}

    assert found == {JOINED: 2, CAMERA: 1}


def test_a_model_stands_in_each_of_its_areas_with_what_it_has_there() -> None:
    found = {part.value: part.figures for part in parts(FACTS, "area")}

    assert (found[LENT].models, found[LENT].sites, found[LENT].teams, found[LENT].people) == (2, 2, 3, 2)
    assert (found[HOA].models, found[HOA].sites, found[HOA].eyes) == (2, 2, 4)
    assert found[None].sites == 1


def test_by_status_also_those_stand_that_do_not_count() -> None:
    found = {part.value: (part.figures.models, part.counts) for part in parts(FACTS, "status")}

    assert found == {100: (3, True), 101: (1, True), 102: (1, False)}


def test_by_status_paused_models_stand_apart_where_the_ward_leaves_them_out() -> None:
    found = {part.value: part.counts for part in parts(FACTS, "status", count_paused=False)}

    assert found == {100: True, 101: False, 102: False}


@pytest.mark.parametrize("axis", ["type", "field"])
def test_models_told_apart_add_up_to_the_count(axis: str) -> None:
    assert axis in AXES
    assert sum(part.figures.models for part in parts(FACTS, axis)) == official(FACTS).models.models
    assert sum(part.figures.sites for part in parts(FACTS, axis)) == official(FACTS).models.sites


@pytest.mark.parametrize(("kind", "paused", "expected"), [
    ("active", False, True), ("paused", True, True), ("paused", False, False), ("ended", True, False),
    ("preparing", True, False),
])  # fmt: skip
def test_which_kinds_of_status_count(kind: str, paused: bool, expected: bool) -> None:
    assert counts(kind, count_paused=paused) is expected


def test_the_count_is_written_as_wards_write_it() -> None:
    some = Official(
        on=DAY,
        models=Figures(models=48, sites=330, teams=1204, people=3900, households=2500),
        themes=Figures(models=2),
        statutory=Figures(models=4),
    )

    assert str(some) == "48 mô hình / 330 điểm / 1.204 tổ"
    assert some.whole == (
        "48 mô hình / 330 điểm / 1.204 tổ · 3.900 người · 2.500 hộ; ngoài ra 2 chuyên đề, 4 tổ chức theo luật định"
    )
    assert some.said_on_paper == "48 mô hình / 330 điểm / 1.204 tổ, 3.900 người, 2.500 hộ"
    assert some.whole_on_paper == f"{some.said_on_paper}; ngoài ra 2 chuyên đề, 4 tổ chức theo luật định"


def test_an_empty_register_counts_nothing() -> None:
    empty = Facts(on=DAY, models={}, sites={}, teams={}, members=(), households=(), cameras=())

    assert str(official(empty)) == "0 mô hình / 0 điểm / 0 tổ"
    assert official(empty).whole == str(official(empty))
    assert parts(empty, "area") == ()
