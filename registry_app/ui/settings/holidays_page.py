"""The holidays of each year, as the ward writes them down."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.records import Heading
from registry_app.ui.widgets.wheel import guard
from registry_app.ui.words import locale

from .page import SettingsPage

DAY, WEEKDAY, NAME = range(3)
ABOUT = N_(
    "Days on which the office is closed. Tết goes by the moon and days off are moved by decision: write down the days "
    "of each year once they are made known."
)
TAKEN = N_("{day} is in the list already.")
Holiday = tuple[str, str]


class HolidaysPage(SettingsPage):
    """One year is shown at a time; ``wanted`` is the days of all years."""

    def __init__(self, holidays: tuple[Holiday, ...]) -> None:
        super().__init__(_(ABOUT))
        self._before = tuple(sorted(holidays))
        self._holidays = dict(self._before)
        self.year = QComboBox()
        self.day = DateField(kinds.DATE)
        self.name = QLineEdit()
        self.table = CellTable(
            _("Holidays"),
            (Heading(_("Day"), 14), Heading(_("Day of the week"), 16), Heading(_("Name"))),
            written=(0, 2),
        )
        self.add_button = QPushButton(_("&Add"))
        self.delete_button = QPushButton(_("De&lete"))
        self._lay_out()
        self._join()
        self._offer_years(date.today().year)

    def _lay_out(self) -> None:
        years, top = QHBoxLayout(), QHBoxLayout()
        for row, label, editor in (
            (years, _("&Year:"), self.year),
            (top, _("&New day:"), self.day),
            (top, _("Na&me:"), self.name),
        ):
            words = QLabel(label)
            words.setBuddy(editor)
            (editor.focusProxy() or editor).setAccessibleName(label.replace("&", "").rstrip(":"))
            row.addWidget(words)
            row.addWidget(editor, 1 if editor is self.name else 0)
        self.day.setFixedWidth(self.fontMetrics().averageCharWidth() * 22 + 60)
        years.addStretch(1)
        years.addWidget(self.delete_button)
        top.addWidget(self.add_button)
        for button in (self.add_button, self.delete_button):
            button.setAutoDefault(False)
        self.rows.addLayout(top)
        self.rows.addWidget(self.notice)
        self.rows.addLayout(years)
        self.rows.addWidget(self.table, 1)
        self.year.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        guard(self.year)

    def _join(self) -> None:
        self.year.currentIndexChanged.connect(lambda _place: self._show())
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self.delete)
        self.name.returnPressed.connect(self.add)
        self.table.cell_written.connect(self._take)
        self.table.itemSelectionChanged.connect(self._allow)

    @property
    def is_changed(self) -> bool:
        return self.typed_ahead or tuple(sorted(self._holidays.items())) != self._before

    @property
    def typed_ahead(self) -> bool:
        """Whether a day stands in the fields above that was not added yet."""
        return bool(self.day.typed().strip())

    def wanted(self) -> tuple[Holiday, ...]:
        """All days by date; one that was typed and not added is added. Raises Refused once it was said why not."""
        if self.typed_ahead and not self.add():
            raise Refused([])
        return tuple(sorted(self._holidays.items()))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:  # noqa: ARG002 - said when it was found
        """To the day that cannot be added."""
        self.day.control.setFocus()

    def add(self) -> bool:
        """Add the day that is typed above the table; False when it is refused."""
        try:
            iso = self.day.kind.parse(self.day.typed(), date.today())
        except BadValue as wrong:
            return self._refuse(str(wrong))
        if not iso:
            return self._refuse(_("Write the day first, for example 30/04/2027."))
        if iso in self._holidays:
            return self._refuse(_(TAKEN).format(day=show_date(iso)))
        self._holidays[iso] = line(self.name.text())
        self.day.fill("")
        self.name.clear()
        self.say("")
        self._offer_years(int(iso[:4]))
        self.table.selectRow(self._days().index(iso))
        self.day.control.setFocus()
        return True

    def delete(self) -> None:
        """Take the chosen day out of the list."""
        row = self.table.currentRow()
        days = self._days()
        if 0 <= row < len(days):
            del self._holidays[days[row]]
            self._show()

    def _take(self, row: int, column: int) -> None:
        """A cell was written into: another name or another day; a day that is none stays as it was."""
        old = self._days()[row]
        typed = self.table.text(row, column)
        if column == NAME:
            self._holidays[old] = line(typed)
            self.table.write(row, NAME, line(typed))
            return
        try:
            new = self.day.kind.parse(typed, date.today()) or old
        except BadValue as wrong:
            self._refuse(str(wrong))
            new = old
        else:
            self.say(_(TAKEN).format(day=show_date(new)) if new != old and new in self._holidays else "")
        if new != old and new not in self._holidays:
            self._holidays[new] = self._holidays.pop(old)
        self._offer_years(int((new if new in self._holidays else old)[:4]))

    def _refuse(self, text: str) -> bool:
        self.say(text)
        self.day.control.setFocus()
        return False

    def _offer_years(self, chosen: int) -> None:
        now = date.today().year
        years = sorted({now, now + 1, chosen, *(int(day[:4]) for day in self._holidays)})
        blocked = self.year.blockSignals(True)
        self.year.clear()
        self.year.addItems([str(year) for year in years])
        self.year.setCurrentText(str(chosen))
        self.year.blockSignals(blocked)
        self._show()

    def _days(self) -> list[str]:
        return sorted(day for day in self._holidays if day[:4] == self.year.currentText())

    def _show(self) -> None:
        self.table.show_rows([(show_date(day), weekday(day), self._holidays[day]) for day in self._days()])
        self._allow()

    def _allow(self) -> None:
        self.delete_button.setEnabled(bool(self.table.selectedItems()))


def weekday(iso: str) -> str:
    """The day of the week in the language in use."""
    return str(locale().dayName(date.fromisoformat(iso).isoweekday()))
