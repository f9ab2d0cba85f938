"""A chip for each filter; the keyboard reaches it and takes it away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Filter
from registry_app.ui.filters.chips_bar import ChipsBar
from registry_app.ui.widgets.chip import Chip

ONE, TWO, THREE = Filter("type", (1,)), Filter("lead", (None,)), Filter("name", holds="x" * 300)
SHOWN = ((ONE, "Loại: Camera"), (TWO, "Chủ trì: (Trống)"), (THREE, "Tên: " + "x" * 300))


@pytest.fixture
def one(qtbot: QtBot) -> Iterator[ChipsBar]:
    """In a window that has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    one = ChipsBar(window)
    one.resize(400, 60)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield one
    window.close()


def chips(one: ChipsBar) -> list[Chip]:
    """The chips on the screen, in order."""
    found = [chip for chip in one.findChildren(Chip) if chip.isVisible()]
    return sorted(found, key=lambda chip: (chip.y(), chip.x()))


def test_without_filters_there_is_no_bar(one: ChipsBar) -> None:
    one.show_filters(SHOWN)
    assert one.isVisible()

    one.show_filters(())

    assert not one.isVisible()


def test_chips_wrap_and_none_is_wider_than_the_bar(one: ChipsBar) -> None:
    one.show_filters(SHOWN)
    one.resize(260, one.heightForWidth(260))

    assert one.heightForWidth(260) > one.heightForWidth(2000)
    assert len({chip.y() for chip in chips(one)}) > 1
    assert all(chip.geometry().right() <= one.width() for chip in chips(one))


def test_delete_removes_the_chip_and_the_next_one_has_the_keyboard(one: ChipsBar, qtbot: QtBot) -> None:
    one.show_filters(SHOWN)
    first, *_others = chips(one)
    first.setFocus()

    with qtbot.waitSignal(one.removed) as told:
        QTest.keyClick(first, Qt.Key.Key_Delete)
    one.show_filters(SHOWN[1:])

    assert told.args == [ONE]
    assert chips(one)[0].hasFocus()
    assert one.texts[0] == "Chủ trì: (Trống)"


def test_when_the_last_chip_goes_the_keyboard_goes_back_to_the_list(one: ChipsBar, qtbot: QtBot) -> None:
    one.show_filters(SHOWN[:1])
    chips(one)[0].setFocus()

    with qtbot.waitSignal(one.left):
        one.show_filters(())


def test_arrows_go_from_chip_to_chip_and_to_the_button(one: ChipsBar, qtbot: QtBot) -> None:
    one.show_filters(SHOWN[:2])
    chips(one)[0].setFocus()

    QTest.keyClick(chips(one)[0], Qt.Key.Key_Right)
    assert chips(one)[1].hasFocus()
    QTest.keyClick(chips(one)[1], Qt.Key.Key_Right)

    (button,) = one.findChildren(QPushButton)
    assert button.hasFocus()
    with qtbot.waitSignal(one.emptied):
        QTest.keyClick(button, Qt.Key.Key_Space)
