"""The command that enters the figures of a period."""

from registry_app.domain.words import N_

from .command import Command, Desk, may_write


def enter(desk: Desk) -> None:
    """The table of figures, from whatever page."""
    from registry_app.ui.results.figures_dialog import FiguresDialog

    FiguresDialog.enter(desk.session, desk.window)


ENTER = Command(
    name="enter_results",
    text=N_("Enter the figures of a &period…"),
    deed=enter,
    icon="figures",
    when=may_write,
    tip=N_("Period, scope and source once, then the figures one below the other"),
)
