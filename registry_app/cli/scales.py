"""The command that lists by what reviews are judged: score sheets with their criteria, scales with their grades."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from registry_app.domain.entries import Grade
from registry_app.domain.ids import GradeId
from registry_app.domain.scoring import TENTHS, Step, code_of, show_tenths
from registry_app.domain.words import N_, _
from registry_app.operations import scoring
from registry_app.operations.scoring import SheetShown
from registry_app.store.registry import Registry

from . import values
from .cells import say_cells
from .command import Command, Outcome
from .console import say_json

Scales = Mapping[int | None, Sequence[Step]]
"""The steps by the year from which on they hold; None: in every year."""
Grades = Mapping[GradeId, Grade]


def _arguments(parser: ArgumentParser) -> None:
    values.add_file(parser)
    parser.add_argument("--retired", action="store_true", help=_("show those score sheets too that are out of use"))
    values.add_format(parser)


def _run(arguments: Namespace) -> Outcome:
    form = values.one_of(arguments.format, values.FORMATS)
    with values.reading(arguments.file) as registry:
        sheets = scoring.sheets(registry, retired=arguments.retired)
        scales, grades = _scales(registry), registry.lists.grades
    if form == "json":
        say_json([*map(_sheet_object, sheets), *(_scale_object(*one, grades) for one in scales.items())])
        return 0
    heading = [_("Name"), _("Type"), _("No."), _("Content"), _("At most"), _("From points")]
    cells = [heading, *_sheet_cells(sheets), *_scale_cells(scales, grades)]
    say_cells(cells, form)
    return 0


def _scales(registry: Registry) -> Scales:
    """Those of the ward, the oldest first; without any the one that holds all the same."""
    return dict(sorted(scoring.scales(registry).items())) or {None: scoring.scale(registry, date.today().year)}


def _sheet_object(shown: SheetShown) -> dict[str, object]:
    return {
        "kind": "score_sheet",
        "name": shown.sheet.name,
        "retired": shown.sheet.retired,
        "uses": shown.uses,
        "most": shown.total / TENTHS,
        "criteria": [
            {"number": one.number, "code": code_of(one), "text": one.name, "most": one.most / TENTHS}
            for one in shown.criteria
        ],
    }


def _scale_object(year: int | None, steps: Sequence[Step], grades: Grades) -> dict[str, object]:
    return {
        "kind": "grades",
        "name": "" if year is None else str(year),
        "from_year": year,
        "grades": [
            {"number": number, "text": grades[step.grade_id].name, "from_points": _points(step.least)}
            for number, step in _numbered(steps, grades)
        ],
    }


def _points(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / TENTHS


def _sheet_cells(sheets: Sequence[SheetShown]) -> list[list[str]]:
    kind = _("score sheet")
    return [
        [shown.sheet.name, kind, one.number or code_of(one), one.name, show_tenths(one.most), ""]
        for shown in sheets
        for one in shown.criteria
    ]


def _scale_cells(scales: Scales, grades: Grades) -> list[list[str]]:
    kind = _("grades")
    return [
        [_name(year), kind, str(number), grades[step.grade_id].name, "", show_tenths(step.least)]
        for year, steps in scales.items()
        for number, step in _numbered(steps, grades)
    ]


def _numbered(steps: Sequence[Step], grades: Grades) -> list[tuple[int, Step]]:
    return list(enumerate((step for step in steps if step.grade_id in grades), start=1))


def _name(year: int | None) -> str:
    return _("every year") if year is None else _("from the year {year}").format(year=year)


COMMANDS = (
    Command(
        name="scales",
        help=N_("list the score sheets and the scales of grades"),
        arguments=_arguments,
        run=_run,
    ),
)
