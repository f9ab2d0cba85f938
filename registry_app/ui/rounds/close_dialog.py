"""Shows what closing a round would do – reviews, grades, next dates, rows that wait – and closes it."""

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds, options
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Grade
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import GradeId
from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.words import N_, _, n_
from registry_app.operations import rounds
from registry_app.operations.rounds import Closed, Closing
from registry_app.store.registry import Registry
from registry_app.ui import theme
from registry_app.ui.form_dialog import FormDialog, shortened
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .leave_out_dialog import reasons

WIDTH = 720
LINES = 9
READ = {"on": kinds.DATE}
ROWS_NAMED = 20
NO_REASON = N_("Choose or write the reason.")
Told = tuple[str, str, str]


class CloseRoundDialog(FormDialog):
    """Rows that wait are left out for one reason, or keep the round open."""

    def __init__(self, session: Session, shown: RoundShown, found: Closing, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Close the round"), yes=_("Close the &round"), width=theme.grown(WIDTH))
        self.setProperty("guide", "rounds")
        self._session, self._shown, self.found = session, shown, found
        self.closed: Closed | None = None
        self.fields.add("on", _("Closed &on"), DateField(kinds.DATE), required=True)
        self._add_waiting()
        self.figures = self._figures()
        self.fields.add_wide(self.figures)
        self.fields.finish()
        self.fields.fill({"on": show_date(date.today().isoformat())})
        self._warning = MarkedLabel()
        text = _("The results become reviews, next dates follow, and the figures of this day are kept.")
        self.lay_out(Prose(shown.round.name, quiet=False), Prose(text), self._warning)
        self._warn()
        self.fields["on"].control.setFocus()

    @classmethod
    def close_round(cls, session: Session, shown: RoundShown, parent: QWidget | None = None) -> Closed | None:
        """Show the preview and close the round; None when it stays open."""
        number, title = shown.round.id, _("Looking at the round…")
        found = session.run_on(shown.rows, parent, rounds.closing, number, title=title)
        if found is None:
            return None
        dialog = cls(session, shown, found, parent)
        return dialog.closed if dialog.run() else None

    @property
    def warning(self) -> str:
        """What keeps the round from being closed; "" for nothing."""
        return self._warning.text

    def attempt(self) -> bool:
        """Close it. Raises Refused."""
        on = self.read(READ)["on"]
        reason = str(self.fields["leave_out_rest"].typed()) if "leave_out_rest" in self.fields else ""
        if self.found.waiting and not reason.strip():
            raise Refused([Problem("leave_out_rest", NO_REASON)])  # which rows they are stands above it
        number = self._shown.round.id

        def deed(registry: Registry) -> Closed:
            self.closed = rounds.close(registry, number, on, leave_out_rest=reason)
            return self.closed

        return self.tried_on(self._shown.rows, self._session, deed)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each at its field or below; what was said above the fields is not said twice."""
        super().show_problems(problems)
        self._warn(problems)

    def _warn(self, said: tuple[Problem, ...] = ()) -> None:
        """Say above the fields what keeps the round from being closed and is not ``said`` elsewhere."""
        texts = {str(one) for one in said}
        left = [text for text in map(str, self.found.problems) if text not in texts]
        self._warning.say(shortened(left), marks.PROBLEM)

    def _add_waiting(self) -> None:
        waiting = self.found.waiting
        if not waiting:
            return
        text = n_(
            "{count} row has no result yet ({rows}). Say why it is left out, or go back and enter it.",
            "{count} rows have no result yet ({rows}). Say why they are left out, or go back and enter them.",
            len(waiting),
        )
        note = text.format(count=len(waiting), rows=positions(waiting))
        picker = Picker(reasons(), hint=_("Choose or write"))
        self.fields.add("leave_out_rest", _("&Left out because"), picker, required=True, note=note)

    def _figures(self) -> RecordTable:
        headings = [Heading(_("What would be done"), 30), Heading(_("Of what")), Heading(_("Number of rows"), 9)]
        table = RecordTable(_("What closing would do"), headings)
        lines = told(self.found, self._session.registry.lists.grades)
        table.show_records([Record(key=place, cells=line) for place, line in enumerate(lines)])
        table.setMinimumHeight((table.fontMetrics().height() + 8) * LINES)
        return table


def positions(rows: tuple[RowShown, ...]) -> str:
    """The numbers of rows, those of a great many shortened."""
    named = ", ".join(str(row.position) for row in rows[:ROWS_NAMED])
    return f"{named}, …" if len(rows) > ROWS_NAMED else named


def told(found: Closing, grades: Mapping[GradeId, Grade]) -> Iterator[Told]:
    """What ``found`` says, line by line."""
    yield _("Reviews to be recorded"), "", str(found.reviews)
    for grade, count in found.grades.items():
        name = grades[GradeId(grade)].name if grade is not None and grade in grades else _("(not graded)")
        yield _("Graded"), name, str(count)
    for key, count in found.effective.items():
        yield _("Judged"), options.label(options.EFFECTIVE, key) or _("(not judged)"), str(count)
    for month, count in found.next_dates:
        yield _("Next review due"), show_date(month) if month else _("(no periodic review)"), str(count)
    if found.left_out:
        yield _("Left out of the round"), "", str(found.left_out)
    if found.waiting:
        yield _("Without a result"), "", str(len(found.waiting))
