"""Writes down a commendation of one person of the register."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from registry_app.domain.commendation import Commendation
from registry_app.domain.ids import PersonId
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.structure.noun_dialog import NounDialog
from registry_app.ui.widgets.prose import Prose

FIELDS = ("form", "level", "granted_by", "on", "paper_number", "theme", "reason")


class CommendDialog(NounDialog):
    """What else belongs to it – model, notes – is filled in on the page of commendations."""

    def __init__(self, session: Session, person: int, parent: QWidget | None = None) -> None:
        value = Commendation(person_id=PersonId(person))
        super().__init__(session, "commendation", value, parent, title=_("New commendation"), yes=_("&Add"))
        self.setProperty("guide", "honours")
        self._person = person
        self.show_fields(FIELDS)
        self.fields.finish()
        self.lay_out(Prose(session.registry.inside.people.one(person).name, quiet=False))
        self.fields["form"].control.setFocus()

    @classmethod
    def add(cls, session: Session, person: int, parent: QWidget | None = None) -> int | None:
        """Ask for a commendation of ``person``; the row that was written, None when it was given up."""
        return cls(session, person, parent).written()

    def links(self) -> Mapping[str, int | None]:
        """Whose it is."""
        return {"person_id": self._person}
