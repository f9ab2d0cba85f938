"""Commands about due dates: the calendar file of what the list shows, letters, weeks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.schedule.capacity_window import CapacityWindow
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, add


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """A window on a register with one model that is overdue and one that is not."""
    made = MainWindow(Session(), Choices(keeps=False))
    qtbot.addWidget(made)
    add(session, name="Camera tổ 6", type="camera an ninh", review_on="2027-12-01")
    registry = session.give_away()
    assert registry is not None
    made.models._session.adopt(registry)
    made.show()
    return made


def test_the_calendar_holds_what_the_list_shows(window: MainWindow, asked: Asked, tmp_path: Path) -> None:
    asked.will(tmp_path / "hạn", tmp_path / "quá hạn.ics")

    window.tools["save_calendar"].trigger()
    window.models.sidebar.choose("overdue")
    window.tools["save_calendar"].trigger()

    assert [file.name for file in asked.files] == ["hạn.ics", "quá hạn.ics"]
    assert [file.read_bytes().count("SUMMARY:Đến hạn rà soát".encode()) for file in asked.files] == [2, 1]
    assert asked.files[1].read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "Đã ghi 1 hạn vào lịch." in asked.texts


def test_nothing_is_written_when_no_file_is_chosen(window: MainWindow, asked: Asked) -> None:
    asked.will(None)

    window.tools["save_calendar"].trigger()

    assert not asked.files


def test_the_letters_open_in_the_print_window(window: MainWindow, qtbot: QtBot) -> None:
    window.tools["print_reminders"].trigger()

    (shown,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PrintWindow) and one.isVisible())
    shown.close()


def test_the_weeks_are_shown(window: MainWindow) -> None:
    seen: list[int] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, CapacityWindow)
        seen.append(shown.weeks.rowCount())
        shown.reject()

    QTimer.singleShot(0, look)

    window.tools["show_capacity"].trigger()

    assert seen == [28]
