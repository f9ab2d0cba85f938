"""What a user does about grades and points: save the scale of a year, copy the one before, save a score sheet."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain import scoring as points_made
from registry_app.domain import scoring_rules as rules
from registry_app.domain.entries import Grade
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import CriterionId, GradeId, ModelId, ReviewId, SheetId
from registry_app.domain.kinds import BadValue
from registry_app.domain.scoring import Criterion, Scored, ScoreSheet, Step, read_tenths, scale_of, total
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry


class TypedStep(Struct, frozen=True, kw_only=True):
    """A grade of a scale as it was typed: from how many points on it is given, "" for never by points."""

    grade_id: GradeId
    least: str = ""


class TypedCriterion(Struct, frozen=True, kw_only=True):
    """A line of a score sheet as it was typed; ``id`` 0 is a new one."""

    id: CriterionId = CriterionId(0)
    number: str = ""
    name: str = ""
    most: str = ""


class SheetShown(Struct, frozen=True, kw_only=True):
    """A score sheet with the criteria in use, its ``total`` in tenths, and how many reviews and rounds go by it."""

    sheet: ScoreSheet
    criteria: tuple[Criterion, ...]
    total: int
    uses: int


class KeptSheet(Struct, frozen=True, kw_only=True):
    """A sheet that was saved: its number, and what is worth a look."""

    changes: Changes
    id: SheetId
    notes: tuple[Problem, ...]


class Given(Struct, frozen=True, kw_only=True):
    """The points of one review: the sheet's name, each criterion with its tenths, and what they come to."""

    sheet: ScoreSheet
    lines: tuple[tuple[Criterion, int], ...]
    scored: Scored


# -- scales ------------------------------------------------------------------------------------------------------------


def scales(registry: Registry) -> dict[int, tuple[Step, ...]]:
    """The scale of each year from which on another holds, the newest last. Empty: all grades in use hold always."""
    return registry.loop.scoring.scales()


def scale(registry: Registry, year: int) -> tuple[Step, ...]:
    """The scale that holds in ``year``."""
    return scale_of(year, registry.loop.scoring.scales(), registry.lists.grades)


def offered(registry: Registry, on: str) -> list[Grade]:
    """The grades that a review of the day ``on`` (ISO, "" for today) may give, in the order of the year's scale."""
    year = int(on[:4]) if on else date.today().year
    return points_made.offered(year, registry.loop.scoring.scales(), registry.lists.grades)


def save_scale(registry: Registry, year: str, steps: Sequence[TypedStep]) -> Changes:
    """Make ``steps``, in their order, the scale from ``year`` on, as one action. Raises Refused, ReadOnly."""
    number, year_wrong = _year(year)
    read, wrong = _steps(steps)
    with registry.change(N_("Save the grades of a year")) as change:
        _refuse(year_wrong)
        _refuse([*wrong, *rules.scale_problems(number, read, registry.lists.grades)])
        registry.loop.scoring.save_scale(number, read)
    return change.changes


def copy_scale(registry: Registry, year: str) -> Changes:
    """Begin a scale in ``year`` with what holds in the year before, as one action. Raises Refused, ReadOnly."""
    number, wrong = _year(year)
    with registry.change(N_("Copy the grades of the year before")) as change:
        known = registry.loop.scoring.scales()
        if number in known:
            text = N_("The year {year} has its own scale already.")
            wrong.append(Problem("year", text, {"year": number}))
        steps = scale_of(number - 1, known, registry.lists.grades)
        _refuse([*wrong, *([] if wrong else rules.scale_problems(number, steps, registry.lists.grades))])
        registry.loop.scoring.save_scale(number, steps)
    return change.changes


def remove_scale(registry: Registry, year: int) -> Changes:
    """Let what holds in the year before hold in ``year`` as well, as one action. Raises NotFound, ReadOnly."""
    with registry.change(N_("Delete the grades of a year")) as change:
        if year not in registry.loop.scoring.scales():
            raise NotFound(N_("No scale begins in the year {year}."), year=year)
        registry.loop.scoring.save_scale(year, ())
    return change.changes


# -- score sheets ------------------------------------------------------------------------------------------------------


def sheets(registry: Registry, *, retired: bool = False) -> list[SheetShown]:
    """The score sheets in use, those retired as well when asked for."""
    shelf = registry.loop.scoring
    uses = shelf.uses()
    by_sheet: dict[SheetId, list[Criterion]] = {}
    for one in shelf.criteria().values():
        if not one.retired:
            by_sheet.setdefault(one.sheet_id, []).append(one)
    return [
        SheetShown(
            sheet=sheet,
            criteria=tuple(by_sheet.get(number, ())),
            total=total(one.most for one in by_sheet.get(number, ())),
            uses=uses.get(number, 0),
        )
        for number, sheet in shelf.sheets().items()
        if retired or not sheet.retired
    ]


def offered_sheets(registry: Registry, models: Sequence[ModelId]) -> list[SheetShown]:
    """The score sheets by which a review of ``models`` may give points: those in use, for one model alone."""
    return sheets(registry) if len(models) == 1 else []


def sheet(registry: Registry, number: SheetId) -> SheetShown:
    """One score sheet. Raises NotFound."""
    for one in sheets(registry, retired=True):
        if one.sheet.id == number:
            return one
    raise NotFound(N_("This score sheet is no longer in the register."))


