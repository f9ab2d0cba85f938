"""Typed text into the values of what is inside a model, matched with the ward's lists and the register's teams and
sites. Keeps to itself which attribute a field fills in and how teams and sites are called by name."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.entries import Entry
from registry_app.domain.errors import NotFound, Problem
from registry_app.domain.fields import Field
from registry_app.domain.ids import ModelId
from registry_app.domain.kinds import BadValue
from registry_app.domain.nouns import NOUNS
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .inside_names import row_called
from .typed import Unknown, find, option_key

Typed = Mapping[str, str]
"""Text by field name of the noun, as typed."""
V = TypeVar("V", bound=Struct)

LISTED = {"area": "area_id", "role": "role_id", "form": "form_id", "indicator": "indicator_id"}
"""Fields that name a list's entry, and the attribute that holds its number."""
PLACED = {"team": "team_id", "site": "site_id"}
"""Fields that name a row of that noun, and the attribute that holds its number."""
LINKS = {
    "site_id": ("site", "site", N_("This site is no longer in the register.")),
    "team_id": ("team", "team", N_("This team is no longer in the register.")),
    "person_id": ("name", "person", N_("This person is no longer in the register.")),
    "head_id": ("head", "person", N_("This person is no longer in the register.")),
}
"""Links by name: the field where a problem is told, the noun of the row, and what is told when it is gone."""
ALWAYS = {"place_kind": "residential", "recipient": "person", "subject": "residential", "exactness": "exact"}
"""Options that are never blank."""
NO_FIELD = N_("There is no field “{name}” that can be filled in.")


def read_text(
    registry: Registry, noun: str, base: V, typed: Typed, links: Mapping[str, int | None]
) -> tuple[V, list[Problem]]:
    """``base`` with what was typed and linked, and what could not be read, which is left as it was; fields not named
    stay. No rule of content is looked at."""
    known = set(base.__struct_fields__)
    if wrong := links.keys() - known:
        raise ValueError(f"{noun}: {sorted(wrong)}")
    problems = link_problems(registry, links)
    values: dict[str, object] = dict(links)
    for name, text in typed.items():
        field = NOUNS[noun].by_name.get(name)
        attribute = {**LISTED, **PLACED}.get(name, name)
        if field is None or not field.page or attribute not in known:
            problems.append(Problem(name, NO_FIELD, {"name": name}))
        elif attribute not in links:
            try:
                values[attribute] = _read(registry, field, text, getattr(base, attribute))
            except BadValue as bad:
                problems.append(Problem(name, bad.text, bad.values))
    return replace(base, **values), problems


def link_problems(registry: Registry, links: Mapping[str, int | None]) -> list[Problem]:
    """What is wrong with links: rows that are gone."""
    found = []
    for name, number in links.items():
        if name == "model_id" and number is not None:
            found += _model_problems(registry, number)
        elif number is not None:
            field, noun, text = LINKS[name]
            if not registry.inside.of(noun).many([number]):
                found.append(Problem(field, text))
    return found


def _model_problems(registry: Registry, number: int) -> list[Problem]:
    try:
        registry.models.one(ModelId(number))
    except NotFound:
        return [Problem("model", N_("Choose the model to which this belongs."))]
    return []


def _read(registry: Registry, field: Field, text: str, old: Any) -> object:
    """The value of one field as the noun's value holds it. Raises BadValue."""
    if field.name in LISTED:
        return _entry(registry, field, line(text), old)
    if field.name in PLACED:
        name = line(text)
        return row_called(registry, field.name, name, old) if name else None
    if field.options:
        return option_key(field.options, text) or ALWAYS.get(field.name)
    value = field.kind.parse(text, date.today())
    if isinstance(field.kind, kinds.Number):
        return int(value) if value else None
    return value or (None if isinstance(field.kind, kinds.Day) else "")


def _entry(registry: Registry, field: Field, name: str, old: int | None) -> int | None:
    entries: Mapping[int, Entry] = getattr(registry.lists, field.reference)
    if not name:
        return None
    if old is not None and old in entries and fold(entries[old].name) == fold(name):
        return old
    try:
        return find(entries.values(), name).id
    except Unknown as unknown:
        raise BadValue(unknown.text, **unknown.values) from None
