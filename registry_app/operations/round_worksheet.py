"""The worksheet of a round on paper, to be filled by hand."""

from collections.abc import Sequence

from registry_app.domain.counting import tally_of
from registry_app.domain.dates import show_date
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.domain.worksheet import Worksheet
from registry_app.reports.spec import Align, Column, Group, Report, Signature
from registry_app.store.registry import Registry

from .round_told import BLANK, RoundTold, framed

WRITTEN_LINES = 3
MOST_LEADERS = 2


def worksheet(registry: Registry, found: RoundTold, rows: Sequence[RowShown], sheet: Worksheet) -> Report:
    """The worksheet ``sheet`` about ``rows``."""
    areas = registry.lists.areas
    where = areas[sheet.area_id].name if sheet.area_id is not None else _("every area")
    deadline = show_date(found.round.deadline or "")
    return Report(
        **{  # type: ignore[arg-type]
            **framed(found.ward),
            "recipients": (),
            "signature": Signature(position=_("Reviewer")),
        },
        title=_("Review worksheet"),
        abstract=found.round.name,
        facts=[
            (_("Worksheet"), sheet.code),
            (_("Period"), found.period),
            (_("Area"), where),
            (_("Reviewer"), sheet.reviewer or BLANK),
            (_("Day looked at"), BLANK),
            *([(_("Hand in by"), deadline)] if deadline else []),
        ],
        body=[_("Put an X into the box of the grade and of the effect; write what was found in the last column.")],
        columns=_columns(found),
        groups=[Group(rows=[_row(row, found) for row in rows])],
        total=_("Total: {tally}").format(tally=tally_of(row.apart for row in rows)),
        lines=WRITTEN_LINES,
        page_code=sheet.payload(0).rpartition("-")[0],
    )


def _columns(found: RoundTold) -> list[Column]:
    boxes = [
        Column(key=f"grade.{number}", title=f"{place}. {name}", align=Align.CENTER, share=0.1, min_mm=12.5)
        for place, (number, name) in enumerate(found.grades.items(), 1)
    ]
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=9),
        Column(key="model", title=_("Code, name of the model"), share=2, min_mm=44),
        Column(key="site", title=_("Site, leader"), share=1.5, min_mm=34),
        Column(key="last", title=_("Last grade"), align=Align.CENTER, share=0.1, min_mm=17),
        *boxes,
        Column(key="yes", title=_("Effective: yes"), align=Align.CENTER, share=0.1, min_mm=15),
        Column(key="no", title=_("Effective: no"), align=Align.CENTER, share=0.1, min_mm=15),
        Column(key="findings", title=_("What was found, what is proposed"), share=2, min_mm=46),
    ]


def _row(row: RowShown, found: RoundTold) -> tuple[str, ...]:
    """What was entered already stands in it: an X in its box."""
    place = "; ".join(part for part in (row.site or row.area, _leaders(row)) if part)
    last = ", ".join(part for part in (row.last_grade, show_date(row.last_review or "")) if part)
    ticks = ["X" if row.grade_id == number else "" for number in found.grades]
    works = ["X" if row.effective == key else "" for key in ("yes", "no")]
    said = "; ".join(part for part in (row.findings, row.decision) if part)
    return (str(row.position), f"{row.code} – {row.model}", place, last, *ticks, *works, said)


def _leaders(row: RowShown) -> str:
    """The first leaders, and how many more there are."""
    names = [name for name in row.leader.split("; ") if name]
    shown = "; ".join(names[:MOST_LEADERS])
    more = len(names) - MOST_LEADERS
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
