"""Adds or changes one team: its name, its site, how many members the decision names, its paper, from when to when."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import ModelId, SiteId, TeamId
from registry_app.domain.team import Team
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.prose import Prose

from .noun_dialog import NounDialog

FIELDS = ("decided", "paper_number", "valid_from", "valid_to", "notes")


class TeamDialog(NounDialog):
    """``team`` with number 0 is a new one; the sites to choose from are those of ``model``."""

    def __init__(self, session: Session, team: Team, model: ModelId, parent: QWidget | None = None) -> None:
        title = _("Team {code}").format(code=team.code) if team.id else _("New team")
        super().__init__(session, "team", team, parent, title=title, yes=_("&Save") if team.id else _("&Add team"))
        self.show_fields(("name",))
        self.fields.add("site", _("Site"), site_choice(session, model, team.site_id), required=True)
        self.show_fields(FIELDS)
        self.fields.finish()
        self.lay_out(Prose(session.registry.models.one(model).name, quiet=False))
        self.fields["name"].control.setFocus()

    @classmethod
    def add(cls, session: Session, model: ModelId, site: SiteId | None, parent: QWidget | None = None) -> TeamId | None:
        """Ask for a new team in one of the sites of ``model``; None when it was given up."""
        number = cls(session, Team(site_id=site or SiteId(0)), model, parent).written()
        return TeamId(number) if number else None

    @classmethod
    def edit(cls, session: Session, team: TeamId, parent: QWidget | None = None) -> bool:
        """Ask what ``team`` should be; whether it was written."""
        inside = session.registry.inside
        value = inside.teams.one(team)
        return cls(session, value, inside.sites.one(value.site_id).model_id, parent).written() is not None

    def links(self) -> Mapping[str, int | None]:
        """Its site."""
        return {"site_id": int(self.fields["site"].typed() or 0)}


def site_choice(session: Session, model: ModelId, site: SiteId) -> Choice:
    """One of the sites of ``model``, by row number; a name that is longer than the box stands in its tool tip."""
    sites = session.registry.inside.sites
    rows = sites.window([one.id for one in sites.where("model_id", model)], session.moment)
    made = Choice([Offer(str(row.id), row.title or _("(without a name)")) for row in rows], blank=_("(choose)"))
    made.control.setProperty("elides", True)
    made.edited.connect(lambda: made.control.setToolTip(made.words))
    made.fill(str(site or ""))
    made.control.setToolTip(made.words)
    return made
