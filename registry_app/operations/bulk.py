"""Changing many models at once: what would become of each is reckoned first, shown, and then done as one action."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec.structs import replace

from registry_app.domain.entries import Entry, Lists
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.ids import ModelId
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .bulk_plan import Place, Plan, Preview, Progress
from .deeds import AddNames, Deeds, SetTo
from .models import NEW_ENTRY, Saved, create_missing
from .typed import CREATABLE, Typed, unknown_names

BULK_EDIT, REPLACE = N_("Bulk edit"), N_("Find and replace")
"""What the action is called in the history."""


def preview(
    registry: Registry,
    ids: Sequence[ModelId],
    deeds: Deeds,
    *,
    create: bool = False,
    progress: Progress | None = None,
) -> Preview:
    """Reckon what ``deeds`` would do to the models ``ids`` and no others; nothing is written. Models that are gone are
    left out; when ``progress`` says False, so are those not looked at yet. Raises Refused, problems by field."""
    asked = Preview(ids=tuple(dict.fromkeys(ids)), deeds=deeds, create=create)
    lists = _with_new_names(registry.lists, deeds) if create else registry.lists
    return Plan(registry, asked, lists, progress=progress).shown


def apply(
    registry: Registry,
    shown: Preview,
    *,
    leave_out_refused: bool = False,
    without: AbstractSet[Place] = frozenset(),
    label: str = BULK_EDIT,
) -> Saved:
    """Do what was ``shown``, ``without`` some of the fields, as one action; all or nothing.

    Raises Refused when models were refused and are not left out, RegistryError when the register has changed so that
    other things would be done than were shown, ReadOnly.
    """
    if shown.refused and not leave_out_refused:
        raise Refused([one.problem for one in shown.refused])
    with registry.change(label) as change:
        if shown.create:
            create_missing(registry, list(_new_names(shown.deeds)))
        plan = Plan(registry, shown, registry.lists, without=without)
        wanted = tuple(one for one in shown.changes if one.place not in without)
        if plan.shown.changes != wanted or plan.shown.refused != shown.refused:
            raise RegistryError(
                N_("The register has changed since the preview. Nothing was saved; look at the preview again.")
            )
        registry.models.update_many(plan.pairs, date.today().isoformat())
    codes = {one.id: one.code for one in wanted}
    return Saved(changes=change.changes, ids=tuple(codes), codes=tuple(codes.values()), warnings=shown.warnings)


def _new_names(deeds: Deeds) -> Iterator[Typed]:
    """What is typed into fields of lists that take new names, a field at a time."""
    for name, deed in deeds.items():
        match deed:
            case SetTo(typed) | AddNames(typed):
                yield {name: typed}


def _with_new_names(lists: Lists, deeds: Deeds) -> Lists:
    """``lists`` as they would be once the new names were added; what is not there yet has a number below 0."""
    number = 0
    for typed in _new_names(deeds):
        try:
            unknown = unknown_names(typed, lists)
        except BadValue as wrong:
            raise Refused([Problem(next(iter(typed)), wrong.text, wrong.values)]) from None
        for plural in CREATABLE & unknown.keys():
            entries: dict[int, Entry] = dict(getattr(lists, plural))
            for name in unknown[plural]:
                number -= 1
                entries[number] = NEW_ENTRY[plural](id=number, name=name)
            lists = replace(lists, **{plural: entries})
    return lists
