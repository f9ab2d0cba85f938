"""The command that prints: a list of the register as a PDF by Decree 30/2020."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_, _

from . import values
from .command import Command, Outcome
from .console import complain, say
from .showing import add_search, asked

REPORTS = ("models", "due")
PDF = b"%PDF"
PAPERS = ("internal", "appendix")


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("report", metavar="|".join(REPORTS), help=_("which paper"))
    parser.add_argument("--out", metavar=_("FILE.pdf"), required=True, help=_("where to write the PDF"))
    add_search(parser, None)
    parser.add_argument(
        "--paper", metavar="|".join(PAPERS), default=PAPERS[0], help=_("a paper of its own, or an appendix to another")
    )


def _print(arguments: Namespace) -> Outcome:
    from registry_app.operations import printing  # the paper's fonts and drawer: not before they are needed

    kind = values.one_of(arguments.paper, PAPERS)
    usual = printing.default_search(arguments.report)
    out = _writable(Path(arguments.out))
    with values.reading(arguments.file) as registry:
        search = asked(registry, arguments, usual.view)
        if not search.order:
            search = replace(search, order=usual.order)
        prepared = printing.prepare(registry, arguments.report, search, values.moment(registry), kind=kind)
    printed = printing.render(prepared)
    printing.save(printed, out)
    say(_("PDF with {count} models: {path}").format(path=out, count=printed.rows))
    if printed.missing:
        letters = " ".join(sorted(printed.missing))
        complain(_("Note: no font has these letters, they print as a box: {letters}").format(letters=letters))
    return 0


def _writable(out: Path) -> Path:
    """``out``, unless something that is no PDF would be lost. Raises RegistryError."""
    try:
        with out.open("rb") as stream:
            lost = stream.read(len(PDF)) != PDF
    except FileNotFoundError:
        lost = False
    except (OSError, ValueError) as problem:
        text = N_("“{name}” cannot be written: {why}. Choose another name.")
        raise RegistryError(text, name=out.name, why=system_reason(problem)) from None
    if lost:
        raise RegistryError(N_("“{name}” is there already and is no PDF. Choose another name."), name=out.name)
    return out


COMMANDS = (Command(name="print", help=N_("print a list as a PDF"), arguments=_arguments, run=_print),)
