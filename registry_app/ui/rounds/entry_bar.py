"""Above the entry screen of a round: which rows are entered, where a page code is scanned, the day that rows get."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.domain.worksheet import Worksheet
from registry_app.ui.widgets.choice import Choice
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.line_edit import LineEdit

from . import entry_choice

DATE_LETTERS, CODE_LETTERS = 20, 26


class EntryBar(QWidget):
    """Tells what is wanted; a choice stands in ``which`` once ``show_chosen`` says that its rows are shown."""

    chosen = Signal(str)
    """The rows of that choice are wanted."""
    looked_up = Signal(object)
    """What the typed or scanned code means (Found)."""
    left = Signal()
    """Enter with nothing typed: the table is wanted."""

    def __init__(self, one: ReviewRound, rows: Sequence[RowShown], sheets: Sequence[Worksheet]) -> None:
        super().__init__()
        self._rows, self._sheets = rows, sheets
        self.which, self.code, self.day = Choice(), LineEdit(), DateField(kinds.DATE)
        self._lay_out()
        self.which.committed.connect(lambda: self.chosen.emit(self.which.typed()))
        self.code.returnPressed.connect(self.look_up)
        self.which.offer(entry_choice.offers(rows, sheets))
        self.day.fill(show_date(_first_day(one)))

    def _lay_out(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.day.setFixedWidth(letter * DATE_LETTERS)
        self.code.setFixedWidth(letter * CODE_LETTERS)
        self.code.setPlaceholderText(_("scan or type, then Enter"))
        self.code.setToolTip(_("The code at the foot of a worksheet, a row number, or the code of a model"))
        self.day.setToolTip(_("Rows without a day of their own get this one (F3 gives a row its own)"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for text, field, control in (
            (_("Ro&ws:"), self.which, self.which.control),
            (_("Page c&ode:"), self.code, self.code),
            (_("&Date of review:"), self.day, self.day.control),
        ):
            label = QLabel(text)
            label.setBuddy(control)
            control.setAccessibleName(text.replace("&", "").rstrip(":"))
            line.addWidget(label)
            line.addWidget(field, 1 if field is self.which else 0)

    def show_chosen(self, key: str) -> None:
        """Show that the rows of that choice are shown."""
        self.which.fill(key)
        self.which.control.setToolTip(self.which.words)

    def look_up(self) -> None:
        """Tell what the typed or scanned code means."""
        typed = self.code.text()
        if not typed.strip():
            self.left.emit()
            return
        found = entry_choice.found(typed, self._rows, self._sheets)
        self.code.selectAll()
        self.looked_up.emit(found)


def _first_day(one: ReviewRound) -> str:
    """Today, or the nearest day of the period."""
    return max(one.period_from, min(date.today().isoformat(), one.period_to))
