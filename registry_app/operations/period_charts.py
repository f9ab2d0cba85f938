"""The charts of a period as drawings: status by type, grades by year, due by month, coverage by area."""

from collections.abc import Callable, Sequence
from itertools import groupby

from registry_app.domain.chart import Colour, Drawing
from registry_app.domain.charts import WIDTH, Bar, Series, lying, standing
from registry_app.domain.options import STATUS_KINDS, label
from registry_app.domain.words import N_, _
from registry_app.store.registry import Registry

from . import counting
from .period_report import Comparison

STATUS_COLOURS: dict[str, Colour] = {"active": "good", "paused": "warn", "preparing": "first", "ended": "quiet"}
GRADE_COLOURS: Sequence[Colour] = ("good", "first", "warn", "alert")
MOST_TYPES, MOST_YEARS = 20, 10
CHARTS = {
    "grades": N_("Grades by year"),
    "due": N_("Reviews due by month"),
    "status": N_("Status by type"),
    "coverage": N_("Models by area"),
}
"""The charts by key, with their marked names."""
Drawn = Callable[[float], Drawing]


def charts(registry: Registry, found: Comparison) -> dict[str, Drawn]:
    """Every chart by its key in CHARTS: what draws it for so many units of width; those without a figure left out."""
    made = {
        "grades": _grades(found),
        "due": _due(found),
        "status": _status(found),
        "coverage": _coverage(registry, found),
    }
    return {key: draw for key, draw in made.items() if draw}


def drawings(registry: Registry, found: Comparison, width: float = WIDTH) -> list[Drawing]:
    """The same drawn at ``width``."""
    return [draw(width) for draw in charts(registry, found).values()]


def _title(key: str) -> str:
    name = CHARTS[key]
    return _(name)


def _status(found: Comparison) -> Drawn | None:
    by_type = found.now.figures.by_type
    series = [Series(label=label(STATUS_KINDS, kind), colour=colour) for kind, colour in STATUS_COLOURS.items()]
    bars = [
        Bar(label=one.name, parts=[by_type.get((number, kind), 0) for kind in STATUS_COLOURS])
        for number, one in found.lists.types.items()
    ]
    shown = _most([bar for bar in bars if bar.total])
    title = _title("status")
    return (lambda width: lying(title, series, shown, width=width)) if shown else None


def _most(bars: Sequence[Bar]) -> list[Bar]:
    """The largest of ``bars``, the others together as one."""
    largest = sorted(bars, key=lambda bar: -bar.total)
    kept, others = largest[:MOST_TYPES], largest[MOST_TYPES:]
    if others:
        parts = [sum(numbers) for numbers in zip(*(bar.parts for bar in others), strict=True)]
        kept.append(Bar(label=_("{count} other types").format(count=len(others)), parts=parts))
    return kept


def _grades(found: Comparison) -> Drawn | None:
    if not found.graded:
        return None
    grades = found.lists.grades
    order = sorted(grades.values(), key=lambda one: (one.rank is None, one.rank or 0, one.position))
    given = {grade for _year, grade, _count in found.graded}
    kept = [one for one in order if one.id in given]
    ranked = [one for one in kept if one.rank is not None]
    colours = {one.id: GRADE_COLOURS[min(place, len(GRADE_COLOURS) - 1)] for place, one in enumerate(ranked)}
    series = [Series(label=one.name, colour=colours.get(one.id, "quiet")) for one in kept]
    bars = []
    for year, lines in groupby(found.graded, key=lambda line: line[0]):
        counts = {grade: count for _year, grade, count in lines}
        bars.append(Bar(label=str(year), parts=[counts.get(one.id, 0) for one in kept]))
    title = _title("grades")
    return lambda width: standing(title, series, bars[-MOST_YEARS:], width=width)


def _due(found: Comparison) -> Drawn | None:
    if not found.due:
        return None
    first = min(found.due)
    months = [_month(first, place) for place in range(12)]
    bars = [Bar(label=f"{month[5:]}/{month[2:4]}", parts=[found.due.get(month, 0)]) for month in months]
    title = _title("due")
    return lambda width: standing(title, [Series(label="", colour="first")], bars, width=width)


def _month(first: str, later: int) -> str:
    year, month = divmod(int(first[:4]) * 12 + int(first[5:]) - 1 + later, 12)
    return f"{year:04}-{month + 1:02}"


def _coverage(registry: Registry, found: Comparison) -> Drawn | None:
    """Models in each area that there was on the last day, areas without any too."""
    _count, lines = counting.told_apart(registry, found.now.at, "area")
    counts = {line.name: line.figures.models for line in lines if line.name}
    there = registry.loop.period.areas(found.now.at)
    known = ((one.name, number in there) for number, one in found.lists.areas.items() if not one.whole_ward)
    areas = [name for name, stood in known if stood or name in counts]
    bars = [Bar(label=name, parts=[counts.get(name, 0)]) for name in areas]
    title = _title("coverage")
    return (lambda width: lying(title, [Series(label="", colour="third")], bars, width=width)) if bars else None
