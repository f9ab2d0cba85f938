"""Commands about what is decided of the chosen models."""

from registry_app.domain.words import N_

from .command import Command, Desk, some_alive


def decide(desk: Desk) -> None:
    """One decision about all chosen models."""
    from registry_app.ui.decisions.decision_dialog import DecisionDialog

    if desk.screen.may_leave():
        DecisionDialog.decide(desk.session, desk.screen.chosen, desk.window)


DECIDE = Command(
    name="decide",
    text=N_("Decide a&bout…"),
    deed=decide,
    icon="decision",
    when=some_alive,
    tip=N_("Keep, strengthen, replicate, merge, pause or end the chosen models, with the paper that says so"),
)
