"""What is proposed after a round: models to be ended, models to be replicated."""

import re
from collections.abc import Sequence

from registry_app.domain.options import EFFECTIVE, label
from registry_app.domain.round_shown import RowShown
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.reports.spec import Column, Group, Report

from .round_told import RoundTold, framed, listed_columns

ENDING, REPLICATING = ("thanh loai", "cham dut"), ("nhan rong",)
"""Words, folded, by which a decision typed in a round asks for it."""


def ending(found: RoundTold) -> Report:
    """The proposal to end models."""
    rows = _asked(found.seen, ENDING)
    return _proposal(
        found,
        rows,
        abstract=_("To end models that are no longer fitting"),
        body=_("After the round “{name}” ({period}) it is proposed to end {count} models that are no longer fitting:"),
    )


def replicating(found: RoundTold) -> Report:
    """The proposal to replicate models."""
    rows = _asked(found.seen, REPLICATING)
    return _proposal(
        found,
        rows,
        abstract=_("To replicate models that work with effect"),
        body=_("After the round “{name}” ({period}) it is proposed to replicate {count} models that work with effect:"),
    )


def _asked(rows: Sequence[RowShown], words: Sequence[str]) -> list[RowShown]:
    """Those whose decision asks for what ``words`` (folded) say, and not that it be left."""
    wanted = re.compile(rf"(?<!khong )(?<!chua )\b(?:{'|'.join(words)})")
    return [row for row in rows if wanted.search(fold(row.decision))]


def _proposal(found: RoundTold, rows: Sequence[RowShown], *, abstract: str, body: str) -> Report:
    listed = [
        (
            str(place),
            row.code,
            row.model,
            row.area,
            row.grade,
            label(EFFECTIVE, row.effective),
            "; ".join(part for part in (row.findings, row.decision) if part),
        )
        for place, row in enumerate(rows, 1)
    ]
    columns = listed_columns(_("Why"))
    columns.insert(3, Column(key="area", title=_("Area"), min_mm=22))
    return Report(
        **framed(found.ward, "TTr"),  # type: ignore[arg-type]
        title=_("Official proposal"),
        abstract=abstract,
        addressee=_("Chairman of the People's Committee of {ward}").format(ward=found.ward.name_in_text),
        body=[body.format(name=found.round.name, period=found.period, count=len(rows))],
        columns=columns,
        groups=[Group(rows=listed)],
        closing_lines=[_("Submitted for consideration and decision.")],
        upright=True,
    )
