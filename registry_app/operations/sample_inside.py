"""The inside of the sample ward's models: sites, teams with their members, households – the same each time."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry_app.domain.dates import first_day
from registry_app.domain.household import Household
from registry_app.domain.ids import AreaId, ModelId, RoleId, SiteId, TeamId
from registry_app.domain.site import Site
from registry_app.domain.team import Team
from registry_app.domain.vietnamese import fold
from registry_app.store.registry import Registry

from .files import data
from .sample_cameras import add_cameras
from .sample_days import Days
from .sample_members import Members
from .sample_people import People, Wish

Facts = Mapping[str, Any]
SEED = 20261115
ENDED = ("Thanh loại", "Ghép", "Hết giai đoạn", "Chuyển giao")
PREPARING = "Đang xây dựng"
UNPLEDGED, LATER_SITE, GONE_SITE, GONE_HOUSEHOLD = 8, 3, 5, 2
"""Of a hundred: households without a pledge, … ; ``LATER_SITE``: one in so many begins with the model."""


class Life(Struct, frozen=True, kw_only=True):
    """From when to when a model, a site, a team is there; ``paper`` ended it."""

    begun: str
    over: str | None
    paper: str = ""


def fill(registry: Registry, models: Sequence[tuple[ModelId, Facts]], as_of: str) -> None:
    """Put sites, teams, people, households and camera points into ``models``; stands inside an open action."""
    _Inside(registry, as_of).fill(models)


class _Inside:
    def __init__(self, registry: Registry, as_of: str) -> None:
        self._registry, self._as_of = registry, as_of
        self._chance = Random(SEED)  # noqa: S311 - a sample, no secret
        self._rules: Facts = data("sample", "inside.json")
        self._people = People(registry, self._chance)
        self._days = Days(self._chance, as_of)
        self._members = Members(registry, self._people, self._chance, self._days)
        areas = [area for area in registry.lists.areas.values() if not area.whole_ward]
        self._areas = [AreaId(area.id) for area in areas]
        self._area_names = {area.id: area.name for area in registry.lists.areas.values()}
        self._roles = {fold(role.name): RoleId(role.id) for role in registry.lists.roles.values()}
        self._given: dict[tuple[str, str], int] = {}

    def fill(self, models: Sequence[tuple[ModelId, Facts]]) -> None:
        """Every model in turn."""
        for number, one in models:
            rule = self._rules["types"][one["type"]]
            life = _life(one)
            if one["statuses"][-1]["status"] == PREPARING:
                continue
            sites = self._sites(number, one, rule, life)
            for site, area, name, lived in self._places(one, rule, sites, life):
                self._team(one, rule, site, area, name, lived)
            if one["type"] == "CAM":
                add_cameras(self._registry, self._people, self._chance, one, sites, self._place_of)
        self._members.repeat_some()

    # -- sites -----------------------------------------------------------------------------------------------------

    def _sites(self, number: ModelId, one: Facts, rule: Facts, life: Life) -> list[Site]:
        have = self._registry.inside.sites.where("model_id", number)
        kind = rule.get("place_kind", "residential")
        wanted = self._wanted(one, rule, len(have))
        named = wanted > len(have)
        for place, site in enumerate(have):
            name = self._site_name(rule, site, place + 1) if named else ""
            have[place] = replace(site, name=name, place_kind=kind)
            if name or kind != site.place_kind:
                self._registry.inside.sites.update(have[place])
        for place in range(len(have), wanted):
            pattern = have[place % len(one["areas"])]
            lived = self._site_life(life)
            site = replace(
                pattern,
                id=SiteId(0),
                name=self._site_name(rule, pattern, place + 1),
                valid_from=lived.begun,
                valid_to=lived.over if lived.over != life.over else None,
            )
            have.append(replace(site, id=SiteId(self._registry.inside.sites.insert(site))))
        return have

    def _wanted(self, one: Facts, rule: Facts, have: int) -> int:
        if "site" not in rule or one["areas"] == ["*"]:
            return have
        told = int(one["extra"].get(rule.get("sites_key", ""), 0) or 0)
        most: int = rule["sites"]
        return max(have, min(told or most, most))

    def _site_name(self, rule: Facts, site: Site, number: int) -> str:
        place = self._place_of(site.area_id)
        alley = self._chance.randint(2, 60)
        name: str = rule["site"].format(street=self._people.street(place), alley=alley, n=number)
        return name[0].upper() + name[1:]

    def _site_life(self, life: Life) -> Life:
        if not self._chance.randrange(LATER_SITE):
            return life
        begun = self._days.later(life.begun, 900, life.over)
        if self._chance.randrange(100) < GONE_SITE and life.over is None:
            return Life(begun=begun, over=self._days.ended(begun, 1500))
        return Life(begun=begun, over=life.over, paper=life.paper)

    # -- teams -----------------------------------------------------------------------------------------------------

    def _places(
        self, one: Facts, rule: Facts, sites: Sequence[Site], life: Life
    ) -> Iterator[tuple[Site, AreaId, str, Life]]:
        if one["areas"] == ["*"]:
            for place in range(rule.get("wide", 2)):
                area = self._areas[(place * 24 // max(rule.get("wide", 2), 1) + place // 24) % 24]
                yield sites[0], area, self._team_name(one, rule, sites[0], area, 0), life
            return
        told = int(one["extra"].get(rule.get("teams_key", ""), 0) or 0)
        total = min(told or rule.get("teams", 1) * len(sites), rule.get("most", 9) * len(sites))
        for place in range(total):
            site = sites[place % len(sites)]
            area = site.area_id or self._areas[place % 24]
            lived = Life(begun=site.valid_from or life.begun, over=site.valid_to or life.over, paper=life.paper)
            yield site, area, self._team_name(one, rule, site, area, place // len(sites)), lived

    def _team_name(self, one: Facts, rule: Facts, site: Site, area: AreaId, place: int) -> str:
        own = site.name[:1].lower() + site.name[1:]
        where = self._area_names[area]
        if rule.get("names"):
            names: Sequence[str] = rule["names"]
            family = f" họ {_family(one)}" if rule.get("family") and place == 0 else ""
            return f"{names[place % len(names)]}{family} {where}"
        key = (rule["team"], where)
        if "{n}" in rule["team"]:
            self._given[key] = self._given.get(key, 0) + 1
        told: str = rule["team"].format(n=self._given.get(key, 0), place=where, site=own or where)
        return told

    def _team(self, one: Facts, rule: Facts, site: Site, area: AreaId, name: str, life: Life) -> None:
        size = self._chance.randint(*rule["members"])
        roles = [self._roles[fold(role)] for role in self._rules["roles"][rule.get("roles", "team")]]
        first = site.valid_from == one["founded_on"]
        team = Team(
            name=name,
            site_id=site.id,
            decided=None
            if self._chance.randrange(6) == 0 and not rule.get("force")
            else size + (self._chance.randrange(8) == 0),
            paper_number=one["paper_number"] if first else f"{self._chance.randint(20, 260)}/QĐ-UBND",
            valid_from=life.begun,
            valid_to=life.over,
        )
        number = TeamId(self._registry.inside.teams.insert(team))
        wish = Wish(
            area=area,
            place=self._place_of(area),
            ages=tuple(rule.get("ages", (24, 68))),
            year=first_day(life.over or self._as_of).year,
            women=rule.get("women", 35),
            family=_family(one) if rule.get("family") else "",
            schooled=rule.get("force", False),
        )
        self._members.fill(replace(team, id=number), wish, size, roles, life.paper)
        if "households" in rule:
            self._households(replace(team, id=number), wish, self._chance.randint(*rule["households"]))

    def _place_of(self, area: AreaId | None) -> int:
        return self._areas.index(area) if area in self._areas else self._chance.randrange(len(self._areas))

    # -- households ------------------------------------------------------------------------------------------------

    def _households(self, team: Team, wish: Wish, number: int) -> None:
        heads = self._members.heads(team.id)
        for place in range(number):
            head = heads[place] if place < len(heads) and self._chance.randrange(4) else None
            person = self._people.made[head] if head else None
            female = self._chance.randrange(100) < 30
            phone = person.phone if person else self._people.phone() if self._chance.randrange(5) < 3 else ""
            leaves = self._chance.randrange(100) < GONE_HOUSEHOLD
            gone = team.valid_to or (self._days.ended(team.valid_from or "", 1500) if leaves else None)
            self._registry.inside.households.insert(
                Household(
                    head=person.name if person else self._people.name(female=female),
                    head_id=head,
                    address=person.address if person else self._people.address(wish.place),
                    area_id=wish.area,
                    team_id=team.id,
                    people=self._chance.choice((1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7)),
                    phone=phone,
                    pledged_on=self._pledge(team, gone),
                    valid_from=team.valid_from,
                    valid_to=gone,
                )
            )

    def _pledge(self, team: Team, gone: str | None) -> str | None:
        if self._chance.randrange(100) < UNPLEDGED:
            return None
        return self._days.later(team.valid_from or "", 60, gone)


def _life(one: Facts) -> Life:
    begun = one["founded_on"] or one["launched_on"] or one["statuses"][0]["on"]
    last = one["statuses"][-1]
    over = last["status"] in ENDED
    return Life(begun=begun, over=last["on"] if over else None, paper=last["paper_number"] if over else "")


def _family(one: Facts) -> str:
    words = one["name"].replace("Dòng họ ", "").replace("Họ ", "").split()
    return str(words[0]) if words[0] in ("Nguyễn", "Phạm", "Trương", "Đỗ") else "Nguyễn"
