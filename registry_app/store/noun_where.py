"""Search -> SQL for what is inside a model: composes what ``noun_tables`` declares."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.errors import NotFound
from registry_app.domain.fields import Field
from registry_app.domain.nouns import NOUNS
from registry_app.domain.periods import KEYS, stretch
from registry_app.domain.search import ANY, Filter, Moment, Search
from registry_app.domain.vietnamese import accented, fold
from registry_app.domain.words import N_

from .holding import DAY
from .noun_table import NounTable

LONGEST = 300
"""Letters of a search that are read."""
ESCAPE = r"ESCAPE '\'"
TEXT_COLUMNS = ("folded", "name_key", "accented")


class NounQuery(Struct):
    """The parts of a SELECT over a noun's source, with ``x`` as its searched text; ``parameters`` are named."""

    declared: NounTable
    at: Moment
    where: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)

    def text(self, columns: str, *, ordered: bool = True, tail: str = "") -> str:
        """The whole SELECT; only texts that are looked at are joined."""
        order = f"ORDER BY {', '.join(self.order)}" if ordered else ""
        asked = f"WHERE {' AND '.join(self.where)} {order}"
        join = " ".join(
            f"JOIN noun_text {alias} ON {alias}.noun = '{noun}' AND {alias}.id = {row}"
            for alias, (noun, row) in self.texts.items()
            if any(f"{alias}.{column}" in asked for column in TEXT_COLUMNS)
        )
        return f"SELECT {columns} FROM {self.declared.source} {join} {asked} {tail}"

    def parameter(self, value: object) -> str:
        """A mark that stands for ``value``."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    @property
    def name_key(self) -> str:
        """What rows stand by when nobody says otherwise."""
        return "x.name_key"

    @property
    def texts(self) -> Mapping[str, tuple[str, str]]:
        """The searched texts by alias: those of which noun and row."""
        return self.declared.texts or {"x": (self.declared.table, "r.id")}


def compiled(declared: NounTable, search: Search, at: Moment) -> NounQuery:
    """``search`` as SQL on the day of ``at``. Raises NotFound for a view or field that does not exist."""
    if search.view not in declared.views:
        views = ", ".join(declared.views)
        raise NotFound(N_("There is no view “{view}”. Views: {views}."), view=search.view, views=views)
    query = NounQuery(declared=declared, at=at, where=[f"({declared.views[search.view]})"])
    query.parameters["on"] = at.on.isoformat()
    words = list(dict.fromkeys(accented(line(search.words)[:LONGEST]).split()))
    for word in words:
        _add_word(query, word)
    for one in search.filters:
        _add_filter(query, one)
    if search.group:
        query.order += _ordered(query, search.group, descending=False)
    for order in search.order:
        query.order += _ordered(query, order.field, descending=order.descending)
    if words and not search.order:
        query.order.append(_rank(query, words))
    query.order += [query.name_key, "r.id"]
    return query


def declared_field(declared: NounTable, name: str) -> Field:
    """The field called ``name``. Raises NotFound."""
    known = NOUNS[declared.table].by_name
    if name not in known:
        text = N_("One cannot sort or filter by “{field}”. Fields: {fields}.")
        raise NotFound(text, field=name, fields=", ".join(known))
    return known[name]


def _add_word(query: NounQuery, word: str) -> None:
    query.where.append(f"({_holds(query, fold(word))})")


def _holds(query: NounQuery, plain: str) -> str:
    """Whether one of the searched texts holds the folded letters."""
    mark = query.parameter(f"%{_escaped(plain)}%")
    return " OR ".join(f"{alias}.folded LIKE {mark} {ESCAPE}" for alias in query.texts)


def _rank(query: NounQuery, words: Sequence[str]) -> str:
    """0 exact accents at word starts, 1 exact accents, 2 word starts, 3 inside words."""
    exact = [query.parameter(f"%{_escaped(word)}%") for word in words]
    start = [query.parameter(f"% {_escaped(fold(word))}%") for word in words]
    other = " ".join(f"WHEN x.accented NOT LIKE {mark} {ESCAPE} THEN 2" for mark in exact)
    inside = " ".join(f"WHEN x.folded NOT LIKE {mark} {ESCAPE} THEN 1" for mark in start)
    return f"CASE {other} ELSE 0 END + CASE {inside} ELSE 0 END"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _add_filter(query: NounQuery, one: Filter) -> None:
    condition = _anywhere(query, one.holds) if one.field == ANY else _condition(query, one)
    query.where.append(f"({condition}) IS NOT TRUE" if one.negated else f"({condition})")


def _anywhere(query: NounQuery, letters: str) -> str:
    return _holds(query, fold(line(letters)[:LONGEST]))


def _condition(query: NounQuery, one: Filter) -> str:
    known = declared_field(query.declared, one.field)
    value = query.declared.fields[one.field]
    if one.holds:
        return f"instr(fold({value}), {query.parameter(fold(line(one.holds)[:LONGEST]))}) > 0"
    if one.values:
        return " OR ".join(_equal(query, known, value, wanted) for wanted in one.values)
    dates = known.family == "day"
    compared = DAY.format(value) if dates else f"CAST({value} AS REAL)"
    parts = []
    for sign, bound in ((">", one.low), ("<", one.high)):
        if bound:
            mark = query.parameter(bound)
            parts.append(f"{compared} {sign}{'' if one.strict else '='} {mark if dates else f'CAST({mark} AS REAL)'}")
    return " AND ".join(parts) or "1"


def _equal(query: NounQuery, known: Field, value: str, wanted: int | str | None) -> str:
    if wanted is None:
        return f"nullif({value}, '') IS NULL"
    if known.name in query.declared.entries and isinstance(wanted, int):
        return f"{query.declared.entries[known.name]} = {query.parameter(wanted)}"
    if known.family == "day" and wanted in KEYS:
        low, high = (query.parameter(day) for day in stretch(str(wanted), query.at.on))
        return f"{DAY.format(value)} BETWEEN {low} AND {high}"
    if known.family == "day":
        mark = query.parameter(wanted)
        return f"{value} BETWEEN {mark} AND {mark} || '~'"
    return f"{value} = {query.parameter(wanted)}"


def _ordered(query: NounQuery, name: str, *, descending: bool) -> list[str]:
    known = declared_field(query.declared, name)
    value = query.declared.fields[name]
    key = value if known.family in ("day", "number") else f"sort_key({value})"
    if value == query.declared.name:
        key = query.name_key
    if isinstance(known.kind, kinds.Number):
        key = f"CAST({value} AS INTEGER)"
    key = query.declared.orders.get(name, key)
    return [f"nullif({value}, '') IS NULL", key + (" DESC" if descending else "")]
