"""How due dates are reckoned, and on which days of a year the ward asks for sơ kết and tổng kết."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.office_days import DUE_BY, OFF_DAYS
from registry_app.domain.summaries import KINDS, read_days, show_days
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.ui.form_dialog import shortened
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import Editor, one_text
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.scrolling import Scrolling

from .page import SettingsPage

ABOUT = N_(
    "Only dates that follow from an interval are reckoned so; a date that was set for a model stays as it was set. "
    "Before anything is written you see which models get which new date."
)
DAYS_LETTERS = 34
REVIEWS: dict[str, str] = {
    "due_by": N_("A review is due"),
    "off_days": N_("Dates on Saturdays, Sundays and holidays"),
}
SUMMARIES: dict[str, str] = {
    "interim": N_("Interim summary every year by"),
    "final": N_("Final summary every year by"),
    "summary_since": N_("Asked for since"),
}
NOTES: dict[str, str] = {
    "interim": N_("Days such as 30/06; several with a semicolon between. Empty: not asked for."),
    "summary_since": N_("Days before are not asked for: what was held then need not be entered."),
}


class SchedulePage(SettingsPage):
    """``wanted`` is the ward with these facts as typed."""

    def __init__(self, ward: Ward) -> None:
        super().__init__(_(ABOUT))
        self._ward = ward
        self.fields = FieldGrid()
        self.fields.setContentsMargins(0, 0, 8, 0)
        for title, labels in ((N_("Reviews"), REVIEWS), (N_("Summaries"), SUMMARIES)):
            heading = QLabel(_(title))
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            self.fields.add_wide(heading)
            for name, label in labels.items():
                note = NOTES.get(name)
                self.fields.add(name, _(label), self._editor(name), note=_(note) if note else "")
        self.fields.finish()
        self.fields.fill(_typed(ward))
        self._before = self.fields.typed()
        self.rows.addWidget(Scrolling(self.fields), 1)
        self.rows.addWidget(self.notice)

    @property
    def is_changed(self) -> bool:
        return self.fields.typed() != self._before

    def lock(self) -> None:
        self.fields.lock(True)

    def wanted(self, ward: Ward) -> Ward:
        """``ward`` with what is typed here. Raises Refused."""
        problems, days, since = [], [], ""
        for kind in KINDS:
            try:
                days += [(kind, day) for day in read_days(one_text(self.fields[kind].typed()))]
            except BadValue as wrong:
                problems.append(Problem(kind, wrong.text, wrong.values))
        try:
            since = kinds.DATE.parse(one_text(self.fields["summary_since"].typed()), date.today())
        except BadValue as wrong:
            problems.append(Problem("summary_since", wrong.text, wrong.values))
        if problems:
            raise Refused(problems)
        return replace(
            ward,
            due_by=one_text(self.fields["due_by"].typed()),
            off_days=one_text(self.fields["off_days"].typed()),
            summary_days=tuple(days),
            summary_since=since,
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each at its field."""
        self.fields.clear_problems()
        for problem in problems:
            self.fields.say(problem.field, shortened([str(problem)]))
        first = self.fields.first_problem()
        if first:
            self.fields[first].control.setFocus()

    def _editor(self, name: str) -> Editor:
        options = {"due_by": DUE_BY, "off_days": OFF_DAYS}.get(name)
        if options:
            return Choice([Offer(one.key, str(one)) for one in options])
        if name == "summary_since":
            return DateField(kinds.DATE)
        return OneLine(width=DAYS_LETTERS)


def _typed(ward: Ward) -> dict[str, str]:
    days = {kind: show_days(day for one, day in ward.summary_days if one == kind) for kind in KINDS}
    since = show_date(ward.summary_since)
    return {"due_by": ward.due_by, "off_days": ward.off_days, **days, "summary_since": since}
