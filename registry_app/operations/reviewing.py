"""What a user does about reviews and statuses: mark reviewed, correct a review, change status, change an interval."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import rules, scoring_rules
from registry_app.domain.entries import ModelType
from registry_app.domain.errors import NotFound, Problem, Refused
from registry_app.domain.ids import CriterionId, ModelId, ReviewId, TypeId
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Filter, Moment, Search
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry


class NewDate(Struct, frozen=True, kw_only=True):
    """What a change of a rule does to one model: its next review, or summary of a ``kind``, before and after (partial
    ISO text or None)."""

    code: str
    name: str
    before: str | None
    after: str | None
    kind: str = "review"


def mark_reviewed(
    registry: Registry, models: Sequence[ModelId], review: Review, points: Mapping[CriterionId, int] | None = None
) -> Changes:
    """Record the same ``review`` for all of ``models`` as one action, all or nothing; ``points`` are tenths by
    criterion of one score sheet. Raises Refused, ReadOnly."""
    today = date.today()
    with registry.change(N_("Mark reviewed")) as change:
        rows = registry.models.window(models, Moment(today))
        problems = [problem for row in rows for problem in rules.review_problems(review, row, today)]
        problems += [*_grade_problems(registry, review), *_points_problems(registry, points)]
        if problems:
            raise Refused(problems)
        added = registry.reviews.add([replace(review, model_id=row.id) for row in rows])
        if points:
            registry.loop.scoring.add_points(added, points)
        registry.models.clear_review_date(models, review.on)
    return change.changes


def correct_review(
    registry: Registry, wrong: ReviewId, right: Review, points: Mapping[CriterionId, int] | None = None
) -> Changes:
    """Put ``right`` in the place of the review ``wrong``, which stays visible; the grade that it had may stay, whatever
    the scale of now. ``points`` are those of ``right``. Raises Refused, NotFound, ReadOnly."""
    today = date.today()
    with registry.change(N_("Correct a review")) as change:
        old = registry.reviews.one(wrong)
        if old is None:
            raise NotFound(N_("This review is no longer in the register."))
        (row,) = registry.models.window([old.model_id], Moment(today))
        problems = [problem for problem in rules.review_problems(right, row, today) if problem.field == "on"]
        if old.corrected:
            problems.append(Problem("on", N_("This review was corrected before; correct the newer one.")))
        if right.grade_id != old.grade_id:
            problems += _grade_problems(registry, right)
        problems += _points_problems(registry, points)
        if problems:
            raise Refused(problems)
        added = registry.reviews.add([replace(right, model_id=old.model_id, corrects=wrong)])
        if points:
            registry.loop.scoring.add_points(added, points)
    return change.changes


def _grade_problems(registry: Registry, review: Review) -> list[Problem]:
    """Why the year of ``review`` knows no such grade."""
    if review.grade_id is None:
        return []
    scales = registry.loop.scoring.scales()
    return scoring_rules.grade_problems(review.grade_id, review.on, scales, registry.lists.grades)


def _points_problems(registry: Registry, points: Mapping[CriterionId, int] | None) -> list[Problem]:
    return scoring_rules.points_problems(points, registry.loop.scoring.criteria()) if points else []


def change_status(registry: Registry, models: Sequence[ModelId], new: StatusChange) -> Changes:
    """Give every one of ``models`` the status of ``new`` from its day on, as one action. Raises Refused, ReadOnly."""
    with registry.change(N_("Change status")) as change:
        problems = list(rules.status_problems(new, registry.lists))
        rows: list[ModelRow] = registry.models.window(models, Moment(date.today()))
        for row in rows:
            if row.trashed_on:
                text = N_("{code} is in the trash; take it out first.")
                problems.append(Problem("status", text, {"code": row.code}))
        if problems:
            raise Refused(problems)
        registry.statuses.add([replace(new, model_id=row.id) for row in rows])
    return change.changes


def preview_interval(registry: Registry, type_id: TypeId, months: int | None) -> list[NewDate]:
    """Which models of the type would get which next review if its interval became ``months``; nothing is written."""
    at = Moment(date.today())
    search = Search(filters=(Filter("type", (type_id,)),))
    rows = registry.models.window(registry.models.ids(search, at), at)
    kind_of_model = registry.lists.types[type_id]
    with registry.rehearsal():
        registry.entries.save(replace(kind_of_model, interval_months=months))
        registry.refresh([row.id for row in rows])
        after = {row.id: row.next_review for row in registry.models.window([row.id for row in rows], at)}
    return [
        NewDate(code=row.code, name=row.name, before=row.next_review, after=after[row.id])
        for row in rows
        if row.next_review != after[row.id]
    ]


def change_interval(registry: Registry, type_id: TypeId, months: int | None) -> Changes:
    """Change the interval of a type; next reviews of its models follow. Raises Refused, ReadOnly."""
    kind_of_model: ModelType = replace(registry.lists.types[type_id], interval_months=months)
    with registry.change(N_("Change review interval")) as change:
        problems = rules.entry_problems(kind_of_model, list(registry.lists.types.values()))
        if problems:
            raise Refused(problems)
        registry.entries.save(kind_of_model)
    return change.changes
