"""The rules of what is inside a model, with the facts that they need read from the register."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain import identity
from registry_app.domain import inside_rules as rules
from registry_app.domain.area_life import EVER
from registry_app.domain.camera_point import CameraPoint
from registry_app.domain.commendation import Commendation
from registry_app.domain.errors import Problem
from registry_app.domain.exemplar import Exemplar
from registry_app.domain.household import Household
from registry_app.domain.inside_rules import Twin
from registry_app.domain.membership import MemberRow, Membership
from registry_app.domain.person import Person
from registry_app.domain.recognition import Recognition
from registry_app.domain.results import Result
from registry_app.domain.search import Moment
from registry_app.domain.site import Site
from registry_app.domain.team import Team
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from . import honour_checks, result_checks
from .honour_checks import HONOURS
from .inside_text import Typed, read_text

V = TypeVar("V", bound=Struct)

FORCE = "BVAN"
"""The type whose members the law of the force is about."""
TWINS = 3
NUMBERS = ("id_number", "phone")


def read(
    registry: Registry, noun: str, base: V, typed: Typed, links: Mapping[str, int | None]
) -> tuple[V, list[Problem]]:
    """``base`` with what was typed and linked, and all that keeps it from being saved, each at its field. A value that
    nobody has changed is not looked at again."""
    if isinstance(base, Result):
        value, found = cast(tuple[V, list[Problem]], result_checks.read_typed(registry, base, typed, links))
    else:
        value, found = read_text(registry, noun, base, typed, links)
    if isinstance(value, Household):
        value = cast(V, _with_head(registry, value, "head" in typed, "head_id" in links))
    if isinstance(value, HONOURS):
        value = cast(V, honour_checks.settled(registry, value, typed, links))
    if value != base or not getattr(base, "id", 0):
        told = {problem.field for problem in found}
        found += [problem for problem in problems(registry, value, base) if problem.field not in told]
    return value, found


def problems(registry: Registry, value: object, base: object) -> tuple[Problem, ...]:
    """What keeps ``value`` from being saved over ``base``."""
    found: tuple[Problem, ...]
    today = date.today()
    match value:
        case Site():
            found = (*rules.site_problems(value), *_area_problems(registry, value, base))
        case Team():
            found = rules.team_problems(value)
        case Person():
            found = rules.person_problems(value, today)
        case Membership():
            found = membership_problems(registry, value)
        case Household():
            found = (*rules.household_problems(value), *_area_problems(registry, value, base))
        case CameraPoint():
            found = rules.camera_problems(value, today)
        case Result():
            found = result_checks.problems(registry, value)
        case Commendation() | Exemplar() | Recognition():
            found = honour_checks.problems(registry, value)
        case _:
            raise TypeError(value)
    return found


def warnings(registry: Registry, value: object) -> tuple[Problem, ...]:
    """What is worth a look about ``value`` but does not keep it from being saved."""
    found: tuple[Problem, ...] = ()
    today = date.today()
    match value:
        case Site():
            found = rules.same_place_warnings(value, registry.inside.sites.where("model_id", value.model_id))
        case Team():
            same = registry.inside.teams.where("site_id", value.site_id)
            found = (*_within_site(registry, value), *rules.same_name_warnings(value, same))
        case Person():
            found = rules.person_warnings(value, twins(registry, value), today)
        case Membership():
            found = _membership_warnings(registry, value, today)
        case Household():
            found = rules.household_warnings(value, today)
        case CameraPoint():
            found = (*rules.camera_warnings(value), *_within_site(registry, value))
        case Result():
            found = result_checks.warnings(registry, value)
        case Commendation() | Exemplar() | Recognition():
            found = honour_checks.warnings(registry, value)
    return found


def _within_site(registry: Registry, value: Team | CameraPoint) -> tuple[Problem, ...]:
    return rules.within(value, registry.inside.sites.one(value.site_id), rules.IN_SITE)


def membership_problems(registry: Registry, value: Membership) -> tuple[Problem, ...]:
    """What keeps a membership from being saved beside the others of its team."""
    role = registry.lists.roles.get(value.role_id)
    kind = role.kind if role else ""
    members = registry.inside.members
    others = members.where("team_id", value.team_id, person_id=value.person_id)
    for leading in registry.lists.roles.values() if kind == "leader" else ():
        if leading.kind == "leader":
            others += members.where("team_id", value.team_id, role_id=leading.id)
    numbers = list(dict.fromkeys(one.id for one in others if one.id != value.id))
    rows = members.window(numbers, Moment(date.today()))
    return rules.membership_problems(value, kind, rows, team_known=bool(value.team_id))


def team_rows(registry: Registry, team: int) -> Sequence[MemberRow]:
    """Every membership of a team, of any time, in the order of entry."""
    members = registry.inside.members
    return members.window([one.id for one in members.where("team_id", team)], Moment(date.today()))


def twins(registry: Registry, person: Person) -> list[Twin]:
    """Other people with the same identity number or phone."""
    return [
        Twin(field=field, code=other.code, name=other.name)
        for field in NUMBERS
        for number in getattr(person, field).split(identity.BETWEEN)
        for other in registry.inside.people.alike(field, number, TWINS)
        if other.id != person.id
    ]


def _membership_warnings(registry: Registry, value: Membership, today: date) -> tuple[Problem, ...]:
    team = registry.inside.teams.one(value.team_id)
    found = rules.within(value, team, rules.IN_TEAM)
    site = registry.inside.sites.one(team.site_id)
    model_type = registry.models.one(site.model_id).type_id
    if model_type is not None and registry.lists.types[model_type].code == FORCE:
        (person,) = registry.inside.people.many([value.person_id]) or (Person(),)
        found += rules.age_warnings(value, person.born, today)
    return found


def _with_head(registry: Registry, value: Household, typed: bool, linked: bool) -> Household:
    """A person who was chosen as the head gives the name; another name typed over it is another head."""
    (person,) = registry.inside.people.many([value.head_id or 0]) or (None,)
    if person is None:
        return value
    if linked and not (typed and value.head):
        return replace(value, head=person.name)
    same = fold(person.name) == fold(value.head)
    return value if same or linked else replace(value, head_id=None)


def _area_problems(registry: Registry, value: Site | Household, base: object) -> tuple[Problem, ...]:
    """Days on which the area was not there. What was so before is not told again: an area that came out of others has
    what belonged to these before it began."""
    if value.area_id is None:
        return ()
    area, life = registry.lists.areas[value.area_id].name, registry.inside.area_lives().get(value.area_id, EVER)
    told = set()
    if isinstance(base, Site | Household) and base.id and base.area_id == value.area_id:
        told = {problem.field for problem in rules.area_problems(base, area, life)}
    return tuple(problem for problem in rules.area_problems(value, area, life) if problem.field not in told)
