"""Gives rows a day from which they are no more. People themselves have no end: theirs is that of their memberships."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from registry_app.domain.household import HouseholdRow
from registry_app.domain.inside_rules import holds
from registry_app.domain.membership import MemberRow
from registry_app.domain.search import Moment
from registry_app.domain.site import SiteRow
from registry_app.domain.words import _
from registry_app.store.registry import Registry
from registry_app.ui import ask
from registry_app.ui.session import Session


def end(session: Session, noun: str, numbers: Sequence[int], parent: QWidget | None) -> bool:
    """Ask from when the rows are no more and write it as one action; whether it was written."""
    from registry_app.ui.structure.end_dialog import EndDialog

    at = session.moment
    if noun == "person":
        noun, numbers = "membership", _memberships(session.registry, numbers, at)
        if not numbers:
            ask.tell(parent, _("Nobody of those chosen serves in a team now: there is nothing to end."))
            return False
    names = [_name(row) for row in session.registry.inside.of(noun).window(numbers, at)]
    return EndDialog.end(session, noun, numbers, names, parent)


def _memberships(registry: Registry, people: Sequence[int], at: Moment) -> tuple[int, ...]:
    """What the people are members by on the day of ``at``, as far as it has no end yet."""
    shelf = registry.inside.members
    held = [one.id for person in people for one in shelf.where("person_id", person) if not one.valid_to]
    return tuple(row.id for row in shelf.window(held, at) if holds(row, at.on))


def _name(row: Any) -> str:
    """What a clerk calls the row."""
    if isinstance(row, MemberRow):
        return f"{row.name} – {row.role}, {row.team}"
    if isinstance(row, HouseholdRow):
        return row.head
    return str(row.title if isinstance(row, SiteRow) else row.name)
