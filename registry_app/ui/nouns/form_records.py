"""What the register keeps of a row beside its fields, on tabs of its form; which noun has which of them."""

from PySide6.QtWidgets import QTabWidget

from registry_app.domain.attachment import OWNERS
from registry_app.domain.words import _
from registry_app.ui.session import Session

from .records_tab import FormRecords


def records_of(noun: str, session: Session, tabs: QTabWidget) -> tuple[FormRecords, ...]:
    """The records that ``noun`` has, put behind the fields in ``tabs``."""
    found: list[tuple[FormRecords, str]] = []
    if noun == "person":
        from .courses_tab import CoursesTab
        from .honours_tab import HonoursTab
        from .serving_tab import ServingTab

        found += ((ServingTab(session), _("Serves in")), (CoursesTab(session), _("Courses")))
        found.append((HonoursTab(session), _("Commendations")))
    if noun in OWNERS:
        from .files_records import FilesRecords

        found.append((FilesRecords(session, noun), _("Files")))
    for records, title in found:
        tabs.addTab(records, title)
    return tuple(records for records, _title in found)
