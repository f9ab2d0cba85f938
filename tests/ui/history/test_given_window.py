"""The list of what was given out is read from the register, the newest first, and cannot be changed."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from registry_app.store.given_out import Given
from registry_app.ui.choices import Choices
from registry_app.ui.history import given_window
from registry_app.ui.history.given_window import GivenWindow
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

GIVEN = Given(
    at="2026-11-20T14:05:09+07:00",
    who="Lan",
    computer="PC-01",
    report="Danh sách thành viên",
    criteria="Tất cả thành viên; tính đến ngày 20/11/2026",
    people=1204,
    copy="posting",
    way="xlsx",
)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> GivenWindow:
    for given in (GIVEN, replace(GIVEN, at="2026-11-21T08:00:00+07:00", people=3, copy="full", way="print")):
        session.registry.given_out.add(given)
    made = GivenWindow(session)
    qtbot.addWidget(made)
    return made


def lines(window: GivenWindow) -> list[list[str]]:
    table = window.table
    items = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in items]


def said(window: GivenWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


def test_each_line_says_when_who_what_how_many_and_how(window: GivenWindow) -> None:
    newest, oldest = lines(window)

    assert newest[0] == "21/11/2026 08:00"
    assert newest[5:] == ["3", "Bản đầy đủ", "In ra giấy"]
    assert oldest == [
        "20/11/2026 14:05",
        "Lan",
        "PC-01",
        "Danh sách thành viên",
        "Tất cả thành viên; tính đến ngày 20/11/2026",
        "1.204",
        "Bản niêm yết",
        "Excel",
    ]


def test_an_empty_list_says_so(session: Session, qtbot: QtBot) -> None:
    window = GivenWindow(session)
    qtbot.addWidget(window)

    assert lines(window) == []
    assert any("Chưa có lần" in text for text in said(window))


def test_a_very_long_list_is_cut_and_says_so(
    window: GivenWindow, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given_window, "LIMIT", 1)

    cut = GivenWindow(session)

    qtbot.addWidget(cut)
    assert len(lines(cut)) == 1
    assert any("1 lần mới nhất" in text for text in said(cut))


def test_the_menu_of_the_register_opens_it(session: Session, qtbot: QtBot) -> None:
    main = MainWindow(session, Choices())
    shown: list[object] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        shown.append(dialog)
        if isinstance(dialog, GivenWindow):
            dialog.reject()

    QTimer.singleShot(0, meet)
    main.tools["show_given_out"].trigger()

    assert isinstance(shown[0], GivenWindow)
    main.deleteLater()
