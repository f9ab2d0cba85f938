"""What is inside models goes onto paper from where it stands: a page, a team's window, one person, one model."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.history.given_window import GivenWindow
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.session import Session
from registry_app.ui.structure.team_window import TeamWindow
from tests.reports.reading import texts
from tests.ui.conftest import Asked, type_text

Shown = Callable[[QWidget], PrintWindow]
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(sample_session: Session) -> Iterator[MainWindow]:
    """The window on the sample ward."""
    shown = MainWindow(sample_session, Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def paper_of(qtbot: QtBot) -> Iterator[Shown]:
    """Waits for the paper of the print window that was opened from a widget."""
    opened: list[PrintWindow] = []

    def wait(owner: QWidget) -> PrintWindow:
        (shown,) = owner.findChildren(PrintWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        opened.append(shown)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.waitUntil(lambda: shown.paper is not None, timeout=20_000)
        return shown

    yield wait
    for shown in opened:
        shown.close()


@pytest.fixture
def team_window(sample_session: Session, window: MainWindow, qtbot: QtBot) -> Iterator[TeamWindow]:
    """The window of the first team."""
    number = sample_session.registry.inside.teams.ids(Search(noun="team"), sample_session.moment, 1)[0]
    shown: Any = TeamWindow.show_team(sample_session, number, window)  # type: ignore[arg-type]
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    yield shown
    shown.done(0)
    shown.deleteLater()


def read(window: PrintWindow) -> str:
    assert window.paper is not None
    return " ".join(" ".join(texts(window.paper.printed.pdf)).split())


def rows(window: PrintWindow) -> int:
    assert window.paper is not None
    return window.paper.printed.rows


def found(page: NounPage, words: str, qtbot: QtBot) -> None:
    """Type ``words`` into the search box and wait for what they find."""
    type_text(page.search_box, words)
    qtbot.waitUntil(lambda: page.search.words == words)
    page.rows.fetch_rest()


def test_the_page_of_people_prints_what_it_shows(window: MainWindow, qtbot: QtBot, paper_of: Shown) -> None:
    window.tools["show_people"].trigger()
    page = window.inside("person")
    found(page, "nguyen van an", qtbot)
    shown = [page.rows.row(place) for place in range(page.rows.rowCount())]

    window.tools["print_list"].trigger()

    paper = paper_of(window)
    assert len(shown) > 1
    assert rows(paper) == len(shown)
    printed = read(paper)
    assert [row.name for row in shown if row.name not in printed] == []
    assert f"Đang hiện trong danh sách: {len(shown)}" in paper.panel.row_texts


def test_a_page_of_another_day_is_printed_as_of_that_day(window: MainWindow, qtbot: QtBot, paper_of: Shown) -> None:
    window.tools["show_teams"].trigger()
    page = window.inside("team")
    found(page, "camera", qtbot)
    now = len(page.rows.ids)
    page.filters.day_wanted.emit(date(2020, 12, 22))
    page.rows.fetch_rest()
    then = len(page.rows.ids)

    window.tools["print_list"].trigger()

    paper = paper_of(window)
    assert 0 < then < now
    assert rows(paper) == then
    assert "22/12/2020" in read(paper)
    assert f"Đang hiện trong danh sách: {then}" in paper.panel.row_texts


def test_the_sheet_of_a_person_is_printed_from_the_list(window: MainWindow, qtbot: QtBot, paper_of: Shown) -> None:
    window.tools["show_people"].trigger()
    page = window.inside("person")
    page.table.choose_first()
    assert window.tools["print_sheet"].text().replace("&", "") == "In phiếu thành viên…"

    window.tools["print_sheet"].trigger()

    assert page.rows.row(0).code in read(paper_of(window))


def test_the_sheet_of_a_model_is_printed_from_the_list(window: MainWindow, paper_of: Shown) -> None:
    window.models.show_search(Search(view="overdue"))
    window.models.list.selectRow(0)
    (row,) = window.models.chosen_rows
    assert window.tools["print_sheet"] in window.models.list.actions()

    window.tools["print_sheet"].trigger()

    assert row.code in read(paper_of(window))


def test_households_have_no_sheet_of_their_own(window: MainWindow) -> None:
    window.tools["show_households"].trigger()
    page = window.inside("household")
    page.table.choose_first()

    assert not window.tools["print_sheet"].isEnabled()
    assert window.tools["print_sheet"] not in page.table.actions()


def test_a_team_prints_its_members_of_the_day_that_is_shown(
    team_window: TeamWindow, sample_session: Session, paper_of: Shown
) -> None:
    team_window.members.day.fill("01/01/2020")
    team_window.members.day.committed.emit()
    then = len(team_window.members.sheet.now.filled)

    team_window.print_button.click()

    paper = paper_of(team_window)
    assert then > 0
    assert rows(paper) == then
    assert "01/01/2020" in read(paper)


def test_what_is_typed_is_saved_before_it_is_printed(team_window: TeamWindow, asked: Asked, paper_of: Shown) -> None:
    before = len(team_window.members.sheet.now.filled)
    team_window.members.sheet.now.add([{"name": "Phạm Thị Dung Mới", "valid_from": "01/09/2024"}])
    asked.will(True)

    team_window.print_button.click()

    paper = paper_of(team_window)
    assert "chưa được lưu" in asked.texts[0]
    assert rows(paper) == before + 1
    assert "Phạm Thị Dung Mới" in read(paper)
    assert not team_window.is_dirty


def test_nothing_is_printed_when_the_user_does_not_want_to_save(team_window: TeamWindow, asked: Asked) -> None:
    team_window.members.sheet.now.add([{"name": "Phạm Thị Dung Mới"}])
    asked.will(False)

    team_window.print_button.click()

    assert team_window.findChildren(PrintWindow) == []
    assert team_window.is_dirty
    team_window.members.sheet.drop_new()


def test_the_paper_goes_with_the_window_of_the_team(team_window: TeamWindow, paper_of: Shown) -> None:
    team_window.print_button.click()
    paper = paper_of(team_window)

    team_window.reject()

    assert not paper.isVisible()


def test_what_was_printed_of_people_stands_in_the_list_of_what_was_given_out(
    team_window: TeamWindow,
    window: MainWindow,
    sample_session: Session,
    asked: Asked,
    tmp_path: Path,
    paper_of: Shown,
) -> None:
    members = len(team_window.members.sheet.now.filled)
    team_window.print_button.click()
    paper = paper_of(team_window)
    asked.will(tmp_path / "tổ.pdf")

    next(one for one in paper.findChildren(QPushButton) if "Lưu PDF" in one.text().replace("&", "")).click()
    given = GivenWindow(sample_session, window)

    cells = [item.text() for column in range(8) if (item := given.table.item(0, column))]
    assert cells[3:4] == ["Danh sách thành viên"]
    assert cells[5:] == [str(members), "Bản đầy đủ", "PDF"]
    given.deleteLater()


def test_the_key_of_printing_works_in_the_window_of_a_team(
    team_window: TeamWindow, paper_of: Shown, qtbot: QtBot
) -> None:
    qtbot.waitExposed(team_window)
    team_window.activateWindow()

    QTest.keyClick(team_window, Key.Key_P, CTRL)

    assert paper_of(team_window).isVisible()
