"""Kiện toàn: another leader from a day on, by a paper; what becomes of the one before."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import TeamId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import END_REASONS
from registry_app.domain.words import N_, _
from registry_app.operations import members, twins
from registry_app.operations.member_writing import NewMember
from registry_app.ui import ask, theme
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

from . import roster
from .columns import known_texts
from .noun_fields import editor_for
from .person_field import PersonField
from .twin_bar import named

FACTS = ("born", "sex", "phone", "id_number")
WIDTH = 580
NO_NAME = N_("Give the person's full name.")


class LeaderDialog(FormDialog):
    """The facts of somebody whom the register knows are shown; those of somebody new are asked for."""

    def __init__(self, session: Session, team: TeamId, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Replace the leader"), yes=_("&Replace the leader"), width=theme.grown(WIDTH))
        self.setProperty("guide", "inside")
        self._session, self._team = session, team
        registry = session.registry
        rows = roster.members(registry, team, session.moment)
        leading = [row for row in rows if row.role_kind == "leader"]
        first = {int(row.person_id): row.name for row in rows if row.role_kind != "leader"}
        self.person = PersonField(session, first)
        fields, of_person = self.fields, NOUNS["person"].by_name
        fields.add("name", _("New leader"), self.person, required=True)
        for name in FACTS:
            fields.add(name, _(of_person[name].label), editor_for(of_person[name], registry.lists))
        fields.add("on", _("From"), DateField(), required=True)
        fields.add("paper", _("Number of the paper"), OneLine())
        reasons = [Offer(one.key, str(one)) for one in END_REASONS]
        fields.add("reason", _("Reason of the end"), Choice(reasons))
        roles = [one for one in registry.lists.roles.values() if one.kind != "leader" and not one.retired]
        stays = [Offer(one.name, one.name) for one in roles]
        fields.add("old_stays_as", _("The old leader stays as"), Choice(stays, blank=_("(leaves the team)")))
        for name in ("reason", "old_stays_as"):
            fields.show_row(name, bool(leading))
        fields.finish()
        fields.fill({"on": show_date(date.today().isoformat())})
        (about,) = registry.inside.teams.window([team], session.moment)
        now = "; ".join(row.name for row in leading) or _("nobody")
        self.lay_out(Prose(about.name, quiet=False), Prose(_("Leader until now: {name}").format(name=now)))
        self.person.committed.connect(self._show_facts)
        self.person.control.setFocus()

    @classmethod
    def replace(cls, session: Session, team: TeamId, parent: QWidget | None = None) -> bool:
        """Ask who leads ``team`` from now on and write it as one action; whether it was written."""
        return cls(session, team, parent).run()

    def attempt(self) -> bool:
        """Write the replacement. Raises Refused."""
        typed = {name: str(text) for name, text in self.fields.typed().items()}
        if not typed["name"].strip():
            raise Refused([Problem("name", NO_NAME)])
        person = self.person.person or self._twin(typed)
        facts = {} if person else {name: typed[name] for name in ("name", *FACTS)}
        return self.tried(
            self._session,
            members.replace_leader,
            self._team,
            leader=NewMember(person=facts, person_id=person),
            on=typed["on"],
            paper=typed["paper"],
            reason=typed["reason"] or END_REASONS[0].key,
            old_stays_as=typed["old_stays_as"],
        )

    def _twin(self, typed: dict[str, str]) -> int | None:
        """Somebody of the register whom the user says the new leader is."""
        found = twins.likely(self._session.registry, {name: typed[name] for name in ("name", *FACTS)})
        if not found:
            return None
        question = _("Is this {person}?").format(person=named(found[0].person))
        same = ask.confirm(self, question, yes=_("&Use this person"), no=_("Some&body else"))
        return int(found[0].person.id) if same else None

    def _show_facts(self) -> None:
        """What the register knows of who was chosen, to be read only."""
        person = self.person.chosen
        rows = self._session.registry.inside.people.window([person], self._session.moment) if person else []
        if rows:
            known = known_texts(rows[0])
            self.fields.fill({name: rows[0].sex or "" if name == "sex" else known[name] for name in FACTS})
        self.fields.lock(bool(rows), FACTS)
