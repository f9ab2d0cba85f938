"""How models are counted: officially as models / sites / teams of one day, never added together (rules.md, "What things
are"), and simply by kind for the rows of a list."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from .model import ModelRow
from .words import _, n_

K = TypeVar("K", bound=Hashable)
COUNTED = ("active", "paused")
"""Kinds of status that count; "paused" only where the ward says so."""
AXES = ("type", "area", "status", "field")
"""What the official count can be told apart by."""


class Tally(Struct, frozen=True, kw_only=True):
    """How many rows there are, and of what: the three parts add up to ``rows``."""

    rows: int
    models: int
    themes: int
    statutory: int

    def __str__(self) -> str:
        parts = (
            (self.models, n_("{count} model", "{count} models", self.models)),
            (self.themes, n_("{count} theme campaign", "{count} theme campaigns", self.themes)),
            (self.statutory, n_("{count} statutory body", "{count} statutory bodies", self.statutory)),
        )
        said = [text.format(count=grouped(count)) for count, text in parts if count]
        return ", ".join(said) or parts[0][1].format(count=0)


def tally(rows: Iterable[ModelRow]) -> Tally:
    """Count ``rows`` by kind."""
    return tally_of("statutory" if row.statutory else row.kind for row in rows)


def tally_of(kinds: Iterable[str]) -> Tally:
    """Count ``kinds``: "theme" and "statutory" by name, all else as models."""
    counted = Counter(kinds)
    themes, statutory = counted["theme"], counted["statutory"]
    rows = counted.total()
    return Tally(rows=rows, models=rows - themes - statutory, themes=themes, statutory=statutory)


def grouped(number: int) -> str:
    """A number as wards write it: a dot between thousands."""
    return f"{number:,}".replace(",", ".")


# -- what there is on a day ----------------------------------------------------------------------------------------


class ModelFact(NamedTuple):
    """A model that is not in the trash, as it was on the day. Blank values are None. ``eyes`` and ``recorders`` are
    those typed by hand; ``pointed`` when the register knows its camera points, on whatever day."""

    type: int
    field: int | None
    status: int
    status_kind: str
    kind: str
    statutory: bool
    eyes: int = 0
    recorders: int = 0
    pointed: bool = False


class SiteFact(NamedTuple):
    """A site that held on the day."""

    model: int
    area: int | None


class CameraFact(Struct, frozen=True):
    """A camera point that held on the day."""

    site: int
    eyes: int
    recorders: int


class Facts(Struct, frozen=True, kw_only=True):
    """What the register held on the day ``on``, by row numbers; rows of sites, teams … that did not hold then are not
    here. ``teams`` give their site, ``members`` (team, person), ``households`` (team, what tells the household)."""

    on: date
    models: Mapping[int, ModelFact]
    sites: Mapping[int, SiteFact]
    teams: Mapping[int, int]
    members: Sequence[tuple[int, int]]
    households: Sequence[tuple[int, str]]
    cameras: Sequence[CameraFact]


# -- the count -----------------------------------------------------------------------------------------------------


class Figures(Struct, frozen=True, kw_only=True):
    """Numbers side by side that are never added. People and households are counted once however often they stand
    there; ``areas`` are different ones; ``eyes`` and ``recorders`` are the camera points' sums, or what was typed where
    a model has no points; ``planned_…`` are what was typed."""

    models: int = 0
    sites: int = 0
    teams: int = 0
    people: int = 0
    households: int = 0
    areas: int = 0
    camera_points: int = 0
    eyes: int = 0
    recorders: int = 0
    planned_eyes: int = 0
    planned_recorders: int = 0

    def __str__(self) -> str:
        """The usual notation: models / sites / teams."""
        return " / ".join(
            text.format(count=grouped(count))
            for text, count in (
                (n_("{count} model", "{count} models", self.models), self.models),
                (n_("{count} site", "{count} sites", self.sites), self.sites),
                (n_("{count} team", "{count} teams", self.teams), self.teams),
            )
        )


NOTHING = Figures()


class Official(Struct, frozen=True, kw_only=True):
    """The official count on a day: models, and apart from them theme campaigns and statutory bodies."""

    on: date
    models: Figures
    themes: Figures
    statutory: Figures

    def __str__(self) -> str:
        return str(self.models)

    @property
    def beside(self) -> str:
        """What is counted apart, in words; "" when there is none."""
        themes, bodies = self.themes.models, self.statutory.models
        parts = (
            (themes, n_("{count} theme campaign", "{count} theme campaigns", themes)),
            (bodies, n_("{count} statutory body", "{count} statutory bodies", bodies)),
        )
        return ", ".join(text.format(count=grouped(count)) for count, text in parts if count)

    @property
    def said(self) -> str:
        """The count with people and households; what is counted apart only where no model counts; "" for nothing."""
        return self._said(" · ")

    @property
    def whole(self) -> str:
        """The count and what stands beside it, in one line."""
        return self._whole(self.said)

    @property
    def said_on_paper(self) -> str:
        """As ``said``, with commas: on paper a line may end after any part, and none ends with a dot in the middle."""
        return self._said(", ")

    @property
    def whole_on_paper(self) -> str:
        """As ``whole``, with commas."""
        return self._whole(self.said_on_paper)

    def _said(self, between: str) -> str:
        people, households = self.models.people, self.models.households
        if not self.models.models:
            return self.beside
        parts = (
            (people, n_("{count} person", "{count} people", people)),
            (households, n_("{count} household", "{count} households", households)),
        )
        return between.join([str(self), *(text.format(count=grouped(count)) for count, text in parts if count)])

    def _whole(self, said: str) -> str:
        said = said if self.models.models else str(self)
        return _("{count}; beside them {others}").format(count=said, others=self.beside) if self.beside else said


class Part(Struct, frozen=True, kw_only=True):
    """The figures of one value (a row number; None for blank) of an axis; ``counts`` where they are part of the
    official count."""

    value: int | None
    figures: Figures
    counts: bool = True


def official(facts: Facts, *, count_paused: bool = True) -> Official:
    """The count on the day of ``facts``; ``count_paused`` is the ward's choice."""
    counted = _counted(count_paused=count_paused)
    found = _by_model(
        facts,
        {
            number: "statutory" if one.statutory else "models" if one.kind == "model" else "themes"
            for number, one in facts.models.items()
            if one.status_kind in counted
        },
    )
    return Official(
        on=facts.on,
        models=found.get("models", NOTHING),
        themes=found.get("themes", NOTHING),
        statutory=found.get("statutory", NOTHING),
    )


