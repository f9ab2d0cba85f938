"""What hangs on a model – partners, tags, extras, sites – read for many models at once, written for one."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from registry_app.domain.entries import Entry, Lists
from registry_app.domain.ids import AreaId, ExtraId, ModelId
from registry_app.domain.model import LocalModel

from .engine import Connection

COLUMNS = {"model_partner": "organisation_id", "model_tag": "tag_id", "site": "area_id"}
CURRENT = {"site": "AND valid_to IS NULL AND area_id IS NOT NULL"}
"""Only sites that have not ended count."""


class Parts(Struct, frozen=True, kw_only=True):
    """One model's parts by name, each in the order of entry; ``extra`` by the key of the extra field."""

    partners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


NO_PARTS = Parts()


def shown(connection: Connection, models: Sequence[int], lists: Lists) -> dict[int, Parts]:
    """The parts of ``models`` with every name looked up; models that have none are left out."""

    def names(table: str, entries: Mapping[Any, Entry]) -> dict[int, tuple[str, ...]]:
        found = numbers(connection, table, models)
        return {model: tuple(entries[number].name for number in some) for model, some in found.items()}

    partners = names("model_partner", lists.organisations)
    tags = names("model_tag", lists.tags)
    areas = names("site", lists.areas)
    extra = extras(connection, models)
    return {
        model: Parts(
            partners=partners.get(model, ()),
            tags=tags.get(model, ()),
            areas=areas.get(model, ()),
            extra={lists.extras[number].key: value for number, value in extra.get(model, {}).items()},
        )
        for model in partners.keys() | tags.keys() | areas.keys() | extra.keys()
    }


def numbers(connection: Connection, table: str, models: Sequence[int]) -> dict[int, list[Any]]:
    """Row numbers of what ``table`` links to, by model, in the order of entry."""
    query = f"""SELECT model_id, {COLUMNS[table]} FROM {table}
        WHERE model_id IN (SELECT value FROM json_each(?)) {CURRENT.get(table, "")} ORDER BY id"""
    found: dict[int, list[Any]] = {}
    for model, number in connection.execute(query, (json.dumps(list(models)),)):
        some = found.setdefault(model, [])
        if number not in some:  # a model may have several sites in one area
            some.append(number)
    return found


def extras(connection: Connection, models: Sequence[int]) -> dict[int, dict[ExtraId, str]]:
    """Canonical values of extra fields, by model."""
    query = """SELECT model_id, extra_id, value FROM model_extra
        WHERE model_id IN (SELECT value FROM json_each(?)) ORDER BY extra_id"""
    found: dict[int, dict[ExtraId, str]] = {}
    for model, extra, value in connection.execute(query, (json.dumps(list(models)),)):
        found.setdefault(model, {})[extra] = value
    return found


def write(connection: Connection, model: ModelId, value: LocalModel, on: str) -> None:
    """Bring the parts of ``model`` to what ``value`` says; sites end and begin on the day ``on``."""
    _write_links(connection, model, "model_partner", value.partner_ids)
    _write_links(connection, model, "model_tag", value.tag_ids)
    _write_extras(connection, model, value.extra)
    _write_sites(connection, model, value.area_ids, value.founded_on, on)


def _write_links(connection: Connection, model: ModelId, table: str, wanted: Sequence[int]) -> None:
    column = COLUMNS[table]
    have = numbers(connection, table, [model]).get(model, [])
    for number in have:
        if number not in wanted:
            connection.execute(f"DELETE FROM {table} WHERE model_id = ? AND {column} = ?", (model, number))
    for number in dict.fromkeys(wanted):
        if number not in have:
            connection.execute(f"INSERT INTO {table} (model_id, {column}) VALUES (?, ?)", (model, number))


def _write_extras(connection: Connection, model: ModelId, wanted: Mapping[ExtraId, str]) -> None:
    have = extras(connection, [model]).get(model, {})
    for extra in have:
        if not wanted.get(extra):
            connection.execute("DELETE FROM model_extra WHERE model_id = ? AND extra_id = ?", (model, extra))
    for extra, value in wanted.items():
        if value and have.get(extra) != value:
            connection.execute(
                """INSERT INTO model_extra (model_id, extra_id, value) VALUES (?, ?, ?)
                   ON CONFLICT (model_id, extra_id) DO UPDATE SET value = excluded.value""",
                (model, extra, value),
            )


def _write_sites(
    connection: Connection, model: ModelId, wanted: Iterable[AreaId], founded_on: str | None, on: str
) -> None:
    have = numbers(connection, "site", [model]).get(model, [])
    chosen = list(dict.fromkeys(wanted))
    for area in have:
        if area not in chosen:
            connection.execute(
                "UPDATE site SET valid_to = ? WHERE model_id = ? AND area_id = ? AND valid_to IS NULL",
                (on, model, area),
            )
    known = connection.execute("SELECT 1 FROM site WHERE model_id = ? LIMIT 1", (model,)).fetchone()
    for area in chosen:
        if area not in have:
            connection.execute(
                "INSERT INTO site (model_id, area_id, valid_from) VALUES (?, ?, ?)",
                (model, area, on if known else founded_on),
            )
