"""Adds or changes one site of a model: its area, its own name, what kind of place it is, from when to when."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import ModelId, SiteId
from registry_app.domain.site import Site
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .noun_dialog import NounDialog

FIELDS = ("area", "name", "place_kind", "valid_from", "valid_to")


class SiteDialog(NounDialog):
    """``site`` with number 0 is a new one."""

    def __init__(self, session: Session, site: Site, parent: QWidget | None = None) -> None:
        title = _("Site") if site.id else _("New site")
        super().__init__(session, "site", site, parent, title=title, yes=_("&Save") if site.id else _("&Add site"))
        self._site = site
        self.show_fields(FIELDS)
        self.fields.finish()
        about = _("A place where the model works. Without a name of its own it is called by its area.")
        model = session.registry.models.one(site.model_id)
        self.lay_out(Prose(model.name, quiet=False), Prose(about))
        self.fields["area"].control.setFocus()

    @classmethod
    def add(cls, session: Session, model: ModelId, parent: QWidget | None = None) -> SiteId | None:
        """Ask for a new site of ``model``; None when it was given up."""
        number = cls(session, Site(model_id=model), parent).written()
        return SiteId(number) if number else None

    @classmethod
    def edit(cls, session: Session, site: SiteId, parent: QWidget | None = None) -> bool:
        """Ask what ``site`` should be; whether it was written."""
        return cls(session, session.registry.inside.sites.one(site), parent).written() is not None

    def links(self) -> Mapping[str, int | None]:
        """Its model."""
        return {"model_id": self._site.model_id}
