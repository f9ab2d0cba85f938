"""The small language of the search box: free words, and terms like ``loại:camera``, ``rà-soát<01/2026``, ``-thẻ:mẫu``.

What cannot be read is said with its place; the rest of what was typed still counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from .entries import Lists
from .fields import EXTRA, Field, listed
from .kinds import BadValue, nearest
from .options import Option
from .query_values import excluded, filter_of
from .search import ANY, Filter, Search
from .vietnamese import fold
from .words import N_, _, language

FLAGS = (
    Option("overdue", N_("overdue")),
    Option("soon", N_("due-soon")),
    Option("never-reviewed", N_("never-reviewed")),
    Option("preparing", N_("in-preparation")),
    Option("active", N_("in-force")),
    Option("paused", N_("is-paused")),
    Option("ended", N_("has-ended")),
)
"""Words that are terms of their own; in both languages."""
VIETNAMESE_FLAGS = {
    "quá-hạn": "overdue",
    "sắp-đến-hạn": "soon",
    "chưa-rà-soát": "never-reviewed",
    "đang-chuẩn-bị": "preparing",
    "đang-hoạt-động": "active",
    "tạm-dừng": "paused",
    "đã-kết-thúc": "ended",
}
_FLAG_FILTERS = {
    "overdue": Filter("due", ("overdue",)),
    "soon": Filter("due", ("soon",)),
    "never-reviewed": Filter("last_review", (None,)),
    **{key: Filter("status_kind", (key,)) for key in ("preparing", "active", "paused", "ended")},
}
_TERM = re.compile(
    r"""(?P<minus>-(?=\S))?
    (?:(?P<key>[^\s:<>="“”]+)(?P<op><=|>=|[:<>=]))?
    (?P<value>["“”][^"“”]*["“”]?|[^\s]*)""",
    re.VERBOSE,
)
_KEY = re.compile(r"""[^\s:<>="“”]+""")
QUOTES = '"“”'
LONGEST = 300
"""Letters that are read; what is pasted by mistake may be far longer."""


class Term(Struct, frozen=True, kw_only=True):
    """One part of what was typed, from letter ``start`` up to ``end``: a filter, or else a free word."""

    start: int
    end: int
    filter: Filter | None = None
    word: str = ""


class Trouble(Struct, frozen=True, kw_only=True):
    """What cannot be read from letter ``start`` up to ``end``, and why: ``text`` is a marked text filled by values."""

    start: int
    end: int
    text: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return _(self.text).format(**self.values)


class Query(Struct, frozen=True, kw_only=True):
    """What was typed, read: terms and troubles in the order of the text."""

    text: str
    terms: tuple[Term, ...]
    troubles: tuple[Trouble, ...]

    @property
    def words(self) -> str:
        """The free words."""
        return " ".join(term.word for term in self.terms if term.word)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """What the terms ask for, each once."""
        return tuple(dict.fromkeys(term.filter for term in self.terms if term.filter))

    def without(self, one: Filter) -> str:
        """The text with the terms of ``one`` taken out."""
        text = self.text
        for term in reversed(self.terms):
            if term.filter == one:
                text = f"{text[: term.start].rstrip()} {text[term.end :].lstrip()}".strip()
        return text


def parse(text: str, lists: Lists, today: date, fields: Mapping[str, Field] | None = None) -> Query:
    """Read what was typed; never raises. ``fields`` of another noun take the place of a model's, and of its flags."""
    names = keys(lists) if fields is None else _names(fields.values())
    flagged = fields is None
    terms: list[Term] = []
    troubles: list[Trouble] = []
    for found in parts(text[:LONGEST]):
        term, trouble = _read(found, names, lists, today, flagged=flagged)
        terms += [term] if term else []
        troubles += [trouble] if trouble else []
    if len(text) > LONGEST:
        text_of = N_("Only the first {limit} letters are read.")
        troubles.append(Trouble(start=LONGEST, end=len(text), text=text_of, values={"limit": LONGEST}))
    return Query(text=text, terms=tuple(terms), troubles=tuple(troubles))


def parts(text: str) -> Iterator["re.Match[str]"]:
    """The parts of ``text``, with the groups minus, key, op and value; blanks stand between them."""
    place = 0
    while place < len(text):
        found = None if text[place].isspace() else _TERM.match(text, place)
        if found and found.end() > place:
            yield found
        place = max(place + 1, found.end() if found else 0)


def searched(base: Search, query: Query) -> Search:
    """``base`` narrowed by what was typed."""
    filters = tuple(dict.fromkeys((*base.filters, *query.filters)))
    words = f"{base.words} {query.words}".strip()
    return replace(base, words=words, filters=filters)


def keys(lists: Lists) -> dict[str, Field]:
    """Every name by which a term may call a field, folded."""
    return _names(listed(lists).values())


def _names(fields: Iterable[Field]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in fields:
        for name in (field.name, *field.keys):
            found.setdefault(plain(name), field)
    return found


def plain(name: str) -> str:
    """``name`` as keys are compared: without accents, words joined by hyphens."""
    return "-".join(fold(name.replace("_", " ").replace("-", " ")).split())


def key_of(field: Field) -> str:
    """What a query calls ``field`` in the language in use."""
    if field.keys and (language() == "vi" or field.name.startswith(EXTRA)) and _KEY.fullmatch(field.keys[0]):
        return field.keys[0]
    return field.name.replace("_", "-")


def field_called(name: str, lists: Lists) -> Field | None:
    """The field that a query calls ``name``, accents or not, or the only one whose name begins so."""
    return _named(name, keys(lists))


def flags() -> dict[str, Filter]:
    """Words that are terms of their own, in the language in use, and what they ask for."""
    named = VIETNAMESE_FLAGS if language() == "vi" else {option.label: option.key for option in FLAGS}
    return {name: _FLAG_FILTERS[key] for name, key in named.items()}


@cache
def _known_flags() -> Mapping[str, str]:
    named = {**VIETNAMESE_FLAGS, **{option.label: option.key for option in FLAGS}}
    return {plain(name): key for name, key in named.items()}


def _read(
    found: "re.Match[str]", names: Mapping[str, Field], lists: Lists, today: date, *, flagged: bool
) -> tuple[Term | None, Trouble | None]:
    start, end = found.span()
    negated, key, value = bool(found["minus"]), found["key"], found["value"]
    trouble = None
    if value[:1] and value[0] in QUOTES and (len(value) == 1 or value[-1] not in QUOTES):
        trouble = Trouble(start=start, end=end, text=N_("The quotation mark is not closed."), values={})
    if not key:
        return _word(found, value.strip(QUOTES), negated=negated, flagged=flagged), trouble
    field = _named(key, names)
    if field is None:
        unknown = _unknown(found, names)
        return Term(start=start, end=end, word=value.strip(QUOTES) if unknown else found.group()), trouble or unknown
    try:
        one = filter_of(field, found["op"], value.strip(QUOTES), lists, today)
    except BadValue as wrong:
        return None, Trouble(start=found.start("value"), end=end, text=wrong.text, values=wrong.values)
    return Term(start=start, end=end, filter=excluded(one) if negated else one), trouble


def _named(key: str, names: Mapping[str, Field]) -> Field | None:
    """The field of that name, or the only one whose name begins so."""
    wanted = plain(key)
    if wanted in names:
        return names[wanted]
    near = {field.name: field for name, field in names.items() if wanted and name.startswith(f"{wanted}-")}
    return next(iter(near.values())) if len(near) == 1 else None


def _word(found: "re.Match[str]", value: str, *, negated: bool, flagged: bool) -> Term | None:
    start, end = found.span()
    known = _known_flags()
    quoted = found["value"][:1] in tuple(QUOTES)
    if flagged and not quoted and plain(value) in known and "-" in value + ("-" if value == "overdue" else ""):
        one = _FLAG_FILTERS[known[plain(value)]]
        return Term(start=start, end=end, filter=excluded(one) if negated else one)
    if not fold(value):
        return None
    if negated or (quoted and " " in value.strip()):
        return Term(start=start, end=end, filter=Filter(ANY, holds=value.strip(), negated=negated))
    return Term(start=start, end=end, word=value)


def _unknown(found: "re.Match[str]", names: Mapping[str, Field]) -> Trouble | None:
    """A key that no field has; what only looks like one (22:30, https://…) is a word."""
    key, value = found["key"], found["value"]
    if not key.replace("-", "").replace("_", "").isalpha() or value.startswith("//") or not value.strip(QUOTES):
        return None
    shown = tuple(key_of(field) for field in dict.fromkeys(names.values()))
    near = ", ".join(dict.fromkeys(nearest(key, shown)))
    text = N_("There is no field “{key}”. The nearest are: {names}.")
    return Trouble(start=found.start("key"), end=found.end("key"), text=text, values={"key": key, "names": near})
