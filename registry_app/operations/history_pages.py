"""The history page by page, as far as it answers to what is looked for: words, who, which deed, from when to when.

Words are looked for in what people read – values, names and codes, not what the log holds – so pages are short and the
caller goes on as long as it has time.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.dates import show_date
from registry_app.domain.ids import ActionId, ModelId
from registry_app.domain.vietnamese import fold, sort_key
from registry_app.domain.words import N_, _
from registry_app.store import log
from registry_app.store.log import Which
from registry_app.store.registry import Registry

from .histories import Entry, FieldChange, entries, told

BARRED = N_("It lies before an upgrade of the register or its start: it can be read, but no longer be taken back.")
UNDONE = N_("It stands taken back already.")
IS_UNDO = N_("It is an undo itself: redo takes it back.")


class Wanted(Struct, frozen=True, kw_only=True):
    """What is looked for; blank: no matter. ``words`` are found without accents, all of them; ``deed`` is the marked
    text of what was done; ``since`` and ``until`` are days (ISO), both ends in; ``model``: only what was done to it."""

    words: str = ""
    who: str = ""
    deed: str = ""
    since: str = ""
    until: str = ""
    model: ModelId | None = None


class Page(Struct, frozen=True, kw_only=True):
    """What answers among some actions, newest first; ``older`` is where the next page begins, None after the last."""

    entries: tuple[Entry, ...]
    older: ActionId | None


def page(registry: Registry, wanted: Wanted, before: ActionId | None, actions: int) -> Page:
    """What answers to ``wanted`` among the newest ``actions`` that are older than ``before`` (None: the newest)."""
    which = Which(who=wanted.who, label=wanted.deed, since=wanted.since, until=wanted.until, before=before)
    looked = told(registry, wanted.model, which, actions)
    found = (matching(entry, wanted.words) for entry in entries(registry, looked))
    older = looked.actions[-1].id if len(looked.actions) == actions else None
    return Page(entries=tuple(entry for entry in found if entry), older=older)


def matching(entry: Entry, words: str) -> Entry | None:
    """``entry`` when it holds every one of ``words``, with those of its changes that hold what its own words leave."""
    sought = fold(words).split()
    if not sought:
        return entry
    head = fold(f"{moment(entry)} {entry.who} {entry.computer} {entry.label}")
    left = [word for word in sought if word not in head]
    changes = tuple(change for change in entry.changes if _holds(change, left))
    return replace(entry, changes=changes) if changes or not left else None


def moment(entry: Entry) -> str:
    """When, as people write it: 22/11/2026 14:05."""
    return f"{show_date(entry.at[:10])} {entry.at[11:16]}"


def deeds(registry: Registry) -> list[str]:
    """The marked texts of all that was ever done, in the order of how they read."""
    return sorted(log.labels(registry.connection), key=lambda label: sort_key(_(label)))


def writers(registry: Registry) -> list[str]:
    """Everybody who wrote, in the order of the alphabet."""
    return sorted(log.writers(registry.connection), key=sort_key)


def why_not(entry: Entry) -> str:
    """Why ``entry`` cannot be taken back, as a marked text; "" when it can."""
    if entry.barred:
        return BARRED
    if entry.undoes is not None:
        return IS_UNDO
    return UNDONE if entry.undone else ""


def _holds(change: FieldChange, words: Sequence[str]) -> bool:
    text = fold(" ".join((change.noun, change.code, change.field, change.old or "", change.new or "")))
    return all(word in text for word in words)