def save_sheet(registry: Registry, number: SheetId, name: str, criteria: Sequence[TypedCriterion]) -> KeptSheet:
    """Save a score sheet (``number`` 0: a new one) with its criteria in their order, as one action. Criteria of before
    that are not among them are taken off; points given by them stay. Raises Refused (the n-th criterion's problems at
    "n.<field>"), NotFound, ReadOnly."""
    named, problems = _text("name", name)
    read, wrong = read_criteria(criteria)
    with registry.change(N_("Edit a score sheet") if number else N_("Add a score sheet")) as change:
        shelf = registry.loop.scoring
        known = shelf.sheets()
        if number and number not in known:
            raise NotFound(N_("This score sheet is no longer in the register."))
        value = replace(known[number], name=named) if number else ScoreSheet(name=named)
        found = [*problems, *wrong, *rules.sheet_problems(value, read, list(known.values()))]
        _refuse(_once(found))
        kept = shelf.save_sheet(value)
        shelf.save_criteria(kept, read)
    return KeptSheet(changes=change.changes, id=kept, notes=tuple(rules.sheet_notes(read)))


def retire_sheet(registry: Registry, number: SheetId, *, retired: bool = True) -> Changes:
    """Offer a score sheet no more, or again; what was given by it stays. Raises NotFound, ReadOnly."""
    label = N_("Retire a score sheet") if retired else N_("Offer a score sheet again")
    with registry.change(label) as change:
        known = registry.loop.scoring.sheets()
        if number not in known:
            raise NotFound(N_("This score sheet is no longer in the register."))
        registry.loop.scoring.save_sheet(replace(known[number], retired=retired))
    return change.changes


def read_criteria(criteria: Sequence[TypedCriterion]) -> tuple[list[Criterion], list[Problem]]:
    """The criteria as they would be kept, and what cannot be read; rows without anything are passed over."""
    read, problems = [], []
    filled = [one for one in criteria if one.id or any(part.strip() for part in (one.number, one.name, one.most))]
    for place, one in enumerate(filled, start=1):
        number, wrong_number = _text(f"{place}.number", one.number)
        name, wrong_name = _text(f"{place}.name", one.name)
        try:
            most = read_tenths(one.most) or 0
        except BadValue as wrong:
            most = 1  # is said here, and not a second time as missing
            values: dict[str, object] = {"row": place, "why": str(wrong)}
            problems.append(Problem(f"{place}.most", N_("Row {row}: {why}"), values))
        problems += [*wrong_number, *wrong_name]
        read.append(Criterion(id=one.id, number=number, name=name, most=most))
    return read, problems


# -- points ------------------------------------------------------------------------------------------------------------


def read_points(registry: Registry, typed: Mapping[CriterionId, str]) -> dict[CriterionId, int]:
    """The tenths that were typed, blanks left out. Raises Refused with every one that is wrong at
    "points.<criterion>"."""
    found, problems = rules.read_points(typed, registry.loop.scoring.criteria())
    _refuse(problems)
    return found


def points_of(
    registry: Registry, reviews: Sequence[ReviewId], year_of: Mapping[ReviewId, str]
) -> dict[ReviewId, Given]:
    """The points of ``reviews`` as they are shown; ``year_of`` is the day of each. Reviews without any are left out."""
    shelf = registry.loop.scoring
    found = shelf.points(reviews)
    if not found:
        return {}
    criteria, known, by_year = shelf.criteria(), shelf.sheets(), shelf.scales()
    shown = {}
    for review, points in found.items():
        lines = tuple((criteria[number], tenths) for number, tenths in points.items())
        number = lines[0][0].sheet_id
        asked = [one for one in criteria.values() if one.sheet_id == number and (not one.retired or one.id in points)]
        steps = scale_of(int(year_of[review][:4]), by_year, registry.lists.grades)
        shown[review] = Given(
            sheet=known[number],
            lines=lines,
            scored=points_made.scored([replace(one, retired=False) for one in asked], points, steps),
        )
    return shown


def _steps(typed: Sequence[TypedStep]) -> tuple[list[Step], list[Problem]]:
    read, problems = [], []
    for one in typed:
        try:
            read.append(Step(grade_id=one.grade_id, least=read_tenths(one.least)))
        except BadValue as wrong:
            problems.append(Problem(f"least.{one.grade_id}", wrong.text, wrong.values))
            read.append(Step(grade_id=one.grade_id))
    return read, problems


def _year(typed: str) -> tuple[int, list[Problem]]:
    try:
        number = kinds.WHOLE.parse(typed.replace(".", ""), date.min)
    except BadValue:
        number = ""
    if number:
        return int(number), []
    return 0, [Problem("year", N_("Write the year from which the scale holds, for example 2026."))]


def _text(field: str, typed: str) -> tuple[str, list[Problem]]:
    try:
        return kinds.TEXT.parse(typed, date.min), []
    except BadValue as wrong:
        return typed, [Problem(field, wrong.text, wrong.values)]


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """One problem a field: what cannot be read is not also missing."""
    found: dict[str, Problem] = {}
    for one in problems:
        found.setdefault(one.field, one)
    return list(found.values())


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(problems)
