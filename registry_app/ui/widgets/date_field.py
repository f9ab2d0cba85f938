"""A date as people write it: a line that takes what the parser takes, a calendar, a way to empty it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from registry_app.domain import kinds
from registry_app.domain.dates import first_day
from registry_app.domain.kinds import BadValue, Day
from registry_app.domain.words import N_, _

from .calendar import CalendarPopup
from .editor import Editor, Typed, one_text
from .line_edit import LineEdit
from .small_button import SmallButton

HINTS = {
    "day": N_("day/month/year"),
    "month": N_("month/year"),
    "any": N_("day/month/year, month/year or year"),
}


class DateField(Editor):
    """Empty is a value. Text that is no date stays as typed, for the form to say what is wrong with it."""

    def __init__(self, kind: Day = kinds.PARTIAL) -> None:
        super().__init__()
        self.kind = kind
        self._line = LineEdit(_(HINTS[kind.precision]))
        self._line.setToolTip(self._line.placeholderText())
        self._calendar = SmallButton("calendar", _("Choose in the calendar (Alt+Down)"))
        self._clear = SmallButton("clear", _("Empty this field"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._line, 1)
        row.addWidget(self._calendar)
        row.addWidget(self._clear)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self._changed)
        self._line.editingFinished.connect(self._commit)
        self._line.refused.connect(self.refused)
        self._calendar.clicked.connect(self.open_calendar)
        self._clear.clicked.connect(self._empty)
        self._changed("")

    def typed(self) -> str:
        return str(self._line.text())

    def value(self) -> str | None:
        """The ISO text of what stands here, None for nothing. Raises BadValue."""
        return self.kind.parse(self.typed(), date.today()) or None

    def fill(self, typed: Typed) -> None:
        self._line.setText(one_text(typed))

    def lock(self, locked: bool) -> None:
        self._line.setReadOnly(locked)
        self._calendar.setDisabled(locked)
        self._clear.setDisabled(locked or not self.typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar, as it opens a combo box."""
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if down and not self._line.isReadOnly():
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show the month of what stands here, else this month."""
        try:
            value = self.value()
        except BadValue:
            value = None
        popup = CalendarPopup(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._take)
        popup.show_under(self, first_day(value) if value else date.today())

    def _take(self, iso: str) -> None:
        self._line.setText(self.kind.show(iso[:7] if self.kind.precision == "month" else iso))
        self._line.setFocus()
        self.committed.emit()

    def _empty(self) -> None:
        self._line.clear()
        self._line.setFocus()
        self.committed.emit()

    def _commit(self) -> None:
        """Write a date the usual way once the user has left it."""
        try:
            value = self.value()
        except BadValue:
            value = None
        if value and self.kind.show(value) != self.typed():
            self._line.setText(self.kind.show(value))
        self.committed.emit()

    def _changed(self, text: str) -> None:
        self._clear.setEnabled(bool(text) and not self._line.isReadOnly())
        self.edited.emit()
