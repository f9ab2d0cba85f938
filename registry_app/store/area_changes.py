"""Acts on areas as rows: what was decided when, what belongs to an area, where a row belonged on a day of the past.

The SQL about that is here and nowhere else. What an act moved is read from the log: the rows know only today.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from registry_app.domain.area_changes import Act, Belonging
from registry_app.domain.dates import first_day
from registry_app.domain.ids import AreaId, ModelId
from registry_app.domain.vietnamese import fold

from .engine import Connection
from .merged import MERGED, MOVES
from .noun_tables import SITE_TITLE

AreaName = tuple[AreaId, str]
LASTS = "({0}.valid_to IS NULL OR substr({0}.valid_to || '-01-01', 1, 10) > :on)"
"""Whether the row of that alias holds on the day asked for, or will later."""
OF_AREAS = "IN (SELECT value FROM json_each(:areas))"


class AreaAct(Struct, frozen=True, kw_only=True):
    """An act as it was recorded, with the names that held before and after it."""

    id: int
    kind: str
    act: Act
    before: tuple[AreaName, ...]
    after: tuple[AreaName, ...]


# -- acts --------------------------------------------------------------------------------------------------------------


def record(connection: Connection, kind: str, act: Act, before: Sequence[AreaName], after: Sequence[AreaName]) -> None:
    """Write an act into the register, inside an open action."""
    number = connection.execute(
        'INSERT INTO area_change (kind, "on", paper_number, notes) VALUES (?, ?, ?, ?)',
        (kind, act.on, act.paper_number, act.notes),
    ).lastrowid
    connection.executemany(
        "INSERT INTO area_change_part (area_change_id, area_id, side, name) VALUES (?, ?, ?, ?)",
        [(number, area, side, name) for side, some in (("before", before), ("after", after)) for area, name in some],
    )


def acts(connection: Connection, area: int | None = None) -> list[AreaAct]:
    """Every act, the newest day first; only those in which ``area`` had a part when given."""
    found = connection.execute(
        """SELECT id, kind, "on", paper_number, notes FROM area_change WHERE :area IS NULL OR id IN
            (SELECT area_change_id FROM area_change_part WHERE area_id = :area) ORDER BY "on" DESC, id DESC""",
        {"area": area},
    ).fetchall()
    parts: dict[tuple[int, str], list[AreaName]] = {}
    query = "SELECT area_change_id, side, area_id, name FROM area_change_part ORDER BY id"
    for change, side, number, name in connection.execute(query):
        parts.setdefault((change, side), []).append((AreaId(number), name))
    return [
        AreaAct(
            id=number,
            kind=kind,
            act=Act(on=on, paper_number=paper, notes=notes),
            before=tuple(parts.get((number, "before"), ())),
            after=tuple(parts.get((number, "after"), ())),
        )
        for number, kind, on, paper, notes in found
    ]


def latest(connection: Connection) -> dict[AreaId, date]:
    """The day of the latest act of each area that had a part in one."""
    query = """SELECT p.area_id, max(c."on") FROM area_change_part p JOIN area_change c ON c.id = p.area_change_id
        GROUP BY p.area_id"""
    return {AreaId(area): first_day(on) for area, on in connection.execute(query)}


def part_count(connection: Connection, area: int) -> int:
    """How many acts' lines name ``area``."""
    found = connection.execute("SELECT count(*) FROM area_change_part WHERE area_id = ?", (area,)).fetchone()
    return int(found[0])


def add_former_names(connection: Connection, area: int, names: Iterable[str], on: str) -> None:
    """Let ``area`` be found by ``names`` as well, which held until the day ``on``; a name known keeps its row."""
    for name in dict.fromkeys(names):
        known = connection.execute(
            "UPDATE area_former_name SET valid_to = ? WHERE area_id = ? AND name = ?", (on, area, name)
        )
        if not known.rowcount:
            connection.execute(
                "INSERT INTO area_former_name (area_id, name, valid_to) VALUES (?, ?, ?)", (area, name, on)
            )


# -- what belongs to areas ---------------------------------------------------------------------------------------------


