"""Models as they stood on a day of the past: status, reviews, areas and counts of that day; names are those of now."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from registry_app.domain.dates import first_day
from registry_app.domain.entries import Lists
from registry_app.domain.errors import RegistryError
from registry_app.domain.model import ModelRow
from registry_app.domain.office_days import OfficeDays, office_days
from registry_app.domain.review import Review
from registry_app.domain.schedule import Facts, due, is_scheduled, months_between, next_review
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

DATED = frozenset(
    ("status", "status_kind", "status_on", "areas", "last_review", "next_review", "due", "grade", "effective")
)
"""Fields that are searched and sorted by as they are now."""
WHOLE_ONLY = N_(
    "Models of a past day are printed as a whole list, not by state: choose the view “all” without filters."
)


def refuse_narrowed(search: Search) -> None:
    """A list narrowed by what has changed since would leave out the wrong models. Raises RegistryError."""
    asked: Sequence[Filter | Order] = (*search.filters, *search.order)
    if search.view != "all" or any(one.field in DATED for one in asked) or search.group in DATED:
        raise RegistryError(WHOLE_ONLY)


def as_then(registry: Registry, rows: Sequence[ModelRow], at: Moment) -> list[ModelRow]:
    """Those of ``rows`` that there were on the day of ``at``, as they stood."""
    states = registry.counted.facts(at.on, [row.id for row in rows]).models
    areas = _areas(registry, at)
    days = office_days(registry.settings.ward())
    found = []
    for row in rows:
        if row.id in states and (row.founded_on is None or first_day(row.founded_on) <= at.on):
            reviews = [one for one in registry.reviews.of(row.id) if one.on <= at.on.isoformat()]
            then = replace(row, areas=areas.get(row.id, ()))
            found.append(_reviewed(_with_status(registry, then, at.on), reviews, registry.lists, at, days))
    return found


def _with_status(registry: Registry, row: ModelRow, on: date) -> ModelRow:
    """``row`` with the status that counted on the day; its changes come with the one that counts latest first."""
    change = next(one for one in registry.statuses.of(row.id) if one.on <= on.isoformat())
    status = registry.lists.statuses[change.status_id]
    return replace(row, status=status.name, status_kind=status.kind, status_on=change.on or None)


def _reviewed(row: ModelRow, reviews: Sequence[Review], lists: Lists, at: Moment, days: OfficeDays) -> ModelRow:
    """``row`` with what its ``reviews`` up to the day, the newest first, say."""
    valid = [one for one in reviews if not one.corrected]
    type_interval = next((one.interval_months for one in lists.types.values() if one.name == row.type), None)
    facts = Facts(
        review_on=row.review_on,
        last_review=valid[0].on if valid else None,
        first_review=valid[-1].on if valid else None,
        founded_on=row.founded_on,
        launched_on=row.launched_on,
        interval=months_between(row.interval_months, type_interval),
    )
    next_on = next_review(facts, days)
    grade = next((one.grade_id for one in valid if one.grade_id), None)
    return replace(
        row,
        last_review=facts.last_review,
        next_review=next_on,
        due=due(
            status_kind=row.status_kind,
            trashed=False,
            scheduled=is_scheduled(facts),
            next_on=next_on,
            reviewed=bool(valid),
            at=at,
        ),
        grade=lists.grades[grade].name if grade else "",
        effective=next((one.effective for one in valid if one.effective), None),
    )


def _areas(registry: Registry, at: Moment) -> Mapping[int, tuple[str, ...]]:
    """The areas of each model's sites of the day, by the names that they had then."""
    sites = list(registry.inside.sites.rows(Search(noun="site"), at))
    names = registry.inside.area_names("site", [one.id for one in sites], at.on)
    found: dict[int, dict[str, None]] = {}
    for one in sites:
        name = names.get(one.id, one.area)
        if name:
            found.setdefault(one.model_id, {})[name] = None
    return {model: tuple(areas) for model, areas in found.items()}
