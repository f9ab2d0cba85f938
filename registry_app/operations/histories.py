"""The history for people: every action with who, when, and old → new of each field, newest first.

The log keeps little (an insert only its key); what rows held then is walked back from what they hold now.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.errors import Conflict
from registry_app.domain.ids import ActionId, ModelId
from registry_app.domain.words import _
from registry_app.store import log
from registry_app.store.history import Action, LogLine
from registry_app.store.log import Which
from registry_app.store.registry import REDO, UNDO, Registry

from .history_columns import Column
from .history_names import Names
from .history_steps import Step, steps
from .history_words import NOUNS, plain, shown

NEWEST = 200
"""How many actions of the whole register are told when nobody says how many."""
MOST_ROWS = 200
"""How many rows of one action are told, field by field, when nobody says how many."""


class FieldChange(Struct, frozen=True, kw_only=True):
    """One field of one row. ``noun``, ``field``, ``old`` and ``new`` are ready for people (None: blank), ``code`` is
    the model's or the list entry's; the ``_key`` and ``_value`` twins are their English keys and canonical texts."""

    noun: str
    code: str
    field: str
    old: str | None
    new: str | None
    noun_key: str
    field_key: str
    old_value: str | None
    new_value: str | None


class Entry(Struct, frozen=True, kw_only=True):
    """One action. ``at`` is ISO with offset, ``label`` ready for people, ``undoes`` the action that it takes back,
    ``undone`` whether it stands taken back now, ``more`` how many rows are left out of ``changes``, ``barred`` whether
    it lies before an upgrade or the start of the register and cannot be taken back."""

    action: int
    at: str
    who: str
    computer: str
    label: str
    undoes: int | None
    undone: bool
    changes: tuple[FieldChange, ...]
    more: int = 0
    barred: bool = False


class Told(Struct, frozen=True, kw_only=True):
    """Actions, newest first, with the first lines of each that are to be told, and how many it has in all."""

    actions: Sequence[Action]
    lines: Mapping[ActionId, Sequence[LogLine]]
    counts: Mapping[ActionId, int]


def history(
    registry: Registry, model: ModelId | None = None, limit: int | None = None, *, rows: int | None = MOST_ROWS
) -> list[Entry]:
    """The newest ``limit`` actions, newest first; None: all that touched ``model`` or what hangs on it, or the NEWEST
    of the whole register. ``rows`` is how many rows an action tells at most (None: all)."""
    if model is None and limit is None:
        limit = NEWEST
    return entries(registry, told(registry, model, Which(), limit, rows=rows))


def told(
    registry: Registry, model: ModelId | None, which: Which, limit: int | None, *, rows: int | None = MOST_ROWS
) -> Told:
    """The newest ``limit`` of the actions asked for, of the whole register or only with what they did to ``model``."""
    connection = registry.connection
    if model is None:
        actions = log.actions(connection, which, limit)
        lines = {action.id: log.lines_of(connection, action.id, rows) for action in actions}
        counts = {action.id: log.count_of(connection, action.id) for action in actions}
    else:
        every = _by_action(log.lines_of_model(connection, model))
        actions = log.actions(connection, replace(which, among=tuple(every)), limit)
        lines = {action.id: every[action.id][:rows] for action in actions}
        counts = {action.id: len(every[action.id]) for action in actions}
    return Told(actions=actions, lines=lines, counts=counts)


def entries(registry: Registry, told: Told) -> list[Entry]:
    """What was told of each action, for people."""
    walked = steps(registry, [line for lines in told.lines.values() for line in lines])
    undone = log.undone(registry.connection, told.lines)
    barrier = log.barrier(registry.connection)
    names = Names(registry)
    return [
        Entry(
            action=action.id,
            at=action.at,
            who=action.who,
            computer=action.computer,
            label=label(registry, action),
            undoes=action.undoes,
            undone=action.id in undone,
            barred=action.id <= barrier,
            changes=tuple(change for line in told.lines[action.id] for change in _changes(walked[line.id], names)),
            more=told.counts[action.id] - len(told.lines[action.id]),
        )
        for action in told.actions
    ]


def row_name(registry: Registry, noun: str, row: int) -> str:
    """What people call one logged row: "Review CAM-2026-001"."""
    return _row_name(Names(registry), noun, row)


def _row_name(names: Names, noun: str, row: int) -> str:
    return f"{_(NOUNS[noun].label)} {names.code(noun, names.image(noun, row))}".strip()


def blocked_rows(registry: Registry, conflict: Conflict) -> tuple[str, ...]:
    """What people call the rows that stand in the way of an undo, each once."""
    names = Names(registry)
    places = (row.split(" ") for row in conflict.rows)
    return tuple(dict.fromkeys(_row_name(names, noun, int(number)) for noun, number in places))


def label(registry: Registry, action: Action) -> str:
    """What ``action`` is called; an undo names what it takes back."""
    if action.undoes is None or action.label not in (UNDO, REDO):
        return _(action.label)
    return f"{_(action.label)}: {_(log.first_label(registry.connection, action.undoes))}"


def _by_action(lines: Sequence[LogLine]) -> dict[ActionId, list[LogLine]]:
    found: dict[ActionId, list[LogLine]] = {}
    for line in lines:
        found.setdefault(line.action, []).append(line)
    return found


def _changes(step: Step, names: Names) -> Iterator[FieldChange]:
    noun = NOUNS[step.line.noun]
    row = step.after or step.before
    code = names.code(step.line.noun, row)
    for declared, old, new in _told(step, names):
        column = names.column(step.line.noun, declared, row)
        was, now = plain(column, old), plain(column, new)
        if was == now:
            continue
        yield FieldChange(
            noun=_(noun.label),
            code=code,
            field=_(column.label),
            old=shown(column, was),
            new=shown(column, now),
            noun_key=noun.key,
            field_key=column.key,
            old_value=was,
            new_value=now,
        )


def _told(step: Step, names: Names) -> Iterator[tuple[Column, object, object]]:
    """The columns worth telling, with old and new; references as names already."""
    columns = NOUNS[step.line.noun].columns
    whole = step.line.kind != "update"
    for name in columns if whole else step.line.image:
        column = columns.get(name)
        if column is None or not column.key:
            continue
        old, new = step.before.get(name), step.after.get(name)
        if whole and (old or new) in (None, "", column.preset):
            continue
        if column.reference == "status" and whole:
            old, new = (names.status_before(step), new) if new else (old, names.status_before(step))
        yield column, names.named(column, old), names.named(column, new)
    yield from _implied(step, names)


def _implied(step: Step, names: Names) -> Iterator[tuple[Column, object, object]]:
    """Whose a row is, where that changes; an area that a model leaves or comes back to is told by name, beside the date
    that the log has."""
    noun = NOUNS[step.line.noun]
    if step.line.kind == "update" and noun.owner_column in step.line.image:
        owner = Column(key=noun.owner, label=NOUNS[noun.owner].label, reference=noun.owner)
        old, new = (names.named(owner, row.get(noun.owner_column)) for row in (step.before, step.after))
        yield owner, old, new
    columns = NOUNS["site"].columns
    if step.line.noun == "site" and step.line.kind == "update" and "valid_to" in step.line.image:
        area = names.named(columns["area_id"], step.after.get("area_id"))
        gone = step.after.get("valid_to") is not None
        yield columns["area_id"], area if gone else None, None if gone else area
