"""What is inside a model as SQL, declared noun by noun: where its rows come from, what each field is, what is searched.

``:on`` is the day asked for. A row holds from its ``valid_from`` until the day before its ``valid_to``.
"""

from .entries import FORMER_AREAS
from .holding import holds, stands
from .honour_tables import TABLES as HONOURS
from .noun_table import FORMER_NAMES as _FORMER
from .noun_table import ROWS, NounTable
from .result_table import RESULT

_ALIVE = "m.trashed_on IS NULL"
_CURRENT = f"{holds('r')} AND {_ALIVE} AND {holds('s')}"
_ENDED = f"{_ALIVE} AND NOT ({holds('r')} AND {holds('s')})"
_PLACE = """JOIN site s ON s.id = r.site_id JOIN model m ON m.id = s.model_id
    JOIN model_type t ON t.id = m.type_id LEFT JOIN area a ON a.id = s.area_id"""
SITE_TITLE = "CASE WHEN s.name <> '' THEN s.name ELSE coalesce(a.name, '') END"


def _leader(what: str, of: str) -> str:
    """``what`` (of person p) of the first leader in the teams that ``of`` names."""
    return f"""(SELECT {what} FROM membership x JOIN person p ON p.id = x.person_id JOIN role o ON o.id = x.role_id
        JOIN team l ON l.id = x.team_id
        WHERE {of} AND o.kind = 'leader' AND {holds("x")} AND {holds("l")} ORDER BY l.id, x.id LIMIT 1)"""


_MEMBERS = f"SELECT count(*) FROM membership x WHERE x.team_id = r.id AND {holds('x')}"
_DEPUTIES = f"""(SELECT group_concat(p.name, '; ') FROM membership x JOIN person p ON p.id = x.person_id
    JOIN role o ON o.id = x.role_id WHERE x.team_id = r.id AND o.kind = 'deputy' AND {holds("x")})"""


def _in_site(counted: str, table: str) -> str:
    return f"""(SELECT count({counted}) FROM {table} x JOIN team l ON l.id = x.team_id
        WHERE l.site_id = r.id AND {holds("x")} AND {holds("l")})"""


_DAY_AND_PAPER = """substr(v."on", 9, 2) || '/' || substr(v."on", 6, 2) || '/' || substr(v."on", 1, 4)
    || CASE WHEN v.paper_number <> '' THEN ' – ' || v.paper_number ELSE '' END"""
_REPLICATED = f"""(SELECT {_DAY_AND_PAPER} FROM decision_site w JOIN decision v ON v.id = w.decision_id
    WHERE w.site_id = r.id ORDER BY w.id LIMIT 1)"""
_CAME_FROM = """(SELECT group_concat(z.code || ' ' || z.name, '; ') FROM decision_move w
    JOIN decision v ON v.id = w.decision_id JOIN model z ON z.id = w.from_id
    WHERE w.noun = 'site' AND w.row_id = r.id AND v."on" <= :on)"""
