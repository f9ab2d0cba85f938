"""Commands that write models: add, edit, move to the trash, take out again."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from registry_app.domain.errors import Problem, Refused, RegistryError, system_reason
from registry_app.domain.fields import EDITABLE
from registry_app.domain.words import N_, _
from registry_app.operations import from_json, models
from registry_app.operations.models import Saved
from registry_app.operations.typed import CREATABLE, EMPTY_LIST, NOT_LISTED
from registry_app.store.registry import Registry

from . import values
from .command import Command, Outcome
from .console import say, warn

OWN_WAY = {
    "code": N_("The code is given once and is never changed."),
    "status": N_("Change the status with the command “status”."),
    **dict.fromkeys(("grade", "effective", "last_review"), N_("Record a review with the command “review”.")),
}
"""What is no field to be set, and what to do instead."""


def _add_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument(
        "--json", metavar=_("FILE|-"), required=True, help=_("a JSON object or a list of objects; - reads the input")
    )
    _add_create(parser)


def _add_create(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--create", action="store_true", help=_("add organisations, areas and tags that are in no list yet")
    )


def _add(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        new = from_json.new_models(read_input(arguments.json), registry.lists)
        try:
            saved = models.add(registry, new, create=arguments.create)
        except Refused as refused:
            raise _with_hint(refused, created=arguments.create) from None
        _report(saved)
    return 0


def read_input(file: str) -> bytes:
    """What is in ``file``, or in the input where it is "-". Raises RegistryError."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as problem:
        text = N_("“{name}” cannot be read: {why}.")
        raise RegistryError(text, name=file, why=system_reason(problem, reads=True)) from None


def _with_hint(refused: Refused, *, created: bool) -> Refused:
    """Names that are in no list may be meant: say how to add them."""
    addable = {field.name for field in EDITABLE if field.reference in CREATABLE}
    unknown = [
        problem
        for problem in refused.problems
        if problem.field.rpartition(".")[2] in addable and problem.text in (NOT_LISTED, EMPTY_LIST)
    ]
    if created or not unknown:
        return refused
    return Refused([*refused.problems, Problem("", N_("To add what is in no list yet, give --create as well."))])


def _report(saved: Saved) -> None:
    for code in saved.codes:
        say(code)
    warn(saved.warnings)


def _edit_arguments(parser: ArgumentParser) -> None:
    parser.usage = _("%(prog)s FILE CODE --set FIELD=VALUE … [--create]")
    values.add_file(parser)
    parser.add_argument("code", metavar=_("CODE"), help=_("the code of the model"))
    parser.add_argument(
        "--set",
        metavar=_("FIELD=VALUE"),
        nargs="+",
        action="extend",
        required=True,
        help=_("for example name=…, areas='A; B', extra.eyes=12; nothing after = makes the field empty"),
    )
    _add_create(parser)


def _edit(arguments: Namespace) -> Outcome:
    typed = _typed(arguments.set)
    with values.writing(arguments.file) as registry:
        try:
            saved = models.edit(registry, values.model(registry, arguments.code), typed, create=arguments.create)
        except Refused as refused:
            raise _with_hint(refused, created=arguments.create) from None
        _report(saved)
    return 0


def _typed(settings: Sequence[str]) -> dict[str, str]:
    typed: dict[str, str] = {}
    problems = []
    for setting in settings:
        name, equals, value = setting.partition("=")
        name = name.strip()
        if not equals:
            problems.append(Problem("", N_("“{typed}”: write FIELD=VALUE, for example name=…"), {"typed": setting}))
        elif name in OWN_WAY:
            problems.append(Problem(name, OWN_WAY[name]))
        elif name in from_json.RECKONED:
            problems.append(Problem(name, from_json.NOT_SETTABLE, {"name": name}))
        elif name in typed:
            problems.append(Problem(name, N_("“{name}” is given twice."), {"name": name}))
        typed[name] = value
    if problems:
        raise Refused(problems)
    return typed


def _codes_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("codes", metavar=_("CODE"), nargs="+", help=_("the codes of the models"))


def _trash(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        models.trash(registry, values.models(registry, arguments.codes))
        _say_codes(registry, arguments.codes)
    return 0


def _untrash(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        models.untrash(registry, values.models(registry, arguments.codes))
        _say_codes(registry, arguments.codes)
    return 0


def _say_codes(registry: Registry, codes: Sequence[str]) -> None:
    for row in registry.models.window(values.models(registry, codes), values.moment(registry)):
        say(f"{row.code}  {row.name}")


COMMANDS = (
    Command(name="add", help=N_("add models from JSON; says their codes"), arguments=_add_arguments, run=_add),
    Command(name="edit", help=N_("change fields of a model"), arguments=_edit_arguments, run=_edit),
    Command(name="trash", help=N_("move models to the trash"), arguments=_codes_arguments, run=_trash),
    Command(name="untrash", help=N_("take models out of the trash"), arguments=_codes_arguments, run=_untrash),
)
