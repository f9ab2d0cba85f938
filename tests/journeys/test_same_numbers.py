"""Report, sidebar and command line say the same numbers of the sample ward."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from registry_app.cli.main import main
from registry_app.domain.search import VIEWS
from registry_app.operations import outdated, period_lines, period_paper, period_report, rounds
from registry_app.operations.period_lines import Line
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

Answers = pytest.CaptureFixture[str]


@pytest.fixture
def window(sample_session: Session) -> Iterator[MainWindow]:
    """The window on the sample ward."""
    shown = MainWindow(sample_session, Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def answered(capsys: Answers, *arguments: str) -> object:
    """What the command line answers as JSON."""
    capsys.readouterr()
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def lines(session: Session, year: int) -> dict[str, Line]:
    """The lines of the report of a year, by key."""
    found = period_report.compare(session.registry, date(year, 1, 1), date(year, 12, 31))
    return {line.key: line for section in period_lines.sections(found) for line in section.lines}


def test_every_view_of_the_sidebar_holds_as_many_as_the_command_line_lists(
    window: MainWindow, sample_session: Session, capsys: Answers
) -> None:
    file = str(sample_session.registry.path)
    counts = sample_session.registry.models.view_counts(sample_session.moment)

    for view in VIEWS:
        found = answered(capsys, "list", file, "--view", view.key)
        assert isinstance(found, list)
        assert len(found) == counts[view.key], view.key


def test_the_report_counts_what_the_official_count_and_the_list_count(
    window: MainWindow, sample_session: Session, capsys: Answers, qtbot: QtBot
) -> None:
    file, year = str(sample_session.registry.path), sample_session.moment.on.year
    told = lines(sample_session, year)
    counted = answered(capsys, "count", file)
    reported = answered(capsys, "report", file, "--period", str(year))

    assert isinstance(counted, dict)
    assert isinstance(reported, dict)
    for name in ("models", "sites", "teams", "people", "households"):
        assert told[name].number == counted[name] == reported["figures"][name]["now"], name
    notation = f"{told['models'].now} mô hình / {told['sites'].now} điểm / {told['teams'].now} tổ"
    qtbot.waitUntil(lambda: notation in window.count_line)


def test_the_paper_prints_the_numbers_that_the_window_and_the_command_line_show(
    sample_session: Session, capsys: Answers
) -> None:
    registry, year = sample_session.registry, 2025
    told = lines(sample_session, year)
    report = period_paper.prepare(registry, date(year, 1, 1), date(year, 12, 31)).report
    printed = {row[1]: row[2:] for group in report.groups for row in group.rows}

    for line in told.values():
        assert printed[line.label] == (line.now, line.before, line.change)


def test_rounds_and_outdated_models_are_the_same_everywhere(sample_session: Session, capsys: Answers) -> None:
    registry = sample_session.registry
    file = str(registry.path)
    shown = {one.round.code: (one.rows, one.entered, one.waiting) for one in rounds.rounds(registry)}

    listed = answered(capsys, "round", file, "list")
    found = answered(capsys, "outdated", file)

    assert isinstance(listed, list)
    assert isinstance(found, list)
    assert {one["code"]: (one["rows"], one["entered"], one["waiting"]) for one in listed} == shown
    assert len(found) == len(outdated.find(registry, sample_session.moment))
