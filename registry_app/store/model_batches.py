"""Many models read in a few queries and written column by column: only what differs is touched, and so logged."""

import json
from collections.abc import Callable, Iterable, Sequence

from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel

from . import model_parts
from .engine import Connection, Row
from .model_parts import COLUMNS

Pair = tuple[LocalModel, LocalModel]
"""A model as the register has it, and as it is to be."""
Name = tuple[int, str]
"""A type and a folded name: two models that have both alike are twins."""


def read(connection: Connection, ids: Sequence[int], plain: Sequence[str]) -> list[LocalModel]:
    """The models of ``ids`` in the order given, without those that are gone; ``plain`` are the columns of a row."""
    cursor = connection.cursor()
    cursor.row_factory = Row
    query = f"SELECT id, {', '.join(plain)} FROM model WHERE id IN (SELECT value FROM json_each(?))"
    rows = {row["id"]: row for row in cursor.execute(query, (json.dumps(list(ids)),))}
    partners = model_parts.numbers(connection, "model_partner", ids)
    tags = model_parts.numbers(connection, "model_tag", ids)
    areas = model_parts.numbers(connection, "site", ids)
    extra = model_parts.extras(connection, ids)
    return [
        LocalModel(
            **rows[number],
            partner_ids=tuple(partners.get(number, ())),
            tag_ids=tuple(tags.get(number, ())),
            area_ids=tuple(areas.get(number, ())),
            extra=extra.get(number, {}),
        )
        for number in ids
        if number in rows
    ]


def with_twins(connection: Connection, wanted: Sequence[Name], but: Iterable[int]) -> set[Name]:
    """Those of ``wanted`` that a model outside the trash and not among ``but`` has."""
    query = """SELECT j.key FROM json_each(:wanted) j WHERE EXISTS (
        SELECT 1 FROM model_index i INDEXED BY model_index_twin
        WHERE i.type_id = json_extract(j.value, '$[0]') AND i.folded_name = json_extract(j.value, '$[1]')
        AND i.trashed = 0 AND i.id NOT IN (SELECT value FROM json_each(:but)))"""
    rows = connection.execute(query, {"wanted": json.dumps(wanted), "but": json.dumps(list(but))})
    return {wanted[place] for (place,) in rows}


def write(connection: Connection, pairs: Sequence[Pair], plain: Sequence[str], on: str) -> None:
    """Bring every model to its second value; sites end and begin on the day ``on``."""
    _write_rows(connection, pairs, [name for name in plain if name != "code"], on)
    _write_links(connection, pairs, "model_partner", lambda model: model.partner_ids)
    _write_links(connection, pairs, "model_tag", lambda model: model.tag_ids)
    _write_extras(connection, pairs)
    _write_sites(connection, pairs, on)


def _write_rows(connection: Connection, pairs: Sequence[Pair], names: Sequence[str], on: str) -> None:
    batches: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
    for old, new in pairs:
        differing = tuple(name for name in names if getattr(old, name) != getattr(new, name))
        if differing:
            entered = ((on if new.review_on else None),) if "review_on" in differing else ()
            values = (getattr(new, name) for name in differing)
            batches.setdefault(differing, []).append((*values, *entered, new.id))
    for differing, rows in batches.items():
        columns = (*differing, "review_on_entered") if "review_on" in differing else differing
        sets = ", ".join(f"{name} = ?" for name in columns)
        connection.executemany(f"UPDATE model SET {sets} WHERE id = ?", rows)


def _write_links(
    connection: Connection, pairs: Iterable[Pair], table: str, wanted: Callable[[LocalModel], Sequence[int]]
) -> None:
    column = COLUMNS[table]
    gone, come = _differences(pairs, wanted)
    connection.executemany(f"DELETE FROM {table} WHERE model_id = ? AND {column} = ?", gone)
    connection.executemany(f"INSERT INTO {table} (model_id, {column}) VALUES (?, ?)", come)


def _differences(
    pairs: Iterable[Pair], wanted: Callable[[LocalModel], Sequence[int]]
) -> tuple[list[tuple[ModelId, int]], list[tuple[ModelId, int]]]:
    """(model, number) of what goes and of what comes."""
    gone, come = [], []
    for old, new in pairs:
        have, want = wanted(old), wanted(new)
        if have != want:
            gone += [(new.id, number) for number in have if number not in want]
            come += [(new.id, number) for number in dict.fromkeys(want) if number not in have]
    return gone, come


def _write_extras(connection: Connection, pairs: Iterable[Pair]) -> None:
    gone, come = [], []
    for old, new in pairs:
        if old.extra != new.extra:
            gone += [(new.id, extra) for extra in old.extra if not new.extra.get(extra)]
            come += [
                (new.id, extra, value) for extra, value in new.extra.items() if value and old.extra.get(extra) != value
            ]
    connection.executemany("DELETE FROM model_extra WHERE model_id = ? AND extra_id = ?", gone)
    connection.executemany(
        """INSERT INTO model_extra (model_id, extra_id, value) VALUES (?, ?, ?)
           ON CONFLICT (model_id, extra_id) DO UPDATE SET value = excluded.value""",
        come,
    )


def _write_sites(connection: Connection, pairs: Sequence[Pair], on: str) -> None:
    gone, come = _differences(pairs, lambda model: model.area_ids)
    connection.executemany(
        "UPDATE site SET valid_to = ? WHERE model_id = ? AND area_id = ? AND valid_to IS NULL",
        [(on, model, area) for model, area in gone],
    )
    if not come:
        return
    models = json.dumps([model for model, _area in come])
    query = "SELECT DISTINCT model_id FROM site WHERE model_id IN (SELECT value FROM json_each(?))"
    known = {model for (model,) in connection.execute(query, (models,))}
    founded = {new.id: new.founded_on for _old, new in pairs}
    connection.executemany(
        "INSERT INTO site (model_id, area_id, valid_from) VALUES (?, ?, ?)",
        [(model, area, on if model in known else founded[model]) for model, area in come],
    )
