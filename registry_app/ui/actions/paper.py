"""Commands about paper and about what happened: print the list, one row, what is due; the history; what was given
out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from registry_app.domain.search import Search
from registry_app.domain.words import N_

from . import rounds
from .command import Command, Desk, State, is_open, one

if TYPE_CHECKING:
    from registry_app.ui.history.history_dock import HistoryDock

PANES, OPEN = "panes", "history_pane_open"
"""What is kept of the panes for the next start."""
PAINTED_MS = 60
SHEETS = {"model": "model-sheet", "team": "members", "person": "person-sheet"}
"""The report that is about one row, by noun."""


def print_list(desk: Desk) -> None:
    """What the page that is shown lists, in its order; of a round its own papers."""
    if rounds.PAPERS.name in desk.page.standing.may:
        rounds.PAPERS.deed(desk)
        return
    _print(desk, *desk.page.printing(), as_of=desk.page.standing.as_of)


def print_sheet(desk: Desk) -> None:
    """The paper about the one row that is chosen."""
    _report, search, chosen = desk.page.printing()
    _print(desk, SHEETS[search.noun], search, chosen, as_of=desk.page.standing.as_of)


def print_due(desk: Desk) -> None:
    """What is overdue or falls due soon."""
    from registry_app.operations import printing

    _print(desk, "due", printing.default_search("due"), desk.screen.chosen)


def show_history(desk: Desk) -> None:
    """Everything that was done to the chosen model."""
    _pane(desk).open_for(one=True)


def show_whole_history(desk: Desk) -> None:
    """Everything that was done in this register."""
    _pane(desk).open_for(one=False)


def show_given_out(desk: Desk) -> None:
    """Which people's data was printed or saved as a file, by whom and when."""
    from registry_app.ui.history.given_window import GivenWindow

    GivenWindow.show_list(desk.session, desk.window)


def turn_history(desk: Desk) -> None:
    """Show the history pane, or put it away."""
    pane = _pane(desk)
    if pane.isVisible():
        pane.hide()
    else:
        pane.show()
        pane.panel.filters.words.setFocus()


def panes(desk: Desk) -> dict[str, QByteArray]:
    """Whether the history pane is open and how large it is, to be kept for the next start."""
    pane = desk.window.findChild(QDockWidget)
    if not isinstance(pane, QDockWidget) or not isinstance(desk.window, QMainWindow):
        return {}
    return {PANES: desk.window.saveState(), OPEN: QByteArray(b"1" if pane.isVisible() else b"")}


def restore_panes(desk: Desk) -> None:
    """The history pane, when it was open at the end last time; once the first rows are painted."""
    if not desk.choices.shape(OPEN).isEmpty():
        QTimer.singleShot(PAINTED_MS, desk.window, lambda: _show_pane(desk))


def _show_pane(desk: Desk) -> None:
    if desk.session.is_open:
        _pane(desk).show()


def _print(desk: Desk, report: str, search: Search, chosen: Sequence[int], *, as_of: str = "") -> None:
    from registry_app.ui.printing.print_window import PrintWindow

    PrintWindow(desk.session, report, search, chosen, desk.window, as_of=as_of).show()


def _has_sheet(state: State) -> bool:
    """One row is chosen, of a page whose rows have a paper of their own."""
    return state.rows == 1 and (state.of_models or "print_sheet" in state.words)


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
    when=is_open,
    tip=N_("Print what the list shows"),
)
SHEET = Command(
    name="print_sheet", text=N_("Print the sheet o&f this model…"), deed=print_sheet, icon="print", when=_has_sheet
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
GIVEN_OUT = Command(
    name="show_given_out", text=N_("Personal data &given out…"), deed=show_given_out, icon="history", when=is_open
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
