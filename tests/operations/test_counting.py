"""The official count of a real register, on any day, and that everybody who shows it shows the same."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from registry_app.domain.counting import AXES
from registry_app.domain.entries import Entry
from registry_app.domain.search import Moment, Search
from registry_app.operations import counting
from registry_app.store.registry import Registry

DAY = date(2026, 11, 15)
AT = Moment(DAY)


def test_the_sample_ward_has_its_330_sites(sample_ward: Registry) -> None:
    found = counting.official(sample_ward, DAY).models

    assert found.models >= 100
    assert found.sites >= 330
    assert found.teams >= 500
    assert found.people < sum(row.members for row in sample_ward.inside.teams.rows(Search(noun="team"), AT))


def test_the_count_is_made_of_the_rows_that_the_lists_show(sample_ward: Registry) -> None:
    found = counting.official(sample_ward, DAY).models
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    counted = {
        row.id for row in rows if row.kind == "model" and not row.statutory and row.status_kind in ("active", "paused")
    }
    sites = [row for row in sample_ward.inside.sites.rows(Search(noun="site"), AT) if row.model_id in counted]
    teams = [row for row in sample_ward.inside.teams.rows(Search(noun="team"), AT) if row.model_id in counted]
    members = sample_ward.inside.members.rows(Search(noun="membership"), AT)

    assert found.models == len(counted)
    assert found.sites == len(sites)
    assert found.teams == len(teams)
    assert found.people == len({row.person_id for row in members if row.model_id in counted})


def test_before_a_model_was_there_it_does_not_count(sample_ward: Registry) -> None:
    then = counting.official(sample_ward, date(2010, 1, 1))
    before = counting.official(sample_ward, date(1999, 1, 1))

    assert 0 < then.models.models < counting.official(sample_ward, DAY).models.models
    assert (before.models.models, before.models.sites, before.models.teams) == (0, 0, 0)


def test_the_force_of_before_2024_counts_on_its_days(sample_ward: Registry) -> None:
    before = counting.told_apart(sample_ward, date(2024, 6, 30), "type")[0].statutory
    after = counting.told_apart(sample_ward, date(2024, 7, 1), "type")[0].statutory

    assert (before.models, after.models) == (4, 3)
    assert before.teams == 8
    assert after.teams == 26


def test_a_ward_that_leaves_paused_models_out_counts_fewer(sample_ward: Registry) -> None:
    with_them = counting.official(sample_ward, DAY).models.models
    with sample_ward.change("t"):
        sample_ward.settings.save(replace(sample_ward.settings.ward(), count_paused=False))

    assert counting.official(sample_ward, DAY).models.models == with_them - 6


def test_what_is_in_the_trash_does_not_count(sample_ward: Registry) -> None:
    before = counting.official(sample_ward, DAY)
    number = sample_ward.models.by_code("CAM-2019-001")
    with sample_ward.change("t"):
        sample_ward.models.trash([number], "2026-11-15")

    after = counting.official(sample_ward, DAY)
    assert after.models.models == before.models.models - 1
    assert after.models.camera_points == before.models.camera_points - 86


def test_only_the_models_asked_for_are_counted(sample_ward: Registry) -> None:
    ids = sample_ward.models.ids(Search(words="camera an ninh"), AT)

    found = counting.official(sample_ward, DAY, ids).models

    assert 0 < found.models <= len(ids)
    assert counting.official(sample_ward, DAY, []).models.models == 0


@pytest.mark.parametrize("axis", AXES)
def test_lines_stand_in_the_order_of_the_list_and_every_model_is_in_one(sample_ward: Registry, axis: str) -> None:
    count, lines = counting.told_apart(sample_ward, DAY, axis)
    names = [line.name for line in lines if line.name]
    lists = sample_ward.lists
    listed: dict[str, Mapping[Any, Entry]] = {
        "type": lists.types,
        "area": lists.areas,
        "status": lists.statuses,
        "field": lists.fields,
    }

    assert names == [one.name for one in listed[axis].values() if one.name in names]
    assert sum(line.figures.models for line in lines if line.counts) >= count.models.models


def test_a_very_large_register_is_not_counted_on_the_side(
    sample_ward: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert counting.on_the_side(sample_ward, DAY) == counting.official(sample_ward, DAY)

    monkeypatch.setattr(counting, "MOST_ROWS", 10)

    assert counting.on_the_side(sample_ward, DAY) is None
