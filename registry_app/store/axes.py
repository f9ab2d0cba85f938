"""Each field of a model as SQL, declared: what it is filtered, sorted and grouped by, and the joins that this needs."""

from msgspec import Struct

from registry_app.domain.summaries import KINDS

from .holding import holds, stands

DUE = "i.trashed = 0 AND i.status_kind = 'active' AND i.scheduled = 1"
OVERDUE = f"{DUE} AND i.due_day < :on"
SOON = f"{DUE} AND i.due_day BETWEEN :on AND :limit"
DUE_KEY = f"""CASE WHEN NOT ({DUE}) THEN 'none' WHEN i.due_day < :on THEN 'overdue'
    WHEN i.due_day <= :limit THEN 'soon' WHEN i.last_review IS NULL THEN 'never_reviewed' ELSE 'later' END"""

SUMMARIES = "FROM model_summary WHERE kind = '{}' AND due_day <= :limit"
"""Whose summary of a kind is due; only models that need one are in that table."""
VIEWS = {
    "all": "i.trashed = 0",
    "overdue": OVERDUE,
    "soon": SOON,
    "due": f"{DUE} AND i.due_day <= :limit",
    "never-reviewed": "i.trashed = 0 AND i.last_review IS NULL",
    "no-leader": "i.trashed = 0 AND i.status_kind = 'active' AND i.leaderless = 1",
    "period-over": "i.trashed = 0 AND i.status_kind = 'active' AND i.period_day < :on",
    "missing": "i.trashed = 0 AND i.missing = 1",
    **{kind: f"i.id IN (SELECT id {SUMMARIES.format(kind)})" for kind in KINDS},
    "paused": "i.trashed = 0 AND i.status_kind = 'paused'",
    "ended": "i.trashed = 0 AND i.status_kind = 'ended'",
    "statutory": "i.trashed = 0 AND i.type_id IN (SELECT id FROM model_type WHERE statutory = 1)",
    "trash": "i.trashed = 1",
}
_ROW_BY_ROW = frozenset(("never-reviewed", "no-leader", "period-over", "missing"))
"""Views that no index tells."""
COUNTED = {
    **{view: f"(SELECT count(*) FROM model_index i WHERE {condition})" for view, condition in VIEWS.items()},
    **{view: f"count(*) FILTER (WHERE {VIEWS[view]})" for view in _ROW_BY_ROW},
    **{kind: f"(SELECT count(*) {SUMMARIES.format(kind)})" for kind in KINDS},
}
"""How many models a view holds, over all of ``model_index i``; in an index alone where one tells it."""
MODEL = "JOIN model m ON m.id = i.id"
STATUS_KEY = "CASE i.status_kind WHEN 'preparing' THEN 1 WHEN 'active' THEN 2 WHEN 'paused' THEN 3 ELSE 4 END"
LEVEL_KEY = "CASE i.level WHEN 'ward' THEN 1 WHEN 'district' THEN 2 WHEN 'province' THEN 3 WHEN 'ministry' THEN 4 END"


class Axis(Struct, frozen=True):
    """One field as SQL over ``model_index i``. ``value`` is what filters compare (NULL for blank), ``join`` what that
    needs; ``key`` is what it is sorted by ("" where it cannot be) and ``key_join`` what that needs; ``family`` as in
    fields.Field; ``table`` where the names of its entries are; ``members`` the rows of a field that holds several, as
    (table and condition, column); ``folded`` the text without accents where it is kept; ``dated`` says of a row whether
    its text is a date, where the field alone does not tell; ``counted`` the rows ``s`` of which it is the number."""

    value: str
    key: str = ""
    key_join: str = ""
    join: str = ""
    family: str = "text"
    table: str = ""
    members: tuple[str, str] = ("", "")
    folded: str = ""
    dated: str = ""
    counted: str = ""


def _inside(counted: str, table: str) -> str:
    """How many rows of ``table`` (``x``) the model has in teams that hold on the day asked for."""
    return f"""(SELECT count({counted}) FROM site s JOIN team l ON l.site_id = s.id JOIN {table} x ON x.team_id = l.id
        WHERE s.model_id = i.id AND {holds("s")} AND {holds("l")} AND {holds("x")})"""


_SITES = f"site s WHERE {stands('s')}"
COUNTS = {
    "sites": f"(SELECT count(*) FROM {_SITES} AND s.model_id = i.id)",
    "teams": f"""(SELECT count(*) FROM site s JOIN team l ON l.site_id = s.id
        WHERE s.model_id = i.id AND {holds("s")} AND {holds("l")})""",
    "members": _inside("DISTINCT x.person_id", "membership"),
    "households": _inside("*", "household"),
}
"""What is inside a model, counted on the day ``:on``; too slow to sort a large register by."""

LEADERS = f"""(SELECT group_concat(name, '; ') FROM (SELECT DISTINCT p.name AS name FROM site s
    JOIN team l ON l.site_id = s.id JOIN membership x ON x.team_id = l.id JOIN role o ON o.id = x.role_id
    JOIN person p ON p.id = x.person_id
    WHERE s.model_id = i.id AND o.kind = 'leader' AND {holds("s")} AND {holds("l")} AND {holds("x")} ORDER BY l.id))"""
"""Who leads the teams of a model on the day ``:on``; NULL where nobody does."""


def _entry(column: str, noun: str) -> Axis:
    alias = f"key_{noun}"
    join = f"LEFT JOIN entry_key {alias} ON {alias}.noun = '{noun}' AND {alias}.id = i.{column}"
    return Axis(f"i.{column}", f"{alias}.sort_key", join, family="entry", table=noun)


