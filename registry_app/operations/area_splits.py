"""Making several areas of one: who gets what is shown first and then done as one action, undone by one undo."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import area_changes as rules
from registry_app.domain.area_changes import SPLIT, Act, Belonging, NewArea, Place, Ward
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem
from registry_app.domain.ids import AreaId
from registry_app.domain.site import Site
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_
from registry_app.store import area_changes as store
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .area_parts import INSIDE_SITES, MOVED, PREVIEWED, begin, cleaned, end, named, read_act, refuse, ward_of


class SplitPreview(Struct, frozen=True, kw_only=True):
    """What a split would do: every row with the number of the new area to which it goes (its place in ``names``), how
    many sites begin because teams of one site go to several areas, what is still in the way, and notes."""

    names: tuple[str, ...]
    rows: tuple[tuple[Belonging, int], ...]
    new_sites: int
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    def counts(self, index: int) -> Mapping[str, int]:
        """How many rows of each noun go to the new area of that number."""
        return Counter(one.noun for one, to in self.rows if to == index)


def split_preview(
    registry: Registry,
    area: AreaId,
    into: Sequence[NewArea],
    act: Act,
    *,
    wanted: Mapping[Place, int] | None = None,
    together: Mapping[str, int] | None = None,
) -> SplitPreview:
    """What ``split`` would do; the paper may still be missing, and the rows still be undivided (``problems``). Nothing
    is written. Raises Refused, NotFound."""
    act = read_act(act)
    _ward_known, new = _splittable(registry, area, into, replace(act, paper_number=act.paper_number or PREVIEWED))
    rows = store.belongings(registry.connection, [area], act.on)
    division = rules.divided(rows, wanted or {}, together)
    return SplitPreview(
        names=tuple(one.name for one in new),
        rows=tuple((one, division[one.place]) for one in rows),
        new_sites=len(_new_sites(rows, division)),
        problems=rules.division_problems(new, division),
        notes=rules.act_warnings(act, date.today()),
    )


def split(
    registry: Registry,
    area: AreaId,
    into: Sequence[NewArea],
    act: Act,
    *,
    wanted: Mapping[Place, int] | None = None,
    together: Mapping[str, int] | None = None,
) -> Changes:
    """Make several areas of one, which ends on the day of the act, unless one of the new ones has its name: then it is
    that one. What belongs to it goes where ``wanted`` and ``together`` say (see area_changes.divided). A team that goes
    another way than its site gets a new site of the same model there. Raises Refused, NotFound, ReadOnly."""
    with registry.change(N_("Split area")) as change:
        act = read_act(act)
        ward, new = _splittable(registry, area, into, act)
        rows = store.belongings(registry.connection, [area], act.on)
        division = rules.divided(rows, wanted or {}, together)
        refuse(rules.division_problems(new, division))
        old = ward.areas[area]
        made = [old if fold(one.name) == fold(old.name) else begin(registry, one, [old]) for one in new]
        _divide(registry, rows, division, made)
        lives_on = old in made
        if not lives_on:
            end(registry, [old], made, act)
        store.record(registry.connection, SPLIT, act, named([old]), named(made))
    return change.changes


def _splittable(registry: Registry, area: AreaId, into: Sequence[NewArea], act: Act) -> tuple[Ward, list[NewArea]]:
    new = [cleaned(one, "into") for one in into]
    ward = ward_of(registry, [area])
    problems = [*rules.act_problems(SPLIT, act, [area], ward, date.today())]
    refuse([*problems, *rules.split_problems(area, new, ward)])
    return ward, new


def _new_sites(rows: Sequence[Belonging], division: Mapping[Place, int]) -> dict[tuple[int, int], list[Belonging]]:
    """What goes another way than its site, by that site and the new area's number: each such pair is a new site."""
    found: dict[tuple[int, int], list[Belonging]] = {}
    for one in rows:
        to = division[one.place]
        if one.noun in INSIDE_SITES and to != division["site", one.site]:
            found.setdefault((one.site, to), []).append(one)
    return found


def _divide(registry: Registry, rows: Sequence[Belonging], division: Mapping[Place, int], made: Sequence[Area]) -> None:
    """A new site has the dates of the one that it comes out of, so that its teams have a place on earlier days; until
    the day of the split it counts as part of that one (store.holding.stands)."""
    for index, area in enumerate(made):
        for noun in MOVED:
            ids = [one.id for one in rows if one.noun == noun and division[one.place] == index]
            store.move_to_area(registry.connection, noun, ids, area.id)
    sites = registry.inside.sites
    for (number, index), inside in _new_sites(rows, division).items():
        old = sites.one(number)
        new = Site(
            model_id=old.model_id,
            area_id=AreaId(made[index].id),
            name=old.name,
            place_kind=old.place_kind,
            valid_from=old.valid_from,
            valid_to=old.valid_to,
        )
        site = sites.insert(new)
        for noun in INSIDE_SITES:
            store.move_to_site(registry.connection, noun, [one.id for one in inside if one.noun == noun], site)
