"""What is to be done in an open register on one day: how many models of each kind, and the most urgent with why."""

from collections.abc import Mapping

from msgspec import Struct

from registry_app.domain.ids import ModelId
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.summaries import unasked
from registry_app.store.registry import Registry

from .details import details

MOST_URGENT = 10


class Urgent(Struct, frozen=True, kw_only=True):
    """A model whose review is due, and the rule behind the date as a sentence in the language in use."""

    row: ModelRow
    reason: str


class Today(Struct, frozen=True, kw_only=True):
    """``counts`` are those of the fixed views, of which the ward has left ``unasked`` some; the most urgent come
    first."""

    at: Moment
    counts: Mapping[str, int]
    urgent: tuple[Urgent, ...]
    unasked: frozenset[str] = frozenset()


def today(registry: Registry, at: Moment) -> Today:
    """Look up what is to be done."""
    due = Search(view="due", order=(Order("next_review"),))
    ids = [ModelId(number) for number in registry.models.ids(due, at, MOST_URGENT)]
    found = (details(registry, number, at) for number in ids)
    urgent = tuple(Urgent(row=one.row, reason=one.schedule) for one in found)
    left_out = unasked(registry.settings.ward())
    return Today(at=at, counts=registry.models.view_counts(at), urgent=urgent, unasked=left_out)
