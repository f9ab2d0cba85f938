"""Worksheets, results and papers of a round on the command line."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Mapping
from pathlib import Path

from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.ids import AreaId, RoundId
from registry_app.domain.words import N_, _
from registry_app.operations import round_json, rounds, worksheets
from registry_app.operations.rounds import Entered
from registry_app.operations.worksheets import Filled
from registry_app.store.registry import Registry

from . import paper, values
from .command import Outcome
from .console import complain, say, warn
from .editing import read_input

SHEET = ".xlsx"
MOST_ROW = 1_000_000
PAPERS = "minutes|grades|ending|replicating"


def add_rows(parser: ArgumentParser) -> None:
    """Which rows: some by number or code, those of an area, or of a reviewer."""
    parser.add_argument("--row", metavar=_("NUMBER|CODE"), action="append", default=[], help=_("one row; repeatable"))
    parser.add_argument("--area", metavar=_("AREA"), help=_("the rows of that area"))
    parser.add_argument("--reviewer", metavar=_("NAME"), dest="of", help=_("the rows that this person looks at"))


def declare(acts: "_SubParsersAction[ArgumentParser]") -> None:
    """Worksheets, results, papers."""
    sheet = acts.add_parser("worksheet", help=_("write a worksheet: to print (.pdf, .docx) or to fill in (.xlsx)"))
    sheet.add_argument("round", metavar=_("ROUND"))
    sheet.add_argument("--out", metavar=_("FILE"), required=True, help=_("where to write it"))
    add_rows(sheet)
    entered = acts.add_parser("enter", help=_("enter what was seen"))
    entered.add_argument("round", metavar=_("ROUND"))
    entered.add_argument("--sheet", metavar=_("FILE.xlsx"), help=_("a worksheet that was filled in"))
    entered.add_argument("--older", action="store_true", help=_("also a worksheet that was printed again since"))
    entered.add_argument("--again", action="store_true", help=_("also a worksheet that was entered before"))
    entered.add_argument("--json", metavar=_("FILE|-"), help=_("a JSON object or a list of objects; - reads the input"))
    entered.add_argument("--row", metavar=_("NUMBER|CODE"), help=_("one row, by its number or its model’s code"))
    entered.add_argument("--grade", metavar=_("GRADE"))
    entered.add_argument("--effective", metavar="yes|no")
    entered.add_argument("--on", metavar=_("DATE"), help=_("the day on which it was looked at"))
    entered.add_argument("--findings", metavar=_("TEXT"), help=_("what was found"))
    entered.add_argument("--decision", metavar=_("TEXT"), help=_("what is proposed"))
    points = _("points of a criterion of the score sheet; repeatable")
    entered.add_argument("--points", metavar=_("CRITERION=POINTS"), action="append", default=[], help=points)
    entered.add_argument("--preview", action="store_true", help=_("say what would be done and do nothing"))
    written = acts.add_parser("paper", help=_("write a paper about the round"))
    written.add_argument("round", metavar=_("ROUND"))
    written.add_argument("paper", metavar=PAPERS)
    written.add_argument("--out", metavar=_("FILE"), required=True, help=_("where to write it"))


def rows(registry: Registry, number: RoundId, arguments: Namespace) -> list[int]:
    """The positions that ``add_rows`` asks for. Raises Refused, RegistryError when nothing is asked for."""
    area = _area(registry, arguments.area)
    if not arguments.row and area is None and arguments.of is None:
        raise RegistryError(N_("Say which rows: --row, --area or --reviewer."))
    wanted = {_named(one) for one in arguments.row}
    found = [
        row.position
        for row in rounds.rows(registry, number)
        if (not wanted or {(row.position, ""), (0, row.code.upper())} & wanted)
        and (area is None or row.area_id == area)
        and (arguments.of is None or row.reviewer == arguments.of)
    ]
    if not found:
        raise RegistryError(N_("There is no such row in the round."))
    return found


def _named(typed: str) -> tuple[int, str]:
    """A row by its number, or (0, code)."""
    plain = typed.strip()
    return (int(plain), "") if plain.isdecimal() and len(plain) < len(str(MOST_ROW)) else (0, plain.upper())


def _area(registry: Registry, typed: str | None) -> AreaId | None:
    if typed is None:
        return None
    return AreaId(values.entry("area", typed, registry.lists.areas.values()).id)


# -- worksheets --------------------------------------------------------------------------------------------------------


def _worksheet(arguments: Namespace) -> Outcome:
    from registry_app.operations import giving, printing, round_papers  # the paper's fonts: not before they are needed

    out = paper.writable(Path(arguments.out), (*printing.forms(), SHEET))
    with values.writing(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        chosen = rows(registry, number, arguments) if arguments.row else None
        area = _area(registry, arguments.area)
        sheet = worksheets.make(registry, number, area=area, reviewer=arguments.of, rows=chosen)
        prepared = round_papers.worksheet(registry, sheet)
        filled_in = out.suffix.lower() == SHEET
        written = worksheets.book(registry, sheet) if filled_in else printing.written(prepared.report, out.suffix)
        printing.save_bytes(written, out)
        note = giving.give(registry, prepared, out.suffix)
    say(_("{code}: {rows} rows: {path}").format(code=sheet.code, rows=len(sheet.rows), path=out))
    if note:
        complain(_("Note: {what}").format(what=note))
    return 0


def _paper(arguments: Namespace) -> Outcome:
    from registry_app.operations import giving, printing, round_papers  # the paper's fonts: not before they are needed

    out = paper.writable(Path(arguments.out), printing.forms())
    wanted = values.option(arguments.paper, round_papers.PAPERS)
    with values.writing(arguments.file) as registry:
        prepared = round_papers.prepare(registry, rounds.by_code(registry, arguments.round), wanted)
        printing.save_bytes(printing.written(prepared.report, out.suffix), out)
        note = giving.give(registry, prepared, out.suffix)
    say(_("{rows} rows on paper: {path}").format(path=out, rows=prepared.rows))
    if note:
        complain(_("Note: {what}").format(what=note))
    return 0


# -- results -----------------------------------------------------------------------------------------------------------


def _enter(arguments: Namespace) -> Outcome:
    ways = [one for one in (arguments.sheet, arguments.json, arguments.row) if one is not None]
    if len(ways) != 1:
        raise RegistryError(N_("Give one of --sheet, --json and --row."))
    opened = values.reading if arguments.preview else values.writing
    with opened(arguments.file) as registry:
        number = rounds.by_code(registry, arguments.round)
        if arguments.sheet is not None:
            return _enter_sheet(registry, number, arguments)
        entries = round_json.entries(read_input(arguments.json)) if arguments.json is not None else [_typed(arguments)]
        warnings = rounds.entry_warnings(registry, number, entries)
        if arguments.preview:
            if found := rounds.entry_problems(registry, number, entries):
                raise Refused(found)
        else:
            rounds.enter(registry, number, entries)
        _say_entered(registry, number, len(entries))
    warn(warnings)
    return 0


def _typed(arguments: Namespace) -> Entered:
    position, code = _named(arguments.row)
    points = {}
    for pair in arguments.points:
        name, sign, given = pair.partition("=")
        if not sign:
            raise RegistryError(N_("“{typed}”: write CRITERION=POINTS, for example 1.2=7,5."), typed=pair)
        points[name] = given
    return Entered(
        position=position,
        code=code,
        on=arguments.on,
        grade=arguments.grade,
        effective=arguments.effective,
        findings=arguments.findings,
        decision=arguments.decision,
        points=points or None,
    )


def _enter_sheet(registry: Registry, number: RoundId, arguments: Namespace) -> Outcome:
    filled = worksheets.read_back(registry, Path(arguments.sheet), number)
    if arguments.preview:
        asked = [one for one in (filled.older, filled.again) if one is not None]
        warn((*filled.problems, *asked, *filled.warnings))
    else:
        _refuse_unmeant(filled, arguments)
        worksheets.enter_worksheet(registry, filled, older=arguments.older, again=arguments.again)
        warn(filled.warnings)
    _say_entered(registry, number, len(filled.entries))
    for row in filled.missing:
        say(_("Still without a result: {row}. {code}  {name}").format(row=row.position, code=row.code, name=row.model))
    return 0


def _refuse_unmeant(filled: Filled, arguments: Namespace) -> None:
    """What is entered only when it is meant, with the option that says so. Raises RegistryError."""
    if filled.older is not None and not arguments.older:
        raise RegistryError(N_("{what} To enter this one all the same, add --older."), what=filled.older)
    if filled.again is not None and not arguments.again:
        raise RegistryError(N_("{what} To enter it once more, add --again."), what=filled.again)


def _say_entered(registry: Registry, number: RoundId, entries: int) -> None:
    shown = rounds.one(registry, number)
    text = _("{code}: {count} rows; {waiting} of {rows} wait.")
    say(text.format(code=shown.round.code, count=entries, waiting=shown.waiting, rows=shown.rows))


RUN: Mapping[str, Callable[[Namespace], Outcome]] = {"worksheet": _worksheet, "enter": _enter, "paper": _paper}
"""What the acts do, by name."""
