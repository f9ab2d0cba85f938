"""The minutes of a round: who met, grades by area, what was found weak, what was left out."""

from collections import Counter

from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, label
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.reports.spec import Align, Column, Group, Part, Report, Signature

from .round_grades import apart, by_area, grade_columns
from .round_told import BLANK, RoundTold, framed, listed_columns

LONG = " ".join(["………"] * 12)
"""Dots to write much on, in words of their own, so that lines break between them."""
KEPT = ("", "giu nguyen", "keep")
"""Words, folded, typed as a decision of a round that decide nothing new."""


def minutes(found: RoundTold) -> Report:
    """The minutes, with room for what only those present know."""
    return Report(
        **{  # type: ignore[arg-type]
            **framed(found.ward, "BB"),
            "signature": Signature(position=_("In the chair")),
        },
        title=_("Minutes"),
        abstract=_("Review of models: {name}").format(name=found.round.name),
        body=_opening(found),
        heading=_("1. Results by grade"),
        columns=grade_columns(found, _("Area")),
        groups=[Group(rows=by_area(found))],
        more=[_weak(found), _left_out(found)],
        closing_lines=[
            _("Opinions: {blank}").format(blank=f"{LONG} {LONG} {LONG}"),
            _("The minutes were read out and all present agreed; they ended at {blank} on the same day.").format(
                blank=BLANK
            ),
        ],
        secretary=Signature(position=_("Secretary")),
        upright=True,
    )


def _opening(found: RoundTold) -> list[str]:
    """Who met about what, and how far the round came."""
    shown = found.round
    kind = label(REVIEW_KINDS, shown.kind)
    states = Counter(row.state for row in found.models)
    effective = sum(row.effective == "yes" for row in found.models if row.state == "entered")
    return [
        _("Today, at {blank} on {blank}, at {blank}, {ward} held the review “{name}”.").format(
            blank=BLANK, ward=found.ward.name_in_text, name=shown.name
        ),
        _("Present: {blank}").format(blank=f"{LONG} {LONG}"),
        _("In the chair: {blank}. Secretary: {blank}.").format(blank=f"{BLANK} {BLANK}"),
        _(
            "{kind}, period {period}. {rows} models were in the round; {seen} were looked at, {left} were left out, "
            "{waiting} have no result yet. Of those looked at {effective} work with effect."
        ).format(
            kind=kind,
            period=found.period,
            rows=len(found.models),
            seen=states["entered"],
            left=states["left_out"],
            waiting=states["waiting"],
            effective=effective,
        ),
        *apart(found),
    ]


def _weak(found: RoundTold) -> Part:
    """The models found not effective or with a decision, with what was said of them."""
    rows = [row for row in found.seen if row.effective == "no" or fold(row.decision) not in KEPT]
    columns = listed_columns(_("Findings"), _("Decision"))
    listed = [
        (str(place), row.code, row.model, row.grade, label(EFFECTIVE, row.effective), row.findings, row.decision)
        for place, row in enumerate(rows, 1)
    ]
    heading = _("2. Models not effective, or about which something was decided")
    if not listed:
        return Part(heading=heading, columns=[], groups=[], body=[_("None.")])
    return Part(heading=heading, columns=columns, groups=[Group(rows=listed)])


def _left_out(found: RoundTold) -> Part:
    rows = [row for row in found.rows if row.state == "left_out"]
    heading = _("3. Models left out of the round")
    if not rows:
        return Part(heading=heading, columns=[], groups=[], body=[_("None.")])
    columns = [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="model", title=_("Name of the model"), share=2),
        Column(key="why", title=_("Why it was left out"), share=2),
    ]
    listed = [(str(place), row.code, row.model, row.left_out) for place, row in enumerate(rows, 1)]
    return Part(heading=heading, columns=columns, groups=[Group(rows=listed)])
