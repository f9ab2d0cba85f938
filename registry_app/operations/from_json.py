"""What a JSON text says of new models: an object or an array of them, with the keys that ``show`` gives out."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.entries import ExtraField, Lists
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.fields import BY_NAME, EDITABLE, extra_kind
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.words import N_

from .exporting import DETAIL_KEYS, KEYS
from .models import NewModel
from .typed import Unknown, find

OWN: Mapping[str, Kind] = {
    "code": kinds.TEXT,
    "status": kinds.TEXT,
    "status_on": kinds.DATE,
    "status_reason": kinds.LONG,
}
"""Keys that are no field of the form: what a new model may be given besides."""
SETTABLE = frozenset(field.name for field in EDITABLE) | OWN.keys() | {"extra"}
RECKONED = frozenset((*KEYS, *DETAIL_KEYS)) - SETTABLE
"""Keys that are given out but that the register works out by itself."""
NOT_TEXT = N_("Write a text here, or null for nothing.")
NOT_SETTABLE = N_("“{name}” cannot be set: the register works it out from reviews, statuses and dates.")


def new_models(text: bytes, lists: Lists) -> list[NewModel]:
    """The models that ``text`` (UTF-8 or UTF-16) describes, not yet matched with the lists but for their type.

    Raises RegistryError for what is no JSON of this form, Refused for keys and values (of the n-th: "n.key").
    """
    found = objects(text)
    models, problems = [], []
    for number, one in enumerate(found, start=1):
        try:
            models.append(_model(one, lists))
        except Refused as refused:
            lead = f"{number}." if len(found) > 1 else ""
            problems += [replace(problem, field=lead + problem.field) for problem in refused.problems]
    if problems:
        raise Refused(problems)
    return models


def objects(text: bytes) -> list[dict[str, object]]:
    """The objects that ``text`` (UTF-8 or UTF-16) holds: one, or a list of them. Raises RegistryError for anything
    else."""
    found = _parsed(text)
    several: list[dict[str, object]] = found if isinstance(found, list) else [found]  # type: ignore[list-item]
    if not several:
        raise RegistryError(N_("The JSON holds an empty list: there is nothing to add."))
    if not all(isinstance(one, dict) for one in several):
        raise RegistryError(N_("The JSON must hold an object, or a list of objects, one for each row."))
    return several


def _parsed(text: bytes) -> object:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as problem:
        said = N_("This is not valid JSON (line {line}, column {column}).")
        raise RegistryError(said, line=problem.lineno, column=problem.colno) from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise RegistryError(N_("This is not valid JSON in UTF-8.")) from None


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RegistryError(N_("The JSON gives “{name}” twice for the same model."), name=twice)
    return found


def _model(one: Mapping[str, object], lists: Lists) -> NewModel:
    problems = [Problem(key, NOT_SETTABLE, {"name": key}) for key in one if key in RECKONED]
    typed: dict[str, str | Sequence[str]] = {}
    own: dict[str, str] = {}
    for key, value in one.items():
        if key == "extra" or key in RECKONED:
            continue
        try:
            if key in OWN:
                own[key] = OWN[key].parse(_text(value, OWN[key]), date.today())
            else:
                typed[key] = _value(key, value)
        except BadValue as wrong:
            problems.append(Problem(key, wrong.text, wrong.values))
    problems += _read_extras(typed, one.get("extra"), lists)
    if problems:
        raise Refused(problems)
    return NewModel(typed=typed, **own)


def _read_extras(typed: dict[str, str | Sequence[str]], extra: object, lists: Lists) -> list[Problem]:
    if extra is None:
        return []
    if not isinstance(extra, dict):
        return [Problem("extra", N_("“extra” must be an object with the type's own fields."))]
    declared = _declared(typed.get("type"), lists)
    problems = []
    for key, value in extra.items():
        kind = extra_kind(declared[key]) if key in declared else kinds.TEXT
        try:
            typed[f"extra.{key}"] = _text(value, kind)
        except BadValue as wrong:
            problems.append(Problem(f"extra.{key}", wrong.text, wrong.values))
    return problems


def _declared(type_name: object, lists: Lists) -> dict[str, ExtraField]:
    try:
        found = find(lists.types.values(), type_name) if isinstance(type_name, str) else None
    except Unknown:
        found = None
    return {extra.key: extra for extra in lists.extras.values() if found and extra.type_id == found.id}


def _value(key: str, value: object) -> str | Sequence[str]:
    field = BY_NAME.get(key)
    if isinstance(value, list) and field and field.many and all(isinstance(one, str) for one in value):
        return [str(one) for one in value]
    return _text(value, field.kind if field else kinds.TEXT)


def _text(value: object, kind: Kind) -> str:
    """``value`` as one would type it. Raises BadValue for what is no single value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        if kind is kinds.YES_NO:
            return "yes" if value else "no"
        raise BadValue(NOT_TEXT)
    if isinstance(value, int | Decimal):
        plain = kinds.plain_number(value)
        return kind.show(plain) if isinstance(kind, kinds.Number) else plain
    raise BadValue(NOT_TEXT)
