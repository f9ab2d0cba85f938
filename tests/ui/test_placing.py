"""A window never starts where nobody can see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui import placing

FIRST = QSize(400, 300)
LEFT, RIGHT = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def shape(place: QRect) -> QByteArray:
    """What Qt keeps of a window that stood at ``place``."""
    other = QWidget()
    other.setGeometry(place)
    bytes_of = other.saveGeometry()
    other.deleteLater()
    return bytes_of


def test_a_window_comes_back_to_where_it_was(window: QWidget) -> None:
    placing.place(window, shape(QRect(50, 40, 500, 400)), FIRST)

    assert window.size() == QSize(500, 400)


@pytest.mark.parametrize("bytes_of", [b"", b"\0", b"made up", b"\x01\xd9\xd0\xcb" + b"\xff" * 60])
def test_bytes_that_are_no_shape_give_the_first_size(window: QWidget, bytes_of: bytes) -> None:
    placing.place(window, QByteArray(bytes_of), FIRST)

    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    assert room.intersects(window.geometry())


@pytest.mark.parametrize("gone", [QRect(5000, 40, 500, 400), QRect(-3000, 40, 500, 400), QRect(50, 4000, 500, 400)])
def test_a_screen_that_is_gone_takes_no_window_with_it(window: QWidget, gone: QRect) -> None:
    placing.place(window, shape(gone), FIRST)

    assert window.screen().availableGeometry().contains(window.geometry())


def test_a_window_larger_than_the_screen_is_made_smaller(window: QWidget) -> None:
    placing.place(window, shape(QRect(0, 0, 4000, 3000)), FIRST)

    assert window.screen().availableGeometry().contains(window.geometry())


@pytest.mark.parametrize(
    ("wanted", "rooms", "found"),
    [
        (QRect(1400, 20, 800, 600), [LEFT, RIGHT], QRect(1400, 20, 800, 600)),
        (QRect(1400, 20, 800, 600), [LEFT], QRect(566, 20, 800, 600)),
        (QRect(1000, 20, 800, 600), [LEFT, RIGHT], QRect(1000, 20, 800, 600)),
        (QRect(-4000, -900, 800, 600), [LEFT], QRect(0, 0, 800, 600)),
        (QRect(10, 10, 3000, 2000), [LEFT], QRect(0, 0, 1366, 728)),
        (QRect(10, 10, 30, 20), [], QRect(10, 10, 30, 20)),
    ],
)
def test_the_title_stays_where_a_hand_can_grip_it(wanted: QRect, rooms: list[QRect], found: QRect) -> None:
    assert placing.within(wanted, rooms) == found
