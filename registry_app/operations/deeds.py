"""What is to be done to one field of many models, as a value; read once, then done to model after model.

Values go through ``operations.typed``, as those of a single edit do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from registry_app.domain.entries import Entry, ExtraField, Lists
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import BY_NAME, EDITABLE, EXTRA, Field, extra_kind
from registry_app.domain.ids import ExtraId, TypeId
from registry_app.domain.kinds import BadValue, Kind, Text
from registry_app.domain.options import label
from registry_app.domain.words import N_, _

from .replacing import Replacer, Wanted
from .typed import NULLABLE, read_field

NO_FIELD = N_("There is no field “{name}” that can be filled in.")
NO_TEXT = N_("Write the text to look for.")
NOTHING = N_("Write the new value, or choose “make empty”.")


class SetTo(Struct, frozen=True):
    """The same value for all, typed as in the form."""

    text: str | tuple[str, ...]


class MakeEmpty(Struct, frozen=True):
    """No value for any."""


class ReplaceText(Struct, frozen=True):
    """A text inside the text of each."""

    wanted: Wanted


class AddNames(Struct, frozen=True):
    """Names more for each, after those that it has."""

    names: tuple[str, ...]


class RemoveNames(Struct, frozen=True):
    """Names less for each that has them."""

    names: tuple[str, ...]


Deed = SetTo | MakeEmpty | ReplaceText | AddNames | RemoveNames
Deeds = Mapping[str, Deed]
"""Deeds by field name, "extra.KEY" for an extra field; a field that is not named is left as it is."""

Step = Callable[[object], object]
"""From a field's value to its new one. Raises BadValue."""


class ReadDeed:
    """One deed read against the lists: ``step`` gives the new value of a fixed field."""

    def __init__(self, name: str, deed: Deed, lists: Lists, today: date) -> None:
        self.name, self.deed = name, deed
        self.field = None if name.startswith(EXTRA) else _editable(name)
        self._lists, self._today = lists, today
        self._extra_steps: dict[ExtraId, Step] = {}
        self.step = _field_step(self.field, deed, lists, today) if self.field else None
        if self.field is None:
            _refuse_blank(deed)
            self._read_extra([one for one in lists.extras.values() if f"{EXTRA}{one.key}" == name])

    def _read_extra(self, declared: Sequence[ExtraField]) -> None:
        """Raises BadValue when the deed can be done to none of the extra fields of this name."""
        wrong = BadValue(NO_FIELD, name=self.name)
        fitting = 0
        for extra in declared:
            try:
                self.extra_step(extra)
                fitting += 1
            except BadValue as problem:
                wrong = problem
        if not fitting:
            raise wrong

    def extra_step(self, extra: ExtraField) -> Step:
        """The step for the extra field that models of one type have under this name."""
        number = ExtraId(extra.id)
        if number not in self._extra_steps:
            self._extra_steps[number] = _text_step(extra_kind(extra), self.deed, self._today)
        return self._extra_steps[number]


def read(deeds: Deeds, lists: Lists, today: date) -> list[ReadDeed]:
    """``deeds`` made ready, the type first: the extra fields hang on it. Raises Refused with every problem found."""
    found, problems = [], []
    for name in sorted(deeds, key=lambda name: (name != "type", name.startswith(EXTRA))):
        try:
            found.append(ReadDeed(name, deeds[name], lists, today))
        except BadValue as wrong:
            problems.append(Problem(name, wrong.text, wrong.values))
    if problems:
        raise Refused(problems)
    return found


def may_be_empty(field: Field) -> bool:
    """Whether a model may have no value there."""
    return not field.required and (not field.options or field.name in NULLABLE)


def has_text(field: Field) -> bool:
    """Whether the field holds words, in which one can look for others."""
    return isinstance(field.kind, Text) and not field.reference and not field.options


def said(name: str, value: object, lists: Lists) -> str:
    """What people read for the value of a fixed field as LocalModel holds it."""
    field = BY_NAME[name]
    if value is None or value == "":
        return ""
    if field.reference:
        entries: Mapping[object, Entry] = getattr(lists, field.reference)
        numbers = value if isinstance(value, tuple) else (value,)
        return "; ".join(entries[number].name for number in numbers)
    return label(field.options, str(value)) if field.options else field.kind.show(str(value))


def extra_of(name: str, type_id: TypeId | None, lists: Lists) -> ExtraField | None:
    """The extra field that models of ``type_id`` have under ``name``."""
    found = (one for one in lists.extras.values() if one.type_id == type_id and f"{EXTRA}{one.key}" == name)
    return next(found, None)


def _editable(name: str) -> Field:
    field = BY_NAME.get(name)
    if field is None or field not in EDITABLE:
        raise BadValue(NO_FIELD, name=name)
    return field


def _field_step(field: Field, deed: Deed, lists: Lists, today: date) -> Step:
    _refuse_blank(deed)
    match deed:
        case SetTo(text):
            value = _not_blank(read_field(field, text, lists, today))
            return lambda _old: value
        case MakeEmpty():
            if not may_be_empty(field):
                raise BadValue(N_("“{field}” must not be empty."), field=_(field.label))
            empty = read_field(field, "", lists, today)
            return lambda _old: empty
        case ReplaceText() if has_text(field):
            return _text_step(field.kind, deed, today)
        case AddNames(names) | RemoveNames(names) if field.many:
            numbers = read_field(field, names, lists, today)
            return _links_step(isinstance(deed, AddNames), _tuple(numbers))
    raise BadValue(N_("This cannot be done to “{field}”."), field=_(field.label))


def _text_step(kind: Kind, deed: Deed, today: date) -> Step:
    """The step for what is kept as the canonical text of ``kind``."""
    match deed:
        case SetTo(text):
            value = _not_blank(kind.parse(text if isinstance(text, str) else "; ".join(text), today))
            return lambda _old: value
        case MakeEmpty():
            return lambda _old: ""
        case ReplaceText(wanted) if isinstance(kind, Text):
            replacer = Replacer(wanted)

            def replaced(old: object) -> object:
                new = replacer.replaced(str(old or ""))
                return old if new == (old or "") else kind.parse(new, today)

            return replaced
    raise BadValue(N_("This cannot be done to a field of this kind."))


def _links_step(add: bool, numbers: Sequence[int]) -> Step:
    if add:
        return lambda old: tuple(dict.fromkeys((*_tuple(old), *numbers)))
    return lambda old: tuple(number for number in _tuple(old) if number not in numbers)


def _not_blank(value: object) -> object:
    """``value``, unless nothing is left of what was typed."""
    if value is None or value == "" or value == ():
        raise BadValue(NOTHING)
    return value


def _refuse_blank(deed: Deed) -> None:
    """A deed that says nothing is no deed: emptying is said aloud."""
    match deed:
        case SetTo(text) if not _said(text):
            raise BadValue(NOTHING)
        case AddNames(names) | RemoveNames(names) if not _said(names):
            raise BadValue(N_("Write at least one name."))
        case ReplaceText(wanted) if Replacer(wanted).is_blank:
            raise BadValue(NO_TEXT)


def _said(text: str | Iterable[str]) -> bool:
    return bool(text.strip() if isinstance(text, str) else any(one.strip() for one in text))


def _tuple(value: object) -> tuple[int, ...]:
    return value if isinstance(value, tuple) else ()
