"""What the register keeps of a model beside its fields, on pages of the form: reviews, statuses, history."""

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
    from registry_app.ui.history.history_panel import HistoryPanel

PAUSE_MS = 90
"""Longer than between two repeats of a held arrow key: a history is read for the model at which one stops."""


class FormRecords:
    """Adds its pages to ``fields`` and keeps them at one model."""

    def __init__(self, session: Session, fields: FormFields) -> None:
        self._fields, self._session = fields, session
        self._model: ModelId | None = None
        self.reviews, self.statuses, self.timeline = ReviewsTab(session), StatusTab(session), Timeline()
        self.statuses.put_first(self.timeline)
        self._history: HistoryPanel | None = None
        self._history_page = QWidget()
        QVBoxLayout(self._history_page).setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        fields.put_under_review(self.reviews)
        fields.addTab(self.statuses, _("Status"))
        fields.addTab(self._history_page, _("History"))
        self._pause = QTimer(fields, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_history)
        fields.currentChanged.connect(self._show_history)

    @property
    def history(self) -> "HistoryPanel":
        """The history of the model; made when it is first looked at."""
        if self._history is None:
            from registry_app.ui.history.history_panel import HistoryPanel

            self._history = HistoryPanel(self._session)
            self._history_page.layout().addWidget(self._history)  # type: ignore[union-attr]
        return self._history

    def show(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the records of a model; None for one that is not in the register yet."""
        before, self._model = self._model, details.row.id if details else None
        self.reviews.show_details(details, lists, writable=writable)
        self.statuses.show_details(details, lists, writable=writable)
        self.timeline.show_life(life(details, lists, self._session.moment.on) if details else None)
        for page in (self.statuses, self._history_page):
            self._fields.setTabEnabled(self._fields.indexOf(page), details is not None)
        if self._model != before:
            self._pause.start()

    def _show_history(self, _page: int = 0) -> None:
        """Ask for the history only when it is looked at, and never while the register is away at long work."""
        if self._session.is_lent:
            self._pause.start()
            return
        if self._model is not None and self._fields.currentWidget() is self._history_page:
            self.history.show_model(self._model)
