"""The list of shortcuts has every key as it is now, can be searched, and copied to be printed."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.help.shortcuts_window import ShortcutsWindow
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session


@pytest.fixture
def main(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def shortcuts(main: MainWindow) -> ShortcutsWindow:
    main.tools["show_shortcuts"].trigger()
    found = main.findChild(ShortcutsWindow)
    assert found is not None
    return found


def test_every_command_that_has_keys_is_listed(main: MainWindow) -> None:
    listed = {keys for _what, keys in shortcuts(main).shown}

    wanted = {action.shortcut().toString() for action in main.tools.all if not action.shortcut().isEmpty()}
    assert wanted <= listed
    assert ("Tìm kiếm", "Ctrl+F") in shortcuts(main).shown


def test_own_keys_stand_in_the_place_of_the_usual_ones(main: MainWindow) -> None:
    main._choices.change(shortcuts={"find": "Ctrl+K"})

    assert ("Tìm kiếm", "Ctrl+K") in shortcuts(main).shown


def test_shortcuts_are_found_by_words_without_accents_and_by_keys(main: MainWindow) -> None:
    window = shortcuts(main)

    window.look_for("tim kiem")
    by_words = window.shown
    window.look_for("ctrl+f")

    assert ("Tìm kiếm", "Ctrl+F") in by_words
    assert ("Tìm kiếm", "Ctrl+F") in window.shown
    assert len(window.shown) < 5


def test_what_is_listed_is_copied_as_lines(main: MainWindow) -> None:
    window = shortcuts(main)
    window.look_for("tim kiem")

    window.copy()

    assert "Tìm kiếm\tCtrl+F" in QGuiApplication.clipboard().text().split("\n")


def test_asked_again_there_is_one_window(main: MainWindow, qtbot: QtBot) -> None:
    shortcuts(main)
    shortcuts(main)

    qtbot.waitUntil(lambda: len(main.findChildren(ShortcutsWindow)) == 1)
