"""What an indicator comes to in a period: figures of its parts are added, never twice, never those of others."""

from typing import Any

import pytest

from registry_app.domain.ids import IndicatorId, ModelId, ResultId
from registry_app.domain.period_results import Total, totals
from registry_app.domain.result_text import canonical
from registry_app.domain.results import ResultRow

BLANK: dict[str, Any] = {
    name: None if name in ("model_id", "area_id", "amount", "total", "percent") else ""
    for name in ResultRow.__struct_fields__
}


def row(begun: str, over: str, amount: str, **facts: Any) -> ResultRow:
    """A figure of “Tin báo” from ``begun`` to ``over``."""
    usual = {
        **BLANK,
        "id": ResultId(1),
        "indicator_id": IndicatorId(1),
        "indicator": "Tin báo",
        "unit": "tin",
        "position": 1,
        "exactness": "exact",
        "period_from": begun,
        "period_to": over,
        "amount": amount,
        **facts,
    }
    figure = canonical(amount, usual["total"], usual["exactness"])
    return ResultRow(**{**usual, "figure": figure})


def of(*rows: ResultRow) -> list[tuple[str, int]]:
    """The figures of 2025 and of how many parts."""
    return [(one.figure, one.parts) for one in totals(rows, "2025-01-01", "2025-12-31")]


FIRST, SECOND = ("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31")


def test_the_halves_of_a_year_are_added() -> None:
    assert of(row(*FIRST, "12"), row(*SECOND, "30")) == [("42", 2)]


def test_a_figure_of_the_whole_year_stands_for_its_parts() -> None:
    whole = row("2025-01-01", "2025-12-31", "45")

    assert of(row(*FIRST, "12"), whole, row(*SECOND, "30")) == [("45", 1)]


@pytest.mark.parametrize(
    "other",
    [
        row("2024-12-01", "2025-03-31", "5"),
        row("2025-12-01", "2026-01-31", "5"),
        row(*SECOND, "5", model_id=ModelId(3)),
        row(*SECOND, "5", place="Quận Hồng Bàng"),
    ],
)
def test_what_lies_outside_or_is_of_others_is_not_added(other: ResultRow) -> None:
    assert of(row(*FIRST, "12"), other) == [("12", 1)]


def test_a_sum_is_as_exact_as_its_least_exact_part() -> None:
    assert of(row(*FIRST, "12", exactness="over"), row(*SECOND, "30")) == [(">42", 2)]
    assert of(row(*FIRST, "12", exactness="nearly"), row(*SECOND, "30", exactness="over")) == [("~42", 2)]


def test_ratios_are_added_above_and_below() -> None:
    assert of(row(*FIRST, "2", total="3"), row(*SECOND, "4", total="5")) == [("6/8", 2)]


def test_decimals_add_up_without_rounding() -> None:
    assert of(row(*FIRST, "0.1"), row(*SECOND, "0.2")) == [("0.3", 2)]


def test_the_number_is_that_of_an_exact_figure_only() -> None:
    (exact,), (over,) = (totals([row(*FIRST, "12", exactness=one)], *FIRST) for one in ("exact", "over"))

    assert exact.number == 12
    assert over.number is None
    assert isinstance(exact, Total)
    assert exact.said == "12 tin"
