"""From when to when an area exists: merges and splits make and end areas, other changes do not."""

from datetime import date

from registry_app.domain.area_life import Life, Part, areas_on, lives
from registry_app.domain.entries import Area
from registry_app.domain.ids import AreaId

ONE, TWO, BOTH = AreaId(1), AreaId(2), AreaId(3)
DAY = date(2026, 7, 1)


def part(area: AreaId, side: str, kind: str = "merge", change: int = 1, on: str = "2026-07-01") -> Part:
    return Part(change=change, kind=kind, on=on, area_id=area, side=side)


def test_a_merge_ends_the_areas_before_and_begins_the_one_after() -> None:
    found = lives([part(ONE, "before"), part(TWO, "before"), part(BOTH, "after")])

    assert found == {ONE: Life(ends=DAY), TWO: Life(ends=DAY), BOTH: Life(begins=DAY)}


def test_an_area_into_which_another_is_merged_lives_on() -> None:
    assert lives([part(ONE, "before"), part(TWO, "before"), part(ONE, "after")]) == {TWO: Life(ends=DAY)}


def test_an_area_that_began_with_a_split_may_end_with_a_merge() -> None:
    split = part(ONE, "after", "split", change=1)
    merge = part(ONE, "before", "merge", change=2, on="2027")

    assert lives([split, merge]) == {ONE: Life(begins=DAY, ends=date(2027, 1, 1))}


def test_a_new_name_or_number_neither_makes_nor_ends_an_area() -> None:
    assert lives([part(ONE, "before", "rename"), part(TWO, "before", "renumber")]) == {}


def test_the_areas_of_a_day_are_those_that_have_begun_and_not_ended() -> None:
    areas = [Area(id=1, name="Tổ 1"), Area(id=3, name="Khu phố 1"), Area(id=4, name="Phường")]
    known = {ONE: Life(ends=DAY), BOTH: Life(begins=DAY)}

    assert [area.id for area in areas_on(areas, known, date(2026, 6, 30))] == [1, 4]
    assert [area.id for area in areas_on(areas, known, DAY)] == [3, 4]
