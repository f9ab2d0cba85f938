"""What was decided about models, with every name looked up."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from registry_app.domain.decision import Decision
from registry_app.domain.decision_rules import MERGE
from registry_app.domain.ids import ModelId
from registry_app.domain.options import DECISIONS, label
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.store.registry import Registry


class DecisionShown(Struct, frozen=True, kw_only=True):
    """A decision with every name looked up: of the model, of what it was merged into, of the sites it added."""

    decision: Decision
    code: str
    name: str
    target_code: str = ""
    target_name: str = ""
    sites: tuple[str, ...] = ()
    moved: Mapping[str, int]

    @property
    def said(self) -> str:
        """What was decided, in one line in the language in use."""
        kind = label(DECISIONS, self.decision.kind)
        if self.decision.kind == MERGE:
            return _("Merged into {code} {name}").format(code=self.target_code, name=self.target_name)
        if self.sites:
            return _("{kind}: {sites}").format(kind=kind, sites=", ".join(self.sites))
        return kind


def decisions(
    registry: Registry, model: ModelId | None = None, *, kind: str | None = None, since: str = "", until: str = ""
) -> list[DecisionShown]:
    """What was decided, the newest day first: about ``model`` or merged into it when given; only of that ``kind``, only
    from the day ``since`` to the day ``until`` (ISO) when given."""
    shelf = registry.loop.decisions
    found = [
        one
        for one in (shelf.all() if model is None else shelf.of(model))
        if kind in (None, one.kind) and (not since or one.on >= since) and (not until or one.on <= until)
    ]
    numbers = [one.id for one in found]
    moved, sites = shelf.moved(numbers), shelf.site_titles(numbers)
    wanted = {one.model_id for one in found} | {one.target_id for one in found if one.target_id}
    rows = {row.id: row for row in registry.models.window(sorted(wanted), Moment(date.today()))}
    return [
        DecisionShown(
            decision=one,
            code=rows[one.model_id].code,
            name=rows[one.model_id].name,
            target_code=rows[one.target_id].code if one.target_id else "",
            target_name=rows[one.target_id].name if one.target_id else "",
            sites=sites.get(one.id, ()),
            moved=moved.get(one.id, {}),
        )
        for one in found
    ]
