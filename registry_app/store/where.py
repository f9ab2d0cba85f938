"""Search -> SQL: composes what the model shelf declares about fields; knows no table by heart beyond that."""

from dataclasses import dataclass, field
from datetime import timedelta

from registry_app.domain.cleaning import line
from registry_app.domain.errors import NotFound
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.domain.vietnamese import accented, fold
from registry_app.domain.words import N_

LONGEST = 300
"""Letters of a search that are read; what is pasted by mistake may be far longer."""
ESCAPE = r"ESCAPE '\'"
"""Folded text is lower case already, so that LIKE compares as it stands."""

DUE = "i.trashed = 0 AND i.status_kind = 'active' AND i.scheduled = 1"
OVERDUE = f"{DUE} AND i.due_day < :on"
SOON = f"{DUE} AND i.due_day BETWEEN :on AND :limit"
DUE_KEY = f"""CASE WHEN NOT ({DUE}) THEN 'none' WHEN i.due_day < :on THEN 'overdue'
    WHEN i.due_day <= :limit THEN 'soon' WHEN i.last_review IS NULL THEN 'never_reviewed' ELSE 'later' END"""

VIEWS = {
    "all": "i.trashed = 0",
    "overdue": OVERDUE,
    "soon": SOON,
    "due": f"{DUE} AND i.due_day <= :limit",
    "never-reviewed": "i.trashed = 0 AND i.last_review IS NULL",
    "missing": "i.trashed = 0 AND i.missing = 1",
    "paused": "i.trashed = 0 AND i.status_kind = 'paused'",
    "ended": "i.trashed = 0 AND i.status_kind = 'ended'",
    "trash": "i.trashed = 1",
}


@dataclass(frozen=True, slots=True)
class Axis:
    """One field as SQL: what it is filtered by, what it is sorted by, and the join that the sort needs."""

    value: str
    key: str
    join: str = ""


def _listed(column: str, noun: str) -> Axis:
    alias = f"key_{noun}"
    join = f"LEFT JOIN entry_key {alias} ON {alias}.noun = '{noun}' AND {alias}.id = i.{column}"
    return Axis(f"i.{column}", f"{alias}.sort_key", join)


AXES = {
    "name": Axis("i.name_key", "i.name_key"),
    "code": Axis("i.code", "i.code"),
    "type": _listed("type_id", "model_type"),
    "field": _listed("field_id", "work_field"),
    "lead": _listed("lead_id", "organisation"),
    "kind": Axis("i.kind", "i.kind"),
    "level": Axis(
        "i.level",
        "CASE i.level WHEN 'ward' THEN 1 WHEN 'district' THEN 2 WHEN 'province' THEN 3 WHEN 'ministry' THEN 4 END",
    ),
    "areas": Axis("i.area_key", "i.area_key"),
    "status": Axis("i.status_id", "st.position", "JOIN status st ON st.id = i.status_id"),
    "status_kind": Axis("i.status_kind", "i.status_kind"),
    "founded_on": Axis("i.founded_on", "i.founded_on"),
    "last_review": Axis("i.last_review", "i.last_review"),
    "next_review": Axis("i.next_review", "i.due_day"),
    "grade": Axis("i.grade_id", "g.position", "LEFT JOIN grade g ON g.id = i.grade_id"),
    "effective": Axis("i.effective", "CASE i.effective WHEN 'yes' THEN 1 WHEN 'no' THEN 2 END"),
    "due": Axis(
        DUE_KEY,
        f"CASE {DUE_KEY} WHEN 'overdue' THEN 1 WHEN 'soon' THEN 2 WHEN 'never_reviewed' THEN 3 WHEN 'later' THEN 4 END",
    ),
}
MEMBERS = {
    "areas": "SELECT model_id FROM site WHERE area_id IN ({}) AND valid_to IS NULL",
    "tags": "SELECT model_id FROM model_tag WHERE tag_id IN ({})",
}
NEAR = 3_000
"""Rows by name among which the best are looked for first."""
NEVER_BLANK = frozenset(("name", "code", "type", "kind", "status", "status_kind"))
SORTABLE = frozenset(AXES)


