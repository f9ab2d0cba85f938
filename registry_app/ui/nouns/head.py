"""The head of a household who is one of the register's people brings along what is known of them."""

from collections.abc import Mapping

from registry_app.domain.errors import NotFound
from registry_app.store.registry import Registry
from registry_app.ui.structure import noun_fields
from registry_app.ui.widgets.editor import Typed

HEAD = "head_person"
KNOWN = ("address", "area", "phone")
"""What a household and its head mostly have in common."""


def brought(registry: Registry, person: int, typed: Mapping[str, Typed]) -> dict[str, Typed]:
    """What the blank fields of ``typed`` take over from ``person``."""
    try:
        head = registry.inside.people.one(person)
    except NotFound:
        return {}
    known = {"head": head.name, **noun_fields.typed_of(head, "person", KNOWN, registry.lists)}
    return {name: text for name, text in known.items() if text and not typed[name]}
