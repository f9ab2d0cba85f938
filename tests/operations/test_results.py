"""Figures of results, saved as they are typed."""

from datetime import date
from typing import Any

import pytest

from registry_app.domain.errors import Refused
from registry_app.domain.ids import IndicatorId
from registry_app.domain.results import Result, ResultRow
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.operations import inside, lists, result_checks
from registry_app.store.registry import Registry

from ..making import add

AT = Moment(date(2026, 11, 22))
PERIOD = {"period": "6 tháng đầu 2026", "source": "Báo cáo 97"}


def enter(registry: Registry, indicator: str, figure: str, model: int | None = None, **more: str) -> int:
    typed = {**PERIOD, "indicator": indicator, "figure": figure, **more}
    return inside.save(registry, "result", 0, typed, model_id=model).id


def value(registry: Registry, number: int) -> Result:
    return registry.inside.results.one(number)


def row(registry: Registry, number: int) -> ResultRow:
    return registry.inside.results.window([number], AT)[0]


def told(registry: Registry, **typed: str) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        inside.save(registry, "result", 0, typed)
    return {problem.field: str(problem) for problem in refused.value.problems}


def codes(registry: Registry, view: str = "all", **search: Any) -> list[str]:
    found = registry.inside.results.rows(Search(view=view, noun="result", **search), AT)
    return [one.code for one in found]


def test_a_figure_says_its_own_exactness_and_keeps_how_it_was_written(registry: Registry) -> None:
    kept = value(registry, enter(registry, "TUAN-TRA", "gần 40 nghìn"))

    assert (kept.amount, kept.total, kept.exactness) == ("40000", None, "nearly")
    assert kept.as_written == "gần 40 nghìn"
    assert (kept.period_from, kept.period_to) == ("2026-01-01", "2026-06-30")


def test_so_many_of_so_many_has_a_total_and_a_share(registry: Registry) -> None:
    shown = row(registry, enter(registry, "KHIEU-KIEN", "23/27"))

    assert (shown.amount, shown.total, shown.percent, shown.figure) == ("23", "27", "85.2", "23/27")
    assert shown.scope == "Phường Thử"


def test_what_cannot_be_read_is_kept_as_it_is_written_when_it_is_to_be_checked(registry: Registry) -> None:
    problems = told(registry, **PERIOD, indicator="MTTH", figure="3,61 kg 7")
    kept = value(registry, enter(registry, "MTTH", "3,61 kg 7", exactness="check"))

    assert list(problems) == ["figure"]
    assert (kept.amount, kept.exactness, kept.as_written) == (None, "check", "3,61 kg 7")
    assert codes(registry, "check") == ["KQ-00001"]
    assert row(registry, kept.id).figure == "?“3,61 kg 7”"


def test_every_problem_of_a_row_is_told_at_its_field(registry: Registry) -> None:
    found = told(registry, indicator="không có", figure="hàng trăm", period="năm sau nữa")

    assert set(found) == {"indicator", "figure", "period"}


def test_a_figure_in_another_unit_is_refused(registry: Registry) -> None:
    assert "đối tượng" in told(registry, **PERIOD, indicator="VU-HS", figure="77 đối tượng")["figure"]
    assert "figure" in told(registry, **PERIOD, indicator="VU-HS", figure="90%")
    assert "figure" in told(registry, **PERIOD, indicator="VU-HS", figure="5/6")


def test_a_word_before_the_figure_and_the_chosen_exactness_must_not_contradict(registry: Registry) -> None:
    found = told(registry, **PERIOD, indicator="TIN", figure="trên 1.200", exactness="nearly")

    assert list(found) == ["exactness"]
    assert value(registry, enter(registry, "TIN", "trên 1.200", exactness="exact")).exactness == "over"


def test_another_figure_brings_its_own_exactness_and_its_own_wording(registry: Registry) -> None:
    number = enter(registry, "TIN", "hơn 450")

    inside.save(registry, "result", number, {"figure": "460"})

    assert (value(registry, number).exactness, value(registry, number).as_written) == ("exact", "")


def test_what_the_source_wrote_stays_when_the_figure_is_cleared_up(registry: Registry) -> None:
    number = enter(registry, "MTTH", "3,61 kg 7", exactness="check")

    inside.save(registry, "result", number, {"figure": "3,617", "exactness": "exact"})

    kept = value(registry, number)
    assert (kept.amount, kept.exactness, kept.as_written) == ("3.617", "exact", "3,61 kg 7")


def test_what_is_of_the_whole_ward_names_no_area(registry: Registry) -> None:
    assert value(registry, enter(registry, "TIN", "5", area="Phường Thử")).area_id is None


def test_a_figure_may_be_of_a_model(registry: Registry) -> None:
    model = add(registry, "Câu lạc bộ", "CLB")
    number = enter(registry, "TIN", "5", model)

    assert row(registry, number).scope == "Câu lạc bộ"
    assert codes(registry, words="cau lac bo") == ["KQ-00001"]
    with pytest.raises(Refused):
        enter(registry, "TIN", "5", 99)


