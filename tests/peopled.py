"""Short ways to put people, teams, households and what binds them into a register; and a look at all of it at once."""

from collections.abc import Mapping
from typing import Any

from registry_app.domain.entries import Area
from registry_app.domain.household import Household
from registry_app.domain.ids import AreaId, HouseholdId, MembershipId, ModelId, PersonId, RoleId, SiteId, TeamId
from registry_app.domain.membership import Membership
from registry_app.domain.person import Person
from registry_app.domain.site import Site
from registry_app.domain.team import Team
from registry_app.operations import lists
from registry_app.store.history import LOGGED
from registry_app.store.registry import Registry


def area(registry: Registry, name: str, **facts: Any) -> AreaId:
    """Add an area."""
    lists.save_entry(registry, Area(name=name, **facts))
    return AreaId(next(one.id for one in registry.lists.areas.values() if one.name == name))


def site(registry: Registry, model: ModelId, of: AreaId | None = None, **facts: Any) -> SiteId:
    """Add a site to a model."""
    with registry.change("site"):
        return SiteId(registry.inside.sites.insert(Site(model_id=model, area_id=of, **facts)))


def team(registry: Registry, of: SiteId, name: str = "Tổ 1", **facts: Any) -> TeamId:
    """Add a team to a site."""
    with registry.change("team"):
        return TeamId(registry.inside.teams.insert(Team(site_id=of, name=name, **facts)))


def person(registry: Registry, name: str = "Nguyễn Văn An", **facts: Any) -> PersonId:
    """Add a person."""
    with registry.change("person"):
        return PersonId(registry.inside.people.insert(Person(name=name, **facts)))


def member(registry: Registry, of: TeamId, who: PersonId, role: str = "Tổ viên", **facts: Any) -> MembershipId:
    """Make somebody a member."""
    number = RoleId(next(one.id for one in registry.lists.roles.values() if one.name == role))
    with registry.change("member"):
        made = registry.inside.members.insert(Membership(team_id=of, person_id=who, role_id=number, **facts))
    return MembershipId(made)


def household(registry: Registry, head: str = "Trần Thị Hoa", **facts: Any) -> HouseholdId:
    """Add a household."""
    with registry.change("household"):
        return HouseholdId(registry.inside.households.insert(Household(head=head, **facts)))


def everything(registry: Registry) -> Mapping[str, list[tuple[Any, ...]]]:
    """Every row of every logged table, and the searched texts: what an undo must bring back."""
    tables = (*LOGGED, "noun_text", "model_text", "entry_key", "row_hash")
    return {
        table: sorted(registry.connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables
    }