def belongings(connection: Connection, areas: Iterable[int], on: str) -> list[Belonging]:
    """All that belongs to ``areas`` on the day ``on`` or later, in the order of entry: sites with their teams and
    camera points; households and people that name one of the areas themselves."""
    values = {"areas": json.dumps(list(areas)), "on": on}
    found = [*_sites(connection, values)]
    values["sites"] = json.dumps([one.id for one in found])
    for noun in ("team", "camera_point"):
        query = f"""SELECT r.id, r.code, r.name, {SITE_TITLE} || ' – ' || m.name, r.site_id FROM {noun} r
            JOIN site s ON s.id = r.site_id JOIN model m ON m.id = s.model_id LEFT JOIN area a ON a.id = s.area_id
            WHERE r.site_id IN (SELECT value FROM json_each(:sites)) AND {LASTS.format("r")} ORDER BY r.id"""
        for number, code, name, where, site in connection.execute(query, values):
            found.append(Belonging(noun=noun, id=number, code=code, text=name, where=where, site=site))
    query = f"""SELECT id, code, head, address, team_id FROM household h
        WHERE area_id {OF_AREAS} AND {LASTS.format("h")} ORDER BY id"""
    for number, code, head, address, team in connection.execute(query, values):
        found.append(Belonging(noun="household", id=number, code=code, text=head, where=address, team=team or 0))
    query = f"""SELECT id, code, name, address, (SELECT x.team_id FROM membership x WHERE x.person_id = p.id
        AND {LASTS.format("x")} ORDER BY x.id LIMIT 1) FROM person p
        WHERE area_id {OF_AREAS} AND replaced_by IS NULL ORDER BY id"""
    for number, code, name, address, team in connection.execute(query, values):
        found.append(Belonging(noun="person", id=number, code=code, text=name, where=address, team=team or 0))
    return found


def _sites(connection: Connection, values: Mapping[str, object]) -> Iterable[Belonging]:
    query = f"""SELECT s.id, m.code, {SITE_TITLE}, m.name, s.model_id, s.valid_from, s.name, s.place_kind FROM site s
        JOIN model m ON m.id = s.model_id LEFT JOIN area a ON a.id = s.area_id
        WHERE s.area_id {OF_AREAS} AND {LASTS.format("s")} ORDER BY s.id"""
    for number, code, title, model, model_id, begun, name, place_kind in connection.execute(query, values):
        yield Belonging(
            noun="site",
            id=number,
            code=code,
            text=title,
            where=model,
            site=number,
            model=ModelId(model_id),
            begun=begun,
            folded=(fold(name), place_kind),
        )


def move_to_area(connection: Connection, noun: str, rows: Iterable[int], area: int) -> None:
    """Sites, households or people belong to ``area`` from now on, inside an open action."""
    connection.execute(
        f"UPDATE {noun} SET area_id = ? WHERE id IN (SELECT value FROM json_each(?))", (area, json.dumps(list(rows)))
    )


def move_to_site(connection: Connection, noun: str, rows: Iterable[int], site: int) -> None:
    """Teams or camera points stand in ``site`` from now on, inside an open action."""
    connection.execute(
        f"UPDATE {noun} SET site_id = ? WHERE id IN (SELECT value FROM json_each(?))", (site, json.dumps(list(rows)))
    )


def join_sites(connection: Connection, keep: int, others: Sequence[int], on: str) -> None:
    """What stands in ``others`` and lasts stands in ``keep`` from now on, and ``others`` end on the day ``on``."""
    values = {"keep": keep, "others": json.dumps(list(others)), "on": on}
    some = "IN (SELECT value FROM json_each(:others))"
    for noun in ("team", "camera_point"):
        connection.execute(f"UPDATE {noun} SET site_id = :keep WHERE site_id {some} AND {LASTS.format(noun)}", values)
    connection.execute(f"UPDATE attachment SET row_id = :keep WHERE noun = 'site' AND row_id {some}", values)
    connection.execute(f"UPDATE site SET valid_to = :on WHERE id {some}", values)


# -- as it was ---------------------------------------------------------------------------------------------------------


def name_on(connection: Connection, area: int, on: date) -> str:
    """The name that ``area`` had on the day ``on``, as far as acts say; else the name of now. "" for none such."""
    return names_on(connection, on, [area]).get(AreaId(area), "")


def names_on(connection: Connection, on: date, areas: Iterable[int] | None = None) -> dict[AreaId, str]:
    """The names that ``areas`` (None: all) had on the day ``on``."""
    wanted = None if areas is None else json.dumps(list(areas))
    query = """SELECT a.id, coalesce((SELECT p.name FROM area_change_part p
            JOIN area_change c ON c.id = p.area_change_id
            WHERE p.area_id = a.id AND p.side = 'before' AND c."on" > :on ORDER BY c."on", c.id LIMIT 1), a.name)
        FROM area a WHERE :areas IS NULL OR a.id IN (SELECT value FROM json_each(:areas))"""
    found = connection.execute(query, {"on": on.isoformat(), "areas": wanted})
    return {AreaId(number): name for number, name in found}


