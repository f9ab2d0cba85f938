"""Commands that turn the window to another page: what is to be done today, the models, what is inside them."""

from collections.abc import Callable

from registry_app.domain.words import N_

from .command import Command, Desk, is_open


def turn_to(page: str) -> Callable[[Desk], None]:
    """The deed that shows ``page``."""

    def turn(desk: Desk) -> None:
        desk.turn_to(page)

    return turn


def end(desk: Desk) -> None:
    """Give the chosen rows a day from which they are no more."""
    desk.page.end()


TODAY = Command(
    name="show_today",
    text=N_("&Today"),
    deed=turn_to("overview"),
    icon="calendar",
    keys="Alt+1",
    when=is_open,
    tip=N_("What is to be done today"),
)
LIST = Command(
    name="show_list", text=N_("&List of models"), deed=turn_to("list"), icon="view-all", keys="Alt+2", when=is_open
)
SITES = Command(name="show_sites", text=N_("&Sites"), deed=turn_to("site"), keys="Alt+3", when=is_open)
TEAMS = Command(name="show_teams", text=N_("&Teams"), deed=turn_to("team"), keys="Alt+4", when=is_open)
PEOPLE = Command(name="show_people", text=N_("&People"), deed=turn_to("person"), keys="Alt+5", when=is_open)
HOUSEHOLDS = Command(
    name="show_households", text=N_("&Households"), deed=turn_to("household"), keys="Alt+6", when=is_open
)
CAMERAS = Command(
    name="show_cameras", text=N_("&Camera points"), deed=turn_to("camera_point"), keys="Alt+7", when=is_open
)
RESULTS = Command(name="show_results", text=N_("Res&ults"), deed=turn_to("result"), keys="Alt+9", when=is_open)
COMMENDATIONS = Command(
    name="show_commendations", text=N_("C&ommendations"), deed=turn_to("commendation"), keys="Alt+0", when=is_open
)
EXEMPLARS = Command(name="show_exemplars", text=N_("&Advanced examples"), deed=turn_to("exemplar"), when=is_open)
RECOGNITION = Command(
    name="show_recognition",
    text=N_("&Recognition “An toàn về ANTT”"),
    deed=turn_to("recognition"),
    when=is_open,
)
END = Command(
    name="end_rows",
    text=N_("End &from a day…"),
    deed=end,
    keys="Ctrl+E",
    when=lambda state: state.endable,
    tip=N_("From which day the chosen rows are no more; earlier days still show them"),
)