@dataclass(slots=True)
class Query:
    """The parts of a SELECT over ``model_index i``; ``parameters`` are named."""

    where: list[str] = field(default_factory=list)
    joins: dict[str, None] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)
    searched: bool = False
    by_name: bool = False
    ranked: str = ""
    """How well a row fits the words, where all of a view is asked for by that and then by name."""

    def text(self, columns: str, *, ordered: bool = True, tail: str = "") -> str:
        """The whole SELECT."""
        joins = " ".join(self.joins)
        order = f"ORDER BY {', '.join(self.order)}" if ordered else ""
        return f"SELECT {columns} FROM {self._walk(ordered)} {joins} WHERE {' AND '.join(self.where)} {order} {tail}"

    def best_first(self, limit: int) -> str:
        """The SELECT of ``limit`` rows that fit best, looked for where names begin; "" where it does not apply. When
        it finds them all they are the first page, in 5 ms at 100,000 models; else the whole text must be read."""
        if not self.ranked:
            return ""
        view, *words = self.where
        return f"""SELECT i.id FROM (SELECT id FROM model_index i WHERE {view} ORDER BY name_key, id LIMIT {NEAR}) i
            CROSS JOIN model_text x ON x.id = i.id WHERE {" AND ".join(words)} AND ({self.ranked}) = 0 LIMIT {limit}"""

    def _walk(self, ordered: bool) -> str:
        """Words: the texts in the order in which they lie. Names only: the index gives the order. Else one plain scan:
        the planner would walk the name index and read every row at random (measured 5 times slower)."""
        if self.searched:
            return "model_text x CROSS JOIN model_index i ON i.id = x.id"
        return "model_index i NOT INDEXED" if ordered and not self.by_name else "model_index i"


def compiled(search: Search, at: Moment) -> Query:
    """``search`` as SQL on the day of ``at``; raises NotFound for a view or field that does not exist."""
    if search.view not in VIEWS:
        raise NotFound(N_("There is no view “{view}”. Views: {views}."), view=search.view, views=", ".join(VIEWS))
    words = list(dict.fromkeys(accented(line(search.words)[:LONGEST]).split()))
    whole_view = not (search.filters or search.group) and search.view in ("all", "trash")
    by_name = whole_view and not words and (not search.order or search.order[0].field == "name")
    query = Query(where=[VIEWS[search.view]], searched=bool(words), by_name=by_name)
    query.parameters["on"] = at.on.isoformat()
    query.parameters["limit"] = (at.on + timedelta(days=at.within)).isoformat()
    for number, word in enumerate(words):
        _add_word(query, number, word)
    for number, one in enumerate(search.filters):
        _add_filter(query, number, one)
    group = (Order(search.group),) if search.group else ()
    for order in (*group, *search.order):
        _add_order(query, order)
    if words and not search.order:
        query.order.append(_rank(len(words)))
        if whole_view:
            query.ranked = query.order[-1]
    if not any(order.field == "name" for order in search.order):
        query.order.append("i.name_key")
    query.order.append("i.id")
    return query


def _add_word(query: Query, number: int, word: str) -> None:
    query.where.append(f"x.folded LIKE :word{number} {ESCAPE}")
    plain, exact = _escaped(fold(word)), _escaped(word)
    query.parameters |= {f"word{number}": f"%{plain}%", f"start{number}": f"% {plain}%", f"exact{number}": f"%{exact}%"}


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _rank(words: int) -> str:
    """0 exact accents at word starts, 1 exact accents, 2 word starts, 3 inside words; CASE stops early."""
    exact = " ".join(f"WHEN x.accented NOT LIKE :exact{n} {ESCAPE} THEN 2" for n in range(words))
    start = " ".join(f"WHEN x.folded NOT LIKE :start{n} {ESCAPE} THEN 1" for n in range(words))
    return f"CASE {exact} ELSE 0 END + CASE {start} ELSE 0 END"


def _add_filter(query: Query, number: int, one: Filter) -> None:
    values = [value for value in one.values if value is not None]
    names = [f"f{number}_{place}" for place in range(len(values))]
    query.parameters |= dict(zip(names, values, strict=True))
    marks = ", ".join(f":{name}" for name in names)
    blank = None in one.values
    if one.field in MEMBERS:
        members = MEMBERS[one.field]
        parts = [f"i.id IN ({members.format(marks)})"]
        if blank:
            parts.append(f"i.id NOT IN ({members.replace(' IN ({})', ' IS NOT NULL')})")
    else:
        column = _axis(one.field).value
        parts = [f"{column} IN ({marks})"] + ([f"{column} IS NULL"] if blank else [])
    query.where.append("(" + " OR ".join(parts) + ")")


def _add_order(query: Query, order: Order) -> None:
    axis = _axis(order.field)
    if axis.join:
        query.joins[axis.join] = None
    if order.field not in NEVER_BLANK:
        query.order.append(f"({axis.key}) IS NULL")
    query.order.append(axis.key + (" DESC" if order.descending else ""))


def _axis(name: str) -> Axis:
    if name not in AXES:
        text = N_("One cannot sort or filter by “{field}”. Fields: {fields}.")
        raise NotFound(text, field=name, fields=", ".join(AXES))
    return AXES[name]
