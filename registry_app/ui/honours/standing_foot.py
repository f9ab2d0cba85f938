"""Below the list of recognitions: where the ward stands in the year that is looked at, and what is done with all of a
year at once."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from registry_app.domain.recognition_rules import LEAST_PERCENT, Standing, verdict
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import _
from registry_app.operations import recognising
from registry_app.ui.page_foot import PageFoot, year_of
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose


class StandingFoot(PageFoot):
    """The figures are those of the whole year, whatever of it the list shows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._year = 0
        self._figures = Prose(quiet=False)
        self._verdict = MarkedLabel(selectable=True)
        self.register_button = QPushButton(_("Register a &year…"))
        self.outcome_button = QPushButton(_("Enter the o&utcome…"))
        buttons = QHBoxLayout()
        for button in (self.register_button, self.outcome_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(self._figures)
        rows.addWidget(self._verdict)
        rows.addLayout(buttons)
        self.register_button.clicked.connect(self._register)
        self.outcome_button.clicked.connect(self._enter)

    @property
    def texts(self) -> tuple[str, str]:
        """The figures and what they mean, as they read now."""
        return str(self._figures.text()), self._verdict.text

    def look(self, search: Search, at: Moment) -> None:
        """Show the year that ``search`` is about."""
        self._year = year_of(search, at.on)
        found = recognising.ward_standing(self._session.registry, self._year)
        self._figures.setText(figures(self._year, found))
        self._verdict.say(verdict(found), marks.DONE if found.meets else marks.NOTICE)
        writable = not self._session.registry.read_only
        self.register_button.setEnabled(writable)
        self.outcome_button.setEnabled(writable and found.subjects > 0)
        QTimer.singleShot(0, self, self._keep_room)  # the words are laid out anew by then

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow foot is higher."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """The list gives way to what there is to read."""
        rows = self.layout()
        if rows is not None:
            self.setMinimumHeight(max(rows.totalHeightForWidth(self.width()), 0))

    def _register(self) -> None:
        from .year_dialog import YearDialog

        YearDialog.register(self._session, self._year, self.window())

    def _enter(self) -> None:
        from .outcome_dialog import OutcomeDialog

        OutcomeDialog.enter(self._session, self._year, self.window())


def figures(year: int, found: Standing) -> str:
    """The figures of ``year`` in a line."""
    text = _(
        "{year}: {registered}/{subjects} registered{registered_share} · {recognised}/{subjects} recognised"
        "{recognised_share}, at least {least}% · not recognised: {refused} · not decided: {waiting} · effective "
        "models: {models}"
    )
    return text.format(
        year=year,
        registered=found.registered,
        subjects=found.subjects,
        registered_share=_bracketed(found.registered_percent),
        recognised=found.recognised,
        recognised_share=_bracketed(found.recognised_percent),
        least=LEAST_PERCENT,
        refused=found.refused,
        waiting=found.waiting,
        models=found.models or 0,
    )


def _bracketed(share: str) -> str:
    return f" ({share})" if share else ""
