"""Commands of the review loop that are about the whole register: what looks outdated."""

from registry_app.domain.words import N_

from .command import Command, Desk, is_open


def show_outdated(desk: Desk) -> None:
    """All models that look outdated; one of them may be shown in the list then."""
    from registry_app.ui.outdated.outdated_dialog import OutdatedDialog

    if not desk.page.may_leave():
        return
    wanted = OutdatedDialog.show_all(desk.session, desk.window)
    if wanted is not None and desk.turn_to("list"):
        desk.screen.show_model(wanted)


OUTDATED = Command(
    name="show_outdated",
    text=N_("Models that look &outdated…"),
    deed=show_outdated,
    icon="outdated",
    when=is_open,
    tip=N_("Models that are no longer fitting, with the reasons"),
)
