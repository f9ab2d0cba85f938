"""What happened in a period, beside the period before: read once, shown in the window, on paper and on the command line
alike."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from registry_app.domain import period_text
from registry_app.domain.counting import Facts, Official, official, parts
from registry_app.domain.entries import Lists
from registry_app.domain.ids import AreaId
from registry_app.domain.period_figures import ModelAt, PeriodFigures, figures
from registry_app.domain.period_results import Total, totals
from registry_app.domain.period_text import Span
from registry_app.domain.recognition_rules import Standing
from registry_app.domain.search import Moment, Search
from registry_app.store.registry import Registry

from . import counting, recognising

AGAINST = ("before", "year")
"""The period just before, or the same one a year before."""


class Period(Struct, frozen=True, kw_only=True):
    """One period. ``first`` and ``last`` as asked, ``at`` the day as of which it is counted: its last, but not later
    than today. ``awards`` are form, recipient and how many; ``covered`` of ``areas`` have a model; ``results`` are the
    ward's own figures, ``recognised`` where it stands in the year in which the period ends, None where nobody is
    entered for it."""

    first: date
    last: date
    at: date
    begin: Official
    end: Official
    figures: PeriodFigures
    decisions: dict[str, int]
    sites_added: int
    awards: Sequence[tuple[str, str, int]]
    covered: int
    areas: int
    results: Sequence[Total] = ()
    recognised: Standing | None = None

    @property
    def name(self) -> str:
        """What people call it, in the language in use."""
        return period_text.show_period(self.first, self.last)


class Comparison(Struct, frozen=True, kw_only=True):
    """A period beside the one before; ``built`` and ``ended`` are its models that began and ended, ``graded`` how many
    had which grade as their last of each year, ``due`` how many fall due in each month to come."""

    now: Period
    before: Period
    built: Sequence[ModelAt]
    ended: Sequence[ModelAt]
    graded: Sequence[tuple[int, int, int]]
    due: dict[str, int]
    lists: Lists


def read(registry: Registry, first: date, last: date) -> Period:
    """The figures of one period, as far as it has come."""
    return _period(registry, first, last)[0]


def compare(registry: Registry, first: date, last: date, against: str = "before") -> Comparison:
    """The period from ``first`` to ``last``, both in, beside the one that AGAINST says."""
    now, models = _period(registry, first, last)
    before, _models = _period(registry, *span_before(first, last, against))
    known = {one.id: one for one in models}
    ended = [known[number] for numbers in now.figures.ended.values() for number in numbers]
    today = date.today()
    return Comparison(
        now=now,
        before=before,
        built=[known[number] for number in now.figures.built],
        ended=sorted(ended, key=lambda one: (one.status_on or "", one.id)),
        graded=registry.loop.period.grades_by_year(now.at),
        due=registry.loop.period.due_by_month(today.replace(day=1), _a_year_later(today)),
        lists=registry.lists,
    )


def span_before(first: date, last: date, against: str = "before") -> Span:
    """The period that one is compared with, as one of AGAINST says."""
    found = period_text.before(first, last)
    return found[0] if against == "year" else found[-1]


def _period(registry: Registry, first: date, last: date) -> tuple[Period, list[ModelAt]]:
    at = max(first, min(last, date.today()))
    paused = registry.settings.ward().count_paused
    shelf = registry.loop.period
    models = list(shelf.models(first, at))
    decisions, added = shelf.decisions(first, at)
    facts = registry.counted.facts(at)
    covered, areas = _covered(registry, facts, count_paused=paused)
    period = Period(
        first=first,
        last=last,
        at=at,
        begin=counting.official(registry, first - timedelta(days=1)),
        end=official(facts, count_paused=paused),
        figures=figures(models, first, at, count_paused=paused),
        decisions=decisions,
        sites_added=added,
        awards=shelf.commendations(first, at),
        covered=covered,
        areas=areas,
        results=_results(registry, first, last),
        recognised=_recognised(registry, last.year),
    )
    return period, models


def _covered(registry: Registry, facts: Facts, *, count_paused: bool) -> tuple[int, int]:
    """In how many areas a counted model had a site on the day of ``facts``, and how many areas there were; one that is
    no longer in the list but had a model was there."""
    whole = {number for number, area in registry.lists.areas.items() if area.whole_ward}
    held = {AreaId(part.value) for part in parts(facts, "area", count_paused=count_paused) if part.value is not None}
    return len(held - whole), len(registry.loop.period.areas(facts.on) | held - whole)


def _results(registry: Registry, first: date, last: date) -> list[Total]:
    rows = registry.inside.of("result").rows(Search(noun="result"), Moment(date.today()))
    return totals(rows, first.isoformat(), last.isoformat())


def _recognised(registry: Registry, year: int) -> Standing | None:
    found = recognising.ward_standing(registry, year)
    return found if found.subjects else None


def _a_year_later(day: date) -> date:
    """The last day of the eleventh month after that of ``day``: twelve months with it."""
    year, month = divmod(day.year * 12 + day.month - 1 + 12, 12)
    return date(year, month + 1, 1) - timedelta(days=1)
