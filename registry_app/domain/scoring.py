"""Grades year by year, and score sheets whose points make a grade. Points are whole tenths: 25 is 2,5 points."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from . import kinds
from .entries import Entry, Grade
from .ids import CriterionId, GradeId, SheetId
from .kinds import BadValue
from .words import N_

TENTHS = 10
USUAL_TOTAL = 100 * TENTHS
MOST_TENTHS = 1000 * TENTHS


class ScoreSheet(Entry, frozen=True, kw_only=True):
    """A sheet of criteria."""


class Criterion(Entry, frozen=True, kw_only=True):
    """One line of a sheet: its own ``number`` ("1.2"), the ``most`` tenths that it can bring."""

    sheet_id: SheetId = SheetId(0)
    number: str = ""
    most: int = 0
    position: int = 0


class Step(Struct, frozen=True, kw_only=True):
    """One grade of a scale; ``least`` are the tenths of points from which on it is given, None when never by points."""

    grade_id: GradeId
    least: int | None = None


Scales = Mapping[int, Sequence[Step]]
"""The steps in order, by the year from which on they hold."""


def scale_of(year: int, scales: Scales, grades: Mapping[GradeId, Grade]) -> tuple[Step, ...]:
    """The scale that holds in ``year``: the newest that began by then; without one every grade still offered."""
    begun = [first for first in scales if first <= year]
    if begun:
        return tuple(scales[max(begun)])
    return tuple(Step(grade_id=number) for number, grade in grades.items() if not grade.retired)


def total(points: Iterable[int]) -> int:
    """The tenths of a whole sheet."""
    return sum(points)


def grade_for(tenths: int, scale: Sequence[Step]) -> GradeId | None:
    """The grade that ``tenths`` earn: the highest step reached; None when the scale knows no points or none is
    reached."""
    reached = [step for step in scale if step.least is not None and tenths >= step.least]
    return max(reached, key=lambda step: step.least or 0).grade_id if reached else None


def offered(year: int, scales: Scales, grades: Mapping[GradeId, Grade]) -> list[Grade]:
    """The grades that a review in ``year`` may give, in the order of the year's scale."""
    return [grades[step.grade_id] for step in scale_of(year, scales, grades) if step.grade_id in grades]


class Scored(Struct, frozen=True, kw_only=True):
    """What points come to: their ``total`` of ``most`` tenths, how many criteria have none yet (``lacking``), and the
    ``grade_id`` that they earn, None while any is lacking or the year's scale knows no points."""

    total: int
    most: int
    lacking: int
    grade_id: GradeId | None = None


def scored(criteria: Sequence[Criterion], points: Mapping[CriterionId, int], scale: Sequence[Step]) -> Scored:
    """What ``points`` come to on the sheet of ``criteria``; those retired are asked for no more and bring nothing."""
    wanted = [CriterionId(one.id) for one in criteria if not one.retired]
    given = total(points[one] for one in wanted if one in points)
    lacking = sum(one not in points for one in wanted)
    grade = None if lacking or not wanted else grade_for(given, scale)
    return Scored(
        total=given, most=total(one.most for one in criteria if not one.retired), lacking=lacking, grade_id=grade
    )


def named(criteria: Iterable[Criterion], name: str) -> Criterion | None:
    """The criterion of that number ("1.2"), else of that code, its row number as text; one in use comes first."""
    ordered, plain = sorted(criteria, key=lambda one: one.retired), name.strip()
    for known in (lambda one: one.number, code_of):
        for one in ordered:
            if plain and known(one) == plain:
                return one
    return None


def code_of(one: Criterion) -> str:
    """What a criterion is called where it has no number."""
    return str(one.id)


def read_tenths(typed: str) -> int | None:
    """The tenths of points that were typed, "2,5" or "2.5"; None for blank. Raises BadValue."""
    from decimal import Decimal  # takes longer to load than all else here

    canonical = kinds.NUMBER.parse(typed, date.min)
    if not canonical:
        return None
    tenths = Decimal(canonical) * TENTHS
    if tenths < 0 or tenths != int(tenths):
        raise BadValue(N_("“{typed}”: write points from 0 on, with one digit after the comma at most."), typed=typed)
    if tenths > MOST_TENTHS:
        most = show_tenths(MOST_TENTHS)
        raise BadValue(N_("“{typed}”: at most {most} points can be given."), typed=typed, most=most)
    return int(tenths)


def show_tenths(tenths: int | None) -> str:
    """Points as Vietnamese write them: 25 is 2,5; "" for none."""
    if tenths is None:
        return ""
    whole, tenth = divmod(tenths, TENTHS)
    return kinds.NUMBER.show(f"{whole}.{tenth}" if tenth else str(whole))
