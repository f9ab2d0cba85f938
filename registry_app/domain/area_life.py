"""From when to when an area exists: one that comes out of a merge or split begins then, one that goes in ends."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from .dates import first_day
from .entries import Area
from .ids import AreaId


class Part(Struct, frozen=True, kw_only=True):
    """One area's part in one change: ``kind`` is rename, renumber, merge or split, ``side`` before or after."""

    change: int
    kind: str
    on: str
    area_id: AreaId
    side: str


class Life(Struct, frozen=True, kw_only=True):
    """The first day of an area and the first day on which it is no more; None where no change says so."""

    begins: date | None = None
    ends: date | None = None


EVER = Life()
ENDING = frozenset(("merge", "split"))
"""Changes that make and end areas; the others give new names only."""


def lives(parts: Iterable[Part]) -> Mapping[AreaId, Life]:
    """What the changes say of each area; one that stands on both sides of a change lives on."""
    found: dict[AreaId, Life] = {}
    sides: dict[tuple[int, AreaId], list[Part]] = {}
    for part in parts:
        if part.kind in ENDING:
            sides.setdefault((part.change, part.area_id), []).append(part)
    for (_change, area), both in sides.items():
        if len({part.side for part in both}) > 1:
            continue
        day, life = first_day(both[0].on), found.get(area, EVER)
        found[area] = replace(life, begins=day) if both[0].side == "after" else replace(life, ends=day)
    return found


def areas_on(areas: Iterable[Area], known: Mapping[AreaId, Life], on: date) -> Sequence[Area]:
    """Those of ``areas`` that exist on the day ``on``, in their order."""
    return [area for area in areas if exists(known.get(AreaId(area.id), EVER), on)]


def exists(life: Life, on: date) -> bool:
    """Whether an area of that life exists on the day ``on``."""
    return (life.begins is None or life.begins <= on) and (life.ends is None or on < life.ends)