def _many(table: str, column: str, noun: str, key: str = "") -> Axis:
    return Axis("", key, family="entry", table=noun, members=(table, column))


def _own(column: str, family: str = "text", *, sorts: bool = True) -> Axis:
    """A column of the model's own row; blank texts are '' there."""
    value = f"nullif(m.{column}, '')"
    key = f"sort_key({value})" if family == "text" else value
    return Axis(value, key if sorts else "", MODEL, MODEL, family)


def _index(column: str, family: str = "option", key: str = "") -> Axis:
    return Axis(f"i.{column}", key or f"i.{column}", family=family)


_TEAMS = "team l JOIN site s ON s.id = l.site_id"
_SERVING = f"""{_TEAMS} JOIN membership x ON x.team_id = l.id JOIN role o ON o.id = x.role_id
    JOIN person p ON p.id = x.person_id"""
_HELD = " AND ".join(holds(alias) for alias in "slx")


def _gathered(name: str, what: str, rows: str) -> Axis:
    """``what`` of all ``rows`` inside each model on the day ``:on``, gathered once for all: asked one by one it takes
    twice as long in a large register. Too slow to sort by."""
    join = f"""LEFT JOIN (SELECT s.model_id, {what} AS found FROM {rows} GROUP BY s.model_id) in_{name}
        ON in_{name}.model_id = i.id"""
    if name == "leaders":
        return Axis(f"in_{name}.found", join=join)
    return Axis(f"coalesce(in_{name}.found, 0)", join=join, family="number")


AXES = {
    "name": Axis("m.name", "i.name_key", join=MODEL, folded="i.folded_name"),
    "code": _index("code", "text"),
    "type": _entry("type_id", "model_type"),
    "field": _entry("field_id", "work_field"),
    "lead": _entry("lead_id", "organisation"),
    "partners": _many("model_partner WHERE 1", "organisation_id", "organisation"),
    "areas": _many("site WHERE valid_to IS NULL", "area_id", "area", "i.area_key"),
    "tags": _many("model_tag WHERE 1", "tag_id", "tag"),
    "kind": _index("kind"),
    "level": _index("level", key=LEVEL_KEY),
    "paper_kind": _own("paper_kind"),
    "paper_number": _own("paper_number"),
    "founded_on": _index("founded_on", "day"),
    "paper_signer": _own("paper_signer"),
    "launched_on": _own("launched_on", "day"),
    "period_to": _own("period_to", "day"),
    "aim": _own("aim", sorts=False),
    "funding": _own("funding"),
    "notes": _own("notes", sorts=False),
    "interval_months": _own("interval_months", "number"),
    "review_on": _own("review_on", "day"),
    "status": Axis(
        "i.status_id", "st.position", "JOIN status st ON st.id = i.status_id", family="entry", table="status"
    ),
    "status_kind": _index("status_kind", key=STATUS_KEY),
    "status_on": _index("status_on", "day"),
    "last_review": _index("last_review", "day"),
    "next_review": Axis("i.next_review", "i.due_day", family="day"),
    "due": Axis(
        DUE_KEY,
        f"CASE {DUE_KEY} WHEN 'overdue' THEN 1 WHEN 'soon' THEN 2 WHEN 'never_reviewed' THEN 3 WHEN 'later' THEN 4 END",
        family="option",
    ),
    "grade": Axis("i.grade_id", "g.position", "LEFT JOIN grade g ON g.id = i.grade_id", family="entry", table="grade"),
    "effective": _index("effective", key="CASE i.effective WHEN 'yes' THEN 1 WHEN 'no' THEN 2 END"),
    "leaders": _gathered("leaders", "group_concat(DISTINCT p.name)", f"{_SERVING} WHERE o.kind = 'leader' AND {_HELD}"),
    "sites": Axis(COUNTS["sites"], family="number", counted=_SITES),
    "teams": _gathered("teams", "count(*)", f"{_TEAMS} WHERE {holds('s')} AND {holds('l')}"),
    "members": _gathered("members", "count(DISTINCT x.person_id)", f"{_SERVING} WHERE {_HELD}"),
    "households": _gathered("households", "count(*)", f"{_TEAMS} JOIN household x ON x.team_id = l.id WHERE {_HELD}"),
}
EXTRA = "extra."
NEVER_BLANK = frozenset(("name", "code", "type", "kind", "status", "status_kind"))
SORTABLE = frozenset(name for name, axis in AXES.items() if axis.key)
GROUPABLE = frozenset(
    (
        "type", "field", "lead", "areas", "kind", "level", "status", "status_kind", "due", "grade", "effective",
        "founded_on", "last_review", "next_review",
    )
)  # fmt: skip
"""Fields by which rows may stand together; of days the month counts, or the year."""
BY_YEAR = frozenset(("founded_on",))
YEAR, MONTH = 4, 7
"""Letters of an ISO date."""
POSITIONED = frozenset(("status", "grade"))
"""Lists whose order the ward chooses; the others stand by name."""


def extra_axis(alias: str, within: str = "") -> Axis:
    """A declared extra field; ``:<alias>`` is its key in the query, ``within`` a condition on its rows ``e``."""
    join = f"""LEFT JOIN (SELECT e.model_id, e.value, f.kind FROM model_extra e JOIN extra_field f ON f.id = e.extra_id
        WHERE f.key = :{alias}{within}) {alias} ON {alias}.model_id = i.id"""
    dated = f"{alias}.kind IN ('date', 'month')"
    return Axis(f"{alias}.value", f"sort_key({alias}.value)", join, join, dated=dated)
