"""One table of a team's window with its buttons, and the day whose roster it shows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import first_day, show_date
from registry_app.domain.errors import Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_, _
from registry_app.operations import inside
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.flow import FlowLayout
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .sheet import Line
from .typed_sheet import TypedSheet

DELETE = N_(
    "Delete what is chosen ({names})? Delete only what was entered by mistake; who leaves is ended from a day on."
)
KEYS = N_(
    "Tab: the next cell · Enter: the next row · Ctrl+D: as above · Ctrl+V: paste from Excel · F2: edit · Ctrl+S: save"
)
OTHER_DAY = N_("To write, clear the day above: the list of today is shown again.")
SHOWN = 3
DAY_LETTERS = 28


class RosterPage(QWidget):
    """``noun`` is what its rows are; ``extra`` are buttons of its own."""

    day_wanted = Signal(object)
    """The date whose roster is to be shown; None for what is now."""

    def __init__(
        self, session: Session, noun: str, sheet: TypedSheet, add: str, extra: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        self._session, self._noun, self.sheet = session, noun, sheet
        self._writable, self.past = False, False
        self.of = ""
        """What the team is called."""
        self.on: date | None = None
        """The day whose roster is shown; None for what is now."""
        self.add_button, self.end_button = QPushButton(add), QPushButton(_("E&nd…"))
        self.delete_button = QPushButton(_("Delete…"))
        self._extra = tuple(extra)
        self.day = DateField(kinds.PARTIAL)
        self._past_notice, self._hint = MarkedLabel(), Prose()
        self._lay_out()
        self.add_button.clicked.connect(sheet.begin)
        self.end_button.clicked.connect(self.end)
        self.delete_button.clicked.connect(self.delete)
        self.day.committed.connect(self._want_day)
        self.sheet.view.selectionModel().selectionChanged.connect(self.allow)
        self.sheet.touched.connect(self.allow)
        self.sheet.view.copied_from = self._called

    def let_write(self, writable: bool) -> None:
        """Whether the register may be written."""
        self._writable = writable
        self.allow()

    def show_past(self, lines: Sequence[Line] | None, on: date | None = None) -> None:
        """Show the roster of another day, to be read only; None: of now."""
        self.past, self.on = lines is not None, on
        self.sheet.show_past(lines)
        said = _("As of {day}: {count} rows, to be read only.")
        text = said.format(day=show_date(on.isoformat()), count=len(lines)) if lines is not None and on else ""
        self._past_notice.say(text, marks.LOCKED)
        self.allow()

    @property
    def said_of_the_day(self) -> str:
        """What is said of the day that was asked for."""
        return self._past_notice.text

    @property
    def hint(self) -> str:
        """What is said below the table about writing; "" where nobody may write."""
        return str(self._hint.text()) if self._writable else ""

    def return_to_now(self) -> None:
        """Show what is now, and no day."""
        self.day.fill("")
        self.show_past(None)

    def allow(self) -> None:
        """Allow what can be done with what is chosen."""
        here, chosen = self._writable and not self.past, self.sheet.chosen()
        self.add_button.setEnabled(here)
        for button in self._extra:
            button.setEnabled(here)
        self._hint.setText(_(OTHER_DAY) if self.past else _(KEYS))
        self._hint.setVisible(self._writable)
        self.end_button.setEnabled(here and any(not one.is_new for one in chosen))
        self.delete_button.setEnabled(here and bool(chosen))

    def end(self) -> None:
        """End the chosen ones from a day on."""
        from .end_dialog import EndDialog

        self.sheet.view.settle()
        chosen = [one for one in self.sheet.chosen() if not one.is_new]
        names = [self._name(one) for one in chosen]
        EndDialog.end(self._session, self._noun, [one.key for one in chosen], names, self.window())

    def delete(self) -> None:
        """Take the chosen ones out of the register; those that are not in it yet just go."""
        chosen = [one for one in self.sheet.chosen() if not one.is_new]
        names = "; ".join([*map(self._name, chosen[:SHOWN]), *(["…"] if len(chosen) > SHOWN else [])])
        if chosen and not ask.confirm(self, _(DELETE).format(names=names), yes=_("&Delete"), no=_("&Keep it")):
            return
        self.sheet.drop_new()
        if chosen:
            try:
                self._session.run(inside.remove, self._noun, [one.key for one in chosen])
            except Refused as refused:
                ask.tell(self, str(refused))

    def _called(self) -> str:
        """The team and the day whose roster is shown."""
        day = _("as of {day}").format(day=show_date((self.on or date.today()).isoformat()))
        return f"{self.of}; {day}"

    def _name(self, one: Line) -> str:
        return one.texts.get(self.sheet.now.columns[0].name, "")

    def _want_day(self) -> None:
        try:
            value = self.day.value()
        except BadValue as wrong:
            self._past_notice.say(str(wrong), marks.PROBLEM)
            return
        on = first_day(value) if value else None
        self.day_wanted.emit(None if on is None or on == date.today() else on)

    def _lay_out(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons)
        for button in (self.add_button, self.end_button, *self._extra, self.delete_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        label = QLabel(_("&As of:"))
        label.setBuddy(self.day.control)
        label.setMinimumHeight(self.day.sizeHint().height())
        self.day.control.setAccessibleName(_("As of"))
        self.day.setMinimumWidth(self.fontMetrics().averageCharWidth() * DAY_LETTERS + 70)
        line.addWidget(label)
        line.addWidget(self.day)
        rows = QVBoxLayout(self)
        rows.addWidget(buttons)
        rows.addWidget(self._past_notice)
        rows.addWidget(self.sheet, 1)
        rows.addWidget(self._hint)
