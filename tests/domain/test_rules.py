"""What keeps values from being saved, field by field."""

from datetime import date

import pytest
from msgspec.structs import replace

from registry_app.domain import rules
from registry_app.domain.entries import Entry, Grade, Lists, ModelType, Status, WorkField
from registry_app.domain.errors import Problem
from registry_app.domain.ids import ModelId, StatusId, TypeId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.review import Review, StatusChange

TODAY = date(2026, 11, 15)
LISTS = Lists(
    types={TypeId(1): ModelType(id=1, code="CAM", name="Camera an ninh")},
    statuses={
        StatusId(1): Status(id=1, name="Đang hoạt động", kind="active"),
        StatusId(2): Status(id=2, name="Thanh loại", kind="ended"),
    },
)
GOOD = LocalModel(name="Camera tổ 5", type_id=TypeId(1), founded_on="2020-01-05")


def row(**values: object) -> ModelRow:
    """A row of an active model that was founded in March 2020."""
    blank: dict[str, object] = dict.fromkeys(ModelRow.__struct_fields__, "")
    blank |= {"id": ModelId(1), "code": "CAM-2020-001", "founded_on": "2020-03", "status_kind": "active"}
    return ModelRow(**{**blank, "trashed_on": None, **values})  # type: ignore[arg-type]


def fields(problems: tuple[Problem, ...]) -> list[str]:
    """The fields that have a problem."""
    return [problem.field for problem in problems]


def test_a_whole_model_has_no_problem() -> None:
    assert rules.problems(GOOD, LISTS, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"type_id": None}, "type"),
        ({"type_id": TypeId(9)}, "type"),
        ({"founded_on": "2026-12"}, "founded_on"),
        ({"founded_on": "2026-11-16"}, "founded_on"),
        ({"interval_months": 121}, "interval_months"),
        ({"interval_months": -1}, "interval_months"),
    ],
)
def test_each_broken_rule_is_told_at_its_field(change: dict[str, object], field: str) -> None:
    broken = replace(GOOD, **change)

    assert fields(rules.problems(broken, LISTS, TODAY)) == [field]


def test_a_year_that_has_begun_is_no_future() -> None:
    assert rules.problems(replace(GOOD, founded_on="2026"), LISTS, TODAY) == ()


def test_a_twin_and_a_launch_before_the_founding_are_warnings() -> None:
    model = replace(GOOD, launched_on="2019-12-31")

    assert fields(rules.warnings(model, ["CAM-2019-004"])) == ["name", "launched_on"]
    assert rules.warnings(GOOD, []) == ()


@pytest.mark.parametrize(
    ("on", "changed", "field"),
    [
        ("", {}, "on"),
        ("2026-11-16", {}, "on"),
        ("2020-02-29", {}, "on"),
        ("2026-01-01", {"status_kind": "ended"}, "model"),
        ("2026-01-01", {"trashed_on": "2026-01-01"}, "model"),
    ],
)
def test_a_review_in_the_future_before_the_founding_or_of_what_is_gone_is_refused(
    on: str, changed: dict[str, object], field: str
) -> None:
    assert fields(rules.review_problems(Review(on=on), row(**changed), TODAY)) == [field]


def test_a_review_in_the_month_of_a_founding_known_by_month_is_taken() -> None:
    assert rules.review_problems(Review(on="2020-03-01"), row(), TODAY) == ()


def test_ending_asks_for_a_reason_and_every_change_for_a_day_and_a_known_label() -> None:
    assert fields(rules.status_problems(StatusChange(status_id=StatusId(2), on="2026-01-01"), LISTS)) == ["reason"]
    assert fields(rules.status_problems(StatusChange(status_id=StatusId(7)), LISTS)) == ["status", "on"]
    assert rules.status_problems(StatusChange(status_id=StatusId(1), on="2026-01-01"), LISTS) == ()


def test_a_list_holds_each_name_once_whatever_its_accents() -> None:
    others: list[Entry] = [WorkField(id=1, name="Trật tự đô thị")]

    assert fields(rules.entry_problems(WorkField(name="trat tu do thi"), others)) == ["name"]
    assert fields(rules.entry_problems(WorkField(name=""), others)) == ["name"]
    assert rules.entry_problems(WorkField(id=1, name="Trật tự Đô thị"), others) == ()
    assert rules.entry_problems(Grade(name="Tốt"), []) == ()


@pytest.mark.parametrize("code", ["", "cam", "CA M", "CÁM", "TOOLONGXY"])
def test_an_abbreviation_is_one_to_eight_capitals_without_accents(code: str) -> None:
    assert fields(rules.entry_problems(ModelType(code=code, name="Mới"), [])) == ["code"]


def test_an_abbreviation_is_given_once() -> None:
    others: list[Entry] = [ModelType(id=1, code="CAM", name="Camera an ninh")]

    assert fields(rules.entry_problems(ModelType(code="CAM", name="Khác"), others)) == ["code"]