SITE = NounTable(
    table="site",
    prefix="",
    columns=("model_id", "area_id", "name", "place_kind", "valid_from", "valid_to"),
    source="""site r JOIN site s ON s.id = r.id JOIN model m ON m.id = s.model_id
        JOIN model_type t ON t.id = m.type_id LEFT JOIN area a ON a.id = r.area_id""",
    fields={
        "title": SITE_TITLE,
        "name": "r.name",
        "place_kind": "r.place_kind",
        "area": "a.name",
        "model": "m.name",
        "model_code": "m.code",
        "model_id": "m.id",
        "type": "t.name",
        "leader": _leader("p.name", "l.site_id = r.id"),
        "leader_phone": _leader("p.phone", "l.site_id = r.id"),
        "teams": f"(SELECT count(*) FROM team l WHERE l.site_id = r.id AND {holds('l')})",
        "members": _in_site("DISTINCT x.person_id", "membership"),
        "households": _in_site("*", "household"),
        "cameras": f"(SELECT count(*) FROM camera_point k WHERE k.site_id = r.id AND {holds('k')})",
        "valid_from": "r.valid_from",
        "valid_to": "r.valid_to",
        "replicated": _REPLICATED,
        "came_from": _CAME_FROM,
    },
    entries={"area": "r.area_id", "type": "m.type_id"},
    views={"all": f"{stands('r')} AND {_ALIVE}", "ended": f"NOT ({holds('r')}) AND {_ALIVE}", "every": "1"},
    name=SITE_TITLE,
    text=("r.name", "m.name", "m.code", "a.name", _FORMER),
    dependents={
        "area": f"SELECT id FROM site WHERE area_id IN {ROWS}",
        "area_former_name": f"SELECT id FROM site WHERE area_id IN {FORMER_AREAS}",
        "model": f"SELECT id FROM site WHERE model_id IN {ROWS}",
    },
)
TEAM = NounTable(
    table="team",
    prefix="TO",
    columns=("code", "name", "site_id", "decided", "paper_number", "valid_from", "valid_to", "notes"),
    source=f"team r {_PLACE}",
    fields={
        "code": "r.code",
        "name": "r.name",
        "site": SITE_TITLE,
        "site_id": "r.site_id",
        "area": "a.name",
        "model": "m.name",
        "model_code": "m.code",
        "model_id": "m.id",
        "type": "t.name",
        "statutory": "t.statutory",
        "leader": _leader("p.name", "l.id = r.id"),
        "leader_born": _leader("p.born", "l.id = r.id"),
        "leader_phone": _leader("p.phone", "l.id = r.id"),
        "deputies": _DEPUTIES,
        "members": f"({_MEMBERS})",
        "decided": "r.decided",
        "households": f"(SELECT count(*) FROM household x WHERE x.team_id = r.id AND {holds('x')})",
        "paper_number": "r.paper_number",
        "valid_from": "r.valid_from",
        "valid_to": "r.valid_to",
        "notes": "r.notes",
    },
    entries={"area": "s.area_id", "type": "m.type_id"},
    views={
        "all": _CURRENT,
        "no-leader": f"{_CURRENT} AND {_leader('p.id', 'l.id = r.id')} IS NULL",
        "statutory": f"{_CURRENT} AND t.statutory = 1",
        "ended": _ENDED,
        "every": "1",
    },
    name="r.name",
    text=("r.code", "r.name", "s.name", "m.name", "m.code", "a.name", _FORMER, "r.paper_number", "r.notes"),
    dependents={
        "area": f"SELECT r.id FROM team r JOIN site s ON s.id = r.site_id WHERE s.area_id IN {ROWS}",
        "area_former_name": f"""SELECT r.id FROM team r JOIN site s ON s.id = r.site_id
            WHERE s.area_id IN {FORMER_AREAS}""",
        "site": f"SELECT id FROM team WHERE site_id IN {ROWS}",
        "model": f"SELECT r.id FROM team r JOIN site s ON s.id = r.site_id WHERE s.model_id IN {ROWS}",
    },
)
_TEAM_LASTS = f"{holds('l')} AND {holds('s')} AND {_ALIVE}"
_SERVING = f"""SELECT 1 FROM membership x JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
    JOIN model m ON m.id = s.model_id WHERE x.person_id = r.id AND {holds("x")} AND {_TEAM_LASTS}"""
_NAMED_BY_AREA = {
    "area": "SELECT id FROM {table} WHERE area_id IN " + ROWS,
    "area_former_name": "SELECT id FROM {table} WHERE area_id IN " + FORMER_AREAS,
}


def _by_area(table: str) -> dict[str, str]:
    return {touched: query.format(table=table) for touched, query in _NAMED_BY_AREA.items()}


def _served(what: str) -> str:
    """``what`` of every membership of the day, one a line, in the order of the teams."""
    return f"""(SELECT group_concat(w, char(10)) FROM (SELECT {what} AS w FROM membership x
        JOIN role o ON o.id = x.role_id JOIN team l ON l.id = x.team_id JOIN site s ON s.id = l.site_id
        JOIN model m ON m.id = s.model_id
        WHERE x.person_id = r.id AND {holds("x")} AND {_TEAM_LASTS} ORDER BY l.id, x.id))"""


