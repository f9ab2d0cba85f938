"""The grades that a review may give: the ward's list, the scale of each year, score sheets whose points make a
grade."""

from PySide6.QtWidgets import QTabWidget, QWidget

from registry_app.domain.entries import Grade
from registry_app.domain.words import _
from registry_app.ui.lists.declared import LISTINGS
from registry_app.ui.lists.entry_page import EntryPage
from registry_app.ui.scoring.scales_page import ScalesPage
from registry_app.ui.scoring.sheets_page import SheetsPage
from registry_app.ui.session import Session
from registry_app.ui.widgets.tab_bar import ROOMY, TabBar

from .page import SettingsPage

EDGE = 9
"""Logical pixels around the list, which has none of its own."""


class GradesPage(SettingsPage):
    """Editors that write each change at once; so there is never anything left to save."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Each change here is saved at once; Undo in the main window takes it back."))
        listing = next(one for one in LISTINGS if one.value is Grade)
        self.list: QWidget = EntryPage(session, listing, Grade())
        self.list.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.scales, self.sheets = ScalesPage(session), SheetsPage(session)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar(beside=ROOMY))
        self.tabs.setDocumentMode(True)
        for page, title in (
            (self.list, _("Grades")),
            (self.scales, _("Scales by year")),
            (self.sheets, _("Score sheets")),
        ):
            self.tabs.addTab(page, title)
        self.rows.addWidget(self.tabs, 1)

    @property
    def is_changed(self) -> bool:
        return False

    def lock(self) -> None:
        """The editors know by themselves that nothing can be written."""
