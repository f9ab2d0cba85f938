"""Short ways to put something inside a model of its own."""

from typing import Any

from registry_app.domain.ids import MembershipId, PersonId, SiteId, TeamId
from registry_app.store.registry import Registry

from . import peopled
from .making import add


def add_site(registry: Registry, area: str = "Tổ 5", kind_of_model: str = "CAM") -> SiteId:
    """A new model in one area; its site."""
    model = add(registry, f"Mô hình ở {area}", kind_of_model, areas=area)
    return registry.inside.sites.where("model_id", model)[0].id


def add_team(registry: Registry, name: str = "Tổ liên gia số 1", site: SiteId | None = None, **facts: Any) -> TeamId:
    """A team, in a new model's site unless ``site`` is given."""
    return peopled.team(registry, site or add_site(registry), name, **facts)


def add_member(
    registry: Registry, team: TeamId, name: str, role: str = "Tổ viên", **facts: Any
) -> tuple[PersonId, MembershipId]:
    """A new person in ``team``."""
    person = peopled.person(registry, name)
    return person, peopled.member(registry, team, person, role, **facts)
