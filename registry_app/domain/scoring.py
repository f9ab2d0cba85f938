"""Grades year by year, and score sheets whose points make a grade. Points are whole tenths: 25 is 2,5 points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .entries import Entry, Grade
from .ids import GradeId, SheetId


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet(Entry):
    """A sheet of criteria."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Entry):
    """One line of a sheet: its own ``number`` ("1.2"), the ``most`` tenths that it can bring."""

    sheet_id: SheetId = SheetId(0)
    number: str = ""
    most: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
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
