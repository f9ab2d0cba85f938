"""The command that reports on a period: as a paper, or its figures on the terminal."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from registry_app.domain import period_text
from registry_app.domain.errors import Problem, Refused, RegistryError
from registry_app.domain.kinds import BadValue
from registry_app.domain.period_text import Span
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import period_lines, period_paper, period_report, printing
from registry_app.operations.period_report import AGAINST, Comparison

from . import table, values
from .command import Command, Outcome
from .console import say, say_bytes, say_json


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--from", dest="begun", metavar=_("DATE"), help=_("the first day of the period"))
    parser.add_argument("--to", dest="over", metavar=_("DATE"), help=_("the last day of the period"))
    parser.add_argument(
        "--period", metavar=_("PERIOD"), help=_("the period in words: 2026; first 6 months of 2026; Q1/2026")
    )
    parser.add_argument(
        "--against", metavar="|".join(AGAINST), default="before", help=_("the period before, or the same a year before")
    )
    parser.add_argument("--out", metavar=_("FILE"), help=_("the paper to write: .pdf, .docx or .xlsx"))
    parser.add_argument("--date", metavar=_("DATE"), help=_("the day in the date line (usual: dotted)"))
    values.add_format(parser)


def _run(arguments: Namespace) -> Outcome:
    first, last = _span(arguments)
    against = values.one_of(arguments.against, AGAINST)
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        if arguments.out:
            day = values.day(arguments.date) if arguments.date else None
            prepared = period_paper.prepare(registry, first, last, against=against, day=day)
            path = Path(arguments.out)
            printing.save_bytes(printing.written(prepared.report, path.suffix), path)
            say(str(path))
            return 0
        found = period_report.compare(registry, first, last, against)
        _say(found, form)
    return 0


def _span(arguments: Namespace) -> Span:
    """The period asked for, which has begun. Raises Refused, RegistryError."""
    span = _asked(arguments)
    if span[0] > date.today():
        raise Refused([Problem("period", N_("The period has not begun yet."))])
    return span


def _asked(arguments: Namespace) -> Span:
    if arguments.period:
        try:
            return period_text.read_period(arguments.period, date.today())
        except BadValue as wrong:
            raise Refused([Problem("period", wrong.text, wrong.values)]) from None
    if not (arguments.begun and arguments.over):
        raise RegistryError(N_("Say which period: --from and --to, or --period."))
    first, last = values.day(arguments.begun), values.day(arguments.over)
    if first > last:
        raise Refused([Problem("period", N_("The period ends before it begins."))])
    return first, last


def _say(found: Comparison, form: str) -> None:
    made = period_lines.sections(found)
    if form == "json":
        say_json(_object(found))
        return
    cells = [[_("What is counted"), _("This period"), _("Period before"), _("Change")]]
    for section in made:
        cells += [[line.label, line.now, line.before, line.change] for line in section.lines]
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return
    say(period_lines.title(found))
    say("")
    for text in table.lines(cells, table.terminal_width()):
        say(text)


def _object(found: Comparison) -> dict[str, object]:
    """The figures for programs, by key."""
    lines = [line for section in period_lines.sections(found) for line in section.lines]
    now, before = found.now, found.before
    return {
        "from": now.first.isoformat(),
        "to": now.last.isoformat(),
        "counted_on": now.at.isoformat(),
        "before": {"from": before.first.isoformat(), "to": before.last.isoformat()},
        "figures": {line.key: {"now": line.number, "before": line.number_before} for line in lines},
        "built": {
            "now": len(now.figures.built),
            "kept": now.figures.built_kept,
            "effective": now.figures.built_effective,
        },
    }


COMMANDS = (
    Command(name="report", help=N_("the report of a period, beside the one before"), arguments=_arguments, run=_run),
)
