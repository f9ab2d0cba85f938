"""Commands that turn the window to another page: what is to be done today, the list."""

from registry_app.domain.words import N_

from .command import Command, Desk, is_open


def show_today(desk: Desk) -> None:
    """What is due, what is missing."""
    if desk.screen.may_leave():
        desk.turn_to("overview")


def show_list(desk: Desk) -> None:
    """The list of models and the form."""
    desk.turn_to("list")


TODAY = Command(
    name="show_today",
    text=N_("&Today"),
    deed=show_today,
    icon="calendar",
    keys="Alt+Home",
    when=is_open,
    tip=N_("What is to be done today"),
)
LIST = Command(
    name="show_list", text=N_("&List of models"), deed=show_list, icon="view-all", keys="Alt+End", when=is_open
)
