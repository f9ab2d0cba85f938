"""What the register keeps of a model beside its fields, on pages of the form: reviews, statuses, history."""

from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.history.history_panel import HistoryPanel
from registry_app.ui.reviews.reviews_tab import ReviewsTab
from registry_app.ui.reviews.status_tab import StatusTab
from registry_app.ui.session import Session

from .form_fields import FormFields


class FormRecords:
    """Adds its pages to ``fields`` and keeps them at one model."""

    def __init__(self, session: Session, fields: FormFields) -> None:
        self._fields = fields
        self._model: ModelId | None = None
        self.reviews, self.statuses, self.history = ReviewsTab(session), StatusTab(session), HistoryPanel(session)
        fields.put_under_review(self.reviews)
        fields.addTab(self.statuses, _("Status"))
        fields.addTab(self.history, _("History"))
        fields.currentChanged.connect(self._show_history)

    def show(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the records of a model; None for one that is not in the register yet."""
        self._model = details.row.id if details else None
        self.reviews.show_details(details, lists, writable=writable)
        self.statuses.show_details(details, lists, writable=writable)
        for page in (self.statuses, self.history):
            self._fields.setTabEnabled(self._fields.indexOf(page), details is not None)
        self._show_history()

    def _show_history(self, _page: int = 0) -> None:
        """Ask for the history only when it is looked at."""
        if self._model is not None and self._fields.currentWidget() is self.history:
            self.history.show_model(self._model)
