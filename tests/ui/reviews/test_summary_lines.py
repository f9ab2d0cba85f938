"""On the page of reviews stands when sơ kết and tổng kết are due; that and the chart give way where there is little
room."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.review import Review
from registry_app.operations import details, files, reviewing
from registry_app.ui.reviews.reviews_tab import ReviewsTab
from registry_app.ui.session import Session
from tests.ui.conftest import add


@pytest.fixture
def tab(session: Session, qtbot: QtBot) -> ReviewsTab:
    made = ReviewsTab(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_summary_says_its_state_and_why(tab: ReviewsTab, session: Session) -> None:
    registry = session.registry
    files.save_ward(registry, replace(registry.settings.ward(), summary_since="2026-01-01"))
    model = add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2020")

    tab.show_details(details.details(registry, model, session.moment), registry.lists, writable=True)

    interim, final = tab.summaries.texts
    assert interim.startswith("Quá hạn – Sơ kết: hạn 30/06/2026 – hằng năm trước ngày 30/06, chưa có lần nào")
    assert "Tổng kết: hạn 15/12/2026" in final


def test_a_model_that_needs_none_says_nothing(tab: ReviewsTab, session: Session) -> None:
    registry = session.registry
    model = add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2020", interval_months="0")

    tab.show_details(details.details(registry, model, session.moment), registry.lists, writable=True)

    assert tab.summaries.texts == ()
    assert tab.summaries.isHidden()


def test_the_chart_and_the_summaries_need_no_room_of_their_own(session: Session, qtbot: QtBot) -> None:
    registry, window = session.registry, QWidget()
    qtbot.addWidget(window)
    tab = ReviewsTab(session, window)
    window.show()
    least = tab.minimumSizeHint().height()
    files.save_ward(registry, replace(registry.settings.ward(), summary_since="2026-01-01"))
    model = add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2020")
    grade = next(iter(registry.lists.grades))
    for day in ("2025-03-01", "2026-01-15"):
        reviewing.mark_reviewed(registry, [model], Review(on=day, grade_id=grade))
    tab.resize(420, 700)
    tab.show_details(details.details(registry, model, session.moment), registry.lists, writable=True)
    large = tab.chart.isVisible(), tab.summaries.isVisible(), tab.minimumSizeHint().height()

    tab.resize(420, least)

    assert large == (True, True, least)
    assert (tab.chart.isVisible(), tab.summaries.isVisible()) == (False, False)
    assert tab.chart_button.isVisible()
