"""The page of today counts what is to be done, opens views and models by keyboard, and looks only while it is seen."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from registry_app.operations import files
from registry_app.ui.overview.overview_page import OverviewPage
from registry_app.ui.session import Session
from tests.ui.conftest import add


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OverviewPage:
    made = OverviewPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def line(page: OverviewPage, view: str) -> str:
    return page.lines.button(view).accessibleName()


def test_each_line_says_its_count(page: OverviewPage) -> None:
    assert line(page, "overdue") == "Quá hạn: 1"
    assert line(page, "soon") == "Đến hạn trong 30 ngày: 0"
    assert line(page, "paused") == "Tạm dừng: 0"


def test_a_line_opens_its_view_by_keyboard(page: OverviewPage, qtbot: QtBot) -> None:
    page.go()

    with qtbot.waitSignal(page.view_wanted) as told:
        QTest.keyClick(page.lines.button("overdue"), Qt.Key.Key_Space)

    assert told.args == ["overdue"]


def test_an_urgent_model_says_why_and_opens_with_enter(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    item = page.urgent.topLevelItem(0)
    assert item is not None
    page.urgent.setCurrentItem(item)

    with qtbot.waitSignal(page.model_wanted) as told:
        QTest.keyClick(page.urgent, Qt.Key.Key_Return)

    assert session.registry.models.one(told.args[0]).name == "Camera an ninh tổ 5"
    assert "tháng sau ngày thành lập 31/01/2020" in item.text(2)


def test_a_change_is_seen_at_once_while_the_page_is_seen(page: OverviewPage, session: Session) -> None:
    add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2019")

    assert line(page, "overdue") == "Quá hạn: 2"


def test_out_of_sight_it_does_not_look(page: OverviewPage, session: Session) -> None:
    page.hide()

    add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2019")

    assert line(page, "overdue") == "Quá hạn: 1"
    page.show()
    assert line(page, "overdue") == "Quá hạn: 2"


def test_other_registers_are_offered_but_neither_the_open_one_nor_those_that_are_gone(
    page: OverviewPage, session: Session, tmp_path: Path
) -> None:
    other = tmp_path / "khác.registry"
    other.touch()

    page.show_recent([str(session.registry.path), str(other), str(tmp_path / "mất.registry")])

    offered = [one.toolTip() for one in page.findChildren(QPushButton) if one.toolTip()]
    assert offered == [str(other)]


@pytest.mark.parametrize("view", ["soon", "interim", "final", "no-leader", "period-over", "missing"])
def test_every_line_opens_its_view_by_keyboard(page: OverviewPage, qtbot: QtBot, view: str) -> None:
    page.lines.button(view).setFocus()

    with qtbot.waitSignal(page.view_wanted) as told:
        QTest.keyClick(page.lines.button(view), Qt.Key.Key_Return)

    assert told.args == [view]


def test_summaries_that_the_ward_does_not_ask_for_have_no_line(page: OverviewPage, session: Session) -> None:
    assert not page.lines.button("interim").isHidden()

    files.save_ward(session.registry, replace(session.registry.settings.ward(), summary_days=()))

    assert page.lines.button("interim").isHidden()
    assert page.lines.button("final").isHidden()
