"""How often each value comes, without a sort of all rows; of what hangs on models, without a look at each model."""

import json
from collections import Counter
from collections.abc import Mapping

from .axes import Axis
from .engine import Connection

Value = int | str | None
TALLIED = "json_group_array({})"
"""The values of all rows as one text, to be counted here: a GROUP BY sorts all rows, in twice the time."""
_IN_TRASH = "IN (SELECT id FROM model_index WHERE trashed = 1)"


def tally(connection: Connection, text: str, parameters: Mapping[str, object]) -> Counter[Value]:
    """How often each value comes in what ``text`` finds, which is TALLIED; in no order."""
    return Counter(json.loads(connection.execute(text, parameters).fetchone()[0]))


def own(connection: Connection, value: str) -> dict[Value, int]:
    """How many models outside the trash have each ``value`` of their own row ``m``. Those of the trash are taken off
    again; to look of each whether it lies there takes longer."""
    text = f"SELECT {TALLIED.format(value)} FROM model m"
    found = tally(connection, text, {})
    found.subtract(tally(connection, f"{text} WHERE m.id {_IN_TRASH}", {}))
    return {value: count for value, count in found.items() if count}


def members(connection: Connection, axis: Axis) -> dict[Value, int]:
    """How many models outside the trash have each member of ``axis``, and how many have none (None)."""
    column = axis.members[1]
    rows = f"{axis.members[0]} AND {column} IS NOT NULL"
    trashed = f"{rows} AND model_id {_IN_TRASH}"
    counted = f"SELECT {column}, count(DISTINCT model_id) FROM {{}} GROUP BY {column}"
    found: Counter[Value] = Counter(dict(connection.execute(counted.format(rows)).fetchall()))
    found.subtract(dict(connection.execute(counted.format(trashed)).fetchall()))
    models = "SELECT count(*) FROM (SELECT DISTINCT model_id FROM {})"
    having, gone = (connection.execute(models.format(some)).fetchone()[0] for some in (rows, trashed))
    found[None] = _outside_trash(connection) - having + gone
    return {value: count for value, count in found.items() if count}


def numbers(connection: Connection, axis: Axis, parameters: Mapping[str, object]) -> dict[Value, int]:
    """How many models outside the trash have each number of what ``axis`` counts."""
    each = f"SELECT {TALLIED.format('n')} FROM (SELECT count(*) AS n FROM {axis.counted} {{}} GROUP BY s.model_id)"
    found = tally(connection, each.format(""), parameters)
    found.subtract(tally(connection, each.format(f"AND s.model_id {_IN_TRASH}"), parameters))
    found[0] = _outside_trash(connection) - found.total()
    return {value: count for value, count in found.items() if count}


def _outside_trash(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM model_index WHERE trashed = 0").fetchone()[0])
