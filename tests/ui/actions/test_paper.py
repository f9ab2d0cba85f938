"""Printing opens in a window of its own, the history in a pane of the main window that comes back at the next start."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import models
from registry_app.ui.actions.paper import OPEN
from registry_app.ui.choices import Choices
from registry_app.ui.history.history_dock import HistoryDock
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


def pane(window: MainWindow) -> HistoryDock:
    (found,) = window.findChildren(HistoryDock)
    return found


def actions(window: MainWindow) -> int:
    return pane(window).panel.rows.rowCount()


def test_the_history_of_model_and_register_share_one_pane(window: MainWindow, session: Session) -> None:
    code = window.models.chosen_rows[0].code

    window.tools["show_history"].trigger()
    of_model = pane(window).windowTitle(), actions(window)
    window.tools["show_whole_history"].trigger()

    assert pane(window).isVisible()
    assert of_model == (f"Lịch sử của {code}", 1)
    assert (pane(window).windowTitle(), actions(window)) == ("Lịch sử của sổ", 4)


def test_the_pane_is_closed_at_first_and_its_key_opens_and_closes_it(window: MainWindow) -> None:
    at_first = window.findChildren(HistoryDock)

    window.tools["turn_history"].trigger()
    after_one = pane(window).isVisible()
    window.tools["turn_history"].trigger()

    assert at_first == []
    assert (after_one, pane(window).isVisible()) == (True, False)


def test_the_pane_follows_the_model_chosen_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.tools["show_history"].trigger()

    window.models.list.selectRow(1)

    code = window.models.chosen_rows[0].code
    qtbot.waitUntil(lambda: pane(window).windowTitle() == f"Lịch sử của {code}")


def test_an_action_of_the_pane_leads_to_its_model(window: MainWindow, session: Session) -> None:
    (wanted,) = session.registry.models.ids(Search(words="tieng keng"), session.moment)
    models.edit(session.registry, ModelId(wanted), {"notes": "mới"})
    window.tools["show_whole_history"].trigger()
    panel = pane(window).panel

    panel.tree.activated.emit(panel.rows.index(0, 0))

    assert window.models.list.current == wanted
    assert window.models.form.model == wanted


def test_where_the_screen_is_too_low_for_both_the_pane_is_a_window_of_its_own(window: MainWindow) -> None:
    window.setMinimumHeight(window.screen().availableGeometry().height() - 60)

    window.tools["turn_history"].trigger()

    assert pane(window).isVisible()
    assert pane(window).isFloating()


def test_a_pane_left_open_is_there_again(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.tools["turn_history"].trigger()
    window.keep_shape()

    again = MainWindow(session, Choices())
    again.show()
    qtbot.waitUntil(lambda: bool(again.findChildren(HistoryDock)))
    reopened = pane(again).isVisible()
    window.tools["turn_history"].trigger()
    window.keep_shape()

    assert reopened
    assert Choices().shape(OPEN).isEmpty()
    again.hide()
    again.deleteLater()


@pytest.mark.parametrize("name", ["print_list", "print_due"])
def test_a_print_window_opens(window: MainWindow, name: str) -> None:
    window.tools[name].trigger()

    (shown,) = window.findChildren(PrintWindow)
    assert shown.isVisible()
    shown.close()
