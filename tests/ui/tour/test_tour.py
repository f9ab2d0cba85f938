"""The tour points at the real parts of the window, goes by keyboard, keeps other keys away, and can be left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from registry_app.ui.tour.steps import STEPS
from registry_app.ui.tour.tour import Tour
from tests.ui.conftest import Asked


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    window.tools["start_tour"].trigger()
    found = window.findChild(Tour)
    assert found is not None
    return found


def test_each_step_points_at_a_part_that_is_seen(tour: Tour) -> None:
    seen = []
    for _step in STEPS:
        seen.append(tour._part)
        assert not tour._part.intersects(tour._bubble.geometry())
        assert tour.rect().contains(tour._bubble.geometry())
        tour.go_on()

    assert all(part.isValid() for part in seen)
    assert len({(part.x(), part.y(), part.width()) for part in seen}) == len(STEPS)


def test_the_last_part_is_the_button_that_prints(tour: Tour, window: MainWindow) -> None:
    for _step in STEPS[1:]:
        tour.go_on()

    assert tour._part.height() < 60
    assert QRect(0, 0, window.width(), 90).contains(tour._part.center())


def test_enter_and_arrows_go_and_escape_leaves(tour: Tour, window: MainWindow) -> None:
    QTest.keyClick(tour, Qt.Key.Key_Return)
    QTest.keyClick(tour, Qt.Key.Key_Right)
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.number == 1

    QTest.keyClick(tour, Qt.Key.Key_Escape)

    assert window.findChild(Tour) is None


def test_the_last_step_ends_the_tour(tour: Tour, window: MainWindow) -> None:
    for _step in STEPS:
        QTest.keyClick(tour, Qt.Key.Key_Return)

    assert window.findChild(Tour) is None


def test_no_command_is_done_by_its_keys_meanwhile(tour: Tour, window: MainWindow) -> None:
    QTest.keyClick(tour, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert not window.models.form.is_new


def test_each_step_is_read_out(tour: Tour) -> None:
    assert tour.said.startswith("Bước 1/5. Khung nhìn.")


def test_the_bubble_follows_when_the_window_changes(tour: Tour, window: MainWindow) -> None:
    window.resize(1000, 600)

    assert tour.size() == window.size()
    assert tour.rect().contains(tour._bubble.geometry())


def test_the_tour_is_offered_once_when_a_register_is_open(window: MainWindow, asked: Asked, qtbot: QtBot) -> None:
    asked.will(False)

    window.begin()
    qtbot.waitUntil(lambda: bool(asked.said))
    window.begin()

    assert Choices().now.tour_seen
    assert window.findChild(Tour) is None


def test_the_tour_that_was_offered_begins_when_it_is_wanted(window: MainWindow, asked: Asked, qtbot: QtBot) -> None:
    asked.will(True)

    window.begin()

    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)
