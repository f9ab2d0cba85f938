"""What a change of the ward's rules for due dates would do to the dates of models."""

from collections.abc import Sequence
from datetime import date

from registry_app.domain import summaries
from registry_app.domain.ids import ModelId
from registry_app.domain.office_days import office_days
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.ward import Ward
from registry_app.store.registry import Registry

from .reviewing import NewDate

EVERY = Search(order=(Order("name"),))
"""All models."""


def reckons_alike(ward: Ward, other: Ward) -> bool:
    """Whether the same dates follow from the rules of both."""
    return (office_days(ward), summaries.rules(ward)) == (office_days(other), summaries.rules(other))


def preview(registry: Registry, ward: Ward) -> list[NewDate]:
    """Which dates of which models would change if the ward's facts became ``ward``; nothing is written."""
    at = Moment(date.today())
    rows = registry.models.window(registry.models.ids(EVERY, at), at)
    ids = [row.id for row in rows]
    before = _dates(registry, ids)
    with registry.rehearsal():
        registry.settings.save(ward)
        registry.refresh(ids)
        after = _dates(registry, ids)
    return [
        NewDate(code=row.code, name=row.name, before=before.get((row.id, kind)), after=day, kind=kind)
        for row in rows
        for kind in (("review", *summaries.KINDS) if row.due != "none" else summaries.KINDS)
        if (day := after.get((row.id, kind))) != before.get((row.id, kind))
    ]


def _dates(registry: Registry, models: Sequence[ModelId]) -> dict[tuple[ModelId, str], str | None]:
    """When the next review and summaries of ``models`` are due, by model and kind."""
    rows = registry.models.window(models, Moment(date.today()))
    return {**{(row.id, "review"): row.next_review for row in rows}, **registry.models.next_summaries()}
