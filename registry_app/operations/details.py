"""All that there is to say of one model: its row, why its next review is due when it is, its reviews and statuses."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from registry_app.domain import schedule, summaries
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId, ReviewId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.office_days import office_days
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.schedule import Facts, months_between
from registry_app.domain.search import Moment
from registry_app.domain.ward import Ward
from registry_app.store.registry import Registry

if TYPE_CHECKING:
    from .decided import DecisionShown
    from .scoring import Given


class Summarised(Struct, frozen=True, kw_only=True):
    """A summary that a model is to have: its kind, by when (partial ISO text; None where nothing says when), why then
    as a sentence in the language in use, and its state (one of options.DUES)."""

    kind: str
    next_on: str | None
    reason: str
    state: str


class Details(Struct, frozen=True, kw_only=True):
    """One model on one day. ``schedule`` is a sentence in the language in use; reviews, statuses and decisions newest
    first, ``summaries`` those that the ward asks this model for, ``points`` what reviews gave by a score sheet."""

    row: ModelRow
    schedule: str
    reviews: tuple[Review, ...]
    statuses: tuple[StatusChange, ...]
    summaries: tuple[Summarised, ...] = ()
    decisions: "tuple[DecisionShown, ...]" = ()
    points: "Mapping[ReviewId, Given]" = field(default_factory=dict)


def details(registry: Registry, model: ModelId, at: Moment) -> Details:
    """Look up everything about ``model``; raises NotFound."""
    value = registry.models.one(model)
    (row,) = registry.models.window([model], at)
    reviews = tuple(registry.reviews.of(model))
    ward = registry.settings.ward()
    known = facts(value, reviews, registry.lists)
    return Details(
        row=row,
        schedule=schedule.reason(known, office_days(ward)),
        reviews=reviews,
        statuses=tuple(registry.statuses.of(model)),
        summaries=_summaries(row, known, reviews, ward, at),
        decisions=_decisions(registry, model),
        points=_points(registry, model, reviews),
    )


def _decisions(registry: Registry, model: ModelId) -> "tuple[DecisionShown, ...]":
    if not registry.loop.has_decisions(model):
        return ()
    from .decided import decisions  # not before a model is shown about which something was decided

    return tuple(decisions(registry, model))


def _points(registry: Registry, model: ModelId, reviews: Sequence[Review]) -> "Mapping[ReviewId, Given]":
    if not registry.loop.has_points(model):
        return {}
    from .scoring import points_of  # not before a model is shown to which points were given

    return points_of(registry, [one.id for one in reviews], {one.id: one.on for one in reviews})


def _summaries(
    row: ModelRow, known: Facts, reviews: tuple[Review, ...], ward: Ward, at: Moment
) -> tuple[Summarised, ...]:
    """What the ward asks of an active model that is reviewed from time to time."""
    if row.status_kind != "active" or row.trashed_on or not known.interval:
        return ()
    found, days = [], office_days(ward)
    for rule in summaries.rules(ward):
        held = [one.on for one in reviews if one.kind == rule.kind and not one.corrected]
        start = known.founded_on or known.launched_on
        one = summaries.summary(rule, last_on=max(held, default=None), start=start, days=days)
        state = summaries.state(one.due_day, at.on, at.within)
        found.append(
            Summarised(kind=one.kind, next_on=one.next_on, reason=summaries.reason(rule, one, days), state=state)
        )
    return tuple(found)


def reasons(registry: Registry, models: Sequence[int]) -> dict[int, str]:
    """Why the next review of each of ``models`` is due when it is, as sentences in the language in use."""
    days = office_days(registry.settings.ward())
    spans = registry.reviews.spans(models)
    return {
        one.id: schedule.reason(_facts(one, spans.get(one.id), registry.lists), days)
        for one in registry.models.many(models)
    }


def facts(model: LocalModel, reviews: tuple[Review, ...], lists: Lists) -> Facts:
    """What the next review of ``model`` hangs on; ``reviews`` are all of its reviews, newest first."""
    days = [review.on for review in reviews if not review.corrected]
    return _facts(model, (days[-1], days[0]) if days else None, lists)


def _facts(model: LocalModel, span: tuple[str, str] | None, lists: Lists) -> Facts:
    """The same by the days of the first and the last review, None where there is none."""
    first, last = span or (None, None)
    of_type = lists.types[model.type_id].interval_months if model.type_id else None
    return Facts(
        review_on=model.review_on,
        last_review=last,
        first_review=first,
        founded_on=model.founded_on,
        launched_on=model.launched_on,
        interval=months_between(model.interval_months, of_type),
    )
