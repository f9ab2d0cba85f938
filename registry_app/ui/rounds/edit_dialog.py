"""Changes what of a round may still change: its name, deadline, paper, notes."""

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine
from registry_app.ui.widgets.prose import Prose

from . import summary


class EditRoundDialog(FormDialog):
    """Kind, period and models stay as they were at the opening."""

    def __init__(self, session: Session, one: ReviewRound, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Edit the round"), yes=_("&Save"))
        self.setProperty("guide", "rounds")
        self._session, self._round = session, one
        add = self.fields.add
        add("name", _("&Name"), WrappedLine(), required=True)
        add("deadline", _("&Results wanted by"), DateField(kinds.DATE))
        add("paper_number", _("Number of the &paper"), OneLine())
        add("notes", _("N&otes"), LongText())
        self.fields.finish()
        values = {"name": one.name, "paper_number": one.paper_number, "notes": one.notes}
        self.fields.fill({**values, "deadline": show_date(one.deadline)})
        self.lay_out(Prose(f"{one.code} · {summary.about(one)}"))
        self.fields["name"].control.setFocus()

    @classmethod
    def edit(cls, session: Session, one: ReviewRound, parent: QWidget | None = None) -> bool:
        """Ask what the round is called and write it; whether it was written."""
        return cls(session, one, parent).run()

    def attempt(self) -> bool:
        """Write it. Raises Refused."""
        typed = {name: str(text) for name, text in self.fields.typed().items()}
        return self.tried(self._session, rounds.edit, self._round.id, typed)
