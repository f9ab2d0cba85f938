"""Commands about what was done: the history, undo and redo."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Conflict, NotFound, RegistryError
from registry_app.domain.ids import ActionId
from registry_app.domain.words import N_, _
from registry_app.operations import histories, people_shown
from registry_app.operations.histories import Entry
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import given, values
from .command import Command, Outcome
from .console import say, say_json

MOST_ACTIONS = 1_000_000
ROWS = 20
"""How many rows of one action a person is told."""


def _history_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("code", metavar=_("CODE"), nargs="?", help=_("only what touched this model"))
    values.add_format(parser, ("table", "json"))
    parser.add_argument(
        "--limit", metavar=_("NUMBER"), help=_("how many actions at most (usual: all of a model, 200 of the register)")
    )


def _history(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, ("table", "json"))
    limit = None if arguments.limit is None else values.count(arguments.limit, MOST_ACTIONS)
    with values.reading(arguments.file) as registry:
        model = None if arguments.code is None else values.model(registry, arguments.code)
        entries = histories.history(registry, model, limit, rows=None if form == "json" else ROWS)
    if form == "json":
        say_json([_object(entry) for entry in entries])
    else:
        for entry in entries:
            for line in _lines(entry):
                say(line)
    named = {people_shown.in_change(change) for entry in entries for change in entry.changes}
    of = arguments.code or _("the whole register")
    given.enter_shown(arguments.file, _("History"), of, len(named - {None}), form)
    return 0


def _object(entry: Entry) -> dict[str, object]:
    return {
        "action": entry.action,
        "at": entry.at,
        "who": entry.who,
        "computer": entry.computer,
        "label": entry.label,
        "undoes": entry.undoes,
        "changes": [
            {
                "noun": change.noun_key,
                "code": change.code,
                "field": change.field_key,
                "old": change.old_value,
                "new": change.new_value,
            }
            for change in entry.changes
        ],
    }


def _lines(entry: Entry) -> Iterator[str]:
    when = f"{show_date(entry.at[:10])} {entry.at[11:16]}"
    undone = "  " + _("(undone)") if entry.undone else ""
    yield f"{entry.action:>5}  {when}  {entry.who} ({entry.computer})  {entry.label}{undone}"
    for change in entry.changes:
        code = f"{change.noun} {change.code}".strip()
        old, new = (text if text is not None else _("(blank)") for text in (change.old, change.new))
        yield "       " + f"{code}, {change.field}: {old} → {new}".replace("\n", " ")
    if entry.more:
        yield "       " + _("… and {count} more rows").format(count=entry.more)


def _undo_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument(
        "action", metavar=_("ACTION"), nargs="?", help=_("the number of the action in the history (usual: the newest)")
    )
    parser.add_argument(
        "--skip-changed", action="store_true", help=_("leave rows alone that were changed since, undo the others")
    )


def _undo(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        action = None if arguments.action is None else _number(arguments.action)
        try:
            changes = registry.undo(action, skip_changed=arguments.skip_changed)
        except Conflict as conflict:
            raise _named(registry, conflict) from None
        if not changes:
            raise RegistryError(N_("There is nothing to undo."))
        _say_done(registry, changes)
    return 0


def _number(typed: str) -> ActionId:
    if not (typed.isascii() and typed.isdigit()):
        raise NotFound(N_("There is no action {number} in the history."), number=typed)
    return ActionId(int(typed))


def _redo(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        try:
            changes = registry.redo()
        except Conflict as conflict:
            raise _named(registry, conflict) from None
        if not changes:
            raise RegistryError(N_("There is nothing to redo."))
        _say_done(registry, changes)
    return 0


def _named(registry: Registry, conflict: Conflict) -> Conflict:
    """The same conflict with rows as people call them."""
    return Conflict(conflict.text, histories.blocked_rows(registry, conflict), **conflict.values)


def _say_done(registry: Registry, changes: Changes) -> None:
    (entry,) = histories.history(registry, limit=1, rows=0)
    rows = sum(len(ids) for ids in changes.rows.values())
    say(_("{label} ({count} rows)").format(label=entry.label, count=rows))


COMMANDS = (
    Command(name="history", help=N_("who did what and when, newest first"), arguments=_history_arguments, run=_history),
    Command(
        name="undo", help=N_("take back the newest action, or the one named"), arguments=_undo_arguments, run=_undo
    ),
    Command(name="redo", help=N_("take back the newest undo"), arguments=values.add_file, run=_redo),
)
