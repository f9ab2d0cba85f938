"""Every window and dialog, opened and closed over and over: no widget, no file, no memory stays behind."""

import gc
import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from registry_app.ui.tour.tour import Tour
from registry_app.ui.widgets.date_field import DateField

CYCLES, FULL_CYCLES = 20, 200
WARM_UP = 3
CLOSING_MS = 5
LIMIT_MIB = 5
DIALOGS = (
    "new_register",
    "open_register",
    "print_list",
    "print_due",
    "edit_ward",
    "edit_lists",
    "show_whole_history",
    "name_writer",
    "change_settings",
    "replace",
    "mark_reviewed",
    "change_status",
    "edit_together",
    "save_view",
    "show_help",
    "show_shortcuts",
    "start_tour",
    "about",
)


@pytest.fixture
def window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the sample ward, one model chosen."""
    shown = MainWindow(sample_session, Choices(keeps=False))
    shown.show()
    shown.models.show_search(Search())
    shown.models.list.selectRow(0)
    shown.models.form.show()
    yield shown
    shown.close()
    shown.deleteLater()


class Closer:
    """Closes whatever waits for an answer, also in the event loop of a dialog."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._timer = QTimer(interval=CLOSING_MS)
        self._timer.timeout.connect(self._close)
        self._timer.start()
        self.closed = 0

    def _close(self) -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None:
            self.closed += 1
            top.close()

    def close_the_rest(self) -> None:
        """Windows that wait for nothing, and all that is only marked as gone."""
        QApplication.processEvents()
        for tour in self._window.findChildren(Tour):
            self.closed += 1
            tour.leave()
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one is not self._window:
                self.closed += 1
                one.close()
        while any(one.name == "aside" for one in threading.enumerate()):
            QApplication.processEvents()
        for _turn in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def stop(self) -> None:
        """Close nothing any more."""
        self._timer.stop()


def widgets() -> Counter[str]:
    """All widgets that there are, by kind."""
    return Counter(type(one).__name__ for one in QApplication.allWidgets())


def files() -> int:
    """How many files this process has open; 0 where nobody tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def resident_mib() -> float:
    """How much memory this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def open_popups(window: MainWindow) -> None:
    """What no command opens: the card of the search language, the menu of the headings, a calendar."""
    models = window.models
    models.filtering.search_bar.explain()
    models.list.horizontalHeader().customContextMenuRequested.emit(QPoint(20, 5))
    for field in models.form.findChildren(DateField)[:1]:
        field.findChildren(QAbstractButton)[0].click()


@pytest.mark.parametrize("name", [*DIALOGS, "popups"])
def test_nothing_stays_of_a_window_that_was_closed(
    name: str, window: MainWindow, pytestconfig: pytest.Config, qtbot: QtBot
) -> None:
    full = bool(pytestconfig.getoption("--full"))
    closer = Closer(window)

    def cycle() -> None:
        if name == "popups":
            open_popups(window)
        else:
            window.models.list.selectRow(0)
            assert window.tools[name].isEnabled()
            window.tools[name].trigger()
        closer.close_the_rest()

    for _time in range(WARM_UP):
        cycle()
    before, files_before, memory_before = widgets(), files(), resident_mib() if full else 0.0
    closer.closed = 0
    cycles = FULL_CYCLES if full else CYCLES
    for _time in range(cycles):
        cycle()
    closer.stop()

    assert closer.closed >= cycles or name == "show_whole_history"
    assert widgets() - before == Counter()
    assert files() <= files_before
    if full and sys.platform == "linux":
        assert resident_mib() - memory_before <= LIMIT_MIB
