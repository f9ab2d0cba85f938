"""What the history is searched for: words alone, or with them who, which deed, from when to when, only one model."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import first_day, last_day
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import _
from registry_app.operations.history_pages import Wanted
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.flow import FlowLayout

LETTERS = 18
"""How wide a choice or a date is."""


class HistoryFilters(QWidget):
    """``full`` for a wide place. A date that is none counts as empty, and ``problem`` says what is wrong with it."""

    changed = Signal()
    only_one_wanted = Signal(bool)
    """Whether only what was done to the model that is current in the list is wanted."""

    def __init__(self, *, full: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=kinds.LINE_LIMIT)
        self.words.setPlaceholderText(_("Find in the history…"))
        self.words.setAccessibleName(_("Find in the history…"))
        self.words.textChanged.connect(self.changed)
        self._upper = QHBoxLayout()
        self._upper.addWidget(self.words, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._upper)
        self.only_one = QCheckBox(_("Only the model chosen in the list"))
        self.who, self.deed = Choice(blank=_("(anyone)")), Choice(blank=_("(anything)"))
        self.since, self.until = DateField(kinds.PARTIAL), DateField(kinds.PARTIAL)
        self.full = full
        if full:
            self._lay_out_more(rows)

    def _lay_out_more(self, rows: QVBoxLayout) -> None:
        self._upper.addWidget(self.only_one)
        self.only_one.toggled.connect(self.only_one_wanted)
        flow = FlowLayout()
        letter = self.fontMetrics().averageCharWidth()
        who, deed = (_("Who"), self.who), (_("What was done"), self.deed)
        days = (_("From"), self.since), (_("Until"), self.until)
        for together in ((who,), (deed,), days):
            part = QWidget()
            line = QHBoxLayout(part)
            line.setContentsMargins(0, 0, 8, 0)
            for text, field in together:
                label = QLabel(text)
                label.setBuddy(field.control)
                field.control.setAccessibleName(text)
                field.setFixedWidth(letter * LETTERS + 48)
                line.addWidget(label)
                line.addWidget(field)
            flow.addWidget(part)
        for choice in (self.who, self.deed):
            choice.edited.connect(self.changed)
        for day in (self.since, self.until):
            day.committed.connect(self.changed)
            if isinstance(day.control, QLineEdit):
                day.control.setPlaceholderText(_("day/month/year"))
        rows.addLayout(flow)

    def offer(self, writers: Sequence[str], deeds: Sequence[str]) -> None:
        """Let one choose among who wrote and what was done (marked texts)."""
        self.who.offer([Offer(who, who) for who in writers])
        self.deed.offer([Offer(deed, _(deed)) for deed in deeds])

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        found = Wanted(words=self.words.text())
        if not self.full:
            return found
        since, until = _day(self.since), _day(self.until)
        return replace(
            found,
            who=self.who.typed(),
            deed=self.deed.typed(),
            since=first_day(since).isoformat() if since else "",
            until=last_day(until).isoformat() if until else "",
        )

    @property
    def problem(self) -> str:
        """What is wrong with a date; "" for nothing."""
        for field in (self.since, self.until):
            try:
                field.value()
            except BadValue as wrong:
                return str(wrong)
        return ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return self.wanted == Wanted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit one line takes two, also where the place is low."""
        super().resizeEvent(event)
        layout = self.layout()
        if self.full and layout:
            self.setMinimumHeight(layout.heightForWidth(self.width()))


def _day(field: DateField) -> str | None:
    try:
        return field.value()
    except BadValue:
        return None