def test_a_sum_that_does_not_add_up_is_told_with_its_numbers(registry: Registry) -> None:
    for code, figure in (("TIN-ANCT", "3.136"), ("TIN-TPHS", "9.625"), ("TIN-TNXH", "3.932"), ("TIN-KHAC", "1.467")):
        enter(registry, code, figure)

    wrong = inside.save(registry, "result", 0, {**PERIOD, "indicator": "TIN", "figure": "18.161"})
    assert codes(registry, "sums") == [wrong.code]
    right = inside.save(registry, "result", wrong.id, {"figure": "18.160"})

    assert "18.160 = 3.136 + 9.625 + 3.932 + 1.467" in str(wrong.warnings[0])
    assert right.warnings == ()
    assert codes(registry, "sums") == []


@pytest.mark.parametrize(
    "figures",
    [
        {"TIN": "20", "TIN-ANCT": "5"},
        {"TIN": "20", "TIN-ANCT": "25"},
        {"TIN": "trên 20", "TIN-ANCT": "5", "TIN-TPHS": "5", "TIN-TNXH": "5", "TIN-KHAC": "6"},
        {"TIN": "20", "TIN-ANCT": "5", "TIN-TPHS": "5", "TIN-TNXH": "5", "TIN-KHAC": "6"},
        {"TIN": "20", "TIN-ANCT": "5", "TIN-TPHS": "5", "TIN-TNXH": "5", "TIN-KHAC": "gần 6"},
        {"TIN": "21", "TIN-ANCT": "5", "TIN-TPHS": "5", "TIN-TNXH": "5", "TIN-KHAC": "6"},
    ],
)
def test_the_view_of_wrong_sums_shows_what_the_check_tells(registry: Registry, figures: dict[str, str]) -> None:
    for code, figure in figures.items():
        enter(registry, code, figure)
    results = registry.inside.results

    found = result_checks.doubts(registry, results.every())

    assert codes(registry, "sums") == [one.code for one, _problem in found]


def test_the_same_figure_twice_is_told_and_found(registry: Registry) -> None:
    enter(registry, "TIN", "5")
    again = inside.save(registry, "result", 0, {**PERIOD, "indicator": "TIN", "figure": "6", "source": "BÁO CÁO 97"})
    other = inside.save(registry, "result", 0, {**PERIOD, "indicator": "TIN", "figure": "6", "source": "Khác"})

    assert "KQ-00001" in str(again.warnings[0])
    assert other.warnings == ()
    assert sorted(codes(registry, "twice")) == ["KQ-00001", "KQ-00002"]


def test_a_figure_is_compared_with_that_of_the_period_before_of_the_same_scope(registry: Registry) -> None:
    enter(registry, "TIN", "100", period="6 tháng cuối 2025")
    enter(registry, "TIN", "7", period="6 tháng cuối 2025", place="Phường cũ")
    number = enter(registry, "TIN", "120")

    assert (row(registry, number).before_period, row(registry, number).before_figure) == (
        "2025-07-01/2025-12-31",
        "100",
    )
    enter(registry, "TIN", "90", period="6 tháng đầu 2025")
    assert row(registry, number).before_figure == "90"


def test_two_figures_of_the_period_before_that_differ_are_not_compared(registry: Registry) -> None:
    enter(registry, "TIN", "100", period="2024", source="A")
    enter(registry, "TIN", "101", period="2024", source="B")

    assert row(registry, enter(registry, "TIN", "120", period="2025", source="C")).before_figure == ""


def test_the_latest_period_stands_first_and_indicators_in_their_order(registry: Registry) -> None:
    for indicator, period in (("HEROIN", "2024"), ("TIN", "2024"), ("TIN", "2025")):
        enter(registry, indicator, "1", period=period)

    assert codes(registry) == ["KQ-00003", "KQ-00002", "KQ-00001"]


def test_results_of_a_model_in_the_trash_are_in_no_list(registry: Registry) -> None:
    from registry_app.operations import models

    model = add(registry, "Câu lạc bộ", "CLB")
    enter(registry, "TIN", "5", model)
    models.trash(registry, [model])

    assert codes(registry) == []
    assert registry.inside.results.every() == []


def test_results_follow_the_new_name_of_their_indicator(registry: Registry) -> None:
    from msgspec.structs import replace

    enter(registry, "TIN", "5")
    lists.save_entry(registry, replace(registry.lists.indicators[IndicatorId(1)], name="Nguồn tin tố giác"))

    assert codes(registry, words="nguon tin to giac") == ["KQ-00001"]


def test_an_indicator_in_use_is_taken_out_of_use_and_not_deleted(registry: Registry) -> None:
    enter(registry, "TIN-GT", "5")
    (used,) = (one for one in registry.lists.indicators.values() if one.code == "TIN-GT")

    lists.remove(registry, used)

    assert registry.lists.indicators[IndicatorId(used.id)].retired
    assert row(registry, 1).indicator == used.name


def test_what_was_entered_is_undone(registry: Registry) -> None:
    enter(registry, "TIN", "5")
    registry.undo()

    assert codes(registry) == []


def test_every_seeded_indicator_has_a_code_a_unit_and_a_topic(registry: Registry) -> None:
    found = list(registry.lists.indicators.values())
    names = [fold(one.name) for one in found]

    assert len(names) == len(set(names)) >= 60
    assert all(one.code and one.unit and one.topic for one in found)
    wholes = {one.part_of for one in found if one.part_of}
    assert {registry.lists.indicators[whole].kind for whole in wholes} == {"sum"}
