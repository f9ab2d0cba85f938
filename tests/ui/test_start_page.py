"""The start page offers what was opened lately with folder and last change, and says why one cannot be opened."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from registry_app.ui.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ & phường.registry"
    path.touch()
    when = datetime(2026, 3, 5, 7, 8).timestamp()
    os.utime(path, (when, when))
    return path


def button(page: StartPage, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)


def said(page: StartPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_recent_register_says_its_folder_and_last_change(page: StartPage, register: Path) -> None:
    page.show_recent([str(register)])

    assert "Thay đổi lần cuối 05/03/2026 07:08" in said(page)
    assert str(register.parent) in button(page, register.name).accessibleDescription()


def test_a_recent_register_that_is_gone_is_greyed_and_says_why(page: StartPage, tmp_path: Path) -> None:
    page.show_recent([str(tmp_path / "mất.registry")])

    assert not button(page, "mất.registry").isEnabled()
    assert "Không còn ở đó" in said(page)


def test_a_recent_register_that_cannot_be_reached_says_why(page: StartPage, register: Path) -> None:
    page.show_recent([str(register / "trong tệp.registry")])

    assert not button(page, "trong tệp.registry").isEnabled()
    assert "Không tới được" in said(page)


def test_recent_registers_are_opened_by_keyboard(page: StartPage, register: Path, qtbot: QtBot) -> None:
    page.show_recent([str(register)])
    button(page, register.name).setFocus()

    with qtbot.waitSignal(page.recent_wanted) as told:
        QTest.keyClick(button(page, register.name), Qt.Key.Key_Space)

    assert told.args == [register]


def test_shown_again_it_forgets_what_it_offered_before(page: StartPage, register: Path) -> None:
    page.show_recent([str(register)])

    page.show_recent([])

    assert "Thay đổi lần cuối" not in said(page)
