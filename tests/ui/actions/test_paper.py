"""Printing and history open on what the list shows, each in a window of its own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.ui.actions.history_window import HistoryWindow
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.session import Session


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the session's three models, the first one chosen."""
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.show()
    shown.models.list.selectRow(0)
    yield shown
    shown.close()
    shown.deleteLater()


def test_the_history_of_model_and_register_share_one_window(window: MainWindow) -> None:
    window.tools["show_history"].trigger()
    window.tools["show_whole_history"].trigger()

    (shown,) = window.findChildren(HistoryWindow)
    assert shown.isVisible()
    assert shown.windowTitle() == "Lịch sử của sổ"


@pytest.mark.parametrize("name", ["print_list", "print_due"])
def test_a_print_window_opens(window: MainWindow, name: str) -> None:
    window.tools[name].trigger()

    (shown,) = window.findChildren(PrintWindow)
    assert shown.isVisible()
    shown.close()
