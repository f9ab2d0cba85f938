"""Reading the log of changes: which actions there were, which rows they touched, what those rows look like now.

The SQL that reads the log for people is here; the SQL that undoes is in ``history``.
"""

import json
from collections.abc import Iterable, Mapping

from msgspec import Struct

from registry_app.domain.ids import ActionId, ModelId

from .derived import CHILDREN
from .engine import Connection, Row
from .history import NOT_UNDONE, SELECT_ACTION, Action, LogLine, as_action, as_line

Image = Mapping[str, object]
"""A row as the log or the table has it: value by column."""

SELECT_LINE = "SELECT id, action_id, noun, row_id, kind, image FROM change"


class Which(Struct, frozen=True, kw_only=True):
    """Which actions: those of ``who``, of the marked text ``label``, from the day ``since`` to ``until`` (ISO, both
    ends in), older than the number ``before``, among the numbers ``among``. Blank and None: no matter."""

    who: str = ""
    label: str = ""
    since: str = ""
    until: str = ""
    before: ActionId | None = None
    among: Iterable[ActionId] | None = None


CONDITIONS = {
    "who": "who = :who",
    "label": "label = :label",
    "since": "substr(at, 1, 10) >= :since",
    "until": "substr(at, 1, 10) <= :until",
    "before": "id < :before",
}


def actions(connection: Connection, which: Which, limit: int | None) -> list[Action]:
    """The newest ``limit`` (None: all) of the actions asked for, newest first."""
    values = {name: getattr(which, name) for name in CONDITIONS}
    where = [condition for name, condition in CONDITIONS.items() if values[name]]
    if which.among is not None:
        where.append("id IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(list(which.among))
    query = f"{SELECT_ACTION} {'WHERE' if where else ''} {' AND '.join(where)} ORDER BY id DESC LIMIT :limit"
    rows = connection.execute(query, {**values, "limit": -1 if limit is None else limit})
    return [as_action(row) for row in rows]


def writers(connection: Connection) -> list[str]:
    """Everybody who did something."""
    return [who for (who,) in connection.execute("SELECT DISTINCT who FROM action WHERE who <> ''")]


def labels(connection: Connection) -> list[str]:
    """Every label (a marked text) that an action has."""
    return [label for (label,) in connection.execute("SELECT DISTINCT label FROM action")]


def barrier(connection: Connection) -> ActionId:
    """The newest action that nothing is taken back behind, nor it itself; 0 for none."""
    return ActionId(connection.execute("SELECT coalesce(max(id), 0) FROM action WHERE barrier").fetchone()[0])


def undone(connection: Connection, wanted: Iterable[ActionId]) -> frozenset[ActionId]:
    """Those of ``wanted`` that stand taken back now."""
    ids = json.dumps(list(wanted))
    query = f"SELECT a.id FROM action a WHERE a.id IN (SELECT value FROM json_each(?)) AND NOT {NOT_UNDONE}"
    return frozenset(ActionId(number) for (number,) in connection.execute(query, (ids,)))


def first_label(connection: Connection, action: ActionId) -> str:
    """The label (a marked text) of the action that a chain of undo and redo ending in ``action`` is about."""
    query = """WITH RECURSIVE chain(id, label, undoes) AS (SELECT id, label, undoes FROM action WHERE id = ?
        UNION ALL SELECT a.id, a.label, a.undoes FROM action a JOIN chain ON a.id = chain.undoes)
        SELECT label FROM chain WHERE undoes IS NULL"""
    return str(connection.execute(query, (action,)).fetchone()[0])


def lines_of(connection: Connection, action: ActionId, limit: int | None) -> list[LogLine]:
    """The first ``limit`` rows' changes of ``action`` (None: all), in order."""
    query = f"{SELECT_LINE} WHERE action_id = ? ORDER BY id LIMIT ?"
    return [as_line(row) for row in connection.execute(query, (action, -1 if limit is None else limit))]


def count_of(connection: Connection, action: ActionId) -> int:
    """How many rows' changes ``action`` has."""
    query = "SELECT count(*) FROM change WHERE action_id = ?"
    return int(connection.execute(query, (action,)).fetchone()[0])


def lines_of_rows(connection: Connection, noun: str, wanted: Iterable[int]) -> list[LogLine]:
    """Every change of the rows of those numbers."""
    query = f"{SELECT_LINE} WHERE noun = ? AND row_id IN (SELECT value FROM json_each(?))"
    return [as_line(row) for row in connection.execute(query, (noun, json.dumps(list(wanted))))]


def lines_of_model(connection: Connection, model: ModelId) -> list[LogLine]:
    """Every change of ``model`` and of what hangs on it (sites, partners, reviews …), gone rows too, in order."""
    found = [as_line(row) for row in connection.execute(f"{SELECT_LINE} WHERE noun = 'model' AND row_id = ?", (model,))]
    for noun in CHILDREN:
        query = f"""{SELECT_LINE} WHERE noun = '{noun}' AND row_id IN (SELECT id FROM {noun} WHERE model_id = :model
            UNION SELECT row_id FROM change WHERE noun = '{noun}' AND kind = 'delete'
            AND json_extract(image, '$.model_id') = :model)"""
        found += [as_line(row) for row in connection.execute(query, {"model": model})]
    return sorted(found, key=lambda line: line.id)


def rows_now(connection: Connection, noun: str, wanted: Iterable[int]) -> dict[int, Image]:
    """The rows of ``noun`` that are there now, by row number."""
    cursor = connection.cursor()
    cursor.row_factory = Row
    query = f"SELECT * FROM {noun} WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: dict(row) for row in cursor.execute(query, (json.dumps(list(wanted)),))}


def last_image(connection: Connection, noun: str, row: int) -> Image:
    """What a row that is gone looked like when it was last deleted; empty when the log does not know it."""
    query = "SELECT image FROM change WHERE noun = ? AND row_id = ? AND kind = 'delete' ORDER BY id DESC LIMIT 1"
    found = connection.execute(query, (noun, row)).fetchone()
    image: Image = json.loads(found[0]) if found else {}
    return image


def status_before(connection: Connection, model: int, change: int, on: str) -> int | None:
    """The status that ``model`` had on the day ``on`` before the row ``change`` of its statuses was entered."""
    query = """SELECT status_id FROM status_change WHERE model_id = ? AND id < ? AND "on" <= ?
        ORDER BY "on" DESC, id DESC LIMIT 1"""
    found = connection.execute(query, (model, change, on)).fetchone()
    return found[0] if found else None
