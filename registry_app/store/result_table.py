"""Results as SQL: figures of indicators with their scope, period and source."""

from .entries import FORMER_AREAS
from .noun_table import FORMER_NAMES, ROWS, NounTable

_ALIVE = "(r.model_id IS NULL OR m.trashed_on IS NULL)"
_SAME = """x.period_from = r.period_from AND x.period_to = r.period_to AND x.model_id IS r.model_id
    AND x.area_id IS r.area_id AND fold(x.place) = fold(r.place) AND fold(x.source) = fold(r.source)
    AND fold(x.paper_number) = fold(r.paper_number)"""
_PARTS = f"FROM result x JOIN indicator k ON k.id = x.indicator_id WHERE k.part_of = r.indicator_id AND {_SAME}"
_SUM = f"(SELECT sum(CAST(x.amount AS REAL)) {_PARTS})"
_MISSING = f"""EXISTS (SELECT 1 FROM indicator w WHERE w.part_of = r.indicator_id AND NOT w.retired
    AND NOT EXISTS (SELECT 1 {_PARTS} AND x.indicator_id = w.id))"""
_DOUBTED = f"""EXISTS (SELECT 1 {_PARTS} AND (x.exactness <> 'exact' OR x.amount IS NULL))
    OR (SELECT count(*) > count(DISTINCT x.indicator_id) {_PARTS})"""
_OFF = f"""i.kind = 'sum' AND r.exactness = 'exact' AND r.amount IS NOT NULL AND NOT ({_DOUBTED})
    AND ({_SUM} > CAST(r.amount AS REAL) + 1e-6 OR (NOT {_MISSING} AND {_SUM} < CAST(r.amount AS REAL) - 1e-6))"""
_TWICE = f"EXISTS (SELECT 1 FROM result x WHERE x.id <> r.id AND x.indicator_id = r.indicator_id AND {_SAME})"
_SHARE = """CASE WHEN CAST(r.total AS REAL) > 0 THEN rtrim(rtrim(printf('%.1f', CASE
    WHEN CAST(r.amount AS REAL) < CAST(r.total AS REAL)
        THEN min(round(CAST(r.amount AS REAL) * 100.0 / CAST(r.total AS REAL), 1), 99.9)
    ELSE CAST(r.amount AS REAL) * 100.0 / CAST(r.total AS REAL) END), '0'), '.') END"""
_PLAIN = (
    "code",
    "amount",
    "total",
    "exactness",
    "as_written",
    "place",
    "period_from",
    "period_to",
    "paper_number",
    "source",
)
_YEAR = "substr(:on, 1, 4)"

RESULT = NounTable(
    table="result",
    prefix="KQ",
    columns=("indicator_id", "model_id", "area_id", *_PLAIN, "notes"),
    source="""result r JOIN indicator i ON i.id = r.indicator_id LEFT JOIN model m ON m.id = r.model_id
        LEFT JOIN area a ON a.id = r.area_id""",
    fields={
        **{name: f"r.{name}" for name in (*_PLAIN, "notes", "indicator_id", "model_id", "area_id")},
        "indicator": "i.name",
        "indicator_code": "i.code",
        "unit": "i.unit",
        "kind": "i.kind",
        "topic": "i.topic",
        "position": "i.position",
        "figure": """CASE r.exactness WHEN 'over' THEN '>' WHEN 'nearly' THEN '~' WHEN 'check' THEN '?' ELSE '' END
            || coalesce(r.amount || coalesce('/' || r.total, ''), '“' || r.as_written || '”')""",
        "percent": _SHARE,
        "period": "r.period_from || '/' || r.period_to",
        "scope": """CASE WHEN m.id IS NULL AND a.id IS NULL AND r.place = ''
            THEN (SELECT name FROM area WHERE whole_ward = 1 ORDER BY id LIMIT 1)
            ELSE substr(coalesce(' – ' || m.name, '') || coalesce(' – ' || a.name, '')
                || coalesce(' – ' || nullif(r.place, ''), ''), 4) END""",
        "model": "m.name",
        "model_code": "m.code",
        "area": "a.name",
        "before_period": "''",
        "before_figure": "''",
    },
    entries={"indicator": "r.indicator_id", "area": "r.area_id"},
    orders={
        "indicator": "i.position",
        "figure": "CAST(r.amount AS REAL)",
        "amount": "CAST(r.amount AS REAL)",
        "total": "CAST(r.total AS REAL)",
        "percent": "CAST(r.amount AS REAL) / nullif(CAST(r.total AS REAL), 0)",
        "period": "r.period_to || r.period_from",
        "topic": "i.position",
    },
    views={
        "all": _ALIVE,
        "this-year": f"{_ALIVE} AND r.period_from <= {_YEAR} || '-12-31' AND r.period_to >= {_YEAR}",
        "check": f"{_ALIVE} AND r.exactness = 'check'",
        "sums": f"{_ALIVE} AND {_OFF}",
        "twice": f"{_ALIVE} AND {_TWICE}",
        "no-source": f"{_ALIVE} AND r.source = '' AND r.paper_number = ''",
        "elsewhere": f"{_ALIVE} AND r.place <> ''",
    },
    name="printf('%08d %05d', 99999999 - replace(r.period_to, '-', ''), i.position)",
    text=(
        "r.code",
        "i.name",
        "i.code",
        "i.topic",
        "r.as_written",
        "r.place",
        "r.source",
        "r.paper_number",
        "m.name",
        "m.code",
        "a.name",
        FORMER_NAMES,
        "r.notes",
    ),
    dependents={
        "indicator": f"SELECT id FROM result WHERE indicator_id IN {ROWS}",
        "area": f"SELECT id FROM result WHERE area_id IN {ROWS}",
        "area_former_name": f"SELECT id FROM result WHERE area_id IN {FORMER_AREAS}",
        "model": f"SELECT id FROM result WHERE model_id IN {ROWS}",
    },
)
