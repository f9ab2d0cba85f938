"""Rounds of reviews on the command line: open one, see how far it has come, share it out, close it. Worksheets and
results are in ``round_results``."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain.counting import grouped
from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.ids import AreaId, SheetId
from registry_app.domain.options import REVIEW_KINDS
from registry_app.domain.words import N_, _
from registry_app.operations import people_shown, round_json, rounds
from registry_app.operations.rounds import NewRound
from registry_app.store.registry import Registry

from . import given, round_results, round_saying, values
from .cells import say_cells
from .command import Command, Outcome
from .console import say, say_json, say_json_list, warn
from .showing import add_search, asked

ACTS = "list|status|open|assign|leave-out|take-in|worksheet|enter|close|snapshot|paper"


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    acts = parser.add_subparsers(dest="act", metavar=ACTS, required=True)
    values.add_format(acts.add_parser("list", help=_("list the rounds, the newest first")))
    _add_status(acts)
    _add_open(acts)
    assigned = acts.add_parser("assign", help=_("say who looks at rows"))
    assigned.add_argument("round", metavar=_("ROUND"))
    assigned.add_argument("reviewer", metavar=_("NAME"), help=_("who looks; “” for nobody yet"))
    round_results.add_rows(assigned)
    left = acts.add_parser("leave-out", help=_("do not look at rows in this round"))
    left.add_argument("round", metavar=_("ROUND"))
    left.add_argument("--reason", metavar=_("TEXT"), required=True, help=_("why they are left out"))
    round_results.add_rows(left)
    taken = acts.add_parser("take-in", help=_("take rows in again that were left out"))
    taken.add_argument("round", metavar=_("ROUND"))
    round_results.add_rows(taken)
    round_results.declare(acts)
    _add_close(acts)
    counted = acts.add_parser("snapshot", help=_("show what was counted when the round was closed"))
    counted.add_argument("round", metavar=_("ROUND"))
    values.add_format(counted, ("table", "json"))


def _add_status(acts: "_SubParsersAction[ArgumentParser]") -> None:
    status = acts.add_parser("status", help=_("show how far a round has come"))
    status.add_argument("round", metavar=_("ROUND"))
    status.add_argument("--rows", action="store_true", help=_("show every row"))
    status.add_argument("--waiting", action="store_true", help=_("show every row that has no result yet"))
    values.add_format(status)


def _add_open(acts: "_SubParsersAction[ArgumentParser]") -> None:
    opened = acts.add_parser("open", help=_("open a round over the models that a search shows"))
    opened.add_argument("name", metavar=_("NAME"))
    opened.add_argument("--from", dest="period_from", metavar=_("DATE"), required=True, help=_("the first day"))
    opened.add_argument("--to", dest="period_to", metavar=_("DATE"), required=True, help=_("the last day"))
    opened.add_argument("--kind", metavar="|".join(one.key for one in REVIEW_KINDS), default="")
    opened.add_argument("--deadline", metavar=_("DATE"), default="", help=_("until when results are due"))
    opened.add_argument("--paper", metavar=_("NUMBER"), default="", help=_("the number of the plan"))
    opened.add_argument("--notes", metavar=_("TEXT"), default="", help=_("a remark"))
    opened.add_argument("--score-sheet", metavar=_("NAME"), help=_("the score sheet by which points are given"))
    opened.add_argument(
        "--reviewer",
        metavar=_("AREA=NAME"),
        action="append",
        default=[],
        help=_("who looks in that area; may be given several times"),
    )
    add_search(opened, "all")


def _add_close(acts: "_SubParsersAction[ArgumentParser]") -> None:
    closed = acts.add_parser("close", help=_("close a round: results become reviews"))
    closed.add_argument("round", metavar=_("ROUND"))
    closed.add_argument("--on", metavar=_("DATE"), help=_("the closing day (usual: today)"))
    rest = _("leave out the rows that have no result, for this reason")
    closed.add_argument("--leave-out-rest", metavar=_("TEXT"), default="", help=rest)
    closed.add_argument("--preview", action="store_true", help=_("say what would be done and do nothing"))


# -- what they do ------------------------------------------------------------------------------------------------------


def _list(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        found = rounds.rounds(registry)
    if form == "json":
        say_json_list(round_json.round_object(one) for one in found)
        return 0
    heading = [
        _("Code"),
        _("Name"),
        _("Kind"),
        _("Period"),
        _("Number of rows"),
        _("With a result"),
        _("Waiting"),
        _("Closed"),
    ]
    say_cells([heading, *(round_saying.round_cells(one) for one in found)], form)
    return 0


def _status(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        shown, progress = rounds.one(registry, number), rounds.progress(registry, number)
        listed = arguments.rows or arguments.waiting
        rows = [row for row in rounds.rows(registry, number) if listed and (row.waiting or not arguments.waiting)]
        names = round_json.criteria_names(registry, number)
    if form == "json":
        whole = {**round_json.round_object(shown), **round_json.progress_object(progress)}
        say_json({**whole, "models": [round_json.row_object(row, names) for row in rows]} if listed else whole)
    elif listed:
        say_cells(round_saying.row_cells(rows), form)  # who leads is not among these columns
    else:
        say_cells(round_saying.progress_cells(progress.by_area, _("Area")), form)
        if form == "table":
            say("")
            say_cells(round_saying.progress_cells(progress.by_reviewer, _("Reviewer")), form)
            say("")
            say(round_saying.summed(shown))
    people = people_shown.count([("round_row", rows, None)]) if form == "json" else 0
    given.enter_shown(arguments.file, _("Models of the round"), shown.round.code, people, form)
    return 0


def _open(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        new = NewRound(
            name=arguments.name,
            kind=arguments.kind,
            period_from=arguments.period_from,
            period_to=arguments.period_to,
            deadline=arguments.deadline,
            paper_number=arguments.paper,
            notes=arguments.notes,
            search=asked(registry, arguments, "all"),
            sheet_id=_score_sheet(registry, arguments.score_sheet),
            reviewers=_reviewers(registry, arguments.reviewer),
        )
        opened = rounds.open_round(registry, new)
    say(_("{code}: {rows} rows").format(code=opened.code, rows=grouped(opened.rows)))
    warn(opened.warnings)
    return 0


def _score_sheet(registry: Registry, name: str | None) -> SheetId | None:
    if name is None:
        return None
    sheets = [one for one in registry.loop.scoring.sheets().values() if not one.retired]
    return SheetId(values.entry("score_sheet", name, sheets).id)


def _reviewers(registry: Registry, pairs: Sequence[str]) -> Mapping[AreaId, str]:
    found = {}
    for pair in pairs:
        area, sign, name = pair.partition("=")
        if not sign:
            text = N_("“{typed}”: write AREA=NAME, for example DB-005=Nguyễn Văn An.")
            raise RegistryError(text, typed=pair)
        found[AreaId(values.entry("area", area, registry.lists.areas.values()).id)] = name
    return found


def _assign(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        rows = round_results.rows(registry, number, arguments)
        rounds.assign(registry, number, rows, arguments.reviewer)
    return 0


def _leave_out(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        rounds.leave_out(registry, number, round_results.rows(registry, number, arguments), arguments.reason)
    return 0


def _take_in(arguments: Namespace) -> Outcome:
    with values.writing(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        rounds.take_in(registry, number, round_results.rows(registry, number, arguments))
    return 0


def _close(arguments: Namespace) -> Outcome:
    on = date.today().isoformat() if arguments.on is None else arguments.on
    opened = values.reading if arguments.preview else values.writing
    with opened(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        if arguments.preview:
            round_saying.say_closing(registry, number, on)
            return 0
        done = rounds.close(registry, number, on, leave_out_rest=arguments.leave_out_rest)
        shown = rounds.one(registry, number)
    text = _("{code} closed: {reviews} reviews written, {left_out} rows left out.")
    say(text.format(code=shown.round.code, reviews=grouped(done.reviews), left_out=grouped(shown.left_out)))
    return 0


def _snapshot(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, ("table", "json"))
    with values.reading(arguments.file) as registry:
        found = rounds.snapshots(registry, rounds.by_code(registry, arguments.round))
        grades = list(registry.lists.grades)
    if form == "json":
        say_json([round_json.snapshot_object(one) for one in found])
        return 0
    if not found:
        say(_("The round has not been closed yet."))
    for one in found:
        round_saying.say_snapshot(one, grades)
    return 0


RUN: Mapping[str, Callable[[Namespace], Outcome]] = {
    "list": _list,
    "status": _status,
    "open": _open,
    "assign": _assign,
    "leave-out": _leave_out,
    "take-in": _take_in,
    "close": _close,
    "snapshot": _snapshot,
    **round_results.RUN,
}
"""What the acts do, by name."""


def _run(arguments: Namespace) -> Outcome:
    try:
        return RUN[arguments.act](arguments)
    except Refused as refused:  # what is wrong names its row itself
        raise Refused([replace(problem, field="") for problem in refused.problems]) from None


COMMANDS = (
    Command(
        name="round",
        help=N_("open, fill in and close a round of reviews"),
        arguments=_arguments,
        run=_run,
    ),
)
