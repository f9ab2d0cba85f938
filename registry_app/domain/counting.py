"""How models are counted: officially as models / sites / teams of one day, never added together (rules.md, "What things
are"), and simply by kind for the rows of a list."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .model import ModelRow
from .words import N_, _, n_

COUNTED = ("active", "paused")
"""Kinds of status that count; "paused" only where the ward says so."""
AXES = ("type", "area", "status", "field")
"""What the official count can be told apart by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rows there are, and of what: the three parts add up to ``rows``."""

    rows: int
    models: int
    themes: int
    statutory: int

    def __str__(self) -> str:
        parts = (
            (self.models, N_("{count} models")),
            (self.themes, N_("{count} theme campaigns")),
            (self.statutory, N_("{count} statutory bodies")),
        )
        said = [_(text).format(count=grouped(count)) for count, text in parts if count]
        return ", ".join(said) or _("{count} models").format(count=0)


def tally(rows: Iterable[ModelRow]) -> Tally:
    """Count ``rows`` by kind."""
    counted = {"model": 0, "theme": 0, "statutory": 0}
    for row in rows:
        counted["statutory" if row.statutory else row.kind] += 1
    return Tally(
        rows=sum(counted.values()),
        models=counted["model"],
        themes=counted["theme"],
        statutory=counted["statutory"],
    )


def grouped(number: int) -> str:
    """A number as wards write it: a dot between thousands."""
    return f"{number:,}".replace(",", ".")


# -- what there is on a day ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFact:
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


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A site that held on the day."""

    model: int
    area: int | None


@dataclass(frozen=True, slots=True)
class CameraFact:
    """A camera point that held on the day."""

    site: int
    eyes: int
    recorders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
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
        people, households = self.models.people, self.models.households
        if not self.models.models:
            return self.beside
        parts = (
            (people, n_("{count} person", "{count} people", people)),
            (households, n_("{count} household", "{count} households", households)),
        )
        return " · ".join([str(self), *(text.format(count=grouped(count)) for count, text in parts if count)])

    @property
    def whole(self) -> str:
        """The count and what stands beside it, in one line."""
        said = self.said if self.models.models else str(self)
        return _("{count}; beside them {others}").format(count=said, others=self.beside) if self.beside else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures of one value (a row number; None for blank) of an axis; ``counts`` where they are part of the
    official count."""

    value: int | None
    figures: Figures
    counts: bool = True


def official(facts: Facts, *, count_paused: bool = True) -> Official:
    """The count on the day of ``facts``; ``count_paused`` is the ward's choice."""
    chosen = {number: one for number, one in facts.models.items() if counts(one.status_kind, count_paused=count_paused)}
    return Official(
        on=facts.on,
        models=_figures(facts, [number for number, one in chosen.items() if _is_model(one)]),
        themes=_figures(facts, [n for n, one in chosen.items() if one.kind == "theme" and not one.statutory]),
        statutory=_figures(facts, [number for number, one in chosen.items() if one.statutory]),
    )


def counts(status_kind: str, *, count_paused: bool = True) -> bool:
    """Whether models of that kind of status are in the official count."""
    return status_kind == "active" or (count_paused and status_kind in COUNTED)


def parts(facts: Facts, axis: str, *, count_paused: bool = True) -> tuple[Part, ...]:
    """The count told apart by one of AXES, in no order. A model stands in each of its areas, with what it has there; by
    status also the models stand that do not count."""
    numbers = [number for number, one in facts.models.items() if _is_model(one)]
    kinds = {number: facts.models[number].status_kind for number in numbers}
    if axis != "status":
        numbers = [number for number in numbers if counts(kinds[number], count_paused=count_paused)]
    if axis == "area":
        return _by_area(facts, frozenset(numbers))
    asked: Mapping[str, Callable[[ModelFact], int | None]] = {
        "type": lambda one: one.type,
        "field": lambda one: one.field,
        "status": lambda one: one.status,
    }
    by: dict[int | None, list[int]] = {}
    for number in numbers:
        by.setdefault(asked[axis](facts.models[number]), []).append(number)
    return tuple(
        Part(
            value=value,
            figures=_figures(facts, some),
            counts=counts(kinds[some[0]], count_paused=count_paused),
        )
        for value, some in by.items()
    )


def _is_model(one: ModelFact) -> bool:
    return one.kind == "model" and not one.statutory


def _by_area(facts: Facts, models: Collection[int]) -> tuple[Part, ...]:
    by: dict[int | None, dict[int, SiteFact]] = {}
    for number, site in facts.sites.items():
        if site.model in models:
            by.setdefault(site.area, {})[number] = site
    return tuple(Part(value=area, figures=_in_sites(facts, some)) for area, some in by.items())


def _figures(facts: Facts, models: Sequence[int]) -> Figures:
    wanted = frozenset(models)
    sites = {number: site for number, site in facts.sites.items() if site.model in wanted}
    return _in_sites(facts, sites, wanted)


@dataclass(slots=True)
class _Cameras:
    points: int = 0
    eyes: int = 0
    recorders: int = 0
    planned: list[int] = field(default_factory=lambda: [0, 0])


def _in_sites(facts: Facts, sites: Mapping[int, SiteFact], models: Collection[int] | None = None) -> Figures:
    """The figures of ``sites``; of ``models`` (None: those of the sites, without what was typed for them)."""
    teams = {team for team, site in facts.teams.items() if site in sites}
    cameras = _Cameras()
    for camera in facts.cameras:
        if camera.site in sites:
            cameras.points += 1
            cameras.eyes += camera.eyes
            cameras.recorders += camera.recorders
    for number in models or ():
        one = facts.models[number]
        cameras.planned = [cameras.planned[0] + one.eyes, cameras.planned[1] + one.recorders]
        if not one.pointed:
            cameras.eyes += one.eyes
            cameras.recorders += one.recorders
    return Figures(
        models=len({site.model for site in sites.values()} if models is None else models),
        sites=len(sites),
        teams=len(teams),
        people=len({person for team, person in facts.members if team in teams}),
        households=len({household for team, household in facts.households if team in teams}),
        areas=len({site.area for site in sites.values() if site.area is not None}),
        camera_points=cameras.points,
        eyes=cameras.eyes,
        recorders=cameras.recorders,
        planned_eyes=cameras.planned[0],
        planned_recorders=cameras.planned[1],
    )
