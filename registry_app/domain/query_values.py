"""What stands after the colon of a term, read as the field needs it: names, options, days, numbers, letters."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from . import kinds
from .cleaning import line
from .dates import first_day, last_day
from .entries import Entry, Lists
from .fields import Field
from .kinds import BadValue, nearest
from .options import Option
from .periods import PERIODS
from .search import Filter
from .vietnamese import fold
from .words import N_

BLANKS = ("rỗng", "trống", "(trống)", "blank", "empty", "(blank)")
OVERDUE = ("quá-hạn", "overdue")
VIETNAMESE_PERIODS = {
    "hôm-nay": "today",
    "tuần-này": "this-week",
    "tháng-này": "this-month",
    "tháng-sau": "next-month",
    "quý-này": "this-quarter",
    "30-ngày-tới": "next-30",
    "90-ngày-tới": "next-90",
    "năm-nay": "this-year",
    "tháng-trước": "last-month",
    "năm-trước": "last-year",
}


def excluded(one: Filter) -> Filter:
    """The models that ``one`` leaves out."""
    return replace(one, negated=not one.negated)


def filter_of(field: Field, operator: str, typed: str, lists: Lists, today: date) -> Filter:
    """The filter that a term asks for; ``operator`` is one of : = < <= > >=. Raises BadValue."""
    value = line(typed)
    if not fold(value):
        raise BadValue(N_("Write what to look for after “{key}:”."), key=field.keys[0] if field.keys else field.name)
    if operator in ":=" and bare(value) in _blanks():
        return Filter(field.name, (None,))
    return _READERS[field.family](field, operator, value, lists, today)


def bare(text: str) -> str:
    """``text`` as names are compared here: without accents, hyphens as spaces."""
    return fold(text.replace("-", " "))


def _blanks() -> frozenset[str]:
    return frozenset(bare(word) for word in BLANKS)


def _entry(field: Field, operator: str, value: str, lists: Lists, today: date) -> Filter:  # noqa: ARG001
    _no_comparing(operator)
    entries: Mapping[int, Entry] = getattr(lists, field.reference)
    wanted = bare(value)
    same = tuple(
        number
        for number, entry in entries.items()
        if wanted == bare(entry.name) or value.casefold() == getattr(entry, "code", "").casefold()
    )
    if same:
        return Filter(field.name, same)
    if not any(wanted in bare(_names(entry)) for entry in entries.values()):
        near = ", ".join(nearest(value, tuple(entry.name for entry in entries.values())))
        raise BadValue(N_("No entry of the list holds “{typed}”. The nearest are: {names}."), typed=value, names=near)
    spelt = any(fold(value) in fold(_names(entry)) for entry in entries.values())
    return Filter(field.name, holds=value if spelt else value.replace("-", " "))


def _names(entry: Entry) -> str:
    return " ".join((entry.name, *getattr(entry, "former_names", ())))


def _option(field: Field, operator: str, value: str, lists: Lists, today: date) -> Filter:  # noqa: ARG001
    _no_comparing(operator)
    wanted = bare(value)
    found = _matching(field.options, wanted, lambda label: label == wanted)
    found = found or _matching(field.options, wanted, lambda label: label.startswith(wanted))
    found = found or _matching(field.options, wanted, lambda label: wanted in label)
    if not found:
        names = ", ".join(str(option) for option in field.options)
        raise BadValue(N_("“{typed}” is not one of the choices: {options}."), typed=value, options=names)
    return Filter(field.name, found)


def _matching(options: tuple[Option, ...], wanted: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(option.key for option in options if fits(bare(str(option))) or wanted == bare(option.key))


def _day(field: Field, operator: str, value: str, lists: Lists, today: date) -> Filter:  # noqa: ARG001
    named = period(value)
    if operator in ":=" and named:
        late = field.name == "next_review" and named == "before-today"
        return Filter("due", ("overdue",)) if late else Filter(field.name, (named,))
    first, dots, last = value.partition("..")
    if dots and operator in ":=":
        _some_bound(first, last)
        low = first_day(_iso(first, today)).isoformat() if first.strip() else ""
        high = last_day(_iso(last, today)).isoformat() if last.strip() else ""
        if low and high and low > high:
            low, high = first_day(_iso(last, today)).isoformat(), last_day(_iso(first, today)).isoformat()
        return Filter(field.name, low=low, high=high)
    iso = _iso(value, today)
    if operator in ":=":
        return Filter(field.name, (iso,))
    first_out, last_out = first_day(iso) - timedelta(days=1), last_day(iso) + timedelta(days=1)
    if operator.startswith("<"):
        return Filter(field.name, high=(last_day(iso) if operator == "<=" else first_out).isoformat())
    return Filter(field.name, low=(first_day(iso) if operator == ">=" else last_out).isoformat())


def period(value: str) -> str:
    """The key of the period that people call ``value``; "" for none."""
    wanted = bare(value)
    if wanted in (bare(word) for word in OVERDUE):
        return "before-today"
    named = {bare(name): key for name, key in VIETNAMESE_PERIODS.items()}
    for option in PERIODS:
        named |= {bare(option.key): option.key, bare(str(option)): option.key}
    return named.get(wanted, "")


def _iso(text: str, today: date) -> str:
    return kinds.PARTIAL.parse(text, today)


def _number(field: Field, operator: str, value: str, lists: Lists, today: date) -> Filter:  # noqa: ARG001
    low, dots, high = value.partition("..")
    if dots and operator in ":=":
        _some_bound(low, high)
        bounds = [kinds.NUMBER.parse(text, today) for text in (low, high)]
        if all(bounds) and float(bounds[0]) > float(bounds[1]):
            bounds.reverse()
        return Filter(field.name, low=bounds[0], high=bounds[1])
    number = kinds.NUMBER.parse(value, today)
    if operator in ":=":
        return Filter(field.name, (number,))
    if operator in ("<=", ">="):
        return Filter(field.name, high=number) if operator == "<=" else Filter(field.name, low=number)
    if operator == "<":
        return Filter(field.name, high=number, strict=True)
    return Filter(field.name, low=number, strict=True)


def _text(field: Field, operator: str, value: str, lists: Lists, today: date) -> Filter:  # noqa: ARG001
    _no_comparing(operator)
    return Filter(field.name, (value,)) if operator == "=" else Filter(field.name, holds=value)


def _some_bound(low: str, high: str) -> None:
    if not low.strip() and not high.strip():
        raise BadValue(N_("Write at least one end of the range, for example 2020..2022."))


def _no_comparing(operator: str) -> None:
    if operator not in ":=":
        raise BadValue(N_("Only dates and numbers can be compared with “{operator}”."), operator=operator)


_READERS: Mapping[str, Callable[[Field, str, str, Lists, date], Filter]] = {
    "entry": _entry,
    "option": _option,
    "day": _day,
    "number": _number,
    "text": _text,
}
