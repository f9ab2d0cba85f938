"""How rows that others hang on are found by typing, and what they are called there: sites, teams, people, models."""

from collections.abc import Sequence
from typing import Any

from registry_app.domain.dates import show_date
from registry_app.domain.search import Search
from registry_app.ui.session import Session
from registry_app.ui.widgets.linked import Found, Linked

OFFERED = 14
BETWEEN = " – "


def linked(session: Session, noun: str, *, hint: str = "") -> Linked:
    """An editor that finds rows of ``noun`` ("model", or a key of nouns.NOUNS) in the open register."""
    return Linked(
        lambda typed: _found(session, noun, typed),
        lambda number: next((label for _number, label in _labelled(session, noun, [number])), ""),
        hint=hint,
    )


def called(noun: str, row: Any) -> str:
    """What tells ``row`` from others of its noun."""
    if noun == "site":
        parts: tuple[str, ...] = (row.title, row.model, row.model_code)
    elif noun == "team":
        parts = (row.name, row.site, row.model, row.code)
    elif noun == "person":
        parts = (row.name, show_date(row.born) if row.born else "", row.area, row.code)
    else:
        parts = (row.name, row.code)
    return BETWEEN.join(dict.fromkeys(part for part in parts if part))


def _found(session: Session, noun: str, typed: str) -> Found:
    if not session.is_open or session.is_lent:
        return ()
    at = session.moment
    if noun == "model":
        ids: Sequence[int] = session.registry.models.ids(Search(words=typed), at, OFFERED)
    else:
        ids = session.registry.inside.of(noun).ids(Search(words=typed, noun=noun), at, OFFERED)
    return _labelled(session, noun, ids)


def _labelled(session: Session, noun: str, ids: Sequence[int]) -> Found:
    registry, at = session.registry, session.moment
    rows: Sequence[Any]
    rows = registry.models.window(ids, at) if noun == "model" else registry.inside.of(noun).window(ids, at)
    return tuple((row.id, called(noun, row)) for row in rows)
