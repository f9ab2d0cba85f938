"""The sample ward's camera points: as many eyes as the models say by plan, more or less."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from registry_app.domain.camera_point import CameraPoint
from registry_app.domain.ids import AreaId
from registry_app.domain.site import Site
from registry_app.store.registry import Registry

from .sample_people import People

EYES = (1, 1, 1, 2, 2, 2, 2, 3, 3, 4)
A_POINT, FEW = 2.05, 8
"""Eyes of a point on average; points of a model that says nothing."""
RECORDER_EVERY, BROKEN, NO_SIGN, NO_PLEDGE = 4, 4, 8, 20
PLACES = ("Cột điện đầu", "Ngã ba", "Cổng chào", "Nhà văn hóa", "Cổng trường", "Khu vui chơi", "Cuối", "Lối ra")


def add_cameras(
    registry: Registry,
    people: People,
    chance: Random,
    one: Mapping[str, Any],
    sites: Sequence[Site],
    place_of: Callable[[AreaId | None], int],
) -> None:
    """Camera points at ``sites`` of the model ``one`` (as its JSON says it)."""
    planned = int(one["extra"].get("eyes") or 0)
    number = max(3, round(planned / A_POINT)) if planned else FEW
    over = one["statuses"][-1]["on"] if one["statuses"][-1]["status"] == "Ghép" else None
    for place in range(number):
        site = sites[place % len(sites)]
        lived = (site.valid_from or one["founded_on"], site.valid_to or over)
        registry.inside.cameras.insert(_point(people, chance, one, site, place, place_of(site.area_id), lived))


def _point(
    people: People,
    chance: Random,
    one: Mapping[str, Any],
    site: Site,
    number: int,
    place: int,
    lived: tuple[str, str | None],
) -> CameraPoint:
    street = people.street(place)
    owner = _owner(chance, one["name"])
    pledged = owner == "ward" or chance.randrange(100) >= NO_PLEDGE
    sign = chance.randrange(100) >= NO_SIGN
    broken = chance.randrange(100) < BROKEN
    return CameraPoint(
        name=f"Camera {number + 1:02} đường {street}",
        site_id=site.id,
        place=f"{chance.choice(PLACES)} ngõ {chance.randint(2, 140)}, đường {street}",
        eyes=chance.choice(EYES),
        recorders=1 if number % RECORDER_EVERY == 0 else 0,
        kind=_kind(chance, one["name"]),
        owner=owner,
        owner_name=people.name(female=bool(chance.randrange(3) == 0)) if owner == "household" else "",
        funding={"ward": "budget", "area": "social", "household": "social"}.get(owner, "both"),
        cost=chance.randrange(8, 48) * 500_000,
        connected_to="Công an phường" if owner == "ward" or chance.randrange(2) else "Nhà văn hóa",
        days_kept=int(one["extra"].get("days_kept") or 0) or None,
        sharing="yes" if pledged else "no",
        shared_on=lived[0] if pledged else None,
        sign="yes" if sign else "no",
        state="broken" if broken else "working",
        checked_on=one["extra"].get("checked_on") or None,
        valid_from=lived[0],
        valid_to=lived[1],
        notes="Mất tín hiệu, chờ sửa chữa." if broken else "",
    )


def _owner(chance: Random, name: str) -> str:
    if "hộ gia đình" in name:
        return "household"
    if name == "Camera an ninh" or "trọng điểm" in name or "biển số" in name:
        return "ward"
    return chance.choice(("area", "area", "area", "household", "enterprise"))


def _kind(chance: Random, name: str) -> str:
    if "biển số" in name:
        return "plate"
    return "speaker" if chance.randrange(8) == 0 else "watch"
