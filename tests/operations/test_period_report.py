"""The report of a period: the same figures as the official count and the lists, beside those of the period before."""

from datetime import date

import pytest
import time_machine

from registry_app.domain.area_changes import Act, NewArea
from registry_app.domain.counting import COUNTED
from registry_app.domain.ids import StatusId
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Moment, Search
from registry_app.operations import (
    areas,
    counting,
    inside,
    lists,
    period_lines,
    period_paper,
    period_report,
    printing,
    reviewing,
)
from registry_app.operations.period_charts import CHARTS, charts
from registry_app.operations.period_lines import Line
from registry_app.operations.period_report import Comparison
from registry_app.store.registry import Registry

from ..making import TODAY, add
from ..peopled import area, site
from ..reports import reading

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture(autouse=True)
def _today(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(f"{TODAY} 08:00 +0700")


def text_of(pdf: bytes) -> str:
    """Everything that stands in a PDF, in one line."""
    return " ".join(" ".join(reading.texts(pdf)).split())


def lines(found: Comparison) -> dict[str, Line]:
    """Every line by its key."""
    return {line.key: line for section in period_lines.sections(found) for line in section.lines}


def test_the_figures_are_those_of_the_official_count_and_of_the_lists(sample_ward: Registry) -> None:
    found = period_report.compare(sample_ward, *YEAR)
    official = counting.official(sample_ward, TODAY).models
    told = lines(found)

    assert (told["models"].number, told["sites"].number, told["teams"].number) == (
        official.models,
        official.sites,
        official.teams,
    )
    assert found.now.figures.there == official.models
    at = Moment(TODAY)
    rows = sample_ward.models.window(sample_ward.models.ids(Search(), at), at)
    there = [one for one in rows if one.kind == "model" and not one.statutory and one.status_kind in COUNTED]
    assert found.now.figures.never_reviewed == sum(one.last_review is None for one in there)
    assert found.now.figures.effective == sum(one.effective == "yes" for one in there)


def test_built_stands_in_one_line_with_kept_and_effective(registry: Registry) -> None:
    good, gone = (add(registry, name, founded_on="1/2/2026") for name in ("Camera", "Kẻng"))
    add(registry, "Cũ", founded_on="1/2/2020")
    reviewing.mark_reviewed(registry, [good], Review(on="2026-05-01", effective="yes"))
    over = next(one for one in registry.lists.statuses.values() if one.kind == "ended")
    change = StatusChange(status_id=StatusId(over.id), on="2026-06-01", reason="Không còn phù hợp", paper_number="9/QĐ")
    reviewing.change_status(registry, [gone], change)

    found = period_report.compare(registry, *YEAR)

    assert lines(found)["built"].now == "2 (còn duy trì 1, hiệu quả 1)"
    assert lines(found)[f"ended.{over.id}"].number == 1
    assert [one.id for one in found.ended] == [gone]
    paper = text_of(printing.render(period_paper.prepare(registry, *YEAR)).pdf)
    assert "Xây dựng 2, còn duy trì 1, hiệu quả 1" in paper
    assert "Không còn phù hợp, 9/QĐ" in paper


def test_the_title_says_that_a_period_still_runs(registry: Registry) -> None:
    running, over = (period_report.compare(registry, date(year, 1, 1), date(year, 12, 31)) for year in (2026, 2025))

    assert period_lines.title(over) == "năm 2025, so với năm 2024"
    assert period_lines.title(running).endswith("; kỳ chưa kết thúc, số liệu tính đến ngày 22/11/2026")


def test_the_period_before_is_the_one_just_before_or_the_same_a_year_before() -> None:
    half = date(2026, 1, 1), date(2026, 6, 30)

    assert period_report.span_before(*half) == (date(2025, 7, 1), date(2025, 12, 31))
    assert period_report.span_before(*half, "year") == (date(2025, 1, 1), date(2025, 6, 30))
    assert period_report.span_before(date(2019, 1, 1), date(2022, 12, 31)) == (date(2015, 1, 1), date(2018, 12, 31))


def test_a_period_that_is_not_over_is_counted_until_today(registry: Registry) -> None:
    add(registry, "Camera", founded_on="1/2/2026")

    now = period_report.read(registry, *YEAR)
    to_come = period_report.read(registry, date(2027, 1, 1), date(2027, 12, 31))

    assert (now.at, now.last) == (TODAY, date(2026, 12, 31))
    assert to_come.at == date(2027, 1, 1)


def test_an_empty_register_has_a_report_too(registry: Registry) -> None:
    made = printing.render(period_paper.prepare(registry, *YEAR))

    assert "BÁO CÁO" in text_of(made.pdf)
    assert not made.missing


def test_the_paper_holds_every_chart_and_every_line(sample_ward: Registry) -> None:
    found = period_report.compare(sample_ward, *YEAR)
    text = text_of(printing.render(period_paper.prepare(sample_ward, *YEAR)).pdf)

    assert set(charts(sample_ward, found)) == set(CHARTS)
    for line in lines(found).values():
        assert line.label.split("(")[0].strip()[:24] in text
    for draw in charts(sample_ward, found).values():
        assert next(draw(460.0).texts()) in text


def test_areas_are_those_of_the_last_day_also_when_they_were_merged_or_retired_since(registry: Registry) -> None:
    one, two, three = (area(registry, f"Tổ dân phố {number}") for number in (1, 2, 3))
    for number in (one, two):
        site(registry, add(registry, f"Kẻng {number}", founded_on="1/2/2020"), number)
    lists.retire(registry, registry.lists.areas[two])
    areas.merge(registry, [one, three], NewArea(name="Tổ dân phố 13"), Act(on="01/03/2026", paper_number="1/QĐ"))

    found = lines(period_report.compare(registry, *YEAR))["covered"]

    now, before = (period_report.compare(registry, *span) for span in (YEAR, (date(2025, 1, 1), date(2025, 12, 31))))
    names = ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3", "Tổ dân phố 13"]
    drawn = [set(charts(registry, one)["coverage"](460.0).texts()) & set(names) for one in (before, now)]
    assert drawn == [set(names[:3]), {"Tổ dân phố 2", "Tổ dân phố 13"}]
    assert (found.now, found.before, found.change) == ("2/2", "2/3", "0")


def test_coverage_and_due_are_those_of_the_counts(sample_ward: Registry) -> None:
    found = period_report.compare(sample_ward, *YEAR)
    _official, told = counting.told_apart(sample_ward, TODAY, "area")
    whole = {one.name for one in sample_ward.lists.areas.values() if one.whole_ward}

    assert found.now.covered == len([line for line in told if line.name and line.name not in whole])
    views = sample_ward.models.view_counts(Moment(TODAY, 8))
    assert found.due["2026-11"] >= views["soon"]


@pytest.mark.parametrize(
    ("on", "place", "counts"),
    [("15/3/2026", "", 1), ("03/2026", "", 1), ("2026", "", 0), ("07/2026", "", 0), ("15/3/2026", "Tỉnh Hà Nam", 0)],
)
def test_only_the_wards_commendations_that_surely_lie_in_the_period_count(
    registry: Registry, on: str, place: str, counts: int
) -> None:
    typed = {"form": "Giấy khen", "recipient": "collective", "name": "Tổ dân phố 5", "on": on, "place": place}
    inside.save(registry, "commendation", 0, typed)

    half = period_report.read(registry, date(2026, 1, 1), date(2026, 6, 30))

    assert sum(count for _form, _who, count in half.awards) == counts
