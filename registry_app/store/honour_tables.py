"""Commendations, advanced examples and recognitions as SQL, declared as ``noun_table`` says."""

from .entries import FORMER_AREAS
from .holding import holds
from .noun_table import FORMER_NAMES, ROWS, NounTable

YEAR = "CAST(substr({}, 1, 4) AS INTEGER)"
_THIS_YEAR, _AWARDED = YEAR.format(":on"), YEAR.format('r."on"')
_NAMED = "coalesce(p.name, r.name)"
_OF_PERSON_AND_MODEL = {
    "person": "SELECT id FROM {table} WHERE person_id IN " + ROWS,
    "model": "SELECT id FROM {table} WHERE model_id IN " + ROWS,
}


def _dependents(table: str) -> dict[str, str]:
    return {touched: query.format(table=table) for touched, query in _OF_PERSON_AND_MODEL.items()}


LEVEL = """CASE r.level WHEN 'ministry' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 WHEN 'ward' THEN 3 END"""
"""The highest level first."""
_AWARD = ("level", "granted_by", "recipient", "place", "post", "number", "paper_number", "theme", "reason", "notes")
COMMENDATION = NounTable(
    table="commendation",
    prefix="KT",
    columns=("code", "form_id", "name", "person_id", "model_id", "on", *_AWARD),
    source="""commendation r JOIN award_form f ON f.id = r.form_id LEFT JOIN person p ON p.id = r.person_id
        LEFT JOIN model m ON m.id = r.model_id""",
    fields={
        "code": "r.code",
        "form": "f.name",
        "name": _NAMED,
        "person_id": "r.person_id",
        "person_code": "p.code",
        **{name: f"r.{name}" for name in _AWARD},
        "model": "m.name",
        "model_code": "m.code",
        "on": 'r."on"',
        "year": _AWARDED,
    },
    entries={"form": "r.form_id"},
    orders={"form": "f.position", "level": LEVEL},
    views={
        "all": "1",
        "this-year": f"{_AWARDED} = {_THIS_YEAR} AND r.place = ''",
        "own": "r.place = ''",
        "collectives": "r.recipient = 'collective'",
        "people": "r.recipient = 'person'",
        "elsewhere": "r.place <> ''",
    },
    name=_NAMED,
    text=(
        "r.code",
        _NAMED,
        "f.name",
        "r.place",
        "r.post",
        "r.granted_by",
        "r.paper_number",
        "r.theme",
        "r.reason",
        "m.name",
        "m.code",
        "r.notes",
    ),
    dependents={
        **_dependents("commendation"),
        "award_form": f"SELECT id FROM commendation WHERE form_id IN {ROWS}",
    },
)
_EXAMPLE = ("recipient", "post", "level", "theme", "reason", "paper_number", "valid_from", "valid_to", "notes")
EXEMPLAR = NounTable(
    table="exemplar",
    prefix="DH",
    columns=("code", "name", "person_id", "model_id", *_EXAMPLE),
    source="exemplar r LEFT JOIN person p ON p.id = r.person_id LEFT JOIN model m ON m.id = r.model_id",
    fields={
        "code": "r.code",
        "name": _NAMED,
        "person_id": "r.person_id",
        "person_code": "p.code",
        **{name: f"r.{name}" for name in _EXAMPLE},
        "model": "m.name",
        "model_code": "m.code",
    },
    orders={"level": LEVEL},
    views={"all": holds("r"), "ended": f"NOT ({holds('r')})", "every": "1"},
    name=_NAMED,
    text=("r.code", _NAMED, "r.post", "r.theme", "r.reason", "r.paper_number", "m.name", "m.code", "r.notes"),
    dependents=_dependents("exemplar"),
)
SUBJECT = "CASE WHEN r.subject = 'residential' OR r.name = '' THEN coalesce(a.name, '') ELSE r.name END"
_TENTHS = """min((r.households_registered * 2000 + r.households) / (2 * r.households),
    CASE WHEN r.households_registered < r.households THEN 999 ELSE 1000 END)"""
_SHARE = f"""CASE WHEN r.households > 0 AND r.households_registered IS NOT NULL THEN
    printf('%d', ({_TENTHS}) / 10) ||
    CASE WHEN ({_TENTHS}) % 10 = 0 THEN '' ELSE printf(',%d', ({_TENTHS}) % 10) END || '%' END"""
_COUNTED = (
    "code",
    "year",
    "subject",
    "name",
    "registered_on",
    "households",
    "households_registered",
    "recognised",
    "reason",
    "paper_number",
    "paper_on",
    "movement",
    "notes",
)
RECOGNITION = NounTable(
    table="recognition",
    prefix="CN",
    columns=("area_id", *_COUNTED),
    source="recognition r LEFT JOIN area a ON a.id = r.area_id",
    fields={
        **{name: f"r.{name}" for name in _COUNTED},
        "title": SUBJECT,
        "area": "a.name",
        "share": _SHARE,
    },
    entries={"area": "r.area_id"},
    orders={
        "subject": """CASE r.subject WHEN 'residential' THEN 0 WHEN 'agency' THEN 1 WHEN 'enterprise' THEN 2
            WHEN 'school' THEN 3 ELSE 4 END""",
        "share": "CASE WHEN r.households > 0 THEN r.households_registered * 1.0 / r.households END",
    },
    views={
        "all": "1",
        "this-year": f"r.year = {_THIS_YEAR}",
        "last-year": f"r.year = {_THIS_YEAR} - 1",
        "not-recognised": "r.recognised = 'no'",
        "not-registered": "r.registered_on IS NULL",
    },
    name=SUBJECT,
    text=("r.code", SUBJECT, "r.name", "a.name", FORMER_NAMES, "r.year", "r.reason", "r.paper_number", "r.notes"),
    dependents={
        "area": f"SELECT id FROM recognition WHERE area_id IN {ROWS}",
        "area_former_name": f"SELECT id FROM recognition WHERE area_id IN {FORMER_AREAS}",
    },
)
TABLES = (COMMENDATION, EXEMPLAR, RECOGNITION)
