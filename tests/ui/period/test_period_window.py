"""The report of a period, in the window: figures, charts and paper of what is typed, of one reading."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.operations import period_paper, printing
from registry_app.operations.period_charts import CHARTS
from registry_app.ui.period.period_window import PeriodWindow
from registry_app.ui.session import Session

from ..conftest import type_text


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[PeriodWindow]:
    """The report of the sample ward."""
    made = PeriodWindow(sample_session)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made._setting.shown, timeout=10_000):
        made.show()
        made.refresh()
    yield made
    made.reject()


def lines(window: PeriodWindow) -> dict[str, tuple[str, str]]:
    """What stands beside each label: this period, the one before."""
    items = [window.table.topLevelItem(row) for row in range(window.table.topLevelItemCount())]
    return {item.text(0).strip(): (item.text(1), item.text(2)) for item in items if item}


def test_figures_charts_and_paper_are_of_the_period_that_is_typed(window: PeriodWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window._setting.shown, timeout=10_000):
        window.period.fill("")
        type_text(window.period.control, "năm 2025")
        QTest.keyClick(window.period.control, Qt.Key.Key_Return)

    assert window.notice == "năm 2025, so với năm 2024"
    paper = window._setting.paper
    assert paper
    assert paper.prepared.criteria == "năm 2025"
    told = {row[1]: (row[2], row[3]) for group in paper.prepared.report.groups for row in group.rows}
    assert {label: said for label, said in lines(window).items() if label in told} == told


def test_every_chart_of_the_window_is_drawn_on_the_paper_too(window: PeriodWindow) -> None:
    shown = {key for key, chart in window.charts.charts.items() if chart.drawing}
    paper = window._setting.paper

    assert shown == set(CHARTS)
    assert paper
    titles = [next(drawing.texts()) for drawing in paper.prepared.report.drawings]
    assert titles == [next(chart.drawing.texts()) for chart in window.charts.charts.values() if chart.drawing]


def test_in_english_the_hint_is_english_and_can_be_typed(sample_session: Session, qtbot: QtBot) -> None:
    words.use("en")
    made = PeriodWindow(sample_session)
    qtbot.addWidget(made)
    control = made.period.control
    assert isinstance(control, QLineEdit)
    _year, half = control.placeholderText().split("; ")

    made.period.fill("")
    type_text(control, half)

    assert half.isascii()
    assert made.period.meaning == "01/01/2026 – 30/06/2026"


@pytest.mark.parametrize(("typed", "said"), [("vovan", "“vovan”"), ("2090", "chưa bắt đầu")])
def test_what_is_no_period_is_told_and_what_was_shown_stays(window: PeriodWindow, typed: str, said: str) -> None:
    before = lines(window)

    window.period.fill(typed)
    window.refresh()

    assert said in window.notice
    assert lines(window) == before


def test_against_the_same_period_a_year_before(window: PeriodWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window._setting.shown, timeout=10_000):
        window.against.fill("year")
        window.refresh()

    assert window.notice.startswith("6 tháng cuối năm 2026, so với 6 tháng cuối năm 2025; kỳ chưa kết thúc")


def test_the_window_prints_what_the_command_line_writes(window: PeriodWindow, sample_session: Session) -> None:
    paper = window._setting.paper
    assert paper
    other = period_paper.prepare(sample_session.registry, date(2026, 7, 1), date(2026, 12, 31))

    assert printing.render(other).pdf == paper.printed.pdf
