"""The year of "An toàn về ANTT": everybody entered at once in quý I, the outcome of all entered at its end, and where
the ward stands. Each write is one action."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.area_life import areas_on
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.honour_rules import called
from registry_app.domain.ids import AreaId
from registry_app.domain.recognition import Recognition, RecognitionRow
from registry_app.domain.recognition_rules import Standing, sentence, standing
from registry_app.domain.search import Filter, Moment, Order, Search
from registry_app.domain.words import N_
from registry_app.domain.years import FIRST
from registry_app.store.history import Changes
from registry_app.store.honours import effective_models
from registry_app.store.registry import Registry

from . import inside_checks

Typed = Mapping[str, str]
ENTERED = (
    "registered_on",
    "households",
    "households_registered",
    "recognised",
    "reason",
    "paper_number",
    "paper_on",
    "movement",
)
"""What the quick table fills in."""


class Ahead(Struct, frozen=True, kw_only=True):
    """What entering a year would do: ``areas`` and ``others`` are the rows that it makes, ``known`` how many of the
    year are there already."""

    year: int
    areas: tuple[Recognition, ...]
    others: tuple[Recognition, ...]
    known: int

    @property
    def rows(self) -> tuple[Recognition, ...]:
        """All that would be made."""
        return (*self.areas, *self.others)


class Begun(Struct, frozen=True, kw_only=True):
    """A year that was entered: the codes of the new rows."""

    changes: Changes = field(default_factory=Changes)
    codes: tuple[str, ...] = ()


def years(registry: Registry) -> Sequence[int]:
    """The years of which anything is entered, the newest first."""
    return registry.inside.recognitions.figures("year")


def rows(registry: Registry, year: int) -> Sequence[RecognitionRow]:
    """All of ``year``: residential areas first, then agencies, enterprises, schools, the ward."""
    order = (Order("subject"), Order("title"))
    search = Search(noun="recognition", filters=(Filter("year", (year,)),), order=order)
    return list(registry.inside.recognitions.rows(search, Moment(date.today())))


def ward_standing(registry: Registry, year: int) -> Standing:
    """Where the ward stands in ``year``: up to today, or at the end of a year that is over."""
    on = min(date.today(), date(year, 12, 31))
    found = registry.inside.recognitions.where("year", year)
    return standing(found, effective_models(registry.connection, on))


def said(registry: Registry, found: Iterable[RecognitionRow]) -> str:
    """What ``found`` say of each of their years, for a paper: the figures are those of the whole year."""
    return " ".join(sentence(year, ward_standing(registry, year)) for year in sorted({row.year for row in found}))


# -- a year begins -----------------------------------------------------------------------------------------------------


def ahead(registry: Registry, year: int, registered_on: str = "") -> Ahead:
    """What ``register_year`` would make. Raises Refused."""
    _refuse_year(year)
    shelf = registry.inside.recognitions
    known = shelf.where("year", year)
    there, before = {called(one) for one in known}, shelf.where("year", year - 1)
    households = {called(one): one.households for one in before}
    areas = []
    for area in _areas(registry, year):
        one = Recognition(year=year, area_id=AreaId(area), registered_on=registered_on or None)
        if called(one) not in there:
            areas.append(replace(one, households=households.get(called(one))))
    others = [
        Recognition(
            year=year,
            subject=one.subject,
            name=one.name,
            area_id=one.area_id,
            households=one.households,
            registered_on=registered_on or None,
        )
        for one in before
        if one.subject != "residential" and called(one) not in there
    ]
    return Ahead(year=year, areas=tuple(areas), others=tuple(others), known=len(known))


def register_year(registry: Registry, year: int, on: str = "") -> Begun:
    """Enter every residential area of ``year`` that is not entered yet, and the agencies, enterprises and schools of
    the year before; households are those of the year before. ``on``: the day on which all registered, as typed; ""
    leaves it to be filled in. One action. Raises Refused, ReadOnly.
    """
    with registry.change(N_("Register a year “An toàn về ANTT”")) as change:
        day = _day(registry, year, on)
        numbers = [registry.inside.recognitions.insert(one) for one in ahead(registry, year, day).rows]
        if not numbers:
            raise Refused([Problem("year", N_("Everybody is entered for {year} already."), {"year": year})])
    made = registry.inside.recognitions.many(numbers)
    return Begun(changes=change.changes, codes=tuple(one.code for one in made))


def _areas(registry: Registry, year: int) -> Sequence[int]:
    """The residential areas that there are in ``year``: of today's, or of its last day once it is over."""
    lives, on = registry.inside.area_lives(), min(date.today(), date(year, 12, 31))
    there = areas_on(registry.lists.areas.values(), lives, on)
    past = on < date.today()
    return [area.id for area in there if not area.whole_ward and (not area.retired or (past and area.id in lives))]


def _day(registry: Registry, year: int, on: str) -> str:
    """The day as it is kept. Raises Refused."""
    typed = {"year": str(year), "subject": "agency", "name": "?", "registered_on": on}
    value, found = inside_checks.read(registry, "recognition", Recognition(), typed, {})
    found = [one for one in found if one.field in ("year", "registered_on")]
    if found:
        raise Refused(found)
    return value.registered_on or ""


def _refuse_year(year: int) -> None:
    if not FIRST <= year <= date.today().year + 1:
        raise Refused([Problem("year", N_("Choose a year up to the next one."))])


# -- a year is judged --------------------------------------------------------------------------------------------------


def enter(registry: Registry, entries: Mapping[int, Typed]) -> Changes:
    """Write what was typed (of ENTERED) for rows by their number, as one action: all or nothing. Raises Refused with
    problems at "n.field" of the n-th entry, ReadOnly."""
    shelf = registry.inside.recognitions
    with registry.change(N_("Enter recognition of the year")) as change:
        problems: list[Problem] = []
        for place, (number, typed) in enumerate(entries.items(), start=1):
            base = shelf.one(number)
            value, found = inside_checks.read(registry, "recognition", base, typed, {})
            problems += [Problem(f"{place}.{one.field}", one.text, one.values) for one in found]
            if not found and value != base:
                shelf.update(value)
        if problems:
            raise Refused(problems)
    return change.changes
