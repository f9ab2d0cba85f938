"""The grades of one model over the years as a drawing: years to the right, the best grade on top."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from .chart import Circle, Colour, Drawing, Line, Shape, Text
from .dates import first_day, show_date
from .entries import Grade
from .ids import GradeId
from .options import EFFECTIVE, label
from .review import Review
from .words import _

WIDTH = 340.0
STEP = 18.0
ABOVE, BELOW, LEGEND = 10.0, 20.0, 16.0
NAMES, EDGE = 96.0, 14.0
DOT = 4.5
SEEN: Mapping[str | None, tuple[Colour | None, Colour]] = {
    "yes": ("good", "good"),
    "no": (None, "alert"),
    None: ("quiet", "quiet"),
}
"""What fills a dot and what goes around it: full where the model was found effective, hollow where not."""
DAYS = 365.25


def graded(reviews: Sequence[Review]) -> list[Review]:
    """The reviews that count and gave a grade, the oldest first."""
    counting = [one for one in reviews if one.grade_id is not None and not one.corrected]
    return sorted(counting, key=lambda one: (one.on, one.id))


def draw(reviews: Sequence[Review], grades: Mapping[GradeId, Grade], *, width: float = WIDTH) -> Drawing | None:
    """The grades that ``reviews`` gave; None when none did. ``width`` units wide."""
    shown = graded(reviews)
    if not shown:
        return None
    steps = _steps(shown, grades)
    rows = {grade.id: ABOVE + STEP * place for place, grade in enumerate(steps)}
    bottom = ABOVE + STEP * (len(steps) - 1)
    years = _years(shown)
    shapes: list[Shape] = []
    for grade in steps:
        y = rows[grade.id]
        shapes.append(Line(x1=NAMES, y1=y, x2=width - EDGE, y2=y))
        words = Text(x=NAMES - 6, y=y + 3.5, words=grade.name, anchor="right", most=NAMES - 8)
        shapes.append(words)
    shapes.extend(_year_marks(years, bottom, width))
    dots = [(_place(one.on, years, width), rows[one.grade_id or 0], one) for one in shown]
    for before, after in pairwise(dots):
        corner = Line(x1=before[0], y1=before[1], x2=after[0], y2=before[1], colour="accent", width=1.5)
        rise = Line(x1=after[0], y1=before[1], x2=after[0], y2=after[1], colour="accent", width=1.5)
        shapes.extend((corner, rise))
    shapes.extend(_dot(x, y, one.effective) for x, y, one in dots)
    height = bottom + BELOW
    if any(one.effective for one in shown):
        shapes.extend(_legend(height + LEGEND - 5, width))
        height += LEGEND
    return Drawing(width=width, height=height, shapes=tuple(shapes), said=said(shown, grades))


def said(reviews: Sequence[Review], grades: Mapping[GradeId, Grade]) -> str:
    """The same in words: a day, its grade and whether the model was effective, the oldest first."""
    parts = []
    for one in graded(reviews):
        words = (show_date(one.on), grades[one.grade_id].name if one.grade_id else "", label(EFFECTIVE, one.effective))
        parts.append(", ".join(word for word in words if word))
    return _("Grades over the years: {grades}.").format(grades="; ".join(parts)) if parts else ""


def _steps(shown: Sequence[Review], grades: Mapping[GradeId, Grade]) -> list[Grade]:
    """The grades that get a line: those in use and those that were given, the best first, unranked ones last."""
    given = {one.grade_id for one in shown}
    kept = [grade for number, grade in grades.items() if number in given or not grade.retired]
    return sorted(kept, key=lambda grade: (grade.rank is None, grade.rank or 0, grade.position, grade.id))


def _years(shown: Sequence[Review]) -> tuple[int, int]:
    """The first year shown and the first that is not."""
    return int(shown[0].on[:4]), int(shown[-1].on[:4]) + 1


def _place(on: str, years: tuple[int, int], width: float) -> float:
    begin = date(years[0], 1, 1)
    part = (first_day(on) - begin).days / DAYS / (years[1] - years[0])
    return NAMES + 8 + part * (width - EDGE - NAMES - 8)


def _year_marks(years: tuple[int, int], bottom: float, width: float) -> list[Shape]:
    """A tick at the beginning of each year with its number beneath its middle; not all where there are many."""
    one_year = (width - EDGE - NAMES - 8) / (years[1] - years[0])
    every = next(step for step in (1, 2, 5, 10, 20, 50) if step * one_year >= 26 or step == 50)
    shapes: list[Shape] = []
    for year in range(years[0], years[1]):
        x = NAMES + 8 + (year - years[0]) * one_year
        shapes.append(Line(x1=x, y1=ABOVE - 4, x2=x, y2=bottom + 4, dashed=year > years[0]))
        if (year - years[0]) % every == 0:
            shapes.append(Text(x=x + one_year / 2, y=bottom + 15, words=str(year), anchor="center", colour="quiet"))
    return shapes


def _dot(x: float, y: float, effective: str | None) -> Circle:
    fill, outline = SEEN[effective]
    return Circle(x=x, y=y, radius=DOT, fill=fill or "ground", outline=outline)


def _legend(y: float, width: float) -> list[Shape]:
    """What full and hollow dots mean."""
    shapes: list[Shape] = []
    step = min(130.0, (width - EDGE) / 2)
    for place, key in enumerate(("yes", "no")):
        x = width - EDGE - step * (2 - place) + DOT + 2
        shapes.append(_dot(x, y - 3.5, key))
        shapes.append(Text(x=x + 9, y=y, words=label(EFFECTIVE, key), colour="quiet", most=step - 16))
    return shapes
