"""From – to: two places to type the ends of a range of days or numbers, either of which may stay open."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import first_day, last_day
from registry_app.domain.fields import Field
from registry_app.domain.kinds import BadValue
from registry_app.domain.search import Filter
from registry_app.domain.words import _
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.marks import PROBLEM


class RangeFields(QWidget):
    """Of a field of days or of numbers."""

    edited = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        hint = _("day, month or year") if field.family == "day" else ""
        self.low, self.high = LineEdit(hint), LineEdit(hint)
        self._complaint = MarkedLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (words, line) in enumerate(((_("&From"), self.low), (_("&to"), self.high))):
            label = QLabel(words)
            label.setBuddy(line)
            line.setMinimumWidth(60)
            line.setToolTip(hint)
            line.setAccessibleName(f"{field.short}: {words.replace('&', '')}")
            line.textEdited.connect(lambda _text: self.edited.emit())
            grid.addWidget(label, 0, 2 * column)
            grid.addWidget(line, 0, 2 * column + 1)
        grid.addWidget(self._complaint, 1, 0, 1, 4)

    @property
    def is_blank(self) -> bool:
        """Whether neither end is given."""
        return not self.low.text().strip() and not self.high.text().strip()

    @property
    def complaint(self) -> str:
        """Why the range cannot be read; "" when it can."""
        return self._complaint.text

    def clear(self) -> None:
        """Both ends open."""
        self.low.clear()
        self.high.clear()
        self._complaint.clear()

    def show_range(self, one: Filter) -> None:
        """Show the ends of ``one``."""
        for line, bound in ((self.low, one.low), (self.high, one.high)):
            line.setText(self._field.kind.show(bound) if bound else "")

    def filter(self, today: date) -> Filter | None:
        """The range as a filter; None when it cannot be read, which is said. Ends the wrong way round are turned."""
        try:
            low, high = (self._read(line, today) for line in (self.low, self.high))
        except BadValue as wrong:
            self._complaint.say(str(wrong), PROBLEM)
            return None
        self._complaint.clear()
        if low and high and self._turned(low, high):
            low, high = high, low
        if self._field.family == "day":
            low = first_day(low).isoformat() if low else ""
            high = last_day(high).isoformat() if high else ""
        return Filter(self._field.name, low=low, high=high)

    def _read(self, line: LineEdit, today: date) -> str:
        kind = kinds.PARTIAL if self._field.family == "day" else kinds.NUMBER
        try:
            return kind.parse(line.text(), today)
        except BadValue:
            line.setFocus()
            raise

    def _turned(self, low: str, high: str) -> bool:
        if self._field.family == "day":
            return first_day(low) > last_day(high)
        return float(low) > float(high)
