"""Work aside gives back its result, its problem, or after Cancel nothing; the window is told of the end each time."""

import threading
import time

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.errors import RegistryError
from registry_app.ui import background
from registry_app.ui.background import Progress, run_aside

SHORT_MS = 30_000
"""Work that ends before this is short, however busy the machine is."""


def waiting() -> QDialog | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return found[0] if found else None


def test_the_result_arrives_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    got: list[tuple[int, threading.Thread]] = []

    task = run_aside(owner, lambda _go_on: 42, lambda n: got.append((n, threading.current_thread())), print, title="")
    with qtbot.waitSignal(task.ended):
        pass

    assert got == [(42, threading.main_thread())]


def test_a_known_problem_arrives_as_itself(qtbot: QtBot) -> None:
    owner = QObject()
    problems: list[Exception] = []

    def work(_go_on: Progress) -> None:
        raise RegistryError("The disk is full.")

    with qtbot.waitSignal(run_aside(owner, work, print, problems.append, title="").ended):
        pass

    assert [str(problem) for problem in problems] == ["The disk is full."]


def test_a_bug_is_given_back_and_raised_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner = QObject()
    problems: list[Exception] = []

    with (
        qtbot.capture_exceptions() as raised,
        qtbot.waitSignal(run_aside(owner, lambda _go_on: 1 // 0, print, problems.append, title="").ended),
    ):
        pass

    assert [type(problem) for problem in problems] == [ZeroDivisionError]
    assert [kind for kind, _value, _trace in raised] == [ZeroDivisionError]


def test_long_work_shows_how_far_it_is_and_cancel_drops_its_result(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    results: list[int] = []

    def work(go_on: Progress) -> int:
        while go_on(3, 10):
            time.sleep(0.005)
        return 1

    task = run_aside(owner, work, results.append, print, title="Đang đặt trang")
    qtbot.waitUntil(lambda: waiting() is not None)
    dialog = waiting()
    assert dialog is not None
    bar, buttons = dialog.findChild(QProgressBar), dialog.findChild(QDialogButtonBox)
    assert bar is not None
    assert buttons is not None
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 10))
    with qtbot.waitSignal(task.ended):
        QTest.mouseClick(buttons.buttons()[0], Qt.MouseButton.LeftButton)

    assert results == []
    assert waiting() is None


def test_short_work_shows_no_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PATIENCE_MS", SHORT_MS)
    owner, done = QWidget(), threading.Event()
    qtbot.addWidget(owner)
    seen: list[QDialog | None] = []

    def work(go_on: Progress) -> int:
        go_on(1, 2)
        done.wait()
        return 1

    task = run_aside(owner, work, lambda _n: seen.append(waiting()), print, title="")
    QApplication.processEvents()
    seen.append(waiting())
    with qtbot.waitSignal(task.ended):
        done.set()

    assert seen == [None, None]
    assert waiting() is None


def test_an_owner_that_goes_away_stops_the_work_and_hears_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    results: list[int] = []
    stopped = threading.Event()

    def work(go_on: Progress) -> int:
        while go_on(0, 0):
            time.sleep(0.005)
        stopped.set()
        return 1

    run_aside(owner, work, results.append, print, title="")
    owner.deleteLater()
    qtbot.waitUntil(stopped.is_set)
    QApplication.processEvents()

    assert results == []
