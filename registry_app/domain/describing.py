"""What a Search shows, said for people: the criteria line of a paper, chips above a list, the heading of a group."""

from collections.abc import Mapping
from typing import Any

from .dates import show_date
from .entries import Lists
from .fields import Field, listed
from .options import Option, label
from .periods import FIRST, KEYS, LAST, PERIODS
from .search import ANY, VIEWS, Filter, Moment, Search
from .words import N_, _, n_

BLANK = N_("(blank)")
GONE = N_("(no longer in the list)")
MOST = 12
"""Values that are named one by one."""


def described(search: Search, lists: Lists, at: Moment, *, selected: bool = False) -> str:
    """The view, the filters, the words searched for and the day, in the language in use; ``selected`` rows were
    picked out by hand, and nothing else says which."""
    known = fields_of(search.noun, lists)
    picked = _("Selected models") if search.noun == "model" else _("Selected rows")
    parts = [picked if selected else view_name(search.view, at, noun=search.noun)]
    parts += [filter_text(one, lists, fields=known) for one in search.filters]
    if search.words.strip():
        parts.append(_("words “{words}”").format(words=" ".join(search.words.split())))
    day = _("as of {day}").format(day=show_date(at.on.isoformat()))
    return f"{'; '.join(parts)}; {day}"


def fields_of(noun: str, lists: Lists) -> Mapping[str, Field]:
    """The fields of ``noun`` by name: "model", with the extra fields of all types, or a key of nouns.NOUNS."""
    if noun == "model":
        return listed(lists)
    from .nouns import NOUNS  # six nouns that no list of models needs

    return NOUNS[noun].by_name


def view_name(view: str, at: Moment, *, noun: str = "model") -> str:
    """What people call ``view``, a fixed one; others are called by their own name."""
    fixed = label(_views(noun), view)
    return fixed.format(days=at.within) if fixed else view


def _views(noun: str) -> tuple[Option, ...]:
    if noun == "model":
        return VIEWS
    from .noun_views import NOUN_VIEWS

    return NOUN_VIEWS[noun]


def filter_text(one: Filter, lists: Lists, *, most: int = MOST, fields: Mapping[str, Field] | None = None) -> str:
    """``one`` in a few words: "Type: Camera an ninh, Zalo", "Last review: until 31/12/2025"; of more than ``most``
    values the first are named and the others counted. ``fields`` None are those of models."""
    field = (listed(lists) if fields is None else fields).get(one.field)
    name = _("Anywhere") if one.field == ANY else field.short if field else one.field
    if not one.negated:
        return f"{name}: {_what(one, field, lists, most)}"
    if one.holds:
        return _("{field}: does not hold “{letters}”").format(field=name, letters=one.holds)
    if one.values == (None,):
        return _("{field}: filled in").format(field=name)
    text = _("{field}: not {what}") if one.values else _("{field}: outside the range {what}")
    return text.format(field=name, what=_what(one, field, lists, most))


def _what(one: Filter, field: Field | None, lists: Lists, most: int) -> str:
    if one.holds:
        return _("holds “{letters}”").format(letters=one.holds)
    if one.values:
        named = one.values if len(one.values) <= most + 1 else one.values[:most]
        text = ", ".join(value_text(value, field, lists) for value in named)
        others = len(one.values) - len(named)
        more = n_("{names} and {count} more", "{names} and {count} more", others)
        return more.format(names=text, count=others) if others else text
    low, high = (_bound(bound, field) for bound in (one.low, one.high))
    if low and high:
        return _("from {low} to {high}").format(low=low, high=high)
    if low:
        return (_("more than {low}") if one.strict else _("from {low}")).format(low=low)
    return (_("less than {high}") if one.strict else _("up to {high}")).format(high=high)


def _bound(bound: str, field: Field | None) -> str:
    return "" if bound in ("", FIRST, LAST) else field.kind.show(bound) if field else bound


def value_text(value: int | str | None, field: Field | None, lists: Lists) -> str:
    """One value of ``field`` as people read it; blank is said."""
    if value is None or value == "":
        return _(BLANK)
    if field is None:
        return str(value)
    if field.reference:
        entries: Mapping[Any, Any] = getattr(lists, field.reference)
        return entries[value].name if value in entries else _(GONE)
    if field.options:
        return label(field.options, str(value)) or str(value)
    if field.family == "day":
        return label(PERIODS, str(value)) if value in KEYS else show_date(str(value))
    return field.kind.show(str(value))
