"""Commands that keep the register true: areas changed by decision, people who were entered twice, figures of the
statutory force."""

from registry_app.domain.words import N_

from .command import Command, Desk, is_open


def change_areas(desk: Desk) -> None:
    """The list of areas, with its acts."""
    from registry_app.ui.lists.lists_dialog import ListsDialog

    if desk.page.may_leave():
        ListsDialog.edit(desk.session, desk.window, plural="areas")


def find_twins(desk: Desk) -> None:
    """All pairs of people who may be one."""
    from registry_app.ui.twins.twins_dialog import TwinsDialog

    if desk.page.may_leave():
        TwinsDialog.show_pairs(desk.session, desk.window)


def show_force(desk: Desk) -> None:
    """The figures of form BM1."""
    from registry_app.ui.counting.force_dialog import ForceDialog

    ForceDialog.show_figures(desk.session, desk.window)


AREAS = Command(
    name="change_areas",
    text=N_("C&hanges of areas…"),
    deed=change_areas,
    icon="site",
    when=is_open,
    tip=N_("Rename, merge or split areas as a decision says"),
)
TWINS = Command(
    name="find_twins",
    text=N_("People entered tw&ice…"),
    deed=find_twins,
    icon="twins",
    when=is_open,
    tip=N_("Find people who may have been entered twice, and join them"),
)
FORCE = Command(
    name="show_force",
    text=N_("Stat&utory force…"),
    deed=show_force,
    icon="view-statutory",
    when=is_open,
    tip=N_("The force by decision, as it is and as it was the period before (form BM1)"),
)
