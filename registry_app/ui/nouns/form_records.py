"""What the register keeps of a row beside its fields, on tabs of its form; which noun has which of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.ui.session import Session


class FormRecords(QWidget):
    """One tab. It writes only through dialogs."""

    row_wanted = Signal(str, int)
    """The user wants to see the row of that noun and number."""

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:
        """Show the records of that row on the day of ``at``; None for one that is not in the register yet."""
        raise NotImplementedError


def records_of(noun: str, session: Session, tabs: QTabWidget) -> tuple[FormRecords, ...]:
    """The records that ``noun`` has, put behind the fields in ``tabs``."""
    if noun != "person":
        return ()
    from .courses_tab import CoursesTab
    from .serving_tab import ServingTab

    serving, courses = ServingTab(session), CoursesTab(session)
    tabs.addTab(serving, _("Serves in"))
    tabs.addTab(courses, _("Courses"))
    return serving, courses
