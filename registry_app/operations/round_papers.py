"""The papers of a round of reviews: worksheets to be filled by hand, minutes, the summary of grades, and what is
proposed to be ended or replicated."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec.structs import replace

from registry_app.domain.ids import RoundId
from registry_app.domain.options import Option, label
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.domain.worksheet import Worksheet
from registry_app.reports.spec import Report
from registry_app.store.registry import Registry

from . import round_worksheet, worksheets
from .printing import Prepared
from .round_grades import summary
from .round_minutes import minutes
from .round_proposals import ending, replicating
from .round_told import RoundTold, read

PAPERS = (
    Option("minutes", N_("Minutes of the round")),
    Option("grades", N_("Summary of grades")),
    Option("ending", N_("Proposal to end models")),
    Option("replicating", N_("Models to replicate")),
)
"""The papers about a whole round."""
MAKERS: Mapping[str, Callable[[RoundTold], Report]] = {
    "minutes": minutes,
    "grades": summary,
    "ending": ending,
    "replicating": replicating,
}


def prepare(registry: Registry, round_id: RoundId, paper: str, *, day: date | None = None) -> Prepared:
    """The paper of that key in PAPERS about the round. Raises NotFound."""
    found = read(registry, round_id)
    report = replace(MAKERS[paper](found), day=day)
    return _prepared(report, label(PAPERS, paper), found.round.code)


def worksheet(registry: Registry, sheet: Worksheet) -> Prepared:
    """The worksheet ``sheet`` (of ``worksheets.make`` or ``preview``) to be filled by hand."""
    found = read(registry, sheet.round_id)
    rows = worksheets.rows_of(registry, sheet)
    report = round_worksheet.worksheet(registry, found, rows, sheet)
    return replace(
        _prepared(report, _("Review worksheet"), sheet.code), people=len({row.leader for row in rows} - {""})
    )


def _prepared(report: Report, words: str, code: str) -> Prepared:
    name = fold(f"{words} {code}")
    return Prepared(
        report=report,
        rows=report.row_count,
        name="-".join("".join(letter if letter.isalnum() else " " for letter in name).split()),
        label=words,
        criteria=code,
    )
