"""What sheets list beside the nouns: the reviews of a model, the courses of a person."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from registry_app.domain.dates import first_day, show_date
from registry_app.domain.ids import ModelId
from registry_app.domain.membership import Course
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, label
from registry_app.domain.search import Moment
from registry_app.reports.sheets import ReviewLine
from registry_app.store.registry import Registry

from . import courses


def reviews(registry: Registry, model: int, at: Moment) -> Sequence[ReviewLine]:
    """Those up to the day of ``at`` that no correction has taken the place of, newest first."""
    grades = registry.lists.grades
    return [
        ReviewLine(
            on=show_date(one.on),
            kind=label(REVIEW_KINDS, one.kind),
            grade=grades[one.grade_id].name if one.grade_id else "",
            effective=label(EFFECTIVE, one.effective),
            findings=one.findings,
            decision=one.decision,
        )
        for one in registry.reviews.of(ModelId(model))
        if not one.corrected and one.on <= at.on.isoformat()
    ]


def courses_of(registry: Registry, person: int, at: Moment) -> Sequence[Course]:
    """Those that were begun by the day of ``at``, or of which nobody knows when."""
    return [one for one in courses.courses(registry, person) if not one.on or first_day(one.on) <= at.on]


OTHERS: Mapping[str, Callable[[Registry, int, Moment], Sequence[Any]]] = {"review": reviews, "course": courses_of}
"""By what stands in the table: what reads its rows for the one that the sheet is about."""
