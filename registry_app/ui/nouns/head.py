"""A person of the register who is chosen in a form – the head of a household, who is commended – brings along what is
known of them."""

from collections.abc import Mapping
from datetime import date

from registry_app.domain.errors import NotFound
from registry_app.domain.search import Moment
from registry_app.store.registry import Registry
from registry_app.ui.structure import noun_fields
from registry_app.ui.widgets.editor import Typed

HEAD = "head_person"
CHOSEN = {"household": HEAD, "commendation": "person", "exemplar": "person"}
"""By noun, the field in which the person is chosen."""
KNOWN = ("address", "area", "phone")
"""What a household and its head mostly have in common."""


def brought(registry: Registry, noun: str, person: int, typed: Mapping[str, Typed]) -> dict[str, Typed]:
    """What the fields of ``typed`` take over from ``person``: blank ones, and who receives an honour."""
    try:
        value = registry.inside.people.one(person)
    except NotFound:
        return {}
    if noun == "household":
        known = {"head": value.name, **noun_fields.typed_of(value, "person", KNOWN, registry.lists)}
        return {name: text for name, text in known.items() if text and not typed[name]}
    (row,) = registry.inside.people.window([person], Moment(date.today()))
    post = f"{row.roles[0]}, {row.teams[0]}" if row.roles and row.teams else ""
    taken: dict[str, Typed] = {"recipient": "person", "name": value.name}
    return {**taken, "post": post} if post and not typed["post"] else taken
