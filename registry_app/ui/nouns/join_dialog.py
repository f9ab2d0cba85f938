"""A person joins a team: which, in what role, from when, by which paper."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.words import N_, _
from registry_app.operations import inside
from registry_app.operations.inside import Kept
from registry_app.store.registry import Registry
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.links import linked
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

NO_TEAM = N_("Choose the team: type a few letters of it.")


class JoinDialog(FormDialog):
    """For one ``person`` of the register."""

    def __init__(self, session: Session, person: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Join a team"), yes=_("&Join"))
        self.setProperty("guide", "people")
        self._session, self._person = session, person
        roles = [Offer(one.name, one.name) for one in session.registry.lists.roles.values() if not one.retired]
        self.fields.add("team", _("Team"), linked(session, "team", hint=_("Type team or model")), required=True)
        self.fields.add("role", _("Role"), Choice(roles, blank=_("(choose)")), required=True)
        self.fields.add("valid_from", _("From"), DateField(kinds.PARTIAL))
        self.fields.add("paper_number", _("Number of the paper"), OneLine())
        self.fields.finish()
        self.fields.fill({"valid_from": show_date(date.today().isoformat())})
        self.lay_out(Prose(session.registry.inside.people.one(person).name, quiet=False))
        self.fields["team"].control.setFocus()

    @classmethod
    def join(cls, session: Session, person: int, parent: QWidget | None = None) -> bool:
        """Ask for the team and write the membership; whether it was written."""
        return cls(session, person, parent).run()

    def attempt(self) -> bool:
        """Write the membership. Raises Refused."""
        typed = {name: one_text(text) for name, text in self.fields.typed().items()}
        del typed["team"]
        team = self.fields["team"].number
        if team is None:
            raise Refused([Problem("team", NO_TEAM)])
        return self.tried(self._session, _joined, typed, person=self._person, team=team)


def _joined(registry: Registry, typed: dict[str, str], *, person: int, team: int) -> Kept:
    return inside.save(registry, "membership", 0, typed, person_id=person, team_id=team)
