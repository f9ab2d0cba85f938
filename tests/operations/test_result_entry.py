"""Many figures of a period entered at once."""

import pytest

from registry_app.domain.errors import Refused
from registry_app.domain.ids import IndicatorId
from registry_app.domain.results import Result
from registry_app.operations import result_entry
from registry_app.store.registry import Registry

HEAD = {"period": "Q3/2026", "source": "Báo cáo quý III"}


def numbers(registry: Registry, **figures: str) -> dict[IndicatorId, str]:
    by_code = {one.code.replace("-", "_"): IndicatorId(one.id) for one in registry.lists.indicators.values()}
    return {by_code[code]: text for code, text in figures.items()}


def every(registry: Registry) -> list[Result]:
    return registry.inside.results.every()


def test_figures_are_written_as_one_action(registry: Registry) -> None:
    done = result_entry.save(registry, HEAD, numbers(registry, TIN="97", VU_HS="trên 9", KHIEU_KIEN="5/6", HEROIN=" "))

    assert (done.new, done.changed, done.warnings) == (3, 0, ())
    assert [(one.amount, one.total, one.exactness) for one in every(registry)] == [
        ("97", None, "exact"),
        ("9", None, "over"),
        ("5", "6", "exact"),
    ]
    assert {one.period_from for one in every(registry)} == {"2026-07-01"}
    registry.undo()
    assert every(registry) == []


def test_nothing_is_written_while_one_figure_is_wrong(registry: Registry) -> None:
    figures = numbers(registry, TIN="97", VU_HS="9 đối tượng", DT_HS="nhiều")

    with pytest.raises(Refused) as refused:
        result_entry.save(registry, {**HEAD, "period": "x"}, figures)

    wrong = list(figures)[1:]
    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["period", *(f"{number}.figure" for number in wrong)]
    assert every(registry) == []


def test_a_figure_of_the_same_period_scope_and_source_is_written_over(registry: Registry) -> None:
    result_entry.save(registry, HEAD, numbers(registry, TIN="97"))

    done = result_entry.save(registry, HEAD, numbers(registry, TIN="98", TIN_GT="40"))
    result_entry.save(registry, {**HEAD, "source": "Báo cáo khác"}, numbers(registry, TIN="99"))

    assert (done.new, done.changed) == (1, 1)
    assert [one.amount for one in every(registry)] == ["98", "40", "99"]


def test_the_sum_is_checked_with_what_the_register_has(registry: Registry) -> None:
    parts = numbers(registry, TIN_ANCT="1", TIN_TPHS="2", TIN_TNXH="3", TIN_KHAC="4")
    result_entry.save(registry, HEAD, parts)

    wrong = result_entry.save(registry, HEAD, numbers(registry, TIN="11"))
    values, problems = result_entry.read(registry, HEAD, numbers(registry, TIN_KHAC="5"))
    (finding,) = result_entry.findings(registry, values)

    assert "10 = 1 + 2 + 3 + 4" in str(wrong.warnings[0])
    assert problems == []
    assert finding.fits


def test_without_a_figure_there_is_nothing_to_write(registry: Registry) -> None:
    with pytest.raises(Refused):
        result_entry.save(registry, HEAD, numbers(registry, TIN=""))


def test_what_the_register_has_is_known_before_anything_is_typed(registry: Registry) -> None:
    result_entry.save(registry, HEAD, numbers(registry, TIN="97"))

    shared, problems = result_entry.head(registry, HEAD, None)

    assert problems == []
    assert [one.amount for one in result_entry.standing(registry, shared).values()] == ["97"]
