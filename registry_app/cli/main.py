"""The command line: chooses the language, reads the arguments, runs the command, says known problems in one place."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence

from registry_app import __version__
from registry_app.domain import words
from registry_app.domain.errors import RegistryError
from registry_app.domain.words import N_, _

from . import console, registers
from .argparse_words import speaking
from .command import Command, Outcome

PROGRAM = "registry-app"
LANGUAGE = "REGISTRY_APP_LANG"
OPENING = {command.name: command for command in registers.COMMANDS}
"""What makes or opens a register. The window waits for no other command to be loaded."""


def main(arguments: Sequence[str] | None = None) -> Outcome:
    """Do what ``arguments`` (None: those of the process) ask; the exit code, or that a window is wanted.

    0 done · 1 a known problem, said on standard error · 2 wrong usage. Without any argument the window is wanted.
    """
    console.use_utf8()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    try:
        outcome = _run(typed)
        console.finish()
    except RegistryError as known:
        from .problems import complain_about  # knows every noun: nothing that a start should wait for

        complain_about(known)
        return 1
    except SystemExit as wrong_usage:
        return wrong_usage.code if isinstance(wrong_usage.code, int) else 2
    except KeyboardInterrupt:
        return 130
    return outcome


def _run(typed: Sequence[str]) -> Outcome:
    language, rest = _language(typed)
    words.use(language or os.environ.get(LANGUAGE, words.DEFAULT))
    if language and language not in words.LANGUAGES:
        text = N_("“{name}” is not one of: {options}.")
        raise RegistryError(text, name=language, options=", ".join(words.LANGUAGES))
    wanted = _with_sort(rest) or ["open"]
    commands = _commands(wanted[0])
    with speaking():
        found = parser(commands).parse_args(wanted)
    return commands[found.command].run(found)


def _commands(first: str) -> Mapping[str, Command]:
    """What may be meant by the first argument: one of OPENING alone, else every command."""
    if first in OPENING:
        return {first: OPENING[first]}
    from .every_command import COMMANDS

    return COMMANDS


def parser(known: Mapping[str, Command]) -> ArgumentParser:
    """The command line of the commands ``known``, in the language in use."""
    whole = ArgumentParser(
        prog=PROGRAM,
        description=_("The register of a ward's community-security models."),
        epilog=_("Dates: dd/MM/yyyy or yyyy-MM-dd. Help for one command: {program} COMMAND --help").format(
            program=PROGRAM
        ),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=_("show the version and stop")
    )
    whole.add_argument("--lang", metavar="vi|en", help=_("speak Vietnamese or English"))
    commands = whole.add_subparsers(dest="command", metavar=_("COMMAND"), required=True, title=_("commands"))
    for command in known.values():
        text = _(command.help)
        command.arguments(commands.add_parser(command.name, help=text, description=text, allow_abbrev=False))
    return whole


def _language(typed: Sequence[str]) -> tuple[str, list[str]]:
    """What ``--lang`` says, wherever it stands, and the other arguments."""
    found = ""
    rest: list[str] = []
    waiting = list(typed)
    while waiting:
        one = waiting.pop(0)
        if one == "--":
            return found, [*rest, one, *waiting]
        if one == "--lang" and waiting:
            found = waiting.pop(0)
        elif one.startswith("--lang="):
            found = one.removeprefix("--lang=")
        else:
            rest.append(one)
    return found, rest


def _with_sort(typed: Sequence[str]) -> list[str]:
    """``--sort -field`` as one argument: argparse takes what starts with a dash for an option."""
    joined: list[str] = []
    for one in typed:
        if joined and joined[-1] == "--sort":
            joined[-1] = f"--sort={one}"
        else:
            joined.append(one)
    return joined
