"""The SQL about models – their row, partners, tags, extras, sites – is here and nowhere else."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from registry_app.domain.entries import Entry, Lists
from registry_app.domain.errors import NotFound
from registry_app.domain.ids import AreaId, ExtraId, ModelId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_

from .engine import Connection, Row
from .where import DUE_KEY, VIEWS, Query, compiled

PLAIN = (
    "code",
    "name",
    "type_id",
    "kind",
    "field_id",
    "level",
    "lead_id",
    "paper_kind",
    "paper_number",
    "founded_on",
    "paper_signer",
    "launched_on",
    "aim",
    "funding",
    "notes",
    "interval_months",
    "review_on",
)
"""Attributes of LocalModel that are columns of its row under the same name."""


class Register(Protocol):
    """The open register as this shelf sees it."""

    @property
    def connection(self) -> Connection: ...
    @property
    def lists(self) -> Lists: ...


class ModelShelf:
    """Models by id, by code, by Search. Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Register) -> None:
        self._register = register

    # -- asking ----------------------------------------------------------------------------------------------------

    def ids(
        self, search: Search, at: Moment, limit: int | None = None, *, among: Sequence[int] | None = None
    ) -> "array[int]":
        """Row numbers in the order of ``search``; the first ``limit`` of them when given, only those ``among`` others
        when given."""
        query = compiled(search, at)
        if limit is not None and (page := self._best(query, limit)):
            return page
        if among is not None:
            query.where.append(f"{'x' if query.searched else 'i'}.id IN (SELECT value FROM json_each(:among))")
            query.parameters["among"] = json.dumps(list(among))
        tail = f"LIMIT {limit}" if limit is not None else ""
        rows = self._register.connection.execute(query.text("i.id", tail=tail), query.parameters)
        return array("q", (number for (number,) in rows))

    def _best(self, query: Query, limit: int) -> "array[int]":
        """The first page when the names' beginning holds enough rows that fit best; else nothing."""
        text = query.best_first(limit)
        rows = self._register.connection.execute(text, query.parameters) if text else ()
        found = array("q", (number for (number,) in rows))
        return found if len(found) == limit else array("q")

    def count(self, search: Search, at: Moment) -> int:
        """How many models ``search`` finds."""
        query = compiled(search, at)
        text = query.text("count(*)", ordered=False)
        return int(self._register.connection.execute(text, query.parameters).fetchone()[0])

    def view_counts(self, at: Moment) -> dict[str, int]:
        """How many models each fixed view holds, in one pass."""
        query = compiled(Search(), at)
        sums = ", ".join(f"sum({condition})" for condition in VIEWS.values())
        row = self._register.connection.execute(f"SELECT {sums} FROM model_index i", query.parameters).fetchone()
        return {view: int(number or 0) for view, number in zip(VIEWS, row, strict=True)}

    def by_code(self, code: str) -> ModelId:
        """The row number of ``code`` (any case); raises NotFound."""
        query = "SELECT id FROM model WHERE code IN (?, ?) ORDER BY code = ? DESC"
        plain = code.strip()
        row = self._register.connection.execute(query, (plain, plain.upper(), plain)).fetchone()
        if row is None:
            raise NotFound(N_("There is no model with the code “{code}”."), code=code)
        return ModelId(row[0])

    def has_code(self, code: str) -> bool:
        """Whether ``code`` is taken, trash included."""
        return self._register.connection.execute("SELECT 1 FROM model WHERE code = ?", (code,)).fetchone() is not None

    def twins(self, model: LocalModel) -> list[str]:
        """Codes of other models, not in the trash, of the same type with the same folded name."""
        query = """SELECT m.code FROM model_index i JOIN model m ON m.id = i.id
            WHERE i.trashed = 0 AND i.type_id = ? AND i.folded_name = ? AND i.id <> ? ORDER BY m.code"""
        return [
            code for (code,) in self._register.connection.execute(query, (model.type_id, fold(model.name), model.id))
        ]

    def one(self, model: ModelId) -> LocalModel:
        """The model for editing; raises NotFound when it is gone."""
        cursor = self._register.connection.cursor()
        cursor.row_factory = Row
        row = cursor.execute("SELECT * FROM model WHERE id = ?", (model,)).fetchone()
        if row is None:
            raise NotFound(N_("This model is no longer in the register."))
        return LocalModel(
            id=model,
            **{name: row[name] for name in PLAIN},
            partner_ids=self._children("organisation_id", "model_partner", model),
            tag_ids=self._children("tag_id", "model_tag", model),
            area_ids=self._children("area_id", "site", model, "AND valid_to IS NULL AND area_id IS NOT NULL"),
            extra=dict(
                self._register.connection.execute(
                    "SELECT extra_id, value FROM model_extra WHERE model_id = ? ORDER BY extra_id", (model,)
                )
            ),
        )

    def _children(self, column: str, table: str, model: ModelId, also: str = "") -> tuple[Any, ...]:
        query = f"SELECT {column} FROM {table} WHERE model_id = ? {also} ORDER BY id"
        return tuple(number for (number,) in self._register.connection.execute(query, (model,)))

    def window(self, ids: Sequence[int], at: Moment) -> list[ModelRow]:
        """The models of ``ids`` with every name looked up, in the order given; those that are gone are left out."""
        wanted = json.dumps(list(ids))
        cursor = self._register.connection.cursor()
        cursor.row_factory = Row
        query = compiled(Search(), at)
        rows = cursor.execute(
            f"""SELECT m.*, i.status_id, i.status_on, i.last_review, i.next_review, i.grade_id, i.effective,
                {DUE_KEY} AS due FROM model m JOIN model_index i ON i.id = m.id
                WHERE m.id IN (SELECT value FROM json_each(:ids))""",
            {**query.parameters, "ids": wanted},
        )
        lists = self._register.lists
        partners = self._many("model_partner", "organisation_id", wanted, lists.organisations)
        tags = self._many("model_tag", "tag_id", wanted, lists.tags)
        areas = self._many("site", "area_id", wanted, lists.areas, "AND valid_to IS NULL AND area_id IS NOT NULL")
        extras = self._extras(wanted, lists)
        none: tuple[str, ...] = ()
        found = {
            row["id"]: _shown(
                row,
                lists,
                partners=partners.get(row["id"], none),
                tags=tags.get(row["id"], none),
                areas=areas.get(row["id"], none),
                extra=extras.get(row["id"], {}),
            )
            for row in rows
        }
        return [found[number] for number in ids if number in found]

    def _many(
        self, table: str, column: str, wanted: str, names: Mapping[Any, Entry], also: str = ""
    ) -> dict[int, tuple[str, ...]]:
        query = f"""SELECT model_id, {column} FROM {table}
            WHERE model_id IN (SELECT value FROM json_each(?)) {also} ORDER BY id"""
        found: dict[int, tuple[str, ...]] = {}
        for model, number in self._register.connection.execute(query, (wanted,)):
            found[model] = (*found.get(model, ()), names[number].name)
        return found

    def _extras(self, wanted: str, lists: Lists) -> dict[int, dict[str, str]]:
        query = """SELECT model_id, extra_id, value FROM model_extra
            WHERE model_id IN (SELECT value FROM json_each(?)) ORDER BY extra_id"""
        found: dict[int, dict[str, str]] = {}
        for model, extra, value in self._register.connection.execute(query, (wanted,)):
            found.setdefault(model, {})[lists.extras[extra].key] = value
        return found

    # -- writing ---------------------------------------------------------------------------------------------------

    def insert(self, model: LocalModel, entered_on: str) -> ModelId:
        """Add ``model``, whose code is given and free, with its sites; returns its row number."""
        names = ", ".join(PLAIN)
        marks = ", ".join(f":{name}" for name in PLAIN)
        values = {name: getattr(model, name) for name in PLAIN}
        number = self._register.connection.execute(
            f"INSERT INTO model ({names}, review_on_entered) VALUES ({marks}, :entered)",
            {**values, "entered": entered_on if model.review_on else None},
        ).lastrowid
        made = ModelId(number or 0)
        self._write_children(made, model, entered_on)
        return made

    def update(self, model: LocalModel, entered_on: str) -> None:
        """Write ``model`` over its row; sites of areas that it no longer names end on ``entered_on``."""
        names = [name for name in PLAIN if name != "code"]
        sets = ", ".join(f"{name} = :{name}" for name in names)
        values = {name: getattr(model, name) for name in names}
        self._register.connection.execute(
            f"""UPDATE model SET {sets}, review_on_entered = CASE WHEN :review_on IS NULL THEN NULL
                WHEN :review_on IS review_on THEN review_on_entered ELSE :entered END WHERE id = :id""",
            {**values, "entered": entered_on, "id": model.id},
        )
        self._write_children(model.id, model, entered_on)

    def _write_children(self, model: ModelId, value: LocalModel, on: str) -> None:
        self._set_links(model, "model_partner", "organisation_id", value.partner_ids)
        self._set_links(model, "model_tag", "tag_id", value.tag_ids)
        self._set_extras(model, value.extra)
        self._set_sites(model, value.area_ids, value.founded_on, on)

    def _set_links(self, model: ModelId, table: str, column: str, wanted: Sequence[int]) -> None:
        connection = self._register.connection
        have = [n for (n,) in connection.execute(f"SELECT {column} FROM {table} WHERE model_id = ?", (model,))]
        for number in have:
            if number not in wanted:
                connection.execute(f"DELETE FROM {table} WHERE model_id = ? AND {column} = ?", (model, number))
        for number in dict.fromkeys(wanted):
            if number not in have:
                connection.execute(f"INSERT INTO {table} (model_id, {column}) VALUES (?, ?)", (model, number))

    def _set_extras(self, model: ModelId, wanted: Mapping[ExtraId, str]) -> None:
        connection = self._register.connection
        have = dict(connection.execute("SELECT extra_id, value FROM model_extra WHERE model_id = ?", (model,)))
        for extra in have:
            if not wanted.get(extra):
                connection.execute("DELETE FROM model_extra WHERE model_id = ? AND extra_id = ?", (model, extra))
        for extra, value in wanted.items():
            if not value or have.get(extra) == value:
                continue
            connection.execute(
                """INSERT INTO model_extra (model_id, extra_id, value) VALUES (?, ?, ?)
                   ON CONFLICT (model_id, extra_id) DO UPDATE SET value = excluded.value""",
                (model, extra, value),
            )

    def _set_sites(self, model: ModelId, wanted: Iterable[AreaId], founded_on: str | None, on: str) -> None:
        connection = self._register.connection
        query = "SELECT area_id, id FROM site WHERE model_id = ? AND valid_to IS NULL AND area_id IS NOT NULL"
        have = dict(connection.execute(query, (model,)))
        chosen = list(dict.fromkeys(wanted))
        for area, site in have.items():
            if area not in chosen:
                connection.execute("UPDATE site SET valid_to = ? WHERE id = ?", (on, site))
        known = connection.execute("SELECT 1 FROM site WHERE model_id = ? LIMIT 1", (model,)).fetchone()
        for area in chosen:
            if area not in have:
                connection.execute(
                    "INSERT INTO site (model_id, area_id, valid_from) VALUES (?, ?, ?)",
                    (model, area, on if known else founded_on),
                )

    def trash(self, models: Iterable[ModelId], on: str | None) -> None:
        """Put ``models`` in the trash on a day, or take them out again (None)."""
        self._register.connection.executemany(
            "UPDATE model SET trashed_on = ? WHERE id = ?", [(on, model) for model in models]
        )

    def clear_review_date(self, models: Iterable[ModelId], reviewed_on: str) -> None:
        """Drop the own review dates that were entered on or before ``reviewed_on``."""
        self._register.connection.executemany(
            """UPDATE model SET review_on = NULL, review_on_entered = NULL
               WHERE id = ? AND review_on IS NOT NULL AND coalesce(review_on_entered, '') <= ?""",
            [(model, reviewed_on) for model in models],
        )


