"""What must hold of the grades of a year, of a score sheet and of points before they are saved. Nothing here raises."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from .dates import FIRST_YEAR, LAST_YEAR
from .entries import Grade
from .errors import Problem
from .ids import CriterionId, GradeId
from .kinds import BadValue
from .rules import EMPTY
from .scoring import USUAL_TOTAL, Criterion, Scales, ScoreSheet, Step, offered, read_tenths, show_tenths, total
from .vietnamese import fold
from .words import N_


def scale_problems(year: int, steps: Sequence[Step], grades: Mapping[GradeId, Grade]) -> list[Problem]:
    """What keeps ``steps`` from being the scale from ``year`` on; a step's problem stands at "least.<number>"."""
    found = []
    if not FIRST_YEAR <= year <= LAST_YEAR:
        values: dict[str, object] = {"first": FIRST_YEAR, "last": LAST_YEAR}
        found.append(Problem("year", N_("The year must be between {first} and {last}."), values))
    if not steps:
        found.append(Problem("grades", N_("Choose at least one grade for the scale.")))
    unknown = [step for step in steps if step.grade_id not in grades]
    if unknown or len({step.grade_id for step in steps}) < len(steps):
        found.append(Problem("grades", N_("Each grade stands in a scale once, and must be in the ward's list.")))
        return found
    pointed = [(grades[step.grade_id], step.least) for step in steps if step.least is not None]
    pointed.sort(key=lambda one: (one[0].rank is None, one[0].rank or 0, one[0].position))
    for (better, more), (worse, less) in pairwise(pointed):
        if more <= less:
            values = {"better": better.name, "worse": worse.name, "most": show_tenths(more)}
            text = N_("“{worse}” must begin below “{better}”, that is below {most} points.")
            found.append(Problem(f"least.{worse.id}", text, values))
    return found


def sheet_problems(sheet: ScoreSheet, criteria: Sequence[Criterion], others: Sequence[ScoreSheet]) -> list[Problem]:
    """What keeps a score sheet from being saved; the n-th criterion's problems stand at "n.<field>"."""
    found = []
    if not sheet.name:
        found.append(Problem("name", EMPTY))
    for other in others:
        if other.id != sheet.id and sheet.name and fold(other.name) == fold(sheet.name):
            found.append(Problem("name", N_("“{name}” is in the list already."), {"name": other.name}))
    if not criteria:
        found.append(Problem("criteria", N_("Write at least one criterion.")))
    numbers: dict[str, int] = {}
    for place, one in enumerate(criteria, start=1):
        if not one.name:
            found.append(Problem(f"{place}.name", N_("Row {row}: write what the criterion is."), {"row": place}))
        if one.most <= 0:
            text = N_("Row {row}: the most points of a criterion must be above 0.")
            found.append(Problem(f"{place}.most", text, {"row": place}))
        first = numbers.setdefault(fold(one.number), place) if one.number else place
        if first != place:
            values: dict[str, object] = {"row": place, "first": first, "number": one.number}
            found.append(Problem(f"{place}.number", N_("Row {row}: number {number} is row {first} already."), values))
    return found


def sheet_notes(criteria: Sequence[Criterion]) -> list[Problem]:
    """What is worth a look in a sheet that may be saved: its points are usually 100."""
    most = total(one.most for one in criteria)
    if most == USUAL_TOTAL:
        return []
    text = N_("The criteria come to {total} points; a sheet usually has {usual}.")
    return [Problem("criteria", text, {"total": show_tenths(most), "usual": show_tenths(USUAL_TOTAL)})]


def points_problems(points: Mapping[CriterionId, int], criteria: Mapping[CriterionId, Criterion]) -> list[Problem]:
    """What keeps ``points`` from being given, each at "points.<criterion>"."""
    found = [wrong for number, tenths in points.items() if (wrong := _beyond(number, tenths, criteria.get(number)))]
    sheets = {criteria[number].sheet_id for number in points if number in criteria}
    if len(sheets) > 1:
        found.append(Problem("sheet", N_("The points of one review belong to one score sheet.")))
    return found


def read_points(
    typed: Mapping[CriterionId, str], criteria: Mapping[CriterionId, Criterion]
) -> tuple[dict[CriterionId, int], list[Problem]]:
    """The tenths that were typed and can be given, blanks left out; and what keeps the others from being given, in the
    order in which they were typed, each at "points.<criterion>"."""
    points, problems = {}, []
    for number, text in typed.items():
        one = criteria.get(number)
        try:
            tenths = read_tenths(text)
        except BadValue as wrong:
            problems.append(_unread(number, one, wrong))
            continue
        if tenths is None:
            continue
        beyond = _beyond(number, tenths, one)
        if beyond:
            problems.append(beyond)
        else:
            points[number] = tenths
    return points, [*problems, *points_problems(points, criteria)]


def _beyond(number: CriterionId, tenths: int, one: Criterion | None) -> Problem | None:
    """Why a criterion cannot be given so many tenths."""
    if one is None:
        return Problem(f"points.{number}", N_("This criterion is no longer in the register."))
    if 0 <= tenths <= one.most:
        return None
    values: dict[str, object] = {
        "criterion": one.number or one.name,
        "points": show_tenths(abs(tenths)),
        "most": show_tenths(one.most),
    }
    return Problem(f"points.{number}", N_("Criterion {criterion}: {points} points are more than its {most}."), values)


def _unread(number: CriterionId, one: Criterion | None, wrong: BadValue) -> Problem:
    """``wrong``, which was typed as points of a criterion, and of which."""
    if one is None:
        return Problem(f"points.{number}", wrong.text, wrong.values)
    values: dict[str, object] = {"criterion": one.number or one.name, "why": str(wrong)}
    return Problem(f"points.{number}", N_("Criterion {criterion}: {why}"), values)


def grade_problems(grade: GradeId | None, on: str, scales: Scales, grades: Mapping[GradeId, Grade]) -> list[Problem]:
    """What keeps ``grade`` from being given by a review of the day ``on``: the year's scale has it not."""
    if grade is None or not on:
        return []
    year = int(on[:4])
    steps = offered(year, scales, grades)
    if grade in {step.id for step in steps}:
        return []
    values: dict[str, object] = {
        "grade": grades[grade].name if grade in grades else str(grade),
        "year": year,
        "grades": ", ".join(step.name for step in steps),
    }
    return [Problem("grade", N_("“{grade}” is not in the scale of {year}. Grades of that year: {grades}."), values)]
