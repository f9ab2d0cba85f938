"""What may be meant while a query is being typed: the keys that begin so, and after a key the values that it may have.

Plain words are left in peace: nothing is offered for what begins no key.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from .describing import filter_text
from .entries import Entry, Lists
from .fields import Field, listed
from .periods import PERIODS
from .query import QUOTES, field_called, flags, key_of, parts, plain
from .query_values import BLANKS, OVERDUE, VIETNAMESE_PERIODS, bare
from .vietnamese import accented, fold
from .words import N_, _, language

LEAST, MOST = 2, 12
"""Letters of a word before keys are offered; offers at most."""
SAFE = re.compile(r"[^\s:<>=]+")
BLANK = N_("nothing is filled in")


class Offer(Struct, frozen=True, kw_only=True):
    """Letters ``start`` to ``end`` may be replaced by ``text``, which means ``about``; ``whole`` when the term is then
    complete."""

    start: int
    end: int
    text: str
    about: str = ""
    whole: bool = True


def offers(text: str, cursor: int, lists: Lists) -> tuple[Offer, ...]:
    """What the word at ``cursor`` may be going to be, the likeliest first; nothing where it stands at no word."""
    found = next((part for part in parts(text) if part.start() < cursor <= part.end()), None)
    if found is None:
        return ()
    if found["key"] is None:
        return tuple(_keys(found, lists))[:MOST]
    if cursor < found.start("value"):
        return ()
    field = field_called(found["key"], lists)
    return tuple(_values(found, field, lists))[:MOST] if field else ()


def taken(text: str, offer: Offer) -> tuple[str, int]:
    """``text`` with ``offer`` in its place, and where the cursor stands then."""
    rest = text[offer.end :]
    gap = " " if offer.whole and not rest[:1].isspace() else ""
    before = f"{text[: offer.start]}{offer.text}{gap}"
    return before + rest, len(before) + (1 if offer.whole and not gap else 0)


def _keys(found: "re.Match[str]", lists: Lists) -> Iterator[Offer]:
    value = found["value"]
    wanted = plain(value)
    if value[:1] in tuple(QUOTES) or len(wanted) < LEAST:
        return
    start, end = found.span("value")
    for name, one in flags().items():
        if _begins(name, value) and plain(name) != wanted:
            yield Offer(start=start, end=end, text=name, about=filter_text(one, lists))
    for field in listed(lists).values():
        if any(_begins(name, value) for name in (field.name, *field.keys)):
            yield Offer(start=start, end=end, text=f"{key_of(field)}:", about=_(field.label), whole=False)


def _begins(name: str, typed: str) -> bool:
    """Whether ``name`` begins as ``typed``: without accents, but where some are typed, with these."""
    with_marks = accented(typed)
    return plain(name).startswith(plain(typed)) and (fold(typed) == with_marks or accented(name).startswith(with_marks))


def _values(found: "re.Match[str]", field: Field, lists: Lists) -> Iterator[Offer]:
    start, end = found.span("value")
    wanted = bare(found["value"].strip(QUOTES))
    if found["op"] not in ":=":
        return
    named = [(name, about) for name, about in _named(field, lists) if wanted in bare(name)]
    named.sort(key=lambda pair: not bare(pair[0]).startswith(wanted))
    if len(named) == 1 and quoted(named[0][0]) == found["value"]:
        return
    for name, about in named:
        yield Offer(start=start, end=end, text=quoted(name), about=about)


def _named(field: Field, lists: Lists) -> Iterator[tuple[str, str]]:
    if field.reference:
        entries: Mapping[int, Entry] = getattr(lists, field.reference)
        living = sorted(entries.values(), key=lambda entry: entry.retired)
        yield from ((entry.name, getattr(entry, "code", "")) for entry in living)
    yield from ((str(option), "") for option in field.options)
    if field.family == "day":
        yield from _periods(field)
    if not field.required:
        yield (BLANKS[0] if language() == "vi" else "blank"), _(BLANK)


def _periods(field: Field) -> Iterator[tuple[str, str]]:
    if field.name == "next_review":
        yield OVERDUE[0 if language() == "vi" else 1], ""
    named: Iterable[tuple[str, str]] = VIETNAMESE_PERIODS.items()
    if language() != "vi":
        named = ((option.key, option.key) for option in PERIODS if option.key in VIETNAMESE_PERIODS.values())
    labels = {option.key: str(option) for option in PERIODS}
    yield from ((name, labels[key]) for name, key in named)


def quoted(name: str) -> str:
    """``name`` as a query holds it: without quotes of its own, and in quotes where it has blanks or signs."""
    bare_name = " ".join("".join(" " if letter in QUOTES else letter for letter in name).split())
    return bare_name if SAFE.fullmatch(bare_name) else f'"{bare_name}"'
