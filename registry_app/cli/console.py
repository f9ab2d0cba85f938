"""What the command line says and where: answers on standard output, problems on standard error, UTF-8 everywhere."""

import io
import json
import os
import sys
from collections.abc import Iterable
from textwrap import indent

from registry_app.domain.errors import Conflict, Problem, Refused, RegistryError
from registry_app.domain.fields import BY_NAME
from registry_app.domain.nouns import NOUNS
from registry_app.domain.words import N_, _

LABELS = {
    "on": N_("Date"),
    "status_on": N_("Status since"),
    "reason": N_("Reason"),
    "ward": N_("Name of the ward"),
    "unit": N_("Unit counted"),
    "entry": N_("Name"),
    "into": N_("New areas"),
    "number": N_("Number"),
    "division": N_("Division of the rows"),
    "assign": N_("Division of the rows"),
    "target": N_("Merged into"),
    "until": N_("Excused until"),
}
"""Labels of what is no field of a model."""
NO_LABEL = "model"
"""The field of problems that name the model themselves."""


def use_utf8() -> None:
    """Whatever the console's own encoding is; a letter that cannot be said is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """One answer on a line of its own."""
    print(text)


def say_json(value: object) -> None:
    """One answer as JSON, Vietnamese letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def say_json_list(values: Iterable[object]) -> None:
    """As ``say_json`` of a list, one element at a time: a large register is never in memory as a whole."""
    between = "[\n"
    for value in values:
        print(between + indent(json.dumps(value, ensure_ascii=False, indent=2), "  "), end="")
        between = ",\n"
    print("[]" if between == "[\n" else "\n]")


def say_bytes(text: str) -> None:
    """Text as it is in UTF-8, line ends untouched."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())


def complain(text: str) -> None:
    """One sentence about what went wrong, on standard error."""
    print(text, file=sys.stderr)


def warn(problems: Iterable[Problem]) -> None:
    """What is worth a look but did not keep anything from being saved."""
    for problem in problems:
        complain(_("Note: {what}").format(what=problem))


def complain_about(known: RegistryError) -> None:
    """A known problem: one sentence, or one a field."""
    if isinstance(known, Refused):
        for text in dict.fromkeys(_at_field(problem) for problem in known.problems):
            complain(text)
    else:
        complain(str(known))
    if isinstance(known, Conflict):
        for row in known.rows:
            complain(f"  {row}")


def _at_field(problem: Problem) -> str:
    number, dot, name = problem.field.partition(".")
    if not (dot and number.isdigit()):
        number, name = "", problem.field
    lead = _label(name) or name.removeprefix("extra.").removeprefix(NO_LABEL)
    if number:
        lead = _("row {number} of the list, {field}").format(number=number, field=lead)
    return f"{lead}: {problem}" if lead else str(problem)


def _label(name: str) -> str:
    """What the field is called in the language in use: of a model, of what is no field, of any other noun."""
    if name in BY_NAME:
        return _(BY_NAME[name].label)
    if name in LABELS:
        return _(LABELS[name])
    return next((_(noun.by_name[name].label) for noun in NOUNS.values() if name in noun.by_name), "")


def stop_quietly() -> None:
    """Nobody reads standard output any more: write the rest nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
