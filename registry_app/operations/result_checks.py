"""Figures of results as they are typed: “trên 1.200” says its own exactness, “23/27” its total; and how they agree with
the figures beside them."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from registry_app.domain import result_rules as rules
from registry_app.domain import result_sums
from registry_app.domain.cleaning import line
from registry_app.domain.entries import Indicator
from registry_app.domain.errors import Problem
from registry_app.domain.kinds import BadValue
from registry_app.domain.options import EXACTNESS, label
from registry_app.domain.period_text import read_period
from registry_app.domain.result_text import Figure, kept, read_figure, said
from registry_app.domain.results import Result
from registry_app.domain.words import N_
from registry_app.store.registry import Registry

from .inside_text import Typed, read_text

OWN = frozenset(("figure", "period"))
"""Fields that fill in several attributes at once."""
AT_ODDS = N_("The figure says “{said}”, but here stands “{chosen}”: choose one of them.")


def read_typed(
    registry: Registry, base: Result, typed: Typed, links: Mapping[str, int | None]
) -> tuple[Result, list[Problem]]:
    """``base`` with what was typed and linked, and what could not be read. The ward's own area is no area: what is of
    the whole ward names none. No rule of content is looked at."""
    plain = {name: text for name, text in typed.items() if name not in OWN}
    value, problems = read_text(registry, "result", base, plain, links)
    if "period" in typed:
        value, more = _with_period(value, typed["period"])
        problems += more
    if "figure" in typed:
        value, more = _with_figure(registry, value, base, typed)
        problems += more
    area = registry.lists.areas.get(value.area_id) if value.area_id else None
    return replace(value, area_id=None) if area and area.whole_ward else value, problems


def problems(registry: Registry, value: Result) -> tuple[Problem, ...]:
    """What keeps ``value`` from being saved."""
    return rules.problems(value, registry.lists.indicators.get(value.indicator_id), date.today())


def warnings(registry: Registry, value: Result) -> tuple[Problem, ...]:
    """What is worth a look: the same figure twice, a sum that does not add up, a period that is not over."""
    beside = registry.inside.results.beside(value)
    indicators = registry.lists.indicators
    own = indicators[value.indicator_id]
    twins = [
        result_sums.twice(other, own.name, said(other.figure, own.unit)) for other in result_sums.twins(value, beside)
    ]
    findings = result_sums.checked(beside, indicators)
    off = [
        one.problem for one in findings if one.problem and value.id in (one.whole.id, *(part.id for part in one.parts))
    ]
    return (*rules.warnings(value, date.today()), *twins, *off)


def doubts(registry: Registry, results: Iterable[Result]) -> list[tuple[Result, Problem]]:
    """Everything that does not add up or stands twice among ``results``, each with the figure that it is told of."""
    every = list(results)
    indicators = registry.lists.indicators
    found = [(one.whole, one.problem) for one in result_sums.checked(every, indicators) if one.problem]
    seen: dict[tuple[object, ...], Result] = {}
    for one in every:
        first = seen.setdefault((one.indicator_id, *result_sums.place(one)), one)
        if first is not one:
            own = indicators[one.indicator_id]
            found.append((one, result_sums.twice(first, own.name, said(first.figure, own.unit))))
    return found


def _with_period(value: Result, text: str) -> tuple[Result, list[Problem]]:
    if not line(text):
        return replace(value, period_from="", period_to=""), []
    try:
        begun, over = read_period(text, date.today())
    except BadValue as bad:
        return value, [Problem("period", bad.text, bad.values)]
    return replace(value, period_from=begun.isoformat(), period_to=over.isoformat()), []


def _with_figure(registry: Registry, value: Result, base: Result, typed: Typed) -> tuple[Result, list[Problem]]:
    text = line(typed["figure"])
    if not text:
        return replace(value, amount=None, total=None), []
    try:
        figure = read_figure(text)
    except BadValue as bad:
        if value.exactness == "check":
            return replace(value, amount=None, total=None, as_written=value.as_written or text), []
        return value, [Problem("figure", bad.text, bad.values)]
    read, problems = _exact(value, figure, chosen="exactness" in typed)
    if "as_written" not in typed and _was_kept(base):
        read = replace(read, as_written=kept(text, figure))
    indicator: Indicator | None = registry.lists.indicators.get(value.indicator_id)
    wrong = rules.unit_problem(figure, text, indicator) if indicator else None
    return read, [*problems, *([wrong] if wrong else [])]


def _exact(value: Result, figure: Figure, *, chosen: bool) -> tuple[Result, list[Problem]]:
    """``value`` with the numbers, as exact as their own words and what was ``chosen`` say."""
    read = replace(value, amount=figure.amount, total=figure.total)
    told, here = figure.exactness, value.exactness
    if here == "check" or told == here:
        return read, []
    if told == "exact" and chosen:
        return read, []
    if told != "exact" and chosen and here != "exact":
        values: dict[str, object] = {"said": label(EXACTNESS, told), "chosen": label(EXACTNESS, here)}
        return read, [Problem("exactness", AT_ODDS, values)]
    return replace(read, exactness=told), []


def _was_kept(base: Result) -> bool:
    """Whether what the source wrote was kept by itself, and so goes with the figure that it was of."""
    if not base.as_written:
        return True
    try:
        return read_figure(base.as_written).amount == base.amount
    except BadValue:
        return False
