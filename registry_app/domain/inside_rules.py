"""What must hold for what is inside a model before it is saved: values and facts in, problems out, field by field.
Nothing here raises or reads."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from . import identity
from .area_life import Life
from .camera_point import CameraPoint
from .dates import first_day, last_day, show_date
from .errors import Problem
from .household import Household
from .membership import MemberRow, Membership
from .person import Person
from .site import Site
from .team import Team
from .vietnamese import fold
from .words import N_, _

MOST: dict[str, int] = {
    "decided": 1_000,
    "people": 200,
    "eyes": 10_000,
    "recorders": 10_000,
    "cost": 1_000_000_000_000,
    "days_kept": 3_650,
}
"""Figures above which nobody can mean it: a camera point of 10,000 eyes, one of a thousand billion đồng."""
YOUNGEST, FORCE_YOUNGEST, FORCE_OLDEST = 16, 18, 70
"""Years of age; the latter two for Tổ bảo vệ an ninh, trật tự (Law 30/2023, article 13)."""
IN_SITE = (N_("The site exists only since {day}."), N_("The site ended on {day}."))
IN_TEAM = (N_("The team exists only since {day}."), N_("The team ended on {day}."))
"""What is told of a day too early, and of one too late."""
ENDS_FIRST = N_("It would end before it begins ({from_day}).")


class Dated(Protocol):
    """What holds from a day until the day before another; partial ISO dates."""

    @property
    def valid_from(self) -> str | None: ...
    @property
    def valid_to(self) -> str | None: ...


class Twin(Struct, frozen=True, kw_only=True):
    """Another person with the same identity number or phone; ``field`` says which."""

    field: str
    code: str
    name: str


def span(one: Dated) -> tuple[date, date]:
    """The first day on which it holds, and the first on which it no longer does."""
    begun = first_day(one.valid_from) if one.valid_from else date.min
    return begun, first_day(one.valid_to) if one.valid_to else date.max


def holds(one: Dated, on: date) -> bool:
    """Whether it holds on that day."""
    begun, over = span(one)
    return begun <= on < over


def overlap(one: Dated, other: Dated) -> bool:
    """Whether there is a day on which both hold."""
    (begun, over), (other_begun, other_over) = span(one), span(other)
    return max(begun, other_begun) < min(over, other_over)


def dated_problems(one: Dated) -> tuple[Problem, ...]:
    """An end before the beginning; dates known by month or year only are believed as long as they can be true."""
    if one.valid_from and one.valid_to and last_day(one.valid_to) < first_day(one.valid_from):
        return (Problem("valid_to", ENDS_FIRST, {"from_day": show_date(one.valid_from)}),)
    return ()


def figure_problems(value: object) -> tuple[Problem, ...]:
    """Figures that nobody can mean."""
    found = []
    for name, most in MOST.items():
        figure = getattr(value, name, None)
        if figure is not None and figure > most:
            shown = f"{most:,}".replace(",", ".")
            found.append(Problem(name, N_("This is more than {most}; check the figure."), {"most": shown}))
    return tuple(found)


def site_problems(site: Site) -> tuple[Problem, ...]:
    """What keeps a site from being saved; its area is looked at by ``area_problems``."""
    found = list(dated_problems(site))
    if not site.model_id:
        found.append(Problem("model", N_("Choose the model to which this belongs.")))
    if not site.name and site.area_id is None:
        found.append(Problem("area", N_("Choose an area, or give the site a name of its own.")))
    return tuple(found)


def team_problems(team: Team) -> tuple[Problem, ...]:
    """What keeps a team from being saved."""
    found = []
    if not team.name:
        found.append(Problem("name", N_("Give the team a name.")))
    if not team.site_id:
        found.append(Problem("site", N_("A team belongs to a site: choose the site.")))
    return (*found, *dated_problems(team), *figure_problems(team))


def within(inner: Dated, outer: Dated, texts: tuple[str, str]) -> tuple[Problem, ...]:
    """Warnings where one lies outside the time of what it belongs to; ``texts`` are IN_SITE or IN_TEAM."""
    early, late = texts
    found: list[tuple[str, str, str | None]] = []
    if inner.valid_from and outer.valid_from and last_day(inner.valid_from) < first_day(outer.valid_from):
        found.append(("valid_from", early, outer.valid_from))
    for name in ("valid_from", "valid_to"):
        day = getattr(inner, name)
        if outer.valid_to and day and first_day(day) > last_day(outer.valid_to):
            found.append((name, late, outer.valid_to))
    return tuple(Problem(name, text, {"day": show_date(day)}) for name, text, day in found)


def same_name_warnings(team: Team, others: Iterable[Team]) -> tuple[Problem, ...]:
    """A team of the same name in the same site at the same time; ``others`` are the teams of the site."""
    for other in others:
        if other.id != team.id and fold(other.name) == fold(team.name) and overlap(team, other):
            return (Problem("name", N_("The site has a team of this name: {code}."), {"code": other.code}),)
    return ()


def same_place_warnings(site: Site, others: Iterable[Site]) -> tuple[Problem, ...]:
    """A site in the same area and of the same name; ``others`` are the sites of the model."""
    for other in others:
        same = (other.area_id, fold(other.name)) == (site.area_id, fold(site.name))
        if other.id != site.id and same and overlap(site, other):
            return (Problem("area", N_("The model has a site there already."), {}),)
    return ()


def person_problems(person: Person, today: date) -> tuple[Problem, ...]:
    """What keeps a person from being saved."""
    found = []
    if not person.name:
        found.append(Problem("name", N_("Give the person's full name.")))
    if person.born and first_day(person.born) > today:
        found.append(Problem("born", N_("The birth lies in the future.")))
    return tuple(found)


def person_warnings(person: Person, twins: Iterable[Twin], today: date) -> tuple[Problem, ...]:
    """What is worth a look; ``twins`` share a number with the person."""
    found = []
    if person.born and _years_after(first_day(person.born), YOUNGEST) > today:
        found.append(Problem("born", N_("This person is younger than {years}."), {"years": YOUNGEST}))
    if identity.is_old(person.id_number):
        found.append(Problem("id_number", N_("A number of 9 digits has been invalid since 01/01/2025.")))
    texts = {
        "id_number": N_("{code} {name} has the same identity number."),
        "phone": N_("{code} {name} has the same phone number."),
    }
    found += [Problem(one.field, texts[one.field], {"code": one.code, "name": one.name}) for one in twins]
    return tuple(found)


def membership_problems(
    membership: Membership, role_kind: str, others: Sequence[MemberRow], *, team_known: bool = True
) -> tuple[Problem, ...]:
    """What keeps a membership from being saved; ``others`` are the other memberships of its team, of any time:
    at least those of the person, and of leaders when it leads."""
    found = list(dated_problems(membership))
    if not team_known:
        found.append(Problem("team", N_("Choose the team.")))
    if not membership.role_id:
        found.append(Problem("role", N_("Choose the role.")))
    together = [other for other in others if overlap(membership, other)]
    twice = next(
        (other for other in together if membership.person_id and other.person_id == membership.person_id), None
    )
    if twice:
        values: dict[str, object] = {"name": twice.name, "role": twice.role, "since": _since(twice)}
        found.append(Problem("name", N_("{name} is in this team already at that time: {role}{since}."), values))
    leader = next((other for other in together if other.role_kind == "leader" and other is not twice), None)
    if role_kind == "leader" and leader:
        text = N_("{name} leads this team at that time{since}. Use “Replace the leader”, or end that first.")
        found.append(Problem("role", text, {"name": leader.name, "since": _since(leader)}))
    return tuple(found)


def age_warnings(membership: Membership, born: str | None, today: date) -> tuple[Problem, ...]:
    """Ages that the law of Tổ bảo vệ an ninh, trật tự does not foresee, or only by a decision of the ward's chairman.

    Only what is certain is told: a year alone may be either.
    """
    if not born or not holds(membership, today):
        return ()
    if _years_after(first_day(born), FORCE_YOUNGEST) > today:
        text = N_("Members of a Tổ bảo vệ an ninh, trật tự are 18 or older.")
        return (Problem("born", text),)
    if _years_after(last_day(born), FORCE_OLDEST) < today:
        text = N_("Over 70: a member of a Tổ bảo vệ an ninh, trật tự needs a decision of the ward's chairman.")
        return (Problem("born", text),)
    return ()


def household_problems(household: Household) -> tuple[Problem, ...]:
    """What keeps a household from being saved."""
    found = [] if household.head else [Problem("head", N_("Give the name of the head of the household."))]
    return (*found, *dated_problems(household), *figure_problems(household))


def household_warnings(household: Household, today: date) -> tuple[Problem, ...]:
    """What is worth a look."""
    found = []
    if household.people == 0:
        found.append(Problem("people", N_("A household without people: check the figure.")))
    if household.pledged_on and first_day(household.pledged_on) > today:
        found.append(Problem("pledged_on", N_("The pledge lies in the future.")))
    return tuple(found)


def camera_problems(camera: CameraPoint, today: date) -> tuple[Problem, ...]:
    """What keeps a camera point from being saved."""
    found = []
    if not camera.name:
        found.append(Problem("name", N_("Give the camera point a name.")))
    if not camera.site_id:
        found.append(Problem("site", N_("A camera point belongs to a site: choose the site.")))
    if camera.checked_on and first_day(camera.checked_on) > today:
        found.append(Problem("checked_on", N_("The check lies in the future.")))
    return (*found, *dated_problems(camera), *figure_problems(camera))


def camera_warnings(camera: CameraPoint) -> tuple[Problem, ...]:
    """What is worth a look."""
    found = []
    if camera.eyes == 0:
        found.append(Problem("eyes", N_("A camera point without eyes: check the figure.")))
    if camera.eyes and camera.recorders and camera.recorders > camera.eyes:
        found.append(Problem("recorders", N_("There are more recorders than eyes: check the figures.")))
    if camera.shared_on and camera.sharing == "no":
        found.append(Problem("sharing", N_("There is a date of the pledge, but no pledge.")))
    return tuple(found)


def area_problems(one: Dated, area: str, life: Life) -> tuple[Problem, ...]:
    """Days on which the area, called ``area``, was not yet there or no longer; one without dates was always there."""
    if life.begins and one.valid_from and last_day(one.valid_from) < life.begins:
        text = N_("{area} exists only since {day}.")
        return (Problem("valid_from", text, {"area": area, "day": show_date(life.begins.isoformat())}),)
    if life.ends and (not one.valid_to or first_day(one.valid_to) > life.ends):
        text = N_("{area} ended on {day}; choose the area of today, or an end not later than that.")
        return (Problem("area", text, {"area": area, "day": show_date(life.ends.isoformat())}),)
    return ()


def _since(row: MemberRow) -> str:
    """The time of a membership in brackets, with a space before it; "" when nobody knows it."""
    begun, over = show_date(row.valid_from), show_date(row.valid_to)
    if begun and over:
        return f" ({begun} – {over})"
    if begun:
        return " " + _("(since {day})").format(day=begun)
    return " " + _("(over on {day})").format(day=over) if over else ""


def _years_after(day: date, years: int) -> date:
    """The birthday so many years on; 29 February counts as 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
