"""The log of changes: every write a named action, logged by TEMP triggers made from the schema, undone by another."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field

from registry_app.domain.errors import Conflict, NotFound
from registry_app.domain.ids import ActionId
from registry_app.domain.words import N_

from .engine import Connection, IntegrityError, computer

LOGGED = (
    "setting",
    "model_type",
    "extra_field",
    "work_field",
    "organisation",
    "area",
    "area_former_name",
    "tag",
    "status",
    "grade",
    "model",
    "model_partner",
    "model_tag",
    "model_extra",
    "site",
    "review",
    "status_change",
    "saved_view",
    "role",
    "person",
    "team",
    "membership",
    "course",
    "household",
    "camera_point",
    "not_the_same",
    "area_change",
    "area_change_part",
    "force_figure",
    "attachment",
    "paper_template",
    "grade_scale",
    "score_sheet",
    "score_criterion",
    "review_score",
    "review_round",
    "round_row",
    "round_score",
    "worksheet_back",
    "decision",
    "decision_site",
    "decision_move",
    "excuse",
    "indicator",
    "result",
    "award_form",
    "commendation",
    "exemplar",
    "recognition",
    "injury",
)
"""Tables whose every change is logged. All others are derived from them, or are the log itself."""


class Action(Struct, frozen=True, kw_only=True):
    """One named write. ``at`` is ISO with offset, ``label`` a marked text, ``undoes`` the action it takes back."""

    id: ActionId
    at: str
    who: str
    computer: str
    label: str
    undoes: ActionId | None
    barrier: bool


class Changes(Struct, frozen=True, kw_only=True):
    """What an action changed: row numbers by table. Empty when nothing did."""

    action: ActionId | None = None
    label: str = ""
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rows)


class LogLine(Struct, frozen=True):
    """One row's change. ``image``: {column: [old, new]} of an update, the whole row of a delete, {} of an insert."""

    id: int
    action: ActionId
    noun: str
    row: int
    kind: str
    image: dict[str, object]


def write_action(
    connection: Connection, label: str, who: str, *, undoes: ActionId | None = None, barrier: bool = False
) -> ActionId:
    """Begin the line of a new action in the log; its changes name the number that is returned."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    number = connection.execute(
        "INSERT INTO action (at, who, computer, label, undoes, barrier) VALUES (?, ?, ?, ?, ?, ?)",
        (now, who, computer(), label, undoes, int(barrier)),
    ).lastrowid
    return ActionId(number or 0)


def columns(connection: Connection, table: str) -> list[str]:
    """The column names of a main table, in order."""
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def arm(connection: Connection) -> None:
    """Make the TEMP triggers that log every write to LOGGED tables and refuse one outside an action."""
    connection.execute("CREATE TEMP TABLE current_action (id INTEGER NOT NULL)")
    for table in LOGGED:
        for statement in _triggers(table, columns(connection, table)):
            connection.execute(statement)


def _triggers(table: str, names: Sequence[str]) -> Iterable[str]:
    guard = "SELECT RAISE(ABORT, 'write outside change()') WHERE NOT EXISTS (SELECT 1 FROM current_action);"
    log = "INSERT INTO change (action_id, noun, row_id, kind, image) SELECT id,"
    pairs = " UNION ALL ".join(f"""SELECT '{n}' AS k, OLD."{n}" AS o, NEW."{n}" AS n""" for n in names)
    differs = " OR ".join(f'OLD."{n}" IS NOT NEW."{n}"' for n in names)
    changed = f"(SELECT json_group_object(k, json_array(o, n)) FROM ({pairs}) WHERE o IS NOT n)"
    whole = "json_object(" + ", ".join(f"""'{n}', OLD."{n}\"""" for n in names) + ")"
    begin = f"CREATE TEMP TRIGGER log_%s_{table} AFTER %s ON main.{table} %s BEGIN {guard} {log}"
    end = "FROM current_action; END"
    yield f"{begin % ('insert', 'INSERT', '')} '{table}', NEW.id, 'insert', NULL {end}"
    yield f"{begin % ('update', 'UPDATE', f'WHEN {differs}')} '{table}', OLD.id, 'update', {changed} {end}"
    yield f"{begin % ('delete', 'DELETE', '')} '{table}', OLD.id, 'delete', {whole} {end}"


def lines(connection: Connection, action: ActionId) -> list[LogLine]:
    """What ``action`` did, in order."""
    return [
        as_line(row)
        for row in connection.execute(
            "SELECT id, action_id, noun, row_id, kind, image FROM change WHERE action_id = ? ORDER BY id", (action,)
        )
    ]


def as_line(row: Sequence[object]) -> LogLine:
    """A row of the log as a value."""
    number, action, noun, row_id, kind, image = row
    return LogLine(number, action, noun, row_id, kind, json.loads(str(image)) if image else {})  # type: ignore[arg-type]


