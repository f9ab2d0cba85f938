"""What a user does with the ward's lists: add, rename, retire, take back, delete what nothing uses."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from registry_app.domain import kinds, rules
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Area, Entry, Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.words import N_
from registry_app.store.entries import BY_VALUE
from registry_app.store.history import Changes
from registry_app.store.registry import Registry


def entries_like(lists: Lists, entry: Entry) -> list[Entry]:
    """All entries of the list to which ``entry`` belongs (extra fields: of the same type)."""
    found: list[Any] = list(getattr(lists, BY_VALUE[type(entry)].plural).values())
    return [other for other in found if getattr(other, "type_id", None) == getattr(entry, "type_id", None)]


def save_entry(registry: Registry, entry: Entry) -> Changes:
    """Add (id 0) or change a list entry; an area that gets another name keeps the old one as a former name.

    Raises Refused, ReadOnly.
    """
    entry = _cleaned(entry)
    with registry.change(N_("Edit list") if entry.id else N_("Add to list")) as change:
        others = entries_like(registry.lists, entry)
        problems = rules.entry_problems(entry, others)
        if problems:
            raise Refused(problems)
        old = next((other for other in others if other.id == entry.id), None)
        if isinstance(entry, Area) and old and old.name != entry.name:
            entry = replace(entry, former_names=(*entry.former_names, old.name))
        registry.entries.save(entry)
    return change.changes


def retire(registry: Registry, entry: Entry, *, retired: bool = True) -> Changes:
    """Offer an entry no more, or again; what has it keeps it. Raises Refused, ReadOnly."""
    if retired:
        _refuse_what_is_needed(registry, entry)
    elif isinstance(entry, Area):
        _refuse_what_has_ended(registry, entry)
    with registry.change(N_("Retire list entry") if retired else N_("Offer list entry again")) as change:
        registry.entries.save(replace(entry, retired=retired))
    return change.changes


def remove(registry: Registry, entry: Entry) -> Changes:
    """Delete an entry that nothing uses; one in use is retired instead. Raises Refused, ReadOnly."""
    _refuse_what_is_needed(registry, entry)
    if registry.entries.uses(entry):
        return retire(registry, entry)
    with registry.change(N_("Delete list entry")) as change:
        registry.entries.delete(entry)
    return change.changes


def _refuse_what_is_needed(registry: Registry, entry: Entry) -> None:
    problems = rules.kept_problems(entry, registry.lists)
    if problems:
        raise Refused(problems)


def _refuse_what_has_ended(registry: Registry, area: Area) -> None:
    life = registry.inside.area_lives().get(AreaId(area.id))
    if life and life.ends:
        text = N_("“{name}” ended on {day} by a merge or split. Undo that act, or add a new area.")
        raise Refused([Problem("name", text, {"name": area.name, "day": show_date(life.ends.isoformat())})])


def _cleaned(entry: Entry) -> Entry:
    try:
        return replace(entry, name=kinds.TEXT.parse(entry.name, date.min))
    except kinds.BadValue as wrong:
        raise Refused([Problem("name", wrong.text, wrong.values)]) from None
