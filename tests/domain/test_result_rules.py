"""What must hold of a figure before it is saved."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from registry_app.domain.entries import Indicator
from registry_app.domain.ids import IndicatorId
from registry_app.domain.result_rules import problems, unit_problem, warnings
from registry_app.domain.result_text import read_figure
from registry_app.domain.results import Result
from registry_app.domain.rules import entry_problems

TODAY = date(2026, 11, 22)
COUNT = Indicator(id=1, name="Vụ phá", unit="vụ")
RATIO = Indicator(id=2, name="Vụ ổn định", unit="vụ", kind="ratio")
SHARE = Indicator(id=3, name="Tỷ lệ hộ", unit="%")
GOOD = Result(indicator_id=IndicatorId(1), period_from="2026-01-01", period_to="2026-06-30", amount="5")


def told(indicator: Indicator | None = COUNT, **facts: Any) -> list[str]:
    return [problem.field for problem in problems(replace(GOOD, **facts), indicator, TODAY)]


def test_a_good_figure_has_no_problem() -> None:
    assert told() == []
    assert told(RATIO, amount="23", total="27") == []
    assert told(RATIO, amount="7", total="7") == []
    assert told(SHARE, amount="100") == []


@pytest.mark.parametrize(
    ("indicator", "facts", "field"),
    [
        (None, {}, "indicator"),
        (COUNT, {"amount": None}, "figure"),
        (COUNT, {"total": "9"}, "figure"),
        (RATIO, {}, "figure"),
        (RATIO, {"amount": "28", "total": "27"}, "figure"),
        (RATIO, {"amount": "0", "total": "0"}, "figure"),
        (SHARE, {"amount": "101"}, "figure"),
        (COUNT, {"amount": None, "exactness": "check"}, "as_written"),
        (COUNT, {"period_from": "", "period_to": ""}, "period"),
        (COUNT, {"period_from": "2027-01-01", "period_to": "2027-12-31"}, "period"),
        (COUNT, {"period_to": "2025-12-31"}, "period"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(indicator: Indicator | None, facts: dict[str, Any], field: str) -> None:
    assert told(indicator, **facts) == [field]


def test_a_garbled_figure_may_be_kept_as_it_is_written_until_it_is_checked() -> None:
    assert told(amount=None, exactness="check", as_written="3,61 kg 7") == []


def test_a_period_that_is_not_over_is_worth_a_look_only() -> None:
    running = replace(GOOD, period_to="2026-12-31")

    assert problems(running, COUNT, TODAY) == ()
    assert [problem.field for problem in warnings(running, TODAY)] == ["period"]
    assert warnings(GOOD, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "unit", "fits"),
    [
        ("49 vụ", "vụ", True),
        ("49 đối tượng", "vụ", False),
        ("17.230 lượt", "lượt người", True),
        ("90%", "%", True),
        ("90%", "vụ", False),
        ("4,968 KG", "kg", True),
    ],
)
def test_another_unit_than_the_indicator_s_is_told(text: str, unit: str, fits: bool) -> None:
    assert (unit_problem(read_figure(text), text, replace(COUNT, unit=unit)) is None) is fits


def test_a_part_is_counted_as_its_whole_is() -> None:
    whole = Indicator(id=1, name="Tin", unit="tin", kind="sum")
    part = Indicator(id=2, name="Tin khác", unit="tin", part_of=IndicatorId(1))

    assert entry_problems(part, [whole, part]) == ()
    assert [one.field for one in entry_problems(replace(part, unit="vụ"), [whole, part])] == ["unit"]
    assert [one.field for one in entry_problems(replace(part, unit=""), [whole, part])] == ["unit"]
    assert [one.field for one in entry_problems(part, [replace(whole, kind="count"), part])] == ["part_of"]


def test_an_indicator_is_no_part_of_itself_nor_of_its_own_parts() -> None:
    whole = Indicator(id=1, name="Tin", unit="tin", kind="sum", part_of=IndicatorId(2))
    part = Indicator(id=2, name="Tin khác", unit="tin", kind="sum", part_of=IndicatorId(1))

    assert [one.field for one in entry_problems(whole, [whole, part])] == ["part_of"]
    alone = replace(whole, part_of=IndicatorId(1))
    assert [one.field for one in entry_problems(alone, [alone])] == ["part_of"]
