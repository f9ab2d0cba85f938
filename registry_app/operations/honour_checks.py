"""The rules of commendations, advanced examples and recognitions, with the facts that they need read from the
register."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from registry_app.domain import honour_rules as rules
from registry_app.domain.commendation import Commendation
from registry_app.domain.errors import Problem
from registry_app.domain.exemplar import Exemplar
from registry_app.domain.recognition import Recognition
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from .inside_text import Typed

Honour = Commendation | Exemplar | Recognition
HONOURS = (Commendation, Exemplar, Recognition)


def settled(registry: Registry, value: Honour, typed: Typed, links: Mapping[str, int | None]) -> Honour:
    """``value`` as it is kept: a person who was chosen gives the name, another name typed over it is somebody else; a
    number left out is one."""
    if isinstance(value, Recognition):
        return value
    if isinstance(value, Commendation) and not typed.get("number", "1").strip():
        value = replace(value, number=1)
    (person,) = registry.inside.people.many([value.person_id or 0]) or (None,)
    if person is None:
        return value
    chosen = links.get("person_id") is not None
    if "name" in typed and value.name and fold(value.name) != fold(person.name) and not chosen:
        return replace(value, person_id=None)
    return replace(value, name=person.name)


def problems(registry: Registry, value: Honour) -> tuple[Problem, ...]:
    """What keeps ``value`` from being saved."""
    today = date.today()
    match value:
        case Commendation():
            return rules.commendation_problems(value, today)
        case Exemplar():
            return rules.exemplar_problems(value, today)
        case Recognition():
            others = registry.inside.recognitions.where("year", value.year) if value.year else []
            return rules.recognition_problems(value, others, today)


def warnings(registry: Registry, value: Honour) -> tuple[Problem, ...]:
    """What is worth a look about ``value`` but does not keep it from being saved."""
    match value:
        case Commendation():
            return rules.commendation_warnings(value, registry.inside.commendations.where("form_id", value.form_id))
        case Recognition():
            return rules.recognition_warnings(value)
        case _:
            return ()
