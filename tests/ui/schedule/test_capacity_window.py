"""The weeks with their bars, a spread to look at, and the spread taken over."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from registry_app.domain.capacity import monday
from registry_app.ui.schedule.capacity_window import CapacityWindow
from registry_app.ui.schedule.weeks_table import said
from registry_app.ui.session import Session
from tests.ui.conftest import add

NEXT = monday(date.today()) + timedelta(days=14)
"""The Monday after next week's."""


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> CapacityWindow:
    """Five models due on one day, beside the one that is overdue."""
    for number in range(5):
        add(session, name=f"Camera {number}", type="camera an ninh", review_on=NEXT.isoformat(), areas="Tổ 5")
    made = CapacityWindow(session)
    qtbot.addWidget(made)
    made.look()
    return made


def column(window: CapacityWindow, title: str) -> list[str]:
    heads = [window.weeks.horizontalHeaderItem(place) for place in range(window.weeks.columnCount())]
    place = [head.text() if head else "" for head in heads].index(title)
    cells = (window.weeks.item(row, place) for row in range(window.weeks.rowCount()))
    return [cell.text() if cell else "" for cell in cells]


def test_overdue_and_each_week_are_counted(window: CapacityWindow) -> None:
    assert column(window, "Tuần")[:1] == ["Quá hạn"]
    assert column(window, "Tuần")[3] == f"{NEXT:%d/%m} – {NEXT + timedelta(days=6):%d/%m/%Y}"
    assert [text for text in column(window, "Đến hạn") if text != "0"] == ["1", "5 – quá 4"]
    assert column(window, "Tổ 5")[3] == "5"
    assert not window.apply_button.isEnabled()


def test_a_week_above_the_capacity_says_by_how_many() -> None:
    assert said(7, 5) == "7 – quá 2"
    assert said(5, 5) == "5"
    assert said(7, 0) == "7"


def test_a_spread_is_shown_beside_the_weeks_as_they_are(window: CapacityWindow, session: Session) -> None:
    window.capacity.setValue(3)
    before = session.registry.undoable

    window.propose_button.click()

    assert max(map(int, column(window, "Sau khi dàn đều")[1:])) == 3
    assert window.moves.rowCount() == 3
    assert window.notice.text == "3 mô hình sẽ có ngày mới."
    assert session.registry.undoable == before


def test_other_limits_take_the_proposal_away(window: CapacityWindow) -> None:
    window.capacity.setValue(3)
    window.propose_button.click()

    window.reach.setValue(3)

    assert not window.apply_button.isEnabled()
    assert window.moves.rowCount() == 0
    assert not window.notice.text


def test_what_finds_no_room_is_named(window: CapacityWindow) -> None:
    window.capacity.setValue(1)
    window.reach.setValue(7)

    window.propose_button.click()

    assert "mô hình không còn chỗ trong phạm vi cho phép" in window.notice.text
    assert "CAM-" in window.notice.text


def test_the_spread_is_taken_over_as_one_action(window: CapacityWindow, session: Session) -> None:
    window.capacity.setValue(3)
    window.propose_button.click()

    window.apply_button.click()

    assert "3 mô hình đã có ngày rà soát mới." in window.notice.text
    assert column(window, "Đến hạn")[0] == "0"
    assert not window.apply_button.isEnabled()
    session.undo()
    window.look()
    assert column(window, "Đến hạn")[0] == "1"


def test_where_nothing_is_too_much_that_is_said(window: CapacityWindow) -> None:
    window.capacity.setValue(9)
    window.reach.setValue(0)

    window.propose_button.click()

    assert "không còn chỗ" in window.notice.text or "Không tuần nào vượt mức" in window.notice.text


def test_a_register_that_can_only_be_read_is_not_written(window: CapacityWindow, session: Session) -> None:
    session.registry.read_only = True
    window.capacity.setValue(3)

    window.propose_button.click()

    assert not window.apply_button.isEnabled()
    assert isinstance(window.apply_button, QPushButton)
