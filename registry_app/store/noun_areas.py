"""Reads what the changes of areas (merge, split …) say of each area's time."""

from collections.abc import Mapping

from registry_app.domain.area_life import Life, Part, lives
from registry_app.domain.ids import AreaId

from .engine import Connection


def area_lives(connection: Connection) -> Mapping[AreaId, Life]:
    """From when to when areas exist; those of which no change says anything are left out."""
    query = """SELECT c.id, c.kind, c."on", p.area_id, p.side FROM area_change_part p
        JOIN area_change c ON c.id = p.area_change_id ORDER BY c."on", c.id, p.id"""
    return lives(
        Part(change=change, kind=kind, on=on, area_id=AreaId(area), side=side)
        for change, kind, on, area, side in connection.execute(query)
    )
