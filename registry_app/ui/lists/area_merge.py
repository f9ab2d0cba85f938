"""Makes one area of several: which, what they become, when and by which paper; says beforehand what goes over."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.area_changes import NewArea
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.operations import areas
from registry_app.ui.session import Session
from registry_app.ui.widgets.check_list import CheckList
from registry_app.ui.widgets.choice import Offer
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

from .area_acts import NO_AREA, ActDialog, area_named, known_areas

JOIN = "join"


class MergeAreasDialog(ActDialog):
    """``area``, when given, is among those merged."""

    def __init__(self, session: Session, area: Area | None, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, _("Merge areas"), yes=_("M&erge"))
        names = [one.name for one in known_areas(session)]
        self.fields.add("areas", _("&Areas that merge"), MultiPicker(names, hint=_("Add an area")), required=True)
        note = _("A new name, or an area that lives on.")
        self.fields.add("name", _("&Into"), Picker(names), required=True, note=note)
        self.add_act(paper=True)
        joined = Offer(JOIN, _("Join sites that would stand twice for one model"))
        self.fields.add("join_sites", _("Sites"), CheckList([joined]))
        self.follow()
        self.fields.finish()
        if area is not None:
            self.fields.fill({"areas": (area.name,)})
        self.lay_out(
            Prose(_("The areas end on that day; what belongs to them then goes over. What had ended before stays."))
        )
        self.fields["areas"].control.setFocus()

    @classmethod
    def merge(cls, session: Session, area: Area | None, parent: QWidget | None = None) -> bool:
        """Ask and do it; whether it was done."""
        return cls(session, area, parent).run()

    @property
    def merged(self) -> list[AreaId]:
        """The areas that are to merge. Raises Refused."""
        typed = self.fields["areas"].typed()
        if not typed:
            raise Refused([Problem("areas", NO_AREA)])
        return [area_named(self.session, "areas", name) for name in typed]

    @property
    def into(self) -> AreaId | NewArea:
        """What they become: an area that is in use, else a new one."""
        typed = one_text(self.fields["name"].typed())
        known = next((area for area in known_areas(self.session) if fold(area.name) == fold(typed)), None)
        return NewArea(name=typed) if known is None else AreaId(known.id)

    @property
    def joins(self) -> bool:
        """Whether sites of one model become one."""
        return JOIN in self.fields["join_sites"].typed()

    def previewed(self) -> tuple[str, Sequence[Problem]]:
        """The areas that end, and what goes over. Raises RegistryError."""
        shown = areas.merge_preview(self.session.registry, self.merged, self.into, self.act, join_sites=self.joins)
        ending = _("Ending: {areas}").format(areas=", ".join(shown.ending))
        over = _("To {area}: {counts}").format(area=shown.name, counts=areas.counted(shown.counts))
        return f"{ending}\n{over}", shown.notes

    def attempt(self) -> bool:
        """Merge them. Raises Refused."""
        merged, into, act, joins = self.merged, self.into, self.act, self.joins
        rows = sum(areas.merge_preview(self.session.registry, merged, into, act).counts.values())
        return self.carried_out(rows, lambda registry: areas.merge(registry, merged, into, act, join_sites=joins))
