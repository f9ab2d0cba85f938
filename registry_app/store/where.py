"""Search -> SQL: composes what ``axes`` declares about fields; knows no table by heart beyond that."""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct, field

from registry_app.domain.cleaning import line
from registry_app.domain.errors import NotFound
from registry_app.domain.periods import KEYS, stretch
from registry_app.domain.search import ANY, Filter, Moment, Order, Search
from registry_app.domain.vietnamese import accented, fold
from registry_app.domain.words import N_

from .axes import AXES, EXTRA, NEVER_BLANK, VIEWS, Axis, extra_axis
from .holding import DAY

LONGEST = 300
"""Letters of a search that are read; what is pasted by mistake may be far longer."""
ESCAPE = r"ESCAPE '\'"
"""Folded text is lower case already, so that LIKE compares as it stands."""
RANKS = range(4)
"""How well a row fits the words: with their accents at word starts, with their accents, at word starts, or inside."""
EXACT, STARTS = RANKS[0], RANKS[2]


class Query(Struct):
    """The parts of a SELECT over ``model_index i``; ``parameters`` are named."""

    at: Moment
    where: list[str] = field(default_factory=list)
    joins: dict[str, None] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)
    searched: bool = False
    by_name: bool = False
    scans: bool = False
    """Read the rows as they lie: most of them are wanted, and an index would lead to each of them one by one."""
    part: bool = False
    """Only rows whose number lies from ``:first`` to ``:last``, which the parameters are still to tell."""
    ranked: str = ""
    """How well a row fits the words, one of RANKS, where all of a view is asked for by that and then by name."""
    accents: str = ""
    """The same by the accents alone: EXACT or STARTS."""
    words: list[str] = field(default_factory=list)
    """The part of ``where`` that says that a row holds the words."""

    def text(self, columns: str, *, ordered: bool = True, tail: str = "") -> str:
        """The whole SELECT."""
        joins = " ".join(self.joins)
        order = f"ORDER BY {', '.join(self.order)}" if ordered else ""
        return f"SELECT {columns} FROM {self._walk(ordered)} {joins} WHERE {' AND '.join(self.where)} {order} {tail}"

    def parameter(self, value: object) -> str:
        """A mark that stands for ``value``."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    def axis(self, name: str) -> Axis:
        """The field called ``name`` as SQL. Raises NotFound."""
        if name.startswith(EXTRA):
            return extra_axis(self.parameter(name.removeprefix(EXTRA)).removeprefix(":"), self.within("e.model_id"))
        if name not in AXES:
            text = N_("One cannot sort or filter by “{field}”. Fields: {fields}.")
            raise NotFound(text, field=name, fields=", ".join(AXES))
        return AXES[name]

    def search(self, letters: str) -> None:
        """Only rows whose searched text holds ``letters``, which are folded."""
        self.searched = True
        self.where.append(f"x.folded LIKE {self.parameter(f'%{_escaped(letters)}%')} {ESCAPE}")

    def within(self, column: str) -> str:
        """What keeps a table that is read for the rows to the same part."""
        return f" AND {column} BETWEEN :first AND :last" if self.part else ""

    def _walk(self, ordered: bool) -> str:
        """Words: the texts in the order in which they lie. Names only: the index gives the order. Else one plain scan:
        the planner would walk the name index and read every row at random (measured 5 times slower)."""
        if self.searched:
            return "model_text x CROSS JOIN model_index i ON i.id = x.id"
        return "model_index i NOT INDEXED" if self.scans or (ordered and not self.by_name) else "model_index i"


def compiled(search: Search, at: Moment, *, part: bool = False) -> Query:
    """``search`` as SQL on the day of ``at``, of a ``part`` of the rows; raises NotFound for a view or field that does
    not exist."""
    if search.view not in VIEWS:
        raise NotFound(N_("There is no view “{view}”. Views: {views}."), view=search.view, views=", ".join(VIEWS))
    words = list(dict.fromkeys(accented(line(search.words)[:LONGEST]).split()))
    whole_view = not (search.filters or search.group) and search.view in ("all", "trash")
    by_name = whole_view and not words and (not search.order or search.order[0].field == "name")
    query = Query(at=at, where=[VIEWS[search.view]], searched=bool(words), by_name=by_name, part=part, scans=part)
    if part:
        query.where.append(f"{'x' if words else 'i'}.id BETWEEN :first AND :last")
    query.parameters["on"] = at.on.isoformat()
    query.parameters["limit"] = (at.on + timedelta(days=at.within)).isoformat()
    for number, word in enumerate(words):
        _add_word(query, number, word)
    for one in search.filters:
        _add_filter(query, one)
    for order in orders(search):
        _add_order(query, order, together=order.field == search.group)
    if words and not search.order:
        query.order.append(_rank(len(words)))
        if whole_view:
            query.ranked, query.accents = query.order[-1], _accents(len(words))
    if not any(order.field == "name" for order in search.order):
        query.order.append("i.name_key")
    query.order.append("i.id")
    return query


def orders(search: Search) -> tuple[Order, ...]:
    """What rows are sorted by, the group first: in the way in which its field is sorted, where it is."""
    if not search.group:
        return search.order
    group = next((order for order in search.order if order.field == search.group), Order(search.group))
    return (group, *(order for order in search.order if order != group))


def _add_word(query: Query, number: int, word: str) -> None:
    query.words.append(f"x.folded LIKE :word{number} {ESCAPE}")
    query.where.append(query.words[-1])
    plain, exact = _escaped(fold(word)), _escaped(word)
    query.parameters |= {f"word{number}": f"%{plain}%", f"start{number}": f"% {plain}%", f"exact{number}": f"%{exact}%"}


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _rank(words: int) -> str:
    """One of RANKS; CASE stops early."""
    start = " ".join(f"WHEN x.folded NOT LIKE :start{n} {ESCAPE} THEN 1" for n in range(words))
    return f"{_accents(words)} + CASE {start} ELSE 0 END"


def _accents(words: int) -> str:
    exact = " ".join(f"WHEN x.accented NOT LIKE :exact{n} {ESCAPE} THEN {STARTS}" for n in range(words))
    return f"CASE {exact} ELSE {EXACT} END"


def _add_filter(query: Query, one: Filter) -> None:
    condition = _anywhere(query, one) if one.field == ANY else _condition(query, one)
    query.where.append(f"({condition}) IS NOT TRUE" if one.negated else f"({condition})")


def _anywhere(query: Query, one: Filter) -> str:
    mark = query.parameter(f"%{_escaped(fold(line(one.holds)[:LONGEST]))}%")
    return f"i.id IN (SELECT id FROM model_text WHERE folded LIKE {mark} {ESCAPE}{query.within('id')})"


def _condition(query: Query, one: Filter) -> str:
    axis = query.axis(one.field)
    if axis.members[0]:
        return _members(query, axis, one)
    if axis.join:
        query.joins[axis.join] = None
    if one.holds:
        return _holding(query, axis, one.holds)
    if one.values:
        return " OR ".join(_values(query, axis, one))
    return _between(query, axis, one)


def _members(query: Query, axis: Axis, one: Filter) -> str:
    table, column = axis.members
    rows = f"SELECT model_id FROM {table}{query.within('model_id')}"
    if one.holds:
        return f"i.id IN ({rows} AND {column} IN ({_named(query, axis, one.holds)}))"
    marks = ", ".join(query.parameter(value) for value in one.values if value is not None)
    parts = [f"i.id IN ({rows} AND {column} IN ({marks}))"]
    if None in one.values:
        parts.append(f"i.id NOT IN ({rows} AND {column} IS NOT NULL)")
    return " OR ".join(parts)


def _holding(query: Query, axis: Axis, letters: str) -> str:
    if axis.table:
        return f"{axis.value} IN ({_named(query, axis, letters)})"
    mark = query.parameter(fold(line(letters)[:LONGEST]))
    return f"instr({axis.folded or f'fold({axis.value})'}, {mark}) > 0"


def _named(query: Query, axis: Axis, letters: str) -> str:
    """The entries whose name holds ``letters``; areas by their old names as well."""
    mark = query.parameter(fold(line(letters)[:LONGEST]))
    found = f"SELECT id FROM {axis.table} WHERE instr(fold(name), {mark}) > 0"
    if axis.table == "area":
        found += f" UNION SELECT area_id FROM area_former_name WHERE instr(fold(name), {mark}) > 0"
    return found


def _values(query: Query, axis: Axis, one: Filter) -> list[str]:
    parts = [f"{axis.value} IS NULL"] if None in one.values else []
    values = [value for value in one.values if value is not None]
    if axis.family == "day":
        return parts + [_day(query, axis, str(value)) for value in values]
    if values and axis.family == "number":
        marks = (f"CAST({query.parameter(value)} AS REAL)" for value in values)
        parts.append(f"CAST({axis.value} AS REAL) IN ({', '.join(marks)})")
    elif values:
        parts.append(f"{axis.value} IN ({', '.join(query.parameter(value) for value in values)})")
    if values and axis.dated:
        days = " OR ".join(_day(query, axis, str(value)) for value in values)
        parts.append(f"({axis.dated}) AND ({days})")
    return parts


def _day(query: Query, axis: Axis, value: str) -> str:
    """A period by the days it has now; a year or a month holds every date that begins with it."""
    if value in KEYS:
        low, high = (query.parameter(day) for day in stretch(value, query.at.on))
        return f"{DAY.format(axis.value)} BETWEEN {low} AND {high}"
    mark = query.parameter(value)
    return f"{axis.value} BETWEEN {mark} AND {mark} || '~'"


def _between(query: Query, axis: Axis, one: Filter) -> str:
    dates = axis.family == "day" or one.low[4:5] == "-" or one.high[4:5] == "-"
    value = DAY.format(axis.value) if dates else f"CAST({axis.value} AS REAL)"
    bounds: Mapping[str, str] = {">": one.low, "<": one.high}
    parts = []
    for sign, bound in bounds.items():
        if bound:
            mark = query.parameter(bound)
            limit = mark if dates else f"CAST({mark} AS REAL)"
            parts.append(f"{value} {sign}{'' if one.strict else '='} {limit}")
    return " AND ".join(parts) or "1"


def _add_order(query: Query, order: Order, *, together: bool = False) -> None:
    """``together``: rows of two entries whose names sort alike do not mix."""
    axis = query.axis(order.field)
    if not axis.key:
        raise NotFound(N_("One cannot sort by “{field}”."), field=order.field)
    if axis.key_join:
        query.joins[axis.key_join] = None
    if order.field not in NEVER_BLANK:
        query.order.append(f"({axis.key}) IS NULL")
    query.order.append(axis.key + (" DESC" if order.descending else ""))
    if together and axis.table and axis.value:
        query.order.append(axis.value)
