"""The thread of the window is never busy longer than 100 ms at a stretch: a heart beats in the event loop while the
main journeys run, and what it had to wait for is measured.

What counts is the thread's own computing time, since other programs may have the processor; waiting for a disk or a
lock would show in the clock on the wall, which has a wider limit.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Order, Search
from registry_app.operations import models
from registry_app.ui.choices import Choices
from registry_app.ui.history.history_dock import HistoryDock
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, opened, type_text
from tests.ui.working import LIMIT_S, WALL_S, Heart


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the sample ward, after its first idle slice."""
    shown = MainWindow(sample_session, Choices())
    shown.models._open()
    shown.show()
    shown.models.form.show()
    shown.models.list.selectRow(0)
    QApplication.processEvents()
    yield shown
    shown.models.form.give_up()
    shown.close()
    shown.deleteLater()


def close_windows(kind: type[QWidget]) -> None:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, kind) and one.isVisible():
            one.close()


def compute(seconds: float) -> None:
    begun = time.thread_time()
    while time.thread_time() - begun < seconds:
        pass


def compute_soon(seconds: float) -> None:
    QTimer.singleShot(20, lambda: compute(seconds))


def compute_in_pieces(seconds: float, pieces: int) -> None:
    compute(seconds)
    if pieces > 1:
        QTimer.singleShot(0, lambda: compute_in_pieces(seconds, pieces - 1))


def test_a_step_that_blocks_is_found_and_one_that_lets_the_window_live_is_not(qtbot: QtBot, heart: Heart) -> None:
    heart.during("one long piece", lambda: compute(3 * LIMIT_S))
    heart.during("a long piece that comes later", lambda: compute_soon(3 * LIMIT_S))
    heart.during("waiting for a lock", lambda: time.sleep(1.1 * WALL_S))
    heart.during("short pieces", lambda: compute_in_pieces(0.2 * LIMIT_S, 10))
    heart.during("nothing", lambda: None)

    assert list(heart.late) == ["one long piece", "a long piece that comes later", "waiting for a lock"]


def test_finding_sorting_and_looking(window: MainWindow, heart: Heart) -> None:
    screen = window.models

    heart.during("search", lambda: type_text(screen.search_box, "camera to"))
    heart.during("search more", lambda: type_text(screen.search_box, " dan pho"))
    heart.during("empty the search", screen.search_box.clear)
    heart.during("view", lambda: screen.show_search(Search(view="overdue")))
    heart.during("all", lambda: screen.show_search(Search()))
    heart.during("sort", lambda: screen.show_search(Search(order=(Order("code"),))))
    heart.during("another model", lambda: screen.list.selectRow(3))
    heart.during("end of the list", screen.list.scrollToBottom)
    heart.during("all chosen", screen.list.selectAll)

    assert heart.late == {}


def test_writing_and_taking_back(window: MainWindow, heart: Heart, asked: Asked) -> None:
    screen, tools = window.models, window.tools
    asked.will(True)

    heart.during("type", lambda: screen.form.fields.fill({"name": "Camera an ninh chợ Sắt"}))
    heart.during("save", screen.save)
    heart.during("undo", tools["undo"].trigger)
    heart.during("redo", tools["redo"].trigger)
    heart.during("choose all", screen.list.selectAll)
    heart.during("all to the trash", tools["trash"].trigger)
    heart.during("undo of all", tools["undo"].trigger)
    heart.during("new", tools["new"].trigger)

    assert heart.late == {}


def test_looking_into_the_history(window: MainWindow, heart: Heart, sample_session: Session) -> None:
    for number in range(300):
        models.edit(
            sample_session.registry, sample_session.registry.models.by_code("CAM-2019-001"), {"notes": str(number)}
        )

    heart.during("open the pane", window.tools["show_whole_history"].trigger)
    panel = window.findChildren(HistoryDock)[0].panel
    heart.during("words", lambda: type_text(panel.filters.words, "khong co o dau"))
    heart.during("all again", panel.filters.words.clear)
    heart.during("older", panel.tree.scrollToBottom)
    heart.during("one model", lambda: panel.filters.only_one.setChecked(True))

    assert heart.late == {}


def test_reviewing_and_printing(window: MainWindow, heart: Heart, sample_session: Session) -> None:
    chosen = window.models.chosen

    heart.during("review", lambda: ReviewDialog(sample_session, chosen, None, window).show())
    close_windows(ReviewDialog)
    heart.during("print", window.tools["print_list"].trigger)
    close_windows(PrintWindow)

    assert heart.late == {}


def test_thousands_are_written_while_the_window_paints(
    large_register: Path,
    tmp_path: Path,
    heart: Heart,
    asked: Asked,
    qtbot: QtBot,
) -> None:
    session = opened(large_register, tmp_path / "large.registry")
    window = MainWindow(session, Choices())
    window.models._open()
    window.show()
    window.models.list.selectAll()
    asked.will(True)

    heart.during("thousands to the trash", window.tools["trash"].trigger)
    heart.during("and back", window.tools["undo"].trigger)

    assert heart.late == {}
    window.close()
    window.deleteLater()
