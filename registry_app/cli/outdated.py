"""Commands about models that look outdated: list them with the evidence, excuse some for a while."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from registry_app.domain.dates import show_date
from registry_app.domain.words import N_, _, n_
from registry_app.operations import outdated
from registry_app.operations.outdated import Shown

from . import values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_json


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--excused", action="store_true", help=_("show those too that somebody excused"))
    values.add_format(parser)


def _list(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        at = values.moment(registry)
        found = outdated.find(registry, at, excused=arguments.excused)
        shown = list(outdated.shown(registry, found, at))
    if form == "json":
        say_json([_object(one) for one in shown])
    elif shown or form == "csv":
        say_cells(_cells(shown), form)
    if form == "table":
        say(n_("{count} model looks outdated", "{count} models look outdated", len(shown)).format(count=len(shown)))
    return 0


def _object(one: Shown) -> dict[str, object]:
    excuse = one.found.excuse
    return {
        "code": one.row.code,
        "name": one.row.name,
        "weight": one.found.weight,
        "reasons": [
            {"key": reason.key, "weight": reason.weight, "text": str(reason), "values": dict(reason.values)}
            for reason in one.found.reasons
        ],
        "excused_until": excuse.until if excuse else None,
        "excuse": excuse.reason if excuse else None,
    }


def _cells(shown: Sequence[Shown]) -> list[list[str]]:
    heading = [_("Weight"), _("Code"), _("Name"), _("Why it looks outdated"), _("Excused until")]
    return [heading, *(_line(one) for one in shown)]


def _line(one: Shown) -> list[str]:
    why = "; ".join(map(str, one.found.reasons))
    until = show_date(one.found.excuse.until) if one.found.excuse else ""
    return [str(one.found.weight), one.row.code, one.row.name, why, until]


def _excuse_arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("codes", metavar=_("CODE"), nargs="+", help=_("the codes of the models"))
    parser.add_argument("--until", metavar=_("DATE"), default="", help=_("the last day on which they are excused"))
    parser.add_argument("--reason", metavar=_("TEXT"), default="", help=_("why they are excused"))
    parser.add_argument("--withdraw", action="store_true", help=_("take back the excuses that hold today"))


def _excuse(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        models = values.models(registry, arguments.codes)
        if arguments.withdraw:
            count = len(outdated.withdraw(registry, models).rows.get("excuse", ()))
            say(n_("{count} excuse taken back", "{count} excuses taken back", count).format(count=count))
        else:
            outdated.excuse(registry, models, arguments.until, arguments.reason)
            count = len(models)
            say(n_("{count} model excused", "{count} models excused", count).format(count=count))
    return 0


COMMANDS = (
    Command(name="outdated", help=N_("models that look outdated, with the reasons"), arguments=_arguments, run=_list),
    Command(
        name="excuse",
        help=N_("let a model that looks outdated be until a day"),
        arguments=_excuse_arguments,
        run=_excuse,
    ),
)