def area_names(connection: Connection, noun: str, rows: Iterable[int], on: date) -> dict[int, str]:
    """What the area of each of ``rows`` (of the noun of that key) was called on the day ``on``: the area to which the
    row belonged then, by the name that it had then. Empty when no act has come since: then the names of now hold."""
    later = connection.execute('SELECT 1 FROM area_change WHERE "on" > ? LIMIT 1', (on.isoformat(),)).fetchone()
    if later is None or noun not in PLACES:
        return {}
    names = names_on(connection, on)
    then = areas_on(connection, noun, rows, on)
    return {row: names.get(area, "") if area else "" for row, area in then.items()}


def areas_on(connection: Connection, noun: str, rows: Iterable[int], on: date) -> dict[int, AreaId | None]:
    """To which area each of ``rows`` belonged on the day ``on``, as far as acts have moved it since; None for none."""
    before = {moved: moved_since(connection, *moved, on) for moved in MOVED}
    areas: dict[int, int | None] = dict(connection.execute("SELECT id, area_id FROM site"))
    areas |= before["site", "area_id"]
    own_before = before.get((noun, "area_id"), {})
    found: dict[int, AreaId | None] = {}
    for row, own, site, team in connection.execute(PLACES[noun], (json.dumps(list(rows)),)):
        area = own_before.get(row, own)
        if area is None:
            place = before["camera_point", "site_id"] if noun == "camera_point" else before["team", "site_id"]
            stood = place.get(row if noun == "camera_point" else team or 0, site)
            area = areas.get(stood or 0)
        found[row] = None if area is None else AreaId(area)
    return found


def moved_since(connection: Connection, table: str, column: str, on: date) -> dict[int, int | None]:
    """What ``column`` held on the day ``on`` where an act or a merge of models of a later day has changed it, by row of
    ``table``. An act that was undone has no row any more, and so changed nothing."""
    query = f"""SELECT row, value FROM (
        SELECT c.row_id AS row, json_extract(c.image, '$.{column}[0]') AS value, a."on" AS day, c.id AS place
            FROM area_change a
            JOIN change k ON k.noun = 'area_change' AND k.row_id = a.id AND k.kind = 'insert'
            JOIN change c ON c.action_id = k.action_id AND c.noun = '{table}' AND c.kind = 'update'
            WHERE a."on" > :on AND json_type(c.image, '$.{column}') = 'array'
        UNION ALL {MOVES if (table, column) in MERGED else "SELECT 0, 0, '', 0 WHERE 0"})
        ORDER BY day DESC, place DESC"""
    values = {"on": on.isoformat(), "noun": table}
    return dict(connection.execute(query, values).fetchall())  # the earliest stays


MOVED = (
    ("site", "area_id"),
    ("person", "area_id"),
    ("household", "area_id"),
    ("team", "site_id"),
    ("camera_point", "site_id"),
)
"""Columns by which acts move rows."""
_ROWS = "IN (SELECT value FROM json_each(?))"
PLACES = {
    "site": f"SELECT id, area_id, NULL, NULL FROM site WHERE id {_ROWS}",
    "person": f"SELECT id, area_id, NULL, NULL FROM person WHERE id {_ROWS}",
    "recognition": f"SELECT id, area_id, NULL, NULL FROM recognition WHERE id {_ROWS}",
    "team": f"SELECT id, NULL, site_id, id FROM team WHERE id {_ROWS}",
    "camera_point": f"SELECT id, NULL, site_id, NULL FROM camera_point WHERE id {_ROWS}",
    "membership": f"""SELECT r.id, NULL, l.site_id, l.id FROM membership r JOIN team l ON l.id = r.team_id
        WHERE r.id {_ROWS}""",
    "result": f"SELECT id, area_id, NULL, NULL FROM result WHERE id {_ROWS}",
    "household": f"""SELECT r.id, r.area_id, l.site_id, l.id FROM household r LEFT JOIN team l ON l.id = r.team_id
        WHERE r.id {_ROWS}""",
}
"""Of each noun: the row, its own area, and the site and team in which it stands now."""
