"""The grades that a review may give."""

from PySide6.QtWidgets import QWidget

from registry_app.domain.entries import Grade
from registry_app.domain.words import _
from registry_app.ui.lists.declared import LISTINGS
from registry_app.ui.lists.entry_page import EntryPage
from registry_app.ui.session import Session

from .page import SettingsPage


class GradesPage(SettingsPage):
    """The editor of the lists, which writes each change at once; so there is never anything left to save."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Each change of a grade is saved at once; Undo in the main window takes it back."))
        listing = next(one for one in LISTINGS if one.value is Grade)
        self.list: QWidget = EntryPage(session, listing, Grade())
        self.rows.addWidget(self.list, 1)

    @property
    def is_changed(self) -> bool:
        return False

    def lock(self) -> None:
        """The editor of the lists knows by itself that nothing can be written."""
