"""Work on many rows runs aside from the window's thread, can be stopped half-way, and then nothing was changed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import models
from registry_app.store.history import Changes
from registry_app.store.registry import Registry
from registry_app.ui.choices import Choices
from registry_app.ui.history.taking_back import take_back
from registry_app.ui.main_window import MainWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.session import MANY, WRITING, Session
from tests.ui.conftest import THOUSANDS, Asked, opened

CANCELLED = "Đã hủy. Không có gì thay đổi."


@pytest.fixture
def large(large_register: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    session = opened(large_register, tmp_path / "large.registry")
    yield session
    session.close()


@pytest.fixture
def window(large: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(large, Choices())
    shown.models._open()
    shown.show()
    shown.models.rows.fetch_rest()
    yield shown
    shown.close()
    shown.deleteLater()


class HalfWay:
    """Trashes half of the models, then goes on without end: only Cancel stops it."""

    def __init__(self) -> None:
        self.reached = threading.Event()

    def __call__(self, registry: Registry) -> None:
        with registry.change("Move to trash"):
            registry.models.trash([ModelId(n) for n in range(1, THOUSANDS // 2)], "2026-11-22")
            self.reached.set()
            while True:
                registry.connection.execute("SELECT count(*) FROM model").fetchone()


def trashed(session: Session) -> int:
    return session.registry.models.count(Search(view="trash"), session.moment)


def everything(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


def waiting() -> QDialog | None:
    found = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "_Waiting" and one.isVisible()]
    return found[0] if found else None  # type: ignore[return-value]


def press_cancel() -> None:
    dialog = waiting()
    assert dialog is not None
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    QTest.mouseClick(buttons.buttons()[0], Qt.MouseButton.LeftButton)


def test_what_was_changed_aside_is_told_on_the_thread_of_the_window(large: Session, qtbot: QtBot) -> None:
    told: list[tuple[str, threading.Thread]] = []
    large.changed.connect(lambda changes: told.append((changes.label, threading.current_thread())))
    results: list[Changes] = []

    task = large.run_long(None, models.trash, everything(large), title="", done=results.append)
    lent = large.is_lent
    with qtbot.waitSignal(task.ended):
        pass

    assert lent
    assert told == [("Move to trash", threading.main_thread())]
    assert len(results[0].rows["model"]) == THOUSANDS
    assert trashed(large) == THOUSANDS


def test_while_it_is_lent_reading_the_register_is_a_bug(large: Session, qtbot: QtBot) -> None:
    task = large.run_long(None, models.trash, everything(large), title="")
    with pytest.raises(RuntimeError, match="lent"):
        _ = large.registry
    with qtbot.waitSignal(task.ended):
        pass

    assert not large.is_lent


def test_cancel_half_way_changes_nothing_and_says_so(large: Session, qtbot: QtBot) -> None:
    problems: list[str] = []
    large.problem.connect(problems.append)
    half = HalfWay()
    owner = QWidget()
    qtbot.addWidget(owner)

    task = large.run_long(owner, half, title="Đang chuyển…")
    qtbot.waitUntil(half.reached.is_set)
    qtbot.waitUntil(lambda: waiting() is not None)
    with qtbot.assertNotEmitted(large.changed), qtbot.waitSignal(task.ended):
        press_cancel()

    assert problems == [CANCELLED]
    assert trashed(large) == 0
    assert waiting() is None


def test_after_a_cancel_the_register_is_written_as_before(large: Session, qtbot: QtBot) -> None:
    half = HalfWay()
    task = large.run_long(None, half, title="")
    qtbot.waitUntil(half.reached.is_set)
    with qtbot.waitSignal(task.ended):
        task.cancel()

    large.run(models.trash, [ModelId(7)])

    assert trashed(large) == 1


def test_what_was_written_before_the_cancel_came_counts(large: Session, qtbot: QtBot) -> None:
    done: list[Changes] = []
    written, seen = threading.Event(), threading.Event()

    def write_and_wait(registry: Registry) -> Changes:
        changes = models.trash(registry, [ModelId(1)])
        written.set()
        seen.wait(5)
        return changes

    task = large.run_long(None, write_and_wait, title="", done=done.append)
    qtbot.waitUntil(written.is_set)
    with qtbot.waitSignals([task.ended, large.changed]):
        task.cancel()
        seen.set()

    assert len(done) == 1
    assert trashed(large) == 1


def test_values_that_break_a_rule_are_refused_as_ever(large: Session, qtbot: QtBot) -> None:
    def refuse(_registry: Registry) -> None:
        raise Refused([Problem("on", "no")])

    with pytest.raises(Refused):
        large.run_and_wait(None, refuse, title="")

    assert not large.is_lent


def test_a_bug_in_long_work_is_raised_and_the_register_comes_back(large: Session, qtbot: QtBot) -> None:
    def stumble(_registry: Registry) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as raised:
        large.run_and_wait(None, stumble, title="")

    assert [kind for kind, _value, _trace in raised] == [ZeroDivisionError]
    assert not large.is_lent


def test_nobody_can_type_or_click_until_the_work_comes_back(large: Session, qtbot: QtBot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.show()
    clicked: list[bool] = []
    button.clicked.connect(lambda: clicked.append(large.is_lent))
    half = HalfWay()

    task = large.run_long(button, half, title="")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    closed = button.close()
    with qtbot.waitSignal(task.ended):
        task.cancel()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not closed
    assert clicked == [False]


def test_the_list_paints_on_with_what_it_had(large: Session, window: MainWindow, asked: Asked, qtbot: QtBot) -> None:
    half = HalfWay()
    rows = window.models.rows
    known = rows.row(0)

    task = large.run_long(window, half, title="")
    window.models.list.scrollToBottom()
    window.grab()
    window.turn_the_day()
    shown = rows.row(0), rows.row(THOUSANDS - 1)
    with qtbot.waitSignal(task.ended):
        task.cancel()

    assert shown == (known, None)
    assert rows.row(THOUSANDS - 1) is not None
    assert asked.texts == [CANCELLED]


def test_undo_of_many_rows_goes_aside_and_of_few_does_not(large: Session, qtbot: QtBot) -> None:
    lent: list[bool] = []
    large.came_back.connect(lambda: lent.append(True))
    large.run(models.trash, everything(large)[: MANY + 1])

    large.undo()
    of_many = trashed(large), len(lent)
    large.redo()
    of_redo = trashed(large), len(lent)
    large.undo()
    large.run(models.trash, [ModelId(1)])
    large.undo()

    assert of_many == (0, 1)
    assert of_redo == (MANY + 1, 2)
    assert len(lent) == 3


def test_writing_goes_aside_sooner_than_reading(large: Session, qtbot: QtBot) -> None:
    lent: list[bool] = []
    large.came_back.connect(lambda: lent.append(True))
    some = everything(large)[: MANY // WRITING + 1]

    large.run_on(len(some), None, models.trash, some, title="")
    of_reading = len(lent)
    large.write_on(len(some), None, models.untrash, some, title="")

    assert (of_reading, len(lent)) == (0, 1)


def test_taking_back_an_earlier_action_on_many_goes_aside_and_lists_what_is_in_the_way(
    large: Session, asked: Asked, qtbot: QtBot
) -> None:
    changes = large.run_and_wait(None, models.trash, everything(large), title="")
    large.run(models.untrash, [ModelId(1)])
    lent: list[bool] = []
    large.came_back.connect(lambda: lent.append(True))
    owner = QWidget()
    qtbot.addWidget(owner)
    asked.will(True, True)
    assert changes is not None
    assert changes.action is not None

    done = take_back(large, changes.action, "mọi mô hình", owner)

    assert done
    assert "CAM-2026-001" in asked.texts[1]
    assert lent == [True, True]
    assert trashed(large) == 0


def test_moving_all_to_the_trash_and_back_goes_aside(
    large: Session, window: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    asked.will(True)
    lent: list[bool] = []
    large.came_back.connect(lambda: lent.append(True))

    window.models.list.selectAll()
    window.tools["trash"].trigger()

    assert trashed(large) == THOUSANDS
    assert lent == [True]


@pytest.mark.parametrize("dialog", [ReviewDialog, StatusDialog])
def test_a_dialog_about_all_models_writes_aside(
    large: Session, dialog: type[ReviewDialog] | type[StatusDialog], qtbot: QtBot
) -> None:
    review = dialog is ReviewDialog
    shown = ReviewDialog(large, everything(large), None) if review else StatusDialog(large, everything(large))
    qtbot.addWidget(shown)
    shown.show()
    if not review:
        shown.fields.fill({"status": str(large.registry.lists.default_status().id)})
    lent: list[bool] = []
    large.came_back.connect(lambda: lent.append(True))

    shown.yes_button.click()

    assert not shown.isVisible()
    assert lent == [True]


def test_the_window_stays_open_while_the_register_is_lent(
    large: Session, window: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    half = HalfWay()
    task = large.run_long(window, half, title="")

    closed = window.close()
    with qtbot.waitSignal(task.ended):
        task.cancel()

    assert not closed
    assert large.is_open
