"""Whether wholes agree with their parts, and nothing stands twice."""

from typing import Any

import pytest
from msgspec.structs import replace

from registry_app.domain.entries import Indicator
from registry_app.domain.ids import AreaId, IndicatorId, ResultId
from registry_app.domain.result_sums import checked, twins
from registry_app.domain.results import Result

WHOLE, ONE, TWO, OTHER = (IndicatorId(number) for number in (1, 2, 3, 4))
LISTED = (
    Indicator(id=WHOLE, name="Tin báo", unit="tin", kind="sum", position=1),
    Indicator(id=ONE, name="An ninh", unit="tin", part_of=WHOLE, position=2),
    Indicator(id=TWO, name="Hình sự", unit="tin", part_of=WHOLE, position=3),
    Indicator(id=OTHER, name="Lượt tuần tra", unit="lượt", position=4),
)
INDICATORS = {one.id: one for one in LISTED}


def results(*figures: tuple[IndicatorId, str], **facts: Any) -> list[Result]:
    base = Result(period_from="2026-01-01", period_to="2026-06-30", source="Báo cáo")
    return [
        replace(base, id=ResultId(place), indicator_id=indicator, amount=amount, **facts)
        for place, (indicator, amount) in enumerate(figures, start=1)
    ]


def test_a_whole_that_is_the_sum_of_its_parts_fits() -> None:
    (found,) = checked(results((WHOLE, "12"), (ONE, "5"), (TWO, "7")), INDICATORS)

    assert found.fits
    assert [part.amount for part in found.parts] == ["5", "7"]


def test_a_whole_that_is_not_the_sum_is_told_with_the_numbers() -> None:
    (found,) = checked(results((WHOLE, "18160"), (ONE, "3136"), (TWO, "9625")), INDICATORS)

    assert found.problem is not None
    assert found.problem.values["whole"] == "18.160"
    assert found.problem.values["sum"] == "12.761"
    assert found.problem.values["parts"] == "3.136 + 9.625"


def test_decimals_add_up_exactly() -> None:
    (found,) = checked(results((WHOLE, "0.3"), (ONE, "0.1"), (TWO, "0.2")), INDICATORS)

    assert found.fits


def test_nothing_is_told_while_a_part_is_missing() -> None:
    assert checked(results((WHOLE, "12"), (ONE, "5")), INDICATORS) == []


def test_parts_that_are_more_than_the_whole_are_told_even_while_one_is_missing() -> None:
    (found,) = checked(results((WHOLE, "12"), (ONE, "15")), INDICATORS)

    assert found.problem is not None


def test_a_part_that_is_no_longer_counted_need_not_be_there() -> None:
    known = {**INDICATORS, TWO: replace(INDICATORS[TWO], retired=True)}

    (found,) = checked(results((WHOLE, "5"), (ONE, "5")), known)

    assert found.fits


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("exactness", ["over", "nearly", "check"])
def test_nothing_is_told_where_a_number_is_not_exact(place: int, exactness: str) -> None:
    figures = results((WHOLE, "20"), (ONE, "5"), (TWO, "7"))
    figures[place] = replace(figures[place], exactness=exactness)

    assert checked(figures, INDICATORS) == []


def test_nothing_is_told_where_a_part_stands_twice() -> None:
    assert checked(results((WHOLE, "20"), (ONE, "5"), (ONE, "6"), (TWO, "7")), INDICATORS) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"period_to": "2026-12-31"},
        {"source": "Báo cáo khác"},
        {"area_id": AreaId(3)},
        {"place": "Phường cũ"},
        {"paper_number": "12/BC"},
    ],
)
def test_figures_of_another_period_scope_or_source_are_not_added(facts: dict[str, Any]) -> None:
    figures = results((WHOLE, "12"), (ONE, "5"), (TWO, "8"))
    figures[2] = replace(figures[2], **facts)

    assert checked(figures, INDICATORS) == []


def test_the_source_is_the_same_whatever_its_capitals_and_marks() -> None:
    figures = results((WHOLE, "12"), (ONE, "5"), (TWO, "7"))
    figures[1] = replace(figures[1], source="BÁO  CÁO")

    assert checked(figures, INDICATORS)[0].fits


def test_the_same_figure_of_another_source_is_no_twin() -> None:
    first, second, third = results((OTHER, "1"), (OTHER, "2"), (OTHER, "3"))
    third = replace(third, source="Khác")

    assert twins(first, [first, second, third]) == [second]
