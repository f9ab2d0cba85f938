"""The days on which reviews are due, for a calendar program."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from msgspec.structs import replace

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import N_, _, n_

from . import values
from .command import Command, Outcome
from .console import say
from .showing import MOST_DAYS, add_search, asked

BEGINS = b"BEGIN:VCALENDAR"


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--out", metavar=_("FILE.ics"), required=True, help=_("where to write it"))
    add_search(parser, None)
    parser.add_argument("--within", metavar=_("DAYS"), help=_("only what is overdue or due within so many days"))


def _run(arguments: Namespace) -> Outcome:
    from registry_app.operations import calendar  # brings what writes papers: not before it is needed

    out = _writable(Path(arguments.out), calendar.SUFFIX)
    with values.reading(arguments.file) as registry:
        at, view = values.moment(registry), "all"
        if arguments.within is not None:
            at, view = replace(at, within=values.count(arguments.within, MOST_DAYS)), "due"
        search = asked(registry, arguments, view)
        search = search if search.order else replace(search, order=calendar.USUAL.order)
        count = calendar.save(registry, search, at, out)
    text = n_("{count} due date in the calendar: {path}", "{count} due dates in the calendar: {path}", count)
    say(text.format(count=count, path=out))
    return 0


def _writable(out: Path, suffix: str) -> Path:
    """``out``, unless it has another suffix or something that is no calendar would be lost. Raises RegistryError."""
    if out.suffix.lower() != suffix:
        raise RegistryError(
            N_("“{name}”: give the file a name that ends in {suffixes}."), name=out.name, suffixes=suffix
        )
    try:
        held = out.is_file() and not out.read_bytes().startswith(BEGINS)
    except OSError:
        held = False  # said when it is written
    if held:
        text = N_("“{name}” is there already and is no {form}. Choose another name.")
        raise RegistryError(text, name=out.name, form="ICS")
    return out


COMMANDS = (
    Command(
        name="calendar",
        help=N_("write the days on which reviews are due as an iCalendar file"),
        arguments=_arguments,
        run=_run,
    ),
)
"""One command."""
