"""Words are looked for once typing pauses, and what is typed is never changed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.ui.models.search_box import SearchBox
from tests.ui.conftest import type_text


def box(qtbot: QtBot) -> SearchBox:
    one = SearchBox()
    qtbot.addWidget(one)
    one.show()
    return one


def test_many_letters_are_one_search(qtbot: QtBot) -> None:
    one = box(qtbot)
    told: list[str] = []
    one.searched.connect(told.append)

    for letter in "tổ 5":
        type_text(one, letter)
    with qtbot.waitSignal(one.searched):
        pass

    assert told == ["tổ 5"]


def test_spaces_stay_while_typing(qtbot: QtBot) -> None:
    one = box(qtbot)

    type_text(one, "  camera ")
    with qtbot.waitSignal(one.searched):
        pass

    assert one.text() == "  camera "


def test_enter_searches_at_once_and_goes_to_the_list(qtbot: QtBot) -> None:
    one = box(qtbot)
    type_text(one, "kẻng")

    with qtbot.waitSignals([one.searched, one.left_downwards], order="strict"):
        QTest.keyClick(one, Qt.Key.Key_Return)


def test_escape_empties_the_box(qtbot: QtBot) -> None:
    one = box(qtbot)
    type_text(one, "kẻng")

    with qtbot.waitSignal(one.searched) as told:
        QTest.keyClick(one, Qt.Key.Key_Escape)

    assert told.args == [""]
