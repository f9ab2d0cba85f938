"""Typed text into values: what a form, a command or a JSON object says of a model, matched with the ward's lists.

Names are matched after ``fold``; every problem is told at its field, all at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.entries import Entry, Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import BY_NAME, EDITABLE, Field, extra_kind
from registry_app.domain.ids import ExtraId, TypeId
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.model import LocalModel
from registry_app.domain.options import Option
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _

Typed = Mapping[str, str | Sequence[str]]
"""Text by field name; ``extra.KEY`` for a declared extra field; lists as sequences or one text with ";" between."""

ATTRIBUTES = {
    "type": "type_id",
    "field": "field_id",
    "lead": "lead_id",
    "partners": "partner_ids",
    "areas": "area_ids",
    "tags": "tag_ids",
}
NULLABLE = frozenset(("level", "founded_on", "launched_on", "period_to", "review_on"))
CREATABLE = frozenset(("organisations", "areas", "tags"))


NOT_LISTED = N_("“{name}” is not in the list. Nearest: {near}.")
EMPTY_LIST = N_("“{name}” is not in the list, which is still empty.")


class Unknown(ValueError):
    """A name that is in no list, with those that come near: ``text`` is a marked text, ``values`` fill its {names}."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(name)
        self.text = NOT_LISTED if near else EMPTY_LIST
        self.values: dict[str, object] = {"name": name, "near": ", ".join(f"“{one}”" for one in near)}


def read_model(base: LocalModel, typed: Typed, lists: Lists, today: date) -> LocalModel:
    """``base`` with what was typed; fields not named keep their value. Raises Refused with every problem found."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, text in typed.items():
        if name.startswith("extra."):
            continue
        field = BY_NAME.get(name)
        if field is None or field not in EDITABLE:
            problems.append(Problem(name, N_("There is no field “{name}” that can be filled in."), {"name": name}))
            continue
        try:
            values[ATTRIBUTES.get(name, name)] = read_field(field, text, lists, today)
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    type_id = values.get("type_id", base.type_id)
    extra = dict(base.extra) if type_id == base.type_id else {}
    for name, text in typed.items():
        if name.startswith("extra."):
            problems += _read_extra(extra, name, _one_text(text), type_id, lists, today)
    if problems:
        raise Refused(problems)
    return replace(base, **values, extra=extra)


def read_field(field: Field, text: str | Sequence[str], lists: Lists, today: date) -> object:
    """The value of one field as LocalModel holds it. Raises BadValue."""
    if field.reference:
        numbers = tuple(dict.fromkeys(_reference(field, name, lists) for name in _names(text)))
        return numbers if field.many else (numbers[0] if numbers else None)
    plain = _one_text(text)
    if field.options:
        return option_key(field.options, plain) or (None if field.name in NULLABLE else field.options[0].key)
    value = field.kind.parse(plain, today)
    if field.name == "interval_months":
        return int(value) if value else None
    return value or (None if field.name in NULLABLE else "")


def find(entries: Iterable[Entry], name: str) -> Entry:
    """The entry of that name, or of that code; raises Unknown. An entry in use comes before a retired one."""
    found = sorted(entries, key=lambda entry: entry.retired)
    plain = fold(name)
    for entry in found:
        if plain and plain in (fold(entry.name), fold(getattr(entry, "code", ""))):
            return entry
    raise Unknown(name, kinds.nearest(name, tuple(entry.name for entry in found if not entry.retired)))


def unknown_names(typed: Typed, lists: Lists) -> dict[str, tuple[str, ...]]:
    """Names that were typed but stand in no list, by list: to be added by who has asked. Raises BadValue."""
    found: dict[str, tuple[str, ...]] = {}
    for name, text in typed.items():
        field = BY_NAME.get(name)
        if field is None or field.reference not in CREATABLE:
            continue
        for typed_name in _names(text):
            try:
                find(getattr(lists, field.reference).values(), typed_name)
            except Unknown:
                before = found.get(field.reference, ())
                if all(fold(other) != fold(typed_name) for other in before):
                    found[field.reference] = (*before, kinds.TEXT.parse(typed_name, date.min))
    return found


def _names(text: str | Sequence[str]) -> list[str]:
    parts = text.split(";") if isinstance(text, str) else text
    return [name for name in map(line, parts) if name]


def _one_text(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else "; ".join(text)


def _reference(field: Field, name: str, lists: Lists) -> int:
    try:
        return find(getattr(lists, field.reference).values(), name).id
    except Unknown as unknown:
        raise BadValue(unknown.text, **unknown.values) from None


def option_key(options: Sequence[Option], text: str) -> str | None:
    """The key of the option that was typed as its key or label; None for blank. Raises BadValue."""
    if not text.strip():
        return None
    plain = fold(text)
    for option in options:
        if plain in (fold(option.key), fold(option.label), fold(str(option))):
            return option.key
    shown = ", ".join(str(option) for option in options)
    raise BadValue(N_("“{name}” is not one of: {options}."), name=text, options=shown)


def _read_extra(
    extra: dict[ExtraId, str], name: str, text: str, type_id: object, lists: Lists, today: date
) -> list[Problem]:
    key = name.removeprefix("extra.")
    kind_of_model = lists.types.get(TypeId(type_id)) if isinstance(type_id, int) else None
    declared = [one for one in lists.extras.values() if one.key == key and one.type_id == type_id]
    if not declared:
        of = kind_of_model.name if kind_of_model else _("(no type)")
        return [Problem(name, N_("Models of type “{type}” have no field “{name}”."), {"type": of, "name": key})]
    try:
        extra[ExtraId(declared[0].id)] = extra_kind(declared[0]).parse(text, today)
    except BadValue as wrong:
        return [Problem(name, wrong.text, wrong.values)]
    return []


def canonical(wanted: Mapping[str, Kind], typed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """What was typed for each of ``wanted`` as canonical text, "" where nothing was or it cannot be read; and what
    cannot be read, at its field."""
    today, values, problems = date.today(), dict.fromkeys(wanted, ""), []
    for name, kind in wanted.items():
        try:
            values[name] = kind.parse(typed.get(name, ""), today)
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    return values, problems