def changed_rows(connection: Connection, action: ActionId) -> dict[str, frozenset[int]]:
    """Row numbers by table that ``action`` touched."""
    found: dict[str, set[int]] = {}
    for noun, row in connection.execute("SELECT DISTINCT noun, row_id FROM change WHERE action_id = ?", (action,)):
        found.setdefault(noun, set()).add(row)
    return {noun: frozenset(rows) for noun, rows in found.items()}


SELECT_ACTION = "SELECT id, at, who, computer, label, undoes, barrier FROM action a"
NOT_UNDONE = """NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id
    AND NOT EXISTS (SELECT 1 FROM action r WHERE r.undoes = u.id))"""
AFTER_BARRIER = "a.id > coalesce((SELECT max(id) FROM action WHERE barrier), 0)"


def _one(connection: Connection, where: str, parameters: Sequence[object] = ()) -> Action | None:
    row = connection.execute(f"{SELECT_ACTION} WHERE {where} ORDER BY id DESC LIMIT 1", parameters).fetchone()
    return as_action(row) if row else None


def as_action(row: Sequence[object]) -> Action:
    """A row of SELECT_ACTION as a value."""
    number, at, who, computer, label, undoes, barrier = row
    return Action(
        id=ActionId(int(str(number))),
        at=str(at),
        who=str(who),
        computer=str(computer),
        label=str(label),
        undoes=None if undoes is None else ActionId(int(str(undoes))),
        barrier=bool(barrier),
    )


def undoable(connection: Connection) -> Action | None:
    """The newest action that changed rows, is not itself an undo and is not undone; None behind a barrier."""
    return _one(connection, f"undoes IS NULL AND {AFTER_BARRIER} AND {NOT_UNDONE}")


def redoable(connection: Connection) -> Action | None:
    """The newest undo that is not redone and has no later change; None when there is none."""
    return _one(
        connection,
        f"""undoes IS NOT NULL AND {AFTER_BARRIER} AND {NOT_UNDONE}
            AND EXISTS (SELECT 1 FROM action o WHERE o.id = a.undoes AND o.undoes IS NULL)
            AND NOT EXISTS (SELECT 1 FROM action l WHERE l.id > a.id AND l.undoes IS NULL)""",
    )


def undoable_action(connection: Connection, action: ActionId) -> Action:
    """``action`` if it may be undone; raises NotFound saying why not."""
    found = _one(connection, "id = ?", (action,))
    if found is None:
        raise NotFound(N_("There is no action {number} in the history."), number=action)
    if _one(connection, f"id = ? AND {AFTER_BARRIER}", (action,)) is None:
        raise NotFound(N_("Action {number} lies before an upgrade or the start of the register."), number=action)
    if found.undoes is not None or _one(connection, f"id = ? AND {NOT_UNDONE}", (action,)) is None:
        raise NotFound(N_("Action {number} is an undo, or is undone already."), number=action)
    return found


def reverse(connection: Connection, action: ActionId, *, skip_changed: bool) -> None:
    """Take ``action`` back row by row, newest first, inside an open action.

    Raises Conflict (all or nothing) when a row was changed since, unless ``skip_changed`` leaves such rows alone.
    """
    conflicts: list[str] = []
    for line in reversed(lines(connection, action)):
        if not _reverse_line(connection, line):
            conflicts.append(f"{line.noun} {line.row}")
    if conflicts and not skip_changed:
        text = N_("{count} rows were changed since. Undo the later actions first, or skip these rows.")
        raise Conflict(text, conflicts, count=len(conflicts))


def _reverse_line(connection: Connection, line: LogLine) -> bool:
    try:
        if line.kind == "insert":
            if _touched_since(connection, line):
                return False
            return bool(connection.execute(f"DELETE FROM {line.noun} WHERE id = ?", (line.row,)).rowcount)
        if line.kind == "delete":
            names = ", ".join(f'"{name}"' for name in line.image)
            marks = ", ".join("?" * len(line.image))
            connection.execute(f"INSERT INTO {line.noun} ({names}) VALUES ({marks})", list(line.image.values()))
            return True
        return _reverse_update(connection, line)
    except IntegrityError:
        return False


def _reverse_update(connection: Connection, line: LogLine) -> bool:
    pairs = {name: (pair[0], pair[1]) for name, pair in line.image.items() if isinstance(pair, list)}
    sets = ", ".join(f'"{name}" = ?' for name in pairs)
    same = " AND ".join(f'"{name}" IS ?' for name in pairs)
    done = connection.execute(
        f"UPDATE {line.noun} SET {sets} WHERE id = ? AND {same}",
        [old for old, _new in pairs.values()] + [line.row] + [new for _old, new in pairs.values()],
    )
    return bool(done.rowcount)


def _touched_since(connection: Connection, line: LogLine) -> bool:
    query = f"""SELECT 1 FROM change c JOIN action a ON a.id = c.action_id WHERE c.noun = ? AND c.row_id = ?
        AND c.id > ? AND a.id <> ? AND a.undoes IS NULL AND {NOT_UNDONE} LIMIT 1"""
    return connection.execute(query, (line.noun, line.row, line.id, line.action)).fetchone() is not None
