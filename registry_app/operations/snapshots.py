"""What is counted when a round is closed: the official count of the day with its parts, grades and effective models."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from registry_app.domain import counting
from registry_app.domain.round_shown import Counts
from registry_app.store.counted import uncollected
from registry_app.store.registry import Registry

K = TypeVar("K", bound=Hashable)


def counts(registry: Registry, on: date, touched: Sequence[int]) -> Counts:
    """What there is on the day ``on``; reviews of the ``touched`` models were written in the open action."""
    with uncollected():
        return _counts(registry, on, touched)


def _counts(registry: Registry, on: date, touched: Sequence[int]) -> Counts:
    facts = registry.counted.facts(on)
    paused = registry.settings.ward().count_paused
    official = counting.official(facts, count_paused=paused)
    results = registry.loop.round_ends.results(on.isoformat(), touched)
    models = {number: one for number, one in facts.models.items() if one.kind == "model" and not one.statutory}
    chosen = [number for number, one in models.items() if counting.counts(one.status_kind, count_paused=paused)]
    none: tuple[int | None, str] = (None, "")
    return Counts(
        models=official.models,
        themes=official.themes,
        statutory=official.statutory,
        status_kinds=tally(one.status_kind for one in models.values()),
        grades=tally(results.get(number, none)[0] for number in chosen),
        effective=tally(results.get(number, none)[1] for number in chosen),
        types={part.value: part.figures for part in counting.parts(facts, "type", count_paused=paused)},
        areas={part.value: part.figures for part in counting.parts(facts, "area", count_paused=paused)},
    )


def tally(values: Iterable[K]) -> dict[K, int]:
    """How often each value stands there."""
    return dict(Counter(values))
