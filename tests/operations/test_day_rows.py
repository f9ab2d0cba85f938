"""Rows of a day of the past stand in the areas of then: found by them, sorted by them, called by their names."""

from datetime import date

import pytest

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.ids import AreaId
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.operations import areas, day_rows
from registry_app.operations.day_rows import Day
from registry_app.store.registry import Registry

from ..making import TODAY
from ..peopled import area, household

BEFORE = Day(at=Moment(date(2026, 6, 30)), past=True)
NOW = Day(at=Moment(TODAY))


@pytest.fixture
def old(registry: Registry) -> tuple[AreaId, AreaId]:
    """Two areas with a household in turn, merged since."""
    one, other = area(registry, "Tổ dân phố 1"), area(registry, "Tổ dân phố 2")
    for number, of in enumerate((one, other, one, other)):
        household(registry, f"Hộ {number}", area_id=of)
    household(registry, "Hộ lẻ")
    areas.merge(registry, [one, other], NewArea(name="Sen"), Act(on="2026-07-01", paper_number="1"))
    return one, other


def heads(registry: Registry, search: Search, day: Day) -> list[tuple[str, str]]:
    """Who is found, with the area."""
    return [(row.head, row.area) for row in day_rows.rows(registry, "household", search, day)]


def test_rows_are_found_by_the_area_to_which_they_belonged(registry: Registry, old: tuple[AreaId, AreaId]) -> None:
    in_old = Search(noun="household", filters=(Filter("area", (old[0],)),))
    outside = Search(noun="household", filters=(Filter("area", (old[0],), negated=True),))

    assert heads(registry, in_old, BEFORE) == [("Hộ 0", "Tổ dân phố 1"), ("Hộ 2", "Tổ dân phố 1")]
    assert [head for head, _area in heads(registry, outside, BEFORE)] == ["Hộ 1", "Hộ 3", "Hộ lẻ"]
    assert heads(registry, in_old, NOW) == []


@pytest.mark.parametrize("descending", [False, True])
def test_rows_of_one_area_of_then_stand_together(
    registry: Registry, old: tuple[AreaId, AreaId], descending: bool
) -> None:
    search = Search(noun="household", order=(Order("area", descending),))

    found = [area for _head, area in heads(registry, search, BEFORE)]

    names = ["Tổ dân phố 1", "Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 2"]
    assert found == [*(reversed(names) if descending else names), ""]
