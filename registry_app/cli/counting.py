"""The command that counts: officially, on any day, whole or told apart; and the force that the law knows."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from registry_app.domain import counting as domain
from registry_app.domain.counting import Figures, Official, grouped
from registry_app.domain.dates import show_date
from registry_app.domain.errors import RegistryError
from registry_app.domain.fields import BY_NAME
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import counting, force
from registry_app.operations.counting import FIGURES, Line
from registry_app.operations.force import Force

from . import values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_bytes, say_json
from .paper import writable

AXES = {"type": "type", "area": "areas", "status": "status", "field": "field"}
"""The field whose heading a column of that axis has."""


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--by", metavar="|".join(domain.AXES), help=_("tell the count apart by this"))
    parser.add_argument("--as-of", "--on", metavar=_("DATE"), help=_("the day that is counted (usual: today)"))
    parser.add_argument("--force", action="store_true", help=_("the statutory bodies as form BM1 counts them"))
    parser.add_argument("--out", metavar=_("FILE.pdf|xlsx"), help=_("where to write form BM1, with --force"))
    parser.add_argument("--record", action="store_true", help=_("write the figures of --force down for that day"))
    values.add_format(parser)


def _count(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    axis = values.one_of(arguments.by, domain.AXES) if arguments.by is not None else ""
    on = values.day(arguments.as_of) if arguments.as_of is not None else date.today()
    if arguments.force or arguments.record or arguments.out is not None:
        return _count_force(arguments, on, form)
    with values.reading(arguments.file) as registry:
        if axis:
            count, lines = counting.told_apart(registry, on, axis)
        else:
            count, lines = counting.official(registry, on), ()
    if form == "json":
        say_json(_object(count, axis, lines))
        return 0
    cells = _cells(count, axis, lines)
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return 0
    say(_("On {date}: {count}").format(date=show_date(on.isoformat()), count=count.whole))
    say("")
    say_cells(cells)
    return 0


def _count_force(arguments: Namespace, on: date, form: str) -> Outcome:
    if arguments.by is not None:
        raise RegistryError(N_("--by and --force do not go together."))
    if arguments.record:
        with values.writing(arguments.file) as registry:
            force.record(registry, on)
    if arguments.out is not None:
        return _write_form(arguments, on)
    with values.reading(arguments.file) as registry:
        found = force.read(registry, on)
    if form == "json":
        say_json(_force_object(found))
        return 0
    cells = _force_cells(found)
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return 0
    since, until = (show_date(day.isoformat()) for day in (found.since, found.on))
    say(_("Statutory bodies from {since} to {until}").format(since=since, until=until))
    say("")
    say_cells(cells)
    return 0


def _write_form(arguments: Namespace, on: date) -> Outcome:
    from registry_app.operations import force_paper, printing  # the paper's fonts: not before they are needed

    out = writable(Path(arguments.out), force_paper.FORMS)
    with values.reading(arguments.file) as registry:
        printing.save_bytes(force_paper.content(registry, on, out.suffix.lower()), out)
    say(_("Form BM1 of {day}: {path}").format(day=show_date(on.isoformat()), path=out))
    return 0


def _force_object(found: Force) -> dict[str, object]:
    return {
        "since": found.since.isoformat(),
        "on": found.on.isoformat(),
        "bodies": [
            {"type": line.type, "bodies": line.bodies, **force.figures_object(line.figures)} for line in found.lines
        ],
        "total": force.figures_object(found.total),
    }


def _force_cells(found: Force) -> list[list[str]]:
    """A line a figure, a column a kind of body, all together last; figures that nobody knows are blank."""
    columns = [*(force.figures_object(line.figures) for line in found.lines), force.figures_object(found.total)]
    heading = [_("Figure"), *(line.type for line in found.lines), _("In all")]
    return [heading, *([_(label), *(_known(one[name]) for one in columns)] for name, label in force.FIGURES.items())]


def _known(figure: int | None) -> str:
    return "" if figure is None else grouped(figure)


def _object(count: Official, axis: str, lines: Sequence[Line]) -> dict[str, object]:
    found: dict[str, object] = counting.official_object(count)
    if axis:
        found["by"] = axis
        found["parts"] = [
            {axis: line.name, "counts": line.counts, **counting.figures_object(line.figures)} for line in lines
        ]
    return found


def _cells(count: Official, axis: str, lines: Sequence[Line]) -> list[list[str]]:
    """A heading and the lines; the official count last when told apart."""
    shown = _shown([*(line.figures for line in lines), count.models, count.themes, count.statutory])
    heading = BY_NAME[AXES[axis]].short if axis else _("Counted")
    apart = [[_name(line), *_numbers(line.figures, shown)] for line in lines]
    whole = [_("In all") if axis else _("Models"), *_numbers(count.models, shown)]
    beside = (
        []
        if axis
        else [
            [_("Theme campaigns"), *_numbers(count.themes, shown)],
            [_("Statutory bodies"), *_numbers(count.statutory, shown)],
        ]
    )
    return [[heading, *(_(FIGURES[name]) for name in shown)], *apart, whole, *beside]


def _name(line: Line) -> str:
    name = line.name or _("(blank)")
    return name if line.counts else _("{name} (not counted)").format(name=name)


def _shown(rows: Sequence[Figures]) -> list[str]:
    """The figures that any line has; models, sites and teams always."""
    always = ("models", "sites", "teams", "people", "households")
    return [name for name in FIGURES if name in always or any(getattr(figures, name) for figures in rows)]


def _numbers(figures: Figures, shown: Sequence[str]) -> list[str]:
    return [grouped(getattr(figures, name)) for name in shown]


COMMANDS = (
    Command(
        name="count",
        help=N_("the official count: models / sites / teams"),
        arguments=_arguments,
        run=_count,
    ),
)
