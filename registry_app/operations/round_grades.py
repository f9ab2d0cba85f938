"""Grades of a round on paper: how many models of each area got which, and the summary, model by model."""

from collections.abc import Sequence

from registry_app.domain.counting import tally_of
from registry_app.domain.options import EFFECTIVE, label
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.reports.spec import Align, Column, Group, Part, Report

from .round_told import RoundTold, framed


def summary(found: RoundTold) -> Report:
    """The summary of grades."""
    columns = [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="model", title=_("Name of the model"), share=3, min_mm=44),
        Column(key="last", title=_("Last grade"), align=Align.CENTER, min_mm=20),
        Column(key="grade", title=_("Grade"), align=Align.CENTER, min_mm=20),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=20),
        Column(key="findings", title=_("Findings"), share=2, min_mm=40),
        Column(key="decision", title=_("Decision"), share=1.5, min_mm=30),
    ]
    groups = []
    for area in dict.fromkeys(row.area for row in found.rows):
        rows = [row for row in found.rows if row.area == area]
        groups.append(Group(title=area or _("(blank)"), rows=[_summary_row(row) for row in rows]))
    return Report(
        **framed(found.ward, "TH"),  # type: ignore[arg-type]
        title=_("Table"),
        abstract=_("Summary of grades: {name}").format(name=found.round.name),
        criteria=_("Period: {period}").format(period=found.period),
        body=apart(found),
        heading=_("1. By area"),
        columns=grade_columns(found, _("Area")),
        groups=[Group(rows=by_area(found))],
        more=[Part(heading=_("2. Model by model"), columns=columns, groups=groups)],
    )


def _summary_row(row: RowShown) -> tuple[str, ...]:
    if row.left_out:
        found = ("", "", _("left out: {why}").format(why=row.left_out), "")
    else:
        found = (row.grade, label(EFFECTIVE, row.effective), row.findings, row.decision)
    return (str(row.position), row.code, row.model, row.last_grade, *found)


def apart(found: RoundTold) -> list[str]:
    """What was in the round beside the models, in a sentence; nothing when there was nothing."""
    others = tally_of(row.apart for row in found.rows if row.apart)
    if not others.rows:
        return []
    seen = sum(row.state == "entered" for row in found.rows if row.apart)
    text = _("Beside them, not counted as models: {others}, of which {seen} were looked at.")
    return [text.format(others=others, seen=seen)]


def grade_columns(found: RoundTold, first: str) -> list[Column]:
    """The columns of how many models got which grade; what a row is about stands in the ``first``."""
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="name", title=first, share=2),
        Column(key="rows", title=_("Models"), align=Align.CENTER, min_mm=15),
        Column(key="seen", title=_("Looked at"), align=Align.CENTER, min_mm=15),
        *(Column(key=f"g{number}", title=name, align=Align.CENTER, min_mm=14) for number, name in found.grades.items()),
        Column(key="none", title=_("No grade"), align=Align.CENTER, min_mm=14),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=16),
    ]


def by_area(found: RoundTold) -> list[tuple[str, ...]]:
    """A row an area with models, in the order of the worksheets, and all together."""
    areas = dict.fromkeys(row.area for row in found.models)
    lines = [(area or _("(blank)"), [row for row in found.models if row.area == area]) for area in areas]
    made = [(str(place), name, *_counted(rows, found)) for place, (name, rows) in enumerate(lines, 1)]
    return [*made, ("", _("In all"), *_counted(found.models, found))]


def _counted(rows: Sequence[RowShown], found: RoundTold) -> tuple[str, ...]:
    seen = [row for row in rows if row.state == "entered"]
    graded = [sum(row.grade_id == number for row in seen) for number in found.grades]
    none = len(seen) - sum(graded)
    return tuple(map(str, (len(rows), len(seen), *graded, none, sum(row.effective == "yes" for row in seen))))
