"""All that there is to say of one model: its row, why its next review is due when it is, its reviews and statuses."""

from dataclasses import dataclass

from registry_app.domain import schedule
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.schedule import Facts, months_between
from registry_app.domain.search import Moment
from registry_app.store.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """One model on one day. ``schedule`` is a sentence in the language in use; reviews and statuses newest first."""

    row: ModelRow
    schedule: str
    reviews: tuple[Review, ...]
    statuses: tuple[StatusChange, ...]


def details(registry: Registry, model: ModelId, at: Moment) -> Details:
    """Look up everything about ``model``; raises NotFound."""
    value = registry.models.one(model)
    (row,) = registry.models.window([model], at)
    reviews = tuple(registry.reviews.of(model))
    return Details(
        row=row,
        schedule=schedule.reason(facts(value, reviews, registry.lists)),
        reviews=reviews,
        statuses=tuple(registry.statuses.of(model)),
    )


def facts(model: LocalModel, reviews: tuple[Review, ...], lists: Lists) -> Facts:
    """What the next review of ``model`` hangs on; ``reviews`` are all of its reviews, newest first."""
    days = [review.on for review in reviews if not review.corrected]
    of_type = lists.types[model.type_id].interval_months if model.type_id else None
    return Facts(
        review_on=model.review_on,
        last_review=days[0] if days else None,
        first_review=days[-1] if days else None,
        founded_on=model.founded_on,
        launched_on=model.launched_on,
        interval=months_between(model.interval_months, of_type),
    )
