"""Commands about register files: make a new one, show the program to somebody, open the window."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations import files, preferences

from .command import Command, Outcome, Window
from .console import say

PICTURE = "cua-so.png"


def _new_arguments(parser: ArgumentParser) -> None:
    from . import values  # what commands read and write with: not needed to open the window

    values.add_file(parser)
    parser.add_argument(
        "--ward", metavar=_("NAME"), required=True, help=_("the name of the ward, for example “Phường …”")
    )


def _new(arguments: Namespace) -> Outcome:
    path = Path(arguments.file)
    files.create(path, Ward(name=arguments.ward), who=preferences.load().who).close()
    say(_("Made the register: {path}").format(path=path))
    return 0


def _demo_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--dir", metavar=_("FOLDER"), help=_("where to put the files (usual: the folder of documents)"))
    parser.add_argument("--no-window", action="store_true", help=_("only make the files"))


def _demo(arguments: Namespace) -> Outcome:
    from registry_app.operations import demonstration  # the paper's fonts and drawer: not before they are needed

    folder = Path(arguments.dir) if arguments.dir is not None else demonstration.usual_folder()
    made = demonstration.demonstrate(folder, who=preferences.load().who)
    say(_("Sample register: {path}").format(path=made.register))
    for path, rows in made.papers:
        say(_("PDF with {count} rows: {path}").format(path=path, count=rows))
    if arguments.no_window:
        return 0
    return Window(register=made.register, picture=folder / PICTURE)


def _open_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar=_("FILE"), nargs="?", help=_("the register file (usual: the one that was open last)")
    )


def _open(arguments: Namespace) -> Outcome:
    return Window(register=Path(arguments.file) if arguments.file is not None else None)


COMMANDS = (
    Command(name="new", help=N_("make a new, empty register"), arguments=_new_arguments, run=_new),
    Command(
        name="demo",
        help=N_("make the sample register, print its lists, open the window"),
        arguments=_demo_arguments,
        run=_demo,
    ),
    Command(name="open", help=N_("open the window"), arguments=_open_arguments, run=_open),
)
