"""Commands about when reviews are due: how many each week, letters that remind of them, a file for a calendar."""

from pathlib import Path

from registry_app.domain.search import Search
from registry_app.domain.words import N_, _, n_

from .command import Command, Desk, is_open

CALENDARS = N_("Calendars (*.ics)")


def show_capacity(desk: Desk) -> None:
    """How many reviews fall due each week and where, and a spread of them."""
    from registry_app.ui.schedule.capacity_window import CapacityWindow

    if desk.page.may_leave():
        CapacityWindow.show_weeks(desk.session, desk.window)


def print_reminders(desk: Desk) -> None:
    """A letter to each lead organisation about its models that are overdue or due soon."""
    from registry_app.operations import printing
    from registry_app.ui.printing.print_window import PrintWindow

    search = printing.default_search("reminders")
    PrintWindow(desk.session, "reminders", search, desk.screen.chosen, desk.window).show()


def save_calendar(desk: Desk) -> None:
    """The days on which what the list shows is due, as a file for a calendar program."""
    from PySide6.QtCore import QStandardPaths

    from registry_app.operations import calendar
    from registry_app.ui import ask

    _report, search, _chosen = desk.page.printing()
    if search.noun != "model":
        search = Search()
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    name = _("reviews due") + calendar.SUFFIX
    file = ask.choose_save(desk.window, _("Save the due dates as a calendar"), folder / name, _(CALENDARS))
    if file is None:
        return
    file = file if file.suffix.lower() == calendar.SUFFIX else file.with_name(file.name + calendar.SUFFIX)
    session = desk.session
    rows = session.registry.models.count(search, session.moment)
    count = session.run_on(
        rows, desk.window, calendar.save, search, session.moment, file, title=_("Writing the calendar…")
    )
    if count is not None:
        told = n_("{count} due date stands in the calendar.", "{count} due dates stand in the calendar.", count)
        ask.finished(desk.window, told.format(count=count), file)


CAPACITY = Command(
    name="show_capacity",
    text=N_("Reviews by &week…"),
    deed=show_capacity,
    icon="capacity",
    when=is_open,
    tip=N_("How many reviews fall due each week in which area, and a proposal to spread them"),
)
REMINDERS = Command(
    name="print_reminders",
    text=N_("Re&minder letters…"),
    deed=print_reminders,
    icon="reminder",
    when=is_open,
    tip=N_("A letter to each lead organisation about its models that are overdue or due soon"),
)
CALENDAR = Command(
    name="save_calendar",
    text=N_("Due dates as a &calendar…"),
    deed=save_calendar,
    icon="calendar",
    when=is_open,
    tip=N_("A file that calendar programs read (.ics), with the due dates of what the list shows"),
)
