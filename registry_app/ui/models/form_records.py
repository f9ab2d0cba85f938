"""What the register keeps of a model beside its fields, on pages of the form: what is inside it, reviews, statuses,
history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.reviews.reviews_tab import ReviewsTab
from registry_app.ui.reviews.status_tab import StatusTab
from registry_app.ui.session import Session

from .form_fields import EDGE, FormFields
from .life import life
from .timeline import Timeline

if TYPE_CHECKING:
    from registry_app.ui.attachments.files_tab import FilesTab
    from registry_app.ui.history.history_panel import HistoryPanel
    from registry_app.ui.structure.structure_tab import StructureTab

PAUSE_MS = 90
"""Longer than between two repeats of a held arrow key: what takes long is read for the model at which one stops."""


class FormRecords:
    """Adds its pages to ``fields`` and keeps them at one model."""

    def __init__(self, session: Session, fields: FormFields) -> None:
        self._fields, self._session = fields, session
        self._model: ModelId | None = None
        self.reviews, self.statuses, self.timeline = ReviewsTab(session), StatusTab(session), Timeline()
        self.statuses.put_first(self.timeline)
        self._writable = False
        self._history: HistoryPanel | None = None
        self._structure: StructureTab | None = None
        self._files: FilesTab | None = None
        self._structure_page, self._files_page, self._history_page = _page(), _page(), _page()
        fields.put_under_review(self.reviews)
        fields.addTab(self._structure_page, _("Sites"))
        fields.addTab(self.statuses, _("Status"))
        fields.addTab(self._files_page, _("Files"))
        fields.addTab(self._history_page, _("History"))
        tip = _("Sites, teams, members, households, camera points")
        fields.setTabToolTip(fields.indexOf(self._structure_page), tip)
        self._pause = QTimer(fields, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_page)
        fields.currentChanged.connect(self._show_page)

    @property
    def history(self) -> "HistoryPanel":
        """The history of the model; made when it is first looked at."""
        if self._history is None:
            from registry_app.ui.history.history_panel import HistoryPanel

            self._history = HistoryPanel(self._session)
            self._history_page.layout().addWidget(self._history)  # type: ignore[union-attr]
        return self._history

    @property
    def structure(self) -> "StructureTab":
        """What is inside the model; made when it is first looked at."""
        if self._structure is None:
            from registry_app.ui.structure.structure_tab import StructureTab

            self._structure = StructureTab(self._session)
            self._structure_page.layout().addWidget(self._structure)  # type: ignore[union-attr]
        return self._structure

    @property
    def files(self) -> "FilesTab":
        """The files kept beside the model; made when it is first looked at."""
        if self._files is None:
            from registry_app.ui.attachments.files_tab import FilesTab

            self._files = FilesTab(self._session)
            self._files_page.layout().addWidget(self._files)  # type: ignore[union-attr]
        return self._files

    def show(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the records of a model; None for one that is not in the register yet."""
        before, self._model = self._model, details.row.id if details else None
        self.reviews.show_details(details, lists, writable=writable)
        self.statuses.show_details(details, lists, writable=writable)
        self.timeline.show_life(life(details, lists, self._session.moment.on) if details else None)
        self._writable = writable
        for page in (self._structure_page, self.statuses, self._files_page, self._history_page):
            self._fields.setTabEnabled(self._fields.indexOf(page), details is not None)
        if self._model != before:
            self._pause.start()
        elif self._fields.currentWidget() in (self._structure_page, self._files_page):
            self._show_page()

    def _show_page(self, _number: int = 0) -> None:
        """Read what is long to read only when it is looked at, and never while the register is away at long work."""
        if self._session.is_lent:
            self._pause.start()
            return
        shown = self._fields.currentWidget()
        if self._model is not None and shown is self._history_page:
            self.history.show_model(self._model)
        elif self._model is not None and shown is self._structure_page:
            self.structure.show_model(self._model, writable=self._writable)
        elif self._model is not None and shown is self._files_page:
            self.files.show_row("model", self._model, writable=self._writable)


def _page() -> QWidget:
    """An empty page of the form."""
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    return made