PERSON = NounTable(
    table="person",
    prefix="NG",
    columns=(
        "code",
        "name",
        "born",
        "sex",
        "phone",
        "id_number",
        "address",
        "area_id",
        "education",
        "minority",
        "ethnicity",
        "religion",
        "notes",
    ),
    source="person r LEFT JOIN area a ON a.id = r.area_id",
    fields={
        **{
            name: f"r.{name}"
            for name in (
                "code",
                "name",
                "born",
                "sex",
                "phone",
                "id_number",
                "address",
                "education",
                "minority",
                "ethnicity",
                "religion",
                "notes",
            )
        },
        "area": "a.name",
        "roles": _served("o.name"),
        "teams": _served("l.name"),
        "models": _served("m.name"),
    },
    entries={"area": "r.area_id"},
    views={
        "all": "r.replaced_by IS NULL",
        "serving": f"r.replaced_by IS NULL AND EXISTS ({_SERVING})",
        "former": f"""r.replaced_by IS NULL AND NOT EXISTS ({_SERVING})
            AND EXISTS (SELECT 1 FROM membership x WHERE x.person_id = r.id)""",
        "unassigned": """r.replaced_by IS NULL AND NOT EXISTS (SELECT 1 FROM membership x WHERE x.person_id = r.id)
            AND r.id NOT IN (SELECT head_id FROM household WHERE head_id IS NOT NULL)""",
        "several": f"""r.replaced_by IS NULL AND (SELECT count(*) FROM ({_SERVING})) > 1""",
        "every": "1",
    },
    name="r.name",
    by_person=True,
    in_use="replaced_by IS NULL",
    text=(
        "r.code",
        "r.name",
        "r.phone",
        "r.id_number",
        "r.address",
        "a.name",
        _FORMER,
        """(SELECT group_concat(l.name, ' ') FROM membership x JOIN team l ON l.id = x.team_id
            WHERE x.person_id = r.id AND x.valid_to IS NULL)""",
        "r.notes",
    ),
    dependents={
        **_by_area("person"),
        "team": f"SELECT person_id FROM membership WHERE team_id IN {ROWS}",
        "membership": f"""SELECT person_id FROM membership WHERE id IN {ROWS}
            UNION SELECT json_extract(image, '$.person_id') FROM change
            WHERE action_id = :action AND +noun = 'membership' AND kind = 'delete'
            UNION SELECT json_extract(image, '$.person_id[0]') FROM change
            WHERE action_id = :action AND +noun = 'membership' AND kind = 'update'
            AND json_type(image, '$.person_id') = 'array'""",
    },
)
_FACTS = ("born", "sex", "phone", "id_number", "address", "education", "minority", "ethnicity", "religion")
MEMBERSHIP = NounTable(
    table="membership",
    prefix="",
    columns=(
        "person_id",
        "team_id",
        "role_id",
        "valid_from",
        "valid_to",
        "paper_number",
        "end_reason",
        "end_paper",
        "notes",
    ),
    source="""membership r JOIN person p ON p.id = r.person_id JOIN role o ON o.id = r.role_id
        JOIN team l ON l.id = r.team_id JOIN site s ON s.id = l.site_id JOIN model m ON m.id = s.model_id
        JOIN model_type t ON t.id = m.type_id LEFT JOIN area a ON a.id = s.area_id""",
    fields={
        "person_id": "r.person_id",
        "team_id": "r.team_id",
        "model_id": "m.id",
        "code": "p.code",
        "name": "p.name",
        "role": "o.name",
        "role_kind": "o.kind",
        **{name: f"p.{name}" for name in _FACTS},
        "team": "l.name",
        "team_code": "l.code",
        "site": SITE_TITLE,
        "area": "a.name",
        "model": "m.name",
        "model_code": "m.code",
        "type": "t.name",
        "valid_from": "r.valid_from",
        "valid_to": "r.valid_to",
        "paper_number": "r.paper_number",
        "end_reason": "r.end_reason",
        "end_paper": "r.end_paper",
        "notes": "r.notes",
    },
    entries={"area": "s.area_id", "type": "m.type_id", "role": "r.role_id"},
    views={
        "all": f"{holds('r')} AND {_TEAM_LASTS}",
        "leaders": f"{holds('r')} AND {_TEAM_LASTS} AND o.kind = 'leader'",
        "ended": f"NOT ({holds('r')} AND {holds('l')} AND {holds('s')}) AND {_ALIVE}",
        "every": "1",
    },
    name="p.name",
    by_person=True,
    texts={"x": ("person", "r.person_id"), "y": ("team", "r.team_id")},
)
_TAKES_PART = f"{holds('r')} AND (r.team_id IS NULL OR ({_TEAM_LASTS}))"
_IN_AREAS = """SELECT h.id FROM household h JOIN team l ON l.id = h.team_id JOIN site s ON s.id = l.site_id
    WHERE s.area_id IN """
