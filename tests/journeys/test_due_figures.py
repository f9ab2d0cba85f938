"""The figures of the views about what is due are the same at the left, on the page of today, on paper, in a calendar
and on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from registry_app.cli.main import main
from registry_app.domain.search import Moment, Search
from registry_app.operations import calendar, capacity, details, files, printing
from registry_app.operations.today import today
from registry_app.store.registry import Registry

VIEWS = ("overdue", "soon", "never-reviewed", "interim", "final", "no-leader", "period-over", "missing")


@pytest.fixture
def at(sample_ward: Registry) -> Moment:
    return Moment(date.today(), sample_ward.settings.ward().within)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_one_figure_wherever_it_is_asked_for(
    sample_ward: Registry, at: Moment, view: str, capsys: pytest.CaptureFixture[str]
) -> None:
    counted = sample_ward.models.view_counts(at)[view]
    path = sample_ward.path

    assert today(sample_ward, at).counts[view] == counted
    assert sample_ward.models.count(Search(view=view), at) == counted
    assert printing.prepare(sample_ward, "models", Search(view=view), at).rows == counted
    assert main(["list", str(path), "--view", view, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == counted


def test_what_is_overdue_or_due_soon_has_one_figure_on_every_paper(
    sample_ward: Registry, at: Moment, tmp_path: Path
) -> None:
    counts = sample_ward.models.view_counts(at)
    due = Search(view="due")

    letters = printing.prepare(sample_ward, "reminders", printing.default_search("reminders"), at)
    content, events = calendar.content(sample_ward, due, at)
    weeks = capacity.load(sample_ward, at.on).weeks

    assert counts["due"] == counts["overdue"] + counts["soon"] > 0
    assert letters.rows == events == content.count(b"BEGIN:VEVENT") == counts["due"]
    assert weeks[0].total == counts["overdue"]
    assert calendar.save(sample_ward, due, at, tmp_path / "a.ics") == counts["due"]


def test_a_model_says_the_same_date_in_list_sentence_letter_and_calendar(sample_ward: Registry, at: Moment) -> None:
    """Also where the ward moves dates off days without work."""
    ward = replace(sample_ward.settings.ward(), off_days="forward")
    files.save_ward(sample_ward, ward)
    ids = sample_ward.models.ids(Search(view="due"), at)
    days = sample_ward.loop.schedule.days(list(ids))
    reasons = details.reasons(sample_ward, list(ids))
    text = calendar.content(sample_ward, Search(view="due"), at)[0].decode().replace("\r\n ", "")

    moved = 0
    for row in sample_ward.models.window(ids, at):
        shown = row.next_review or ""
        assert len(shown) != 10 or shown == days[row.id].isoformat()
        if "dời sang" in reasons[row.id]:
            moved += 1
            assert reasons[row.id].endswith(f"dời sang {days[row.id]:%d/%m/%Y}")
        assert f"DTSTART;VALUE=DATE:{days[row.id]:%Y%m%d}" in text
    assert moved > 0
