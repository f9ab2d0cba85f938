"""What the register keeps of a row beside its fields, on tabs of its form; which noun has which of them."""

from PySide6.QtWidgets import QTabWidget

from registry_app.domain.words import _
from registry_app.ui.session import Session

from .records_tab import FormRecords


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