_IN_TEAMS_OF = {
    "area": _IN_AREAS + ROWS,
    "area_former_name": _IN_AREAS + FORMER_AREAS,
}
HOUSEHOLD = NounTable(
    table="household",
    prefix="HO",
    columns=(
        "code",
        "head",
        "head_id",
        "address",
        "area_id",
        "team_id",
        "people",
        "phone",
        "pledged_on",
        "valid_from",
        "valid_to",
        "notes",
    ),
    source="""household r LEFT JOIN team l ON l.id = r.team_id LEFT JOIN site s ON s.id = l.site_id
        LEFT JOIN model m ON m.id = s.model_id LEFT JOIN model_type t ON t.id = m.type_id
        LEFT JOIN area a ON a.id = coalesce(r.area_id, s.area_id)""",
    fields={
        **{
            name: f"r.{name}"
            for name in (
                "code",
                "head",
                "address",
                "people",
                "phone",
                "pledged_on",
                "valid_from",
                "valid_to",
                "notes",
            )
        },
        "area": "a.name",
        "team": "l.name",
        "team_code": "l.code",
        "model": "m.name",
        "model_code": "m.code",
        "type": "t.name",
    },
    entries={"area": "coalesce(r.area_id, s.area_id)", "type": "m.type_id"},
    views={
        "all": _TAKES_PART,
        "no-pledge": f"{_TAKES_PART} AND r.pledged_on IS NULL",
        "ended": f"{_ALIVE} AND NOT ({_TAKES_PART})",
        "every": "1",
    },
    name="r.head",
    by_person=True,
    text=("r.code", "r.head", "r.phone", "r.address", "a.name", _FORMER, "l.name", "r.notes"),
    dependents={
        **{touched: f"{query} UNION {_IN_TEAMS_OF[touched]}" for touched, query in _by_area("household").items()},
        "team": f"SELECT id FROM household WHERE team_id IN {ROWS}",
        "site": f"SELECT h.id FROM household h JOIN team l ON l.id = h.team_id WHERE l.site_id IN {ROWS}",
    },
)
_CAMERA = (
    "code",
    "name",
    "place",
    "eyes",
    "recorders",
    "kind",
    "owner",
    "owner_name",
    "funding",
    "cost",
    "connected_to",
    "days_kept",
    "sharing",
    "shared_on",
    "sign",
    "state",
    "checked_on",
    "valid_from",
    "valid_to",
    "notes",
)
CAMERA_POINT = NounTable(
    table="camera_point",
    prefix="DC",
    columns=(*_CAMERA, "site_id"),
    source=f"camera_point r {_PLACE}",
    fields={
        **{name: f"r.{name}" for name in _CAMERA},
        "site": SITE_TITLE,
        "area": "a.name",
        "model": "m.name",
        "model_code": "m.code",
    },
    entries={"area": "s.area_id"},
    views={
        "all": _CURRENT,
        "broken": f"{_CURRENT} AND r.state = 'broken'",
        "no-sign": f"{_CURRENT} AND r.sign IS NOT 'yes'",
        "ended": _ENDED,
        "every": "1",
    },
    name="r.name",
    text=("r.code", "r.name", "r.place", "r.owner_name", "r.connected_to", "m.name", "a.name", _FORMER, "r.notes"),
    dependents={
        "area": f"SELECT r.id FROM camera_point r JOIN site s ON s.id = r.site_id WHERE s.area_id IN {ROWS}",
        "area_former_name": f"""SELECT r.id FROM camera_point r JOIN site s ON s.id = r.site_id
            WHERE s.area_id IN {FORMER_AREAS}""",
        "site": f"SELECT id FROM camera_point WHERE site_id IN {ROWS}",
        "model": f"SELECT r.id FROM camera_point r JOIN site s ON s.id = r.site_id WHERE s.model_id IN {ROWS}",
    },
)
TABLES = {one.table: one for one in (SITE, TEAM, PERSON, MEMBERSHIP, HOUSEHOLD, CAMERA_POINT, RESULT, *HONOURS)}
SEARCHED = tuple(one for one in TABLES.values() if one.text)
