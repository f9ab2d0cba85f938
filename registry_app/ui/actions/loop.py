"""Commands of the review loop that are about the whole register: what looks outdated, what happened in a period."""

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


def report_period(desk: Desk) -> None:
    """The figures, charts and paper of a period."""
    from registry_app.ui.period.period_window import PeriodWindow

    PeriodWindow.show_report(desk.session, desk.window)


PERIOD = Command(
    name="report_period",
    text=N_("&Report of a period…"),
    deed=report_period,
    icon="chart",
    when=is_open,
    tip=N_("Figures and charts of six months, a year or a stage of years, beside the period before"),
)
OUTDATED = Command(
    name="show_outdated",
    text=N_("Models that look &outdated…"),
    deed=show_outdated,
    icon="outdated",
    when=is_open,
    tip=N_("Models that are no longer fitting, with the reasons"),
)
