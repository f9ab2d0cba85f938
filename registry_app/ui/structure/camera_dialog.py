"""Adds or changes one camera point of a site, on two pages: what it is, and how it is run."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from registry_app.domain.camera_point import FIELDS, KEEPING, CameraPoint
from registry_app.domain.errors import Problem
from registry_app.domain.fields import MAIN
from registry_app.domain.ids import CameraId, ModelId, SiteId
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .noun_dialog import NounDialog
from .paged_grid import PagedGrid
from .team_dialog import site_choice

LINKED = "site"


class CameraDialog(NounDialog):
    """``camera`` with number 0 is a new one."""

    def __init__(self, session: Session, camera: CameraPoint, model: ModelId, parent: QWidget | None = None) -> None:
        title = _("Camera point {code}").format(code=camera.code) if camera.id else _("New camera point")
        yes = _("&Save") if camera.id else _("&Add camera point")
        super().__init__(session, "camera_point", camera, parent, title=title, yes=yes)
        self.fields = self.pages = PagedGrid()
        for page in (MAIN, KEEPING):
            self.pages.begin(_(page))
            names = tuple(field.name for field in FIELDS if field.page == page)
            self.pages.put(names)
            for name in names:
                if name == LINKED:
                    self.fields.add(name, _("Site"), site_choice(session, model, camera.site_id), required=True)
                else:
                    self.show_fields((name,))
            self.fields.finish()
        self.lay_out(Prose(session.registry.models.one(model).name, quiet=False))
        self.fields["name"].control.setFocus()

    @classmethod
    def add(
        cls, session: Session, model: ModelId, site: SiteId | None, parent: QWidget | None = None
    ) -> CameraId | None:
        """Ask for a new camera point in one of the sites of ``model``; None when it was given up."""
        number = cls(session, CameraPoint(site_id=site or SiteId(0)), model, parent).written()
        return CameraId(number) if number else None

    @classmethod
    def edit(cls, session: Session, camera: CameraId, parent: QWidget | None = None) -> bool:
        """Ask what ``camera`` should be; whether it was written."""
        inside = session.registry.inside
        value = inside.cameras.one(camera)
        return cls(session, value, inside.sites.one(value.site_id).model_id, parent).written() is not None

    def links(self) -> Mapping[str, int | None]:
        """Its site."""
        return {"site_id": int(self.fields[LINKED].typed() or 0)}

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each at its field, and turn to the page of the first."""
        super().show_problems(problems)
        first = self.fields.first_problem()
        if first:
            self.pages.turn_to(first)
            self.fields[first].control.setFocus()
