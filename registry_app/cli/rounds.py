"""Rounds of reviews on the command line: open one, see how far it has come, share it out, close it. Worksheets and
results are in ``round_results``."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from registry_app.domain.counting import grouped
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.ids import AreaId, RoundId, SheetId
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, STATUS_KINDS, label
from registry_app.domain.round_shown import ROW_STATES
from registry_app.domain.words import N_, _
from registry_app.exchange import csv_text
from registry_app.operations import round_json, rounds
from registry_app.operations.rounds import Line, NewRound, RoundShown, RowShown, Snapshot
from registry_app.store.registry import Registry

from . import round_results, table, values
from .command import Command, Outcome
from .console import say, say_bytes, say_json, say_json_list, warn
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
    heading = [_("Code"), _("Name"), _("Kind"), _("Period"), _("Models"), _("With a result"), _("Waiting"), _("Closed")]
    _say_cells([heading, *(_round_cells(one) for one in found)], form)
    return 0


def _round_cells(shown: RoundShown) -> list[str]:
    one = shown.round
    period = f"{show_date(one.period_from)} – {show_date(one.period_to)}"
    counts = [str(shown.rows), str(shown.entered), str(shown.waiting)]
    return [one.code, one.name, label(REVIEW_KINDS, one.kind), period, *counts, show_date(one.closed_on)]


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
        _say_cells(_row_cells(rows), form)
    else:
        _say_cells(_progress_cells(progress.by_area, _("Area")), form)
        if form == "table":
            say("")
            _say_cells(_progress_cells(progress.by_reviewer, _("Reviewer")), form)
            say("")
            say(_summed(shown))
    return 0


def _summed(shown: RoundShown) -> str:
    text = _("{name}: {entered} of {rows} models have a result, {left_out} left out, {waiting} wait.")
    return text.format(
        name=shown.round.name,
        entered=shown.entered,
        rows=shown.rows,
        left_out=shown.left_out,
        waiting=shown.waiting,
    )


def _progress_cells(lines: Sequence[Line], title: str) -> list[list[str]]:
    heading = [title, _("Models"), _("With a result"), _("Left out"), _("Waiting")]
    return [
        heading,
        *(
            [one.name or _("(blank)"), str(one.rows), str(one.entered), str(one.left_out), str(one.waiting)]
            for one in lines
        ),
    ]


def _row_cells(rows: Sequence[RowShown]) -> list[list[str]]:
    heading = [_("No."), _("Code"), _("Name"), _("Area"), _("Reviewer"), _("State"), _("Date"), _("Grade")]
    heading += [_("Effective"), _("What was found")]
    return [
        heading,
        *(
            [
                str(row.position),
                row.code,
                row.model,
                row.area,
                row.reviewer,
                label(ROW_STATES, row.state),
                show_date(row.on),
                row.grade,
                label(EFFECTIVE, row.effective),
                row.left_out or row.findings,
            ]
            for row in rows
        ),
    ]


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
    say(_("{code}: {rows} models").format(code=opened.code, rows=grouped(opened.rows)))
    warn(opened.warnings)
    return 0


def _score_sheet(registry: Registry, name: str | None) -> SheetId | None:
    if name is None:
        return None
    sheets = [one for one in registry.loop.scoring.sheets().values() if not one.retired]
    return SheetId(values.entry("sheet", name, sheets).id)


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
            _say_closing(registry, number, on)
            return 0
        done = rounds.close(registry, number, on, leave_out_rest=arguments.leave_out_rest)
        shown = rounds.one(registry, number)
    text = _("{code} closed: {reviews} reviews written, {left_out} models left out.")
    say(text.format(code=shown.round.code, reviews=grouped(done.reviews), left_out=grouped(shown.left_out)))
    return 0


def _say_closing(registry: Registry, number: RoundId, on: str) -> None:
    found = rounds.closing(registry, number, on)
    grades = registry.lists.grades
    say(_("Reviews to be written: {count}").format(count=grouped(found.reviews)))
    for grade, entry in grades.items():
        if grade in found.grades:
            say(f"  {entry.name}: {grouped(found.grades[grade])}")
    say(_("Left out: {count}").format(count=grouped(found.left_out)))
    say(_("Without a result: {count}").format(count=grouped(len(found.waiting))))
    for row in found.waiting:
        say(f"  {row.position}. {row.code}  {row.model}")
    warn(found.problems)


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
        _say_snapshot(one, grades)
    return 0


def _say_snapshot(one: Snapshot, order: Sequence[int]) -> None:
    mark = f" ({_('withdrawn')})" if one.withdrawn else ""
    say(_("As of {day}{mark}: {count}").format(day=show_date(one.on), mark=mark, count=one.counts.models))
    counts = one.counts
    kinds = [
        [str(kind), grouped(counts.status_kinds[kind.key])] for kind in STATUS_KINDS if kind.key in counts.status_kinds
    ]
    known = sorted(counts.grades, key=lambda grade: order.index(grade) if grade in order else len(order))
    grades = [[one.name("grade", grade) or _("No grade"), grouped(counts.grades[grade])] for grade in known]
    works = [
        [label(EFFECTIVE, key) or _("Not known whether effective"), grouped(counts.effective[key])]
        for key in ("yes", "no", "")
        if key in counts.effective
    ]
    _say_cells([[_("Status, grade, effect"), _("Models")], *kinds, *grades, *works], "table")
    say("")


def _say_cells(cells: Sequence[Sequence[str]], form: str) -> None:
    if form == "csv":
        say_bytes(csv_text.text(cells))
        return
    for line in table.lines(cells, table.terminal_width()):
        say(line)


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
