"""A row of the inside as the texts that its form shows, and what of them an operation is to write."""

from collections.abc import Mapping
from typing import Any

from registry_app.domain.entries import Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import Field
from registry_app.domain.words import N_
from registry_app.ui.draft import Draft
from registry_app.ui.structure import noun_fields
from registry_app.ui.widgets.editor import Typed, one_text
from registry_app.ui.widgets.linked import NUMBER, number_of

from .declared import Declared

CHOOSE = N_("“{typed}” is not in the register. Choose one of those offered while typing.")


def fields_of(declared: Declared) -> tuple[Field, ...]:
    """The fields that are filled in as themselves: links have editors of their own."""
    linked = {link.field for link in declared.links}
    return tuple(field for field in declared.of.fields if field.page and field.name not in linked)


def typed_of(declared: Declared, value: Any, lists: Lists) -> dict[str, Typed]:
    """What the editors of all fields hold when they show ``value``."""
    names = [field.name for field in fields_of(declared)]
    shown: dict[str, Typed] = dict(noun_fields.typed_of(value, declared.noun, names, lists))
    for link in declared.links:
        number = getattr(value, link.column)
        shown[link.field] = f"{NUMBER}{number}" if number else ""
    return shown


def to_save(
    declared: Declared, draft: Draft[Any], typed: Mapping[str, Typed]
) -> tuple[dict[str, str], dict[str, int | None]]:
    """The texts and the links to write: of a new row all that is not blank, of an old one what was changed. Raises
    Refused for links that were typed and not chosen."""
    links = {link.field: link for link in declared.links}
    wanted = draft.wanted(typed)
    problems = [
        Problem(name, CHOOSE, {"typed": text})
        for name in wanted
        if name in links and (text := one_text(typed[name]).strip()) and number_of(text) is None
    ]
    if problems:
        raise Refused(problems)
    numbers = {links[name].column: number_of(one_text(typed[name])) for name in wanted if name in links}
    return {name: one_text(typed[name]) for name in wanted if name not in links}, numbers
