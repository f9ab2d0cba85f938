"""The papers of a round of reviews: worksheets to be filled by hand, minutes, the summary of grades, and what is
proposed to be ended or replicated."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.counting import tally_of
from registry_app.domain.dates import show_date
from registry_app.domain.ids import RoundId
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, Option, label
from registry_app.domain.period_text import show_period
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.scoring import scale_of
from registry_app.domain.vietnamese import fold
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.domain.worksheet import Worksheet
from registry_app.reports.spec import Align, Column, Group, Kind, Letterhead, Part, Report, Signature
from registry_app.store.registry import Registry

from . import rounds, worksheets
from .printing import Prepared

PAPERS = (
    Option("minutes", N_("Minutes of the round")),
    Option("grades", N_("Summary of grades")),
    Option("ending", N_("Proposal to end models")),
    Option("replicating", N_("Models to replicate")),
)
"""The papers about a whole round."""
WRITTEN_LINES = 3
BLANK, LONG = "…………", " ".join(["………"] * 12)
"""Dots to write on; the long ones are words of their own, so that lines break between them."""
MOST_LEADERS = 2
ENDING, REPLICATING, KEPT = ("thanh loai", "cham dut"), ("nhan rong",), ("", "giu nguyen", "keep")
"""Words, folded, by which a decision typed in a round asks for it; the last decide nothing new."""


class _Round(Struct, frozen=True, kw_only=True):
    """A round with what its papers say of it."""

    ward: Ward
    round: ReviewRound
    rows: Sequence[RowShown]
    grades: Mapping[int, str]
    """The scale of its year in order: names by number."""

    @property
    def seen(self) -> list[RowShown]:
        """The rows that have a result."""
        return [row for row in self.rows if row.state == "entered"]

    @property
    def models(self) -> list[RowShown]:
        """The rows about models of the official count; what counts apart is told apart."""
        return [row for row in self.rows if not row.apart]

    @property
    def period(self) -> str:
        """Its period for people."""
        return show_period(date.fromisoformat(self.round.period_from), date.fromisoformat(self.round.period_to))


def prepare(registry: Registry, round_id: RoundId, paper: str, *, day: date | None = None) -> Prepared:
    """The paper of that key in PAPERS about the round. Raises NotFound."""
    found = _read(registry, round_id)
    make: Mapping[str, Callable[[_Round], Report]] = {
        "minutes": _minutes,
        "grades": _summary,
        "ending": _ending,
        "replicating": _replicating,
    }
    report = replace(make[paper](found), day=day)
    return _prepared(report, label(PAPERS, paper), found.round.code)


def worksheet(registry: Registry, sheet: Worksheet) -> Prepared:
    """The worksheet ``sheet`` (of ``worksheets.make`` or ``preview``) to be filled by hand."""
    found = _read(registry, sheet.round_id)
    rows = worksheets.rows_of(registry, sheet)
    report = _worksheet(registry, found, rows, sheet)
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


def _read(registry: Registry, round_id: RoundId) -> _Round:
    shown = rounds.one(registry, round_id).round
    scale = scale_of(shown.year, registry.loop.scoring.scales(), registry.lists.grades)
    return _Round(
        ward=registry.settings.ward(),
        round=shown,
        rows=rounds.rows(registry, round_id),
        grades={step.grade_id: registry.lists.grades[step.grade_id].name for step in scale},
    )


def _framed(ward: Ward, code: str = "") -> dict[str, object]:
    """What surrounds every one of these papers; ``code`` stands in the number ("BB", "TTr"), "" for no number."""
    _kind, _dash, body = ward.number_code.partition("-")
    return {
        "kind": Kind.INTERNAL,
        "letterhead": Letterhead(issuer=ward.issuing_body, superior=ward.superior),
        "number": f"/{code}-{body}" if code and body else "",
        "place": ward.place_name,
        "recipients": ward.recipients,
        "author": ward.issuing_body,
        "circulation": "",
        "signature": Signature(authority=ward.signer_authority, position=ward.signer_position, name=ward.signer_name),
    }


# -- the worksheet -------------------------------------------------------------------------------------------------


def _worksheet(registry: Registry, found: _Round, rows: Sequence[RowShown], sheet: Worksheet) -> Report:
    areas = registry.lists.areas
    where = areas[sheet.area_id].name if sheet.area_id is not None else _("every area")
    deadline = show_date(found.round.deadline or "")
    return Report(
        **{  # type: ignore[arg-type]
            **_framed(found.ward),
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
        columns=_worksheet_columns(found),
        groups=[Group(rows=[_worksheet_row(row, found) for row in rows])],
        total=_("Total: {tally}").format(tally=tally_of(row.apart for row in rows)),
        lines=WRITTEN_LINES,
        page_code=sheet.payload(0).rpartition("-")[0],
    )


def _worksheet_columns(found: _Round) -> list[Column]:
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


def _worksheet_row(row: RowShown, found: _Round) -> tuple[str, ...]:
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


# -- minutes -------------------------------------------------------------------------------------------------------


def _minutes(found: _Round) -> Report:
    shown = found.round
    kind = label(REVIEW_KINDS, shown.kind)
    left = [row for row in found.rows if row.state == "left_out"]
    states = Counter(row.state for row in found.models)
    effective = sum(row.effective == "yes" for row in found.models if row.state == "entered")
    body = [
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
        *_apart(found),
    ]
    return Report(
        **{  # type: ignore[arg-type]
            **_framed(found.ward, "BB"),
            "signature": Signature(position=_("In the chair")),
        },
        title=_("Minutes"),
        abstract=_("Review of models: {name}").format(name=shown.name),
        body=body,
        heading=_("1. Results by grade"),
        columns=_grade_columns(found, _("Area")),
        groups=[Group(rows=_by_area(found))],
        more=[_weak(found), _left_out(left)],
        closing_lines=[
            _("Opinions: {blank}").format(blank=f"{LONG} {LONG} {LONG}"),
            _("The minutes were read out and all present agreed; they ended at {blank} on the same day.").format(
                blank=BLANK
            ),
        ],
        secretary=Signature(position=_("Secretary")),
        upright=True,
    )


def _apart(found: _Round) -> list[str]:
    """What was in the round beside the models, in a sentence; nothing when there was nothing."""
    others = tally_of(row.apart for row in found.rows if row.apart)
    if not others.rows:
        return []
    seen = sum(row.state == "entered" for row in found.rows if row.apart)
    text = _("Beside them, not counted as models: {others}, of which {seen} were looked at.")
    return [text.format(others=others, seen=seen)]


def _grade_columns(found: _Round, first: str) -> list[Column]:
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="name", title=first, share=2),
        Column(key="rows", title=_("Models"), align=Align.CENTER, min_mm=15),
        Column(key="seen", title=_("Looked at"), align=Align.CENTER, min_mm=15),
        *(Column(key=f"g{number}", title=name, align=Align.CENTER, min_mm=14) for number, name in found.grades.items()),
        Column(key="none", title=_("No grade"), align=Align.CENTER, min_mm=14),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=16),
    ]


def _by_area(found: _Round) -> list[tuple[str, ...]]:
    """A row an area with models, in the order of the worksheets, and all together."""
    areas = dict.fromkeys(row.area for row in found.models)
    lines = [(area or _("(blank)"), [row for row in found.models if row.area == area]) for area in areas]
    made = [(str(place), name, *_counted(rows, found)) for place, (name, rows) in enumerate(lines, 1)]
    return [*made, ("", _("In all"), *_counted(found.models, found))]


def _counted(rows: Sequence[RowShown], found: _Round) -> tuple[str, ...]:
    seen = [row for row in rows if row.state == "entered"]
    graded = [sum(row.grade_id == number for row in seen) for number in found.grades]
    none = len(seen) - sum(graded)
    return tuple(map(str, (len(rows), len(seen), *graded, none, sum(row.effective == "yes" for row in seen))))


def _weak(found: _Round) -> Part:
    """The models found not effective or with a decision, with what was said of them."""
    rows = [row for row in found.seen if row.effective == "no" or fold(row.decision) not in KEPT]
    columns = _listed_columns(_("Findings"), _("Decision"))
    listed = [
        (str(place), row.code, row.model, row.grade, label(EFFECTIVE, row.effective), row.findings, row.decision)
        for place, row in enumerate(rows, 1)
    ]
    heading = _("2. Models not effective, or about which something was decided")
    if not listed:
        return Part(heading=heading, columns=[], groups=[], body=[_("None.")])
    return Part(heading=heading, columns=columns, groups=[Group(rows=listed)])


def _left_out(rows: Sequence[RowShown]) -> Part:
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


def _listed_columns(*last: str) -> list[Column]:
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="model", title=_("Name of the model"), share=2, min_mm=36),
        Column(key="grade", title=_("Grade"), align=Align.CENTER, min_mm=16),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=18),
        *(Column(key=f"last{place}", title=title, share=2, min_mm=24) for place, title in enumerate(last)),
    ]


# -- the summary of grades -----------------------------------------------------------------------------------------


def _summary(found: _Round) -> Report:
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
        **_framed(found.ward, "TH"),  # type: ignore[arg-type]
        title=_("Table"),
        abstract=_("Summary of grades: {name}").format(name=found.round.name),
        criteria=_("Period: {period}").format(period=found.period),
        body=_apart(found),
        heading=_("1. By area"),
        columns=_grade_columns(found, _("Area")),
        groups=[Group(rows=_by_area(found))],
        more=[Part(heading=_("2. Model by model"), columns=columns, groups=groups)],
    )


def _summary_row(row: RowShown) -> tuple[str, ...]:
    if row.left_out:
        found = ("", "", _("left out: {why}").format(why=row.left_out), "")
    else:
        found = (row.grade, label(EFFECTIVE, row.effective), row.findings, row.decision)
    return (str(row.position), row.code, row.model, row.last_grade, *found)


# -- proposals -----------------------------------------------------------------------------------------------------


def asked(rows: Sequence[RowShown], words: Sequence[str]) -> list[RowShown]:
    """Those whose decision asks for what ``words`` (folded) say, and not that it be left."""
    wanted = re.compile(rf"(?<!khong )(?<!chua )\b(?:{'|'.join(words)})")
    return [row for row in rows if wanted.search(fold(row.decision))]


def _ending(found: _Round) -> Report:
    rows = asked(found.seen, ENDING)
    return _proposal(
        found,
        rows,
        abstract=_("To end models that are no longer fitting"),
        body=_("After the round “{name}” ({period}) it is proposed to end {count} models that are no longer fitting:"),
    )


def _replicating(found: _Round) -> Report:
    rows = asked(found.seen, REPLICATING)
    return _proposal(
        found,
        rows,
        abstract=_("To replicate models that work with effect"),
        body=_("After the round “{name}” ({period}) it is proposed to replicate {count} models that work with effect:"),
    )


def _proposal(found: _Round, rows: Sequence[RowShown], *, abstract: str, body: str) -> Report:
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
    columns = _listed_columns(_("Why"))
    columns.insert(3, Column(key="area", title=_("Area"), min_mm=22))
    return Report(
        **_framed(found.ward, "TTr"),  # type: ignore[arg-type]
        title=_("Official proposal"),
        abstract=abstract,
        addressee=_("Chairman of the People's Committee of {ward}").format(ward=found.ward.name_in_text),
        body=[body.format(name=found.round.name, period=found.period, count=len(rows))],
        columns=columns,
        groups=[Group(rows=listed)],
        closing_lines=[_("Submitted for consideration and decision.")],
        upright=True,
    )
