"""Papers of the sample ward that a person has looked at: of a round, of a period, of honours, letters."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.search import Moment
from registry_app.operations import period_paper, printing, round_papers, rounds, worksheets
from registry_app.reports.spec import Report
from registry_app.store.registry import Registry

from ..making import TODAY
from ..reports import golden

AT = Moment(TODAY)


@pytest.fixture(autouse=True)
def _today(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(f"{TODAY} 08:00 +0700")


def worksheet(registry: Registry) -> Report:
    """The worksheet of the first area of the round that is open; its code says no real register."""
    found = next(one.round for one in rounds.rounds(registry) if one.is_open)
    area = next(row.area_id for row in rounds.rows(registry, found.id) if row.position > 8)
    sheet = worksheets.preview(registry, found.id, area=area)
    return round_papers.worksheet(registry, replace(sheet, register="1a2b3c4d")).report


def of_round(paper: str) -> Callable[[Registry], Report]:
    """A paper of the newest closed round."""

    def made(registry: Registry) -> Report:
        found = next(one.round for one in rounds.rounds(registry) if not one.is_open)
        return round_papers.prepare(registry, found.id, paper, day=TODAY).report

    return made


def listed(report: str) -> Callable[[Registry], Report]:
    """A declared report of what it shows when nobody says otherwise."""
    return lambda registry: printing.prepare(registry, report, printing.default_search(report), AT, day=TODAY).report


PAPERS: dict[str, Callable[[Registry], Report]] = {
    "round-worksheet": worksheet,
    **{f"round-{one.key}": of_round(one.key) for one in round_papers.PAPERS},
    "period": lambda registry: period_paper.prepare(registry, date(2026, 1, 1), date(2026, 6, 30), day=TODAY).report,
    **{one: listed(one) for one in ("commendations", "exemplars", "recognition", "reminders")},
}


@pytest.mark.golden
@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_is_as_it_was_reviewed(sample_ward: Registry, name: str, rewrite_golden: bool) -> None:
    golden.compare(name, PAPERS[name](sample_ward), rewrite=rewrite_golden)
