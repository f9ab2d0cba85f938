"""From which day something is no more, and of a member why and by which paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.options import END_REASONS
from registry_app.domain.words import N_, _
from registry_app.operations import inside
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

ABOUT = {
    "site": N_("From this day on the site is in no count and no list of the day. What it was stays."),
    "team": N_("From this day on the team is in no count and no list of the day. What it was stays."),
    "membership": N_("From this day on they do not belong to the team. The rosters of earlier days stay as they are."),
    "household": N_("From this day on the household does not take part. The lists of earlier days stay as they are."),
    "camera_point": N_("From this day on the camera point is in no count. What it was stays."),
    "exemplar": N_("From this day on it is no advanced example. The lists of earlier days stay as they are."),
}
SHOWN = 5


class EndDialog(FormDialog):
    """``names`` are what people call the rows ``numbers``."""

    def __init__(
        self, session: Session, noun: str, numbers: Sequence[int], names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("End from a day on"), yes=_("&End"))
        self.setProperty("guide", "inside")
        self._session, self._noun, self._numbers = session, noun, tuple(numbers)
        self.fields.add("on", _("From"), DateField(), required=True)
        if noun == "membership":
            reasons = [Offer(one.key, str(one)) for one in END_REASONS]
            self.fields.add("reason", _("Reason"), Choice(reasons, blank=_("(not known)")))
            self.fields.add("paper", _("Number of the paper"), OneLine())
        self.fields.finish()
        self.fields.fill({"on": show_date(date.today().isoformat())})
        shown = "\n".join([*names[:SHOWN], *(["…"] if len(names) > SHOWN else [])])
        self.lay_out(Prose(shown, quiet=False), Prose(_(ABOUT[noun])))
        self.fields["on"].control.setFocus()

    @classmethod
    def end(
        cls, session: Session, noun: str, numbers: Sequence[int], names: Sequence[str], parent: QWidget | None = None
    ) -> bool:
        """Ask from when ``numbers`` are no more and write it as one action; whether it was written."""
        return bool(numbers) and cls(session, noun, numbers, names, parent).run()

    def attempt(self) -> bool:
        """Write the end. Raises Refused."""
        typed = self.fields.typed()
        reason, paper = str(typed.get("reason", "")) or None, str(typed.get("paper", ""))
        try:
            return self.tried(
                self._session, inside.end, self._noun, self._numbers, str(typed["on"]), reason=reason, paper=paper
            )
        except Refused as refused:
            raise Refused([_of_one(problem) for problem in refused.problems]) from None


def _of_one(problem: Problem) -> Problem:
    """What was told of the n-th is told at the field that all share."""
    return Problem(problem.field.rpartition(".")[2], problem.text, problem.values)