def _shown(
    row: Row,
    lists: Lists,
    *,
    partners: tuple[str, ...],
    tags: tuple[str, ...],
    areas: tuple[str, ...],
    extra: Mapping[str, str],
) -> ModelRow:
    kind_of_model = lists.types[row["type_id"]]
    status = lists.statuses[row["status_id"]]
    return ModelRow(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        type=kind_of_model.name,
        kind=row["kind"],
        field=lists.fields[row["field_id"]].name if row["field_id"] else "",
        level=row["level"],
        lead=lists.organisations[row["lead_id"]].name if row["lead_id"] else "",
        partners=partners,
        areas=areas,
        paper_kind=row["paper_kind"],
        paper_number=row["paper_number"],
        founded_on=row["founded_on"],
        paper_signer=row["paper_signer"],
        launched_on=row["launched_on"],
        aim=row["aim"],
        funding=row["funding"],
        notes=row["notes"],
        tags=tags,
        interval_months=row["interval_months"],
        review_on=row["review_on"],
        status=status.name,
        status_kind=status.kind,
        status_on=row["status_on"],
        last_review=row["last_review"],
        next_review=row["next_review"],
        due=row["due"],
        grade=lists.grades[row["grade_id"]].name if row["grade_id"] else "",
        effective=row["effective"],
        statutory=kind_of_model.statutory,
        trashed_on=row["trashed_on"],
        extra=extra,
    )
