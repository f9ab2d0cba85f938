"""How many sites, teams, members and households a model has stands in its row, and can be filtered by."""

from datetime import date

import pytest

from registry_app.domain.fields import BY_NAME, shown
from registry_app.domain.search import Filter, Moment, Search
from registry_app.store.registry import Registry

AT = Moment(date(2026, 11, 15))
FIGURES = ("sites", "teams", "members", "households")
NOUNS = {"sites": "site", "teams": "team", "members": "membership", "households": "household"}


def test_the_figures_of_a_row_are_what_the_lists_of_the_inside_show(sample_ward: Registry) -> None:
    row = sample_ward.models.window([sample_ward.models.by_code("LGA-2019-001")], AT)[0]
    inside = {
        name: {
            one.person_id if noun == "membership" else one.id
            for one in sample_ward.inside.of(noun).rows(Search(noun=noun), AT)
            if one.model_code == row.code
        }
        for name, noun in NOUNS.items()
    }

    assert {name: getattr(row, name) for name in FIGURES} == {name: len(some) for name, some in inside.items()}
    assert row.teams > 1


def test_the_figures_are_of_the_day_asked_for(sample_ward: Registry) -> None:
    number = sample_ward.models.by_code("BVDP-2007-001")

    then = sample_ward.models.window([number], Moment(date(2024, 6, 30)))[0]
    after = sample_ward.models.window([number], Moment(date(2024, 7, 1)))[0]

    assert then.teams == 3
    assert then.members > 0
    assert (after.sites, after.teams, after.members) == (3, 0, 0)


@pytest.mark.parametrize("name", FIGURES)
def test_models_are_filtered_by_a_figure(sample_ward: Registry, name: str) -> None:
    found = sample_ward.models.ids(Search(filters=(Filter(name, low="2", high="5"),)), AT)
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)

    assert sorted(found) == sorted(row.id for row in rows if 2 <= getattr(row, name) <= 5)


def test_the_view_of_statutory_bodies_holds_just_these(sample_ward: Registry) -> None:
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), AT), AT)
    found = sample_ward.models.ids(Search(view="statutory"), AT)

    assert sorted(found) == sorted(row.id for row in rows if row.statutory)
    assert sample_ward.models.view_counts(AT)["statutory"] == len(found) == 6


def test_a_figure_is_shown_as_a_number_none_as_0(sample_ward: Registry) -> None:
    row = sample_ward.models.window([sample_ward.models.by_code("BVDP-2007-001")], AT)[0]

    assert shown(row, BY_NAME["sites"]) == "3"
    assert shown(row, BY_NAME["teams"]) == "0"
