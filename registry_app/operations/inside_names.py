"""Which team or site a typed code or name means: one that holds now before one that is over; what is not clear is told
with the nearest."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from registry_app.domain import kinds
from registry_app.domain.errors import NotFound
from registry_app.domain.inside_rules import holds
from registry_app.domain.kinds import BadValue
from registry_app.domain.search import Moment, Search
from registry_app.domain.site import SiteRow
from registry_app.domain.team import TeamRow
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .typed import EMPTY_LIST, NOT_LISTED

AMBIGUOUS = N_("Several are called “{name}”: {near}. Choose one of them.")
CANDIDATES, FEW = 300, 3


def row_called(registry: Registry, noun: str, name: str, old: int | None) -> int:
    """The number of the team (code or name) or site (title, with or without "(CODE)" of its model) that ``name`` means;
    ``old`` when it is called so.

    Raises BadValue for none and for several.
    """
    shelf, at = registry.inside.of(noun), Moment(date.today())
    if code := re.match(r"TO-[0-9]+", name.upper()):
        with suppress(NotFound):
            return registry.inside.teams.by_code(code[0])
    title, of_model = _parts(name)
    found = shelf.named(title)
    if old in found and not of_model:
        return int(old or 0)
    rows: Sequence[TeamRow | SiteRow] = shelf.window(found, at)
    rows = [row for row in rows if of_model in ("", row.model_code)]
    current = [row for row in rows if holds(row, at.on)] or rows
    if len(current) == 1:
        return current[0].id
    if current:
        raise BadValue(AMBIGUOUS, name=name, near="; ".join(called(row) for row in current[:FEW]))
    near = kinds.nearest(name, tuple(called(row) for row in _candidates(registry, noun, name, at)))
    shown = ", ".join(f"“{one}”" for one in near)
    raise BadValue(NOT_LISTED if near else EMPTY_LIST, name=name, near=shown)


def _parts(name: str) -> tuple[str, str]:
    """A title and the code of a model behind it in brackets; "" without."""
    found = re.fullmatch(r"(.*) \(([A-Za-z0-9]+-[0-9]{4}-[0-9]+)\)", name)
    return (found[1], found[2].upper()) if found else (name, "")


def _candidates(registry: Registry, noun: str, name: str, at: Moment) -> Sequence[TeamRow | SiteRow]:
    """Rows with a word of ``name``, the last word first: there the number stands."""
    shelf = registry.inside.of(noun)
    for word in (*reversed(fold(name).split()), ""):
        found = shelf.ids(Search(words=word, noun=noun), at, CANDIDATES)
        if found:
            return shelf.window(found, at)
    return ()


def called(row: TeamRow | SiteRow) -> str:
    """How a clerk tells it from others of the same name; ``row_called`` reads it back."""
    if isinstance(row, TeamRow):
        return f"{row.code} {row.name}" + (f" ({row.site})" if row.site else "")
    return f"{row.title} ({row.model_code})"
