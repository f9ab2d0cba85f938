"""Commands about paper and about what happened: print the list, print what is due, the history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from registry_app.domain.search import Search
from registry_app.domain.words import N_

from .command import Command, Desk, is_open, of_models, one

if TYPE_CHECKING:
    from registry_app.ui.history.history_dock import HistoryDock

PANES, OPEN = "panes", "history_pane_open"
"""What is kept of the panes for the next start."""
PAINTED_MS = 60


def print_list(desk: Desk) -> None:
    """What the list shows, in its order."""
    _print(desk, "models", desk.screen.search)


def print_due(desk: Desk) -> None:
    """What is overdue or falls due soon."""
    from registry_app.operations import printing

    _print(desk, "due", printing.default_search("due"))


def show_history(desk: Desk) -> None:
    """Everything that was done to the chosen model."""
    _pane(desk).open_for(one=True)


def show_whole_history(desk: Desk) -> None:
    """Everything that was done in this register."""
    _pane(desk).open_for(one=False)


def turn_history(desk: Desk) -> None:
    """Show the history pane, or put it away."""
    pane = _pane(desk)
    if pane.isVisible():
        pane.hide()
    else:
        pane.show()
        pane.panel.filters.words.setFocus()


def remember_panes(desk: Desk) -> None:
    """Keep for the next start whether the history pane is open, and how large it is."""
    pane = desk.window.findChild(QDockWidget)
    if isinstance(pane, QDockWidget) and isinstance(desk.window, QMainWindow):
        desk.choices.keep_shape(PANES, desk.window.saveState())
        desk.choices.keep_shape(OPEN, QByteArray(b"1" if pane.isVisible() else b""))


def restore_panes(desk: Desk) -> None:
    """The history pane, when it was open at the end last time; once the first rows are painted."""
    if not desk.choices.shape(OPEN).isEmpty():
        QTimer.singleShot(PAINTED_MS, desk.window, lambda: _show_pane(desk))


def _show_pane(desk: Desk) -> None:
    if desk.session.is_open:
        _pane(desk).show()


def _print(desk: Desk, report: str, search: Search) -> None:
    from registry_app.ui.printing.print_window import PrintWindow

    PrintWindow(desk.session, report, search, desk.screen.chosen, desk.window).show()


def _pane(desk: Desk) -> "HistoryDock":
    """The history pane of the window, made when it is first asked for."""
    from registry_app.ui.history.history_dock import HistoryDock

    window, screen = desk.window, desk.screen
    found = window.findChild(HistoryDock)
    if isinstance(found, HistoryDock):
        return found
    if not isinstance(window, QMainWindow):
        raise TypeError("the history pane needs a main window")
    pane = HistoryDock(desk.session, window)
    window.restoreState(desk.choices.shape(PANES))
    pane.hide()
    pane.model_wanted.connect(lambda model: screen.show_model(model) if desk.turn_to("list") else None)
    screen.standing_changed.connect(lambda: pane.follow(screen.list.current))
    pane.follow(screen.list.current)
    return pane


PRINT = Command(
    name="print_list",
    text=N_("&Print the list…"),
    deed=print_list,
    icon="print",
    keys="Ctrl+P",
    when=of_models,
    tip=N_("Print what the list shows"),
)
PRINT_DUE = Command(
    name="print_due",
    text=N_("Print what is &due…"),
    deed=print_due,
    icon="print-due",
    keys="Ctrl+Shift+P",
    when=is_open,
    tip=N_("Print the models that are overdue or due soon"),
)
HISTORY = Command(
    name="show_history", text=N_("&History of this model"), deed=show_history, icon="history", keys="Ctrl+H", when=one
)
WHOLE_HISTORY = Command(
    name="show_whole_history",
    text=N_("History of the &register"),
    deed=show_whole_history,
    icon="history",
    when=is_open,
)
HISTORY_PANE = Command(
    name="turn_history",
    text=N_("History &pane"),
    deed=turn_history,
    icon="history",
    keys="Ctrl+Shift+H",
    when=is_open,
    tip=N_("Show or hide what was done, at the foot of the window"),
)
