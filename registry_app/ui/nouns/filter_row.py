"""Above a noun's list: a choice for each field that is mostly filtered by, and the day whose state is shown."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.fields import Field
from registry_app.domain.kinds import BadValue
from registry_app.domain.search import Filter
from registry_app.domain.words import _
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.flow import FlowLayout

DAY_LETTERS, LEAST_LETTERS = 22, 15
ARROW = 38
"""What a choice takes beside its words."""


class FilterRow(QWidget):
    """Tells what was chosen; a day that cannot be read is told as ``wrong``."""

    filters_changed = Signal()
    day_wanted = Signal(object)
    """The day (date) whose state is wanted; None for today, whichever that is. ``show_day`` says whether it is had."""
    wrong = Signal(str)

    def __init__(self, fields: Sequence[Field], *, dated: bool) -> None:
        super().__init__()
        self._fields = {field.name: field for field in fields}
        self._choices = {field.name: _choice(field) for field in fields}
        self._day = DateField(kinds.DATE)
        self._shown_day: date | None = None
        row = FlowLayout(self)
        for choice in self._choices.values():
            choice.committed.connect(self.filters_changed)
            row.addWidget(choice)
        if dated:
            row.addWidget(self._dated())

    def _dated(self) -> QWidget:
        label = QLabel(_("On the day"))
        label.setBuddy(self._day.control)
        self._day.control.setAccessibleName(_("Show the state of this day"))
        self._day.setToolTip(_("Shows who and what there was on this day. Empty: today."))
        self._day.setFixedWidth(self.fontMetrics().averageCharWidth() * DAY_LETTERS)
        self._day.committed.connect(self._take_day)
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label)
        line.addWidget(self._day)
        self.show_day(None)
        return part

    @property
    def filters(self) -> tuple[Filter, ...]:
        """What is chosen."""
        return tuple(
            Filter(name, (int(choice.typed()) if _numbered(self._fields[name]) else choice.typed(),))
            for name, choice in self._choices.items()
            if choice.typed()
        )

    @property
    def day(self) -> date | None:
        """The day whose state is shown; None for today."""
        return self._shown_day

    @property
    def figures(self) -> tuple[str, ...]:
        """The fields whose figures are offered: years."""
        return tuple(name for name, field in self._fields.items() if field.family == "number")

    @property
    def texts(self) -> tuple[str, ...]:
        """The fields whose texts are offered: periods, sources."""
        return tuple(name for name, field in self._fields.items() if field.family == "text")

    def offer(
        self, lists: Lists, figures: Mapping[str, Sequence[int]], texts: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Offer the entries that are in use now, and of each of ``figures`` and ``texts`` those that there are."""
        for name, held in (texts or {}).items():
            show = self._fields[name].kind.show
            self._choices[name].offer([Offer(one, show(one)) for one in held])
        for name, found in figures.items():
            self._choices[name].offer([Offer(str(one), str(one)) for one in found])
        for name, field in self._fields.items():
            if field.reference:
                entries = getattr(lists, field.reference).values()
                self._choices[name].offer([Offer(str(one.id), one.name) for one in entries if not one.retired])

    def reset(self) -> None:
        """No filters, today."""
        for choice in self._choices.values():
            choice.fill("")
        self.show_day(None)

    def choose(self, name: str, value: str) -> None:
        """Choose ``value`` of the field ``name`` as the user does; "" for all."""
        self._choices[name].fill(value)
        self.filters_changed.emit()

    def show_day(self, day: date | None) -> None:
        """Show ``day``, None for today, and tell nobody."""
        self._shown_day = day
        self._day.fill(show_date((day or date.today()).isoformat()))

    def _take_day(self) -> None:
        try:
            iso = self._day.value()
        except BadValue as known:
            self.wrong.emit(str(known))
            return
        self.wrong.emit("")
        wanted = date.fromisoformat(iso) if iso else None
        wanted = None if wanted == date.today() else wanted
        if wanted != self._shown_day:
            self.day_wanted.emit(wanted)
        else:
            self.show_day(wanted)


def _numbered(field: Field) -> bool:
    return bool(field.reference) or field.family == "number"


def _choice(field: Field) -> Choice:
    offers = [Offer(option.key, str(option)) for option in field.options]
    blank = _("{field}: all").format(field=field.short)
    choice = Choice(offers, blank=blank)
    letters = choice.fontMetrics()
    choice.setFixedWidth(max(letters.horizontalAdvance(blank), letters.averageCharWidth() * LEAST_LETTERS) + ARROW)
    choice.control.setAccessibleName(_("Filter by “{field}”").format(field=_(field.label)))
    return choice
