"""Commands about rounds of reviews; those about the chosen round do what the page of rounds says that it can do now."""

from collections.abc import Callable
from pathlib import Path

from registry_app.domain.words import N_

from .command import Command, Desk, State, is_open, may_write
from .pages import turn_to


def of_page(name: str) -> Callable[[Desk], None]:
    """The deed of that name of the page of rounds, which is turned to."""

    def do(desk: Desk) -> None:
        from registry_app.ui.rounds.page import RoundsPage

        if desk.turn_to("round") and isinstance(desk.page, RoundsPage):
            desk.page.deeds.do(name)

    return do


def read_back(desk: Desk, path: Path) -> None:
    """Enter what a filled worksheet says."""
    from registry_app.ui.rounds.page import RoundsPage

    if desk.turn_to("round") and isinstance(desk.page, RoundsPage):
        desk.page.deeds.read_back(path)


def _own(name: str, text: str, *, icon: str = "", keys: str = "", tip: str = "") -> Command:
    def may(state: State) -> bool:
        return name in state.may

    return Command(name=name, text=text, deed=of_page(name), icon=icon, keys=keys, tip=tip, when=may)


SHOW = Command(
    name="show_rounds",
    text=N_("Ro&unds of reviews"),
    deed=turn_to("round"),
    icon="round",
    keys="Alt+8",
    when=is_open,
    tip=N_("Rounds with their rows, progress and figures"),
)
NEW = Command(
    name="new_round",
    text=N_("&New round…"),
    deed=of_page("new_round"),
    icon="new",
    when=may_write,
    tip=N_("Open a round over what the list shows, or another view"),
)
ENTER = _own(
    "enter_round",
    N_("Enter results o&f a round…"),
    icon="enter-results",
    keys="Ctrl+Shift+R",
    tip=N_("Enter what the worksheets say, by keyboard alone"),
)
PRINT = _own(
    "print_worksheets",
    N_("Works&heets…"),
    icon="worksheet",
    tip=N_("Give out worksheets by area or reviewer, on paper or for Excel"),
)
PAPERS = _own(
    "print_papers", N_("Pap&ers…"), icon="print", tip=N_("Minutes, summary of grades, proposals of the round")
)
BACK = _own(
    "read_worksheet", N_("From E&xcel…"), icon="sheet-back", tip=N_("Enter a worksheet that was filled on a computer")
)
ASSIGN = _own(
    "assign_reviewer",
    N_("&Assign reviewer…"),
    icon="assign",
    tip=N_("Who looks at the chosen rows; without any chosen, at all that are shown"),
)
MOVE = _own("move_rows", N_("Loo&k at it in another area…"))
LEAVE_OUT = _own(
    "leave_out", N_("&Leave out…"), icon="leave-out", tip=N_("Why the chosen rows are not looked at in this round")
)
TAKE_IN = _own("take_in", N_("&Take in again"))
SHOW_MODEL = _own("show_model", N_("Show the &model"))
EDIT = _own("edit_round", N_("Ed&it the round…"))
CLOSE = _own(
    "close_round",
    N_("Clo&se the round…"),
    icon="lock",
    tip=N_("The results become reviews, next dates follow, the figures are kept"),
)
