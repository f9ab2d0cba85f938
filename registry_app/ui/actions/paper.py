"""Commands about paper and about what happened: print the list, print what is due, the history."""

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.domain.words import N_

from .command import Command, Desk, is_open, one


def print_list(desk: Desk) -> None:
    """What the list shows, in its order."""
    _print(desk, "models", desk.screen.search)


def print_due(desk: Desk) -> None:
    """What is overdue or falls due soon."""
    from registry_app.operations import printing

    _print(desk, "due", printing.default_search("due"))


def show_history(desk: Desk) -> None:
    """Everything that was done to the chosen model."""
    _history(desk, desk.screen.chosen[0])


def show_whole_history(desk: Desk) -> None:
    """Everything that was done in this register."""
    _history(desk, None)


def _print(desk: Desk, report: str, search: Search) -> None:
    from registry_app.ui.printing.print_window import PrintWindow

    PrintWindow(desk.session, report, search, desk.screen.chosen, desk.window).show()


def _history(desk: Desk, model: ModelId | None) -> None:
    from .history_window import HistoryWindow

    HistoryWindow.show_for(desk, model)


PRINT = Command(
    name="print_list",
    text=N_("&Print the list…"),
    deed=print_list,
    icon="print",
    keys="Ctrl+P",
    when=is_open,
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
