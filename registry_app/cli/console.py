"""What the command line says and where: answers on standard output, problems on standard error, UTF-8 everywhere."""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from textwrap import indent

from registry_app.domain.errors import Problem, RegistryError, system_reason
from registry_app.domain.words import N_, _


def use_utf8() -> None:
    """Whatever the console's own encoding is; a letter that cannot be said is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """One answer on a line of its own."""
    _put(text)


def say_json(value: object) -> None:
    """One answer as JSON, Vietnamese letters as they are."""
    _put(json.dumps(value, ensure_ascii=False, indent=2))


def say_json_list(values: Iterable[object]) -> None:
    """As ``say_json`` of a list, one element at a time: a large register is never in memory as a whole."""
    between = "[\n"
    for value in values:
        _put(between + indent(json.dumps(value, ensure_ascii=False, indent=2), "  "), end="")
        between = ",\n"
    _put("[]" if between == "[\n" else "\n]")


def say_bytes(text: str) -> None:
    """Text as it is in UTF-8, line ends untouched."""
    with _written():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())


def finish() -> None:
    """Nothing of the answer is kept back. Raises RegistryError."""
    with _written():
        sys.stdout.flush()


def complain(text: str) -> None:
    """One sentence about what went wrong, on standard error."""
    print(text, file=sys.stderr)


def warn(problems: Iterable[Problem]) -> None:
    """What is worth a look but did not keep anything from being saved."""
    for problem in problems:
        complain(_("Note: {what}").format(what=problem))


def _put(text: str, end: str = "\n") -> None:
    with _written():
        print(text, end=end)


@contextmanager
def _written() -> Iterator[None]:
    """Where nobody reads on, the command comes to its end all the same: what was read is entered as given out. Raises
    RegistryError where the answer goes into a file that takes no more."""
    try:
        yield
    except BrokenPipeError:
        _stop_quietly()
    except OSError as problem:
        _stop_quietly()
        raise RegistryError(N_("The answer could not be written: {why}."), why=system_reason(problem)) from problem


def _stop_quietly() -> None:
    """Write the rest nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
