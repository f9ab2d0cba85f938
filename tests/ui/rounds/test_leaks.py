"""Windows of rounds, opened and closed over and over: no widget stays behind, and nobody listens any more."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from registry_app.domain.ids import RoundId
from registry_app.operations import rounds
from registry_app.ui.main_window import MainWindow
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.page import RoundsPage
from registry_app.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
CYCLES = 8
MODAL = ("new_round", "edit_round", "print_worksheets", "assign_reviewer", "leave_out", "move_rows", "close_round")


def dispose() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def left_behind(deed: Callable[[], None]) -> int:
    """How many more widgets there are after many times than after one."""
    deed()
    dispose()
    before = len(QApplication.allWidgets())
    for _time in range(CYCLES):
        deed()
        dispose()
    return len(QApplication.allWidgets()) - before


@pytest.mark.parametrize("name", MODAL)
def test_a_dialog_leaves_nothing_behind(main: MainWindow, round_id: RoundId, page: RoundsPage, name: str) -> None:
    page.rows.table.selectRow(0)

    def reject() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    def show() -> None:
        QTimer.singleShot(5, reject)
        main.tools[name].trigger()

    assert left_behind(show) <= 0


def test_the_entry_screen_leaves_nothing_behind_and_listens_no_more(
    session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage
) -> None:
    def show() -> None:
        main.tools["enter_round"].trigger()
        for entry in main.findChildren(EntryWindow):
            entry.reject()

    assert left_behind(show) <= 0
    rounds.enter(session.registry, round_id, [rounds.Entered(position=1, grade="Tốt")])
    assert page.rows.rows.shown()[0].grade == "Tốt"