def counts(status_kind: str, *, count_paused: bool = True) -> bool:
    """Whether models of that kind of status are in the official count."""
    return status_kind == "active" or (count_paused and status_kind in COUNTED)


def parts(facts: Facts, axis: str, *, count_paused: bool = True) -> tuple[Part, ...]:
    """The count told apart by one of AXES, in no order. A model stands in each of its areas, with what it has there; by
    status also the models stand that do not count."""
    counted = _counted(count_paused=count_paused)
    models = {
        number: one
        for number, one in facts.models.items()
        if one.kind == "model" and not one.statutory and (axis == "status" or one.status_kind in counted)
    }
    if axis == "area":
        places = {number: site.area for number, site in facts.sites.items() if site.model in models}
        return tuple(Part(value=area, figures=one.figures()) for area, one in _summed(facts, places).items())
    asked = attrgetter(axis)
    values: dict[int, int | None] = {number: asked(one) for number, one in models.items()}
    kinds = {values[number]: one.status_kind for number, one in models.items()}
    return tuple(
        Part(value=value, figures=figures, counts=kinds[value] in counted)
        for value, figures in _by_model(facts, values).items()
    )


def _counted(*, count_paused: bool) -> frozenset[str]:
    """The kinds of status that count."""
    return frozenset(kind for kind in COUNTED if counts(kind, count_paused=count_paused))


def _by_model(facts: Facts, values: Mapping[int, K]) -> dict[K, Figures]:
    """The figures of the models of each value, with what was typed for them."""
    sites = {number: values[site.model] for number, site in facts.sites.items() if site.model in values}
    sums = _summed(facts, sites)
    models = Counter(values.values())
    sums.update((value, _Sum()) for value in models if value not in sums)
    for number, value in values.items():
        one = facts.models[number]
        if one.eyes or one.recorders:
            sums[value].take_typed(one)
    return {value: replace(sums[value].figures(), models=count) for value, count in models.items()}


class _Sum(Struct):
    """Counts up what belongs to one value."""

    sites: int = 0
    teams: int = 0
    points: int = 0
    eyes: int = 0
    recorders: int = 0
    planned_eyes: int = 0
    planned_recorders: int = 0
    models: set[int] = field(default_factory=set)
    areas: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    households: set[str] = field(default_factory=set)

    def take_typed(self, one: ModelFact) -> None:
        """What was typed for a model: the plan, and where it has no camera points what there is."""
        self.planned_eyes += one.eyes
        self.planned_recorders += one.recorders
        if not one.pointed:
            self.eyes += one.eyes
            self.recorders += one.recorders

    def figures(self) -> Figures:
        """All of it; models are those of the sites."""
        return Figures(
            models=len(self.models),
            sites=self.sites,
            teams=self.teams,
            people=len(self.people),
            households=len(self.households),
            areas=len(self.areas),
            camera_points=self.points,
            eyes=self.eyes,
            recorders=self.recorders,
            planned_eyes=self.planned_eyes,
            planned_recorders=self.planned_recorders,
        )


def _summed(facts: Facts, values: Mapping[int, K]) -> dict[K, _Sum]:
    """What belongs to the sites of each value, in one pass; ``values`` by site, others are left out."""
    sums: dict[K, _Sum] = {value: _Sum() for value in dict.fromkeys(values.values())}
    for site, value in values.items():
        fact, one = facts.sites[site], sums[value]
        one.sites += 1
        one.models.add(fact.model)
        if fact.area is not None:
            one.areas.add(fact.area)
    teams = {team: sums[values[site]] for team, site in facts.teams.items() if site in values}
    for one in teams.values():
        one.teams += 1
    for team, person in facts.members:
        if (held := teams.get(team)) is not None:
            held.people.add(person)
    for team, household in facts.households:
        if (held := teams.get(team)) is not None:
            held.households.add(household)
    for camera in facts.cameras:
        if camera.site in values:
            one = sums[values[camera.site]]
            one.points += 1
            one.eyes += camera.eyes
            one.recorders += camera.recorders
    return sums
