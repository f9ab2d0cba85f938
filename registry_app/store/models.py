"""The SQL about models: their row and what it is found by. What hangs on a model is in ``model_parts``."""

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import Protocol

from registry_app.domain.entries import Lists
from registry_app.domain.errors import NotFound
from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel, ModelRow
from registry_app.domain.search import Moment, Search
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_

from . import first_page, merged, model_batches, model_parts
from .axes import COUNTED, COUNTS, DUE_KEY, LEADERS
from .engine import Connection, Row
from .model_parts import NO_PARTS, Parts
from .where import compiled

INSIDE = ", ".join(f"{value} AS {name}" for name, value in {**COUNTS, "leaders": LEADERS}.items())
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
    "period_to",
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
        connection = self._register.connection
        near = first_page.near(connection, query) if query.ranked and limit else ()
        if among is not None:
            query.where.append(f"{'x' if query.searched else 'i'}.id IN (SELECT value FROM json_each(:among))")
            query.parameters["among"] = json.dumps(list(among))
        if near and limit and (page := first_page.first_page(connection, query, near, limit, among)):
            return array("q", page)
        tail = f"LIMIT {limit}" if limit is not None else ""
        rows = connection.execute(query.text("i.id", tail=tail), query.parameters)
        return array("q", (number for (number,) in rows))

    def count(self, search: Search, at: Moment) -> int:
        """How many models ``search`` finds."""
        query = compiled(search, at)
        text = query.text("count(*)", ordered=False)
        return int(self._register.connection.execute(text, query.parameters).fetchone()[0])

    def view_counts(self, at: Moment) -> dict[str, int]:
        """How many models each fixed view holds, in one pass."""
        query = compiled(Search(), at)
        text = f"SELECT {', '.join(COUNTED.values())} FROM model_index i"
        row = self._register.connection.execute(text, query.parameters).fetchone()
        return {view: int(number or 0) for view, number in zip(COUNTED, row, strict=True)}

    def next_summaries(self) -> dict[tuple[ModelId, str], str | None]:
        """When the next summary of each model that needs one is due, by model and kind."""
        rows = self._register.connection.execute("SELECT id, kind, next_on FROM model_summary")
        return {(ModelId(number), kind): day for number, kind, day in rows}

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
        """Codes of other models, not in the trash, of the same type with the same folded name. The plus keeps to the
        index of twins."""
        query = """SELECT m.code FROM model_index i JOIN model m ON m.id = i.id
            WHERE +i.trashed = 0 AND i.type_id = ? AND i.folded_name = ? AND i.id <> ? ORDER BY m.code"""
        return [
            code for (code,) in self._register.connection.execute(query, (model.type_id, fold(model.name), model.id))
        ]

    def is_trashed(self, model: ModelId) -> bool:
        """Whether the model lies in the trash."""
        query = "SELECT 1 FROM model WHERE id = ? AND trashed_on IS NOT NULL"
        return self._register.connection.execute(query, (model,)).fetchone() is not None

    def one(self, model: ModelId) -> LocalModel:
        """The model for editing; raises NotFound when it is gone."""
        connection = self._register.connection
        cursor = connection.cursor()
        cursor.row_factory = Row
        row = cursor.execute("SELECT * FROM model WHERE id = ?", (model,)).fetchone()
        if row is None:
            raise NotFound(N_("This model is no longer in the register."))
        return LocalModel(
            id=model,
            **{name: row[name] for name in PLAIN},
            partner_ids=tuple(model_parts.numbers(connection, "model_partner", [model]).get(model, ())),
            tag_ids=tuple(model_parts.numbers(connection, "model_tag", [model]).get(model, ())),
            area_ids=tuple(model_parts.numbers(connection, "site", [model]).get(model, ())),
            extra=model_parts.extras(connection, [model]).get(model, {}),
        )

    def many(self, ids: Sequence[int]) -> list[LocalModel]:
        """The models for editing, in the order given; those that are gone are left out."""
        return model_batches.read(self._register.connection, ids, PLAIN)

    def types_of(self, ids: Sequence[int]) -> set[int]:
        """The types that the models of ``ids`` are of."""
        query = "SELECT DISTINCT type_id FROM model WHERE id IN (SELECT value FROM json_each(?))"
        return {number for (number,) in self._register.connection.execute(query, (json.dumps(list(ids)),))}

    def with_twins(self, wanted: Sequence[tuple[int, str]], but: Iterable[int]) -> set[tuple[int, str]]:
        """Those of ``wanted`` (type, folded name) that a model outside the trash and not among ``but`` has."""
        return model_batches.with_twins(self._register.connection, wanted, but)

    def window(self, ids: Sequence[int], at: Moment) -> list[ModelRow]:
        """The models of ``ids`` with every name looked up, in the order given; those that are gone are left out."""
        connection = self._register.connection
        cursor = connection.cursor()
        cursor.row_factory = Row
        inside = merged.as_then(INSIDE) if merged.later(connection, at.on) else INSIDE
        rows = cursor.execute(
            f"""SELECT m.*, i.status_id, i.status_on, i.last_review, i.next_review, i.grade_id, i.effective,
                {DUE_KEY} AS due, {inside} FROM model m JOIN model_index i ON i.id = m.id
                WHERE m.id IN (SELECT value FROM json_each(:ids))""",
            {**compiled(Search(), at).parameters, "ids": json.dumps(list(ids))},
        )
        lists = self._register.lists
        parts = model_parts.shown(connection, ids, lists)
        found = {row["id"]: _shown(row, lists, parts.get(row["id"], NO_PARTS)) for row in rows}
        return [found[number] for number in ids if number in found]

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
        model_parts.write(self._register.connection, made, model, entered_on)
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
        model_parts.write(self._register.connection, model.id, model, entered_on)

    def update_many(self, pairs: Sequence[tuple[LocalModel, LocalModel]], entered_on: str) -> None:
        """Write the second of each pair over the first, which is what the register has: ``update`` for many."""
        model_batches.write(self._register.connection, pairs, PLAIN, entered_on)

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


def _shown(row: Row, lists: Lists, parts: Parts) -> ModelRow:
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
        partners=parts.partners,
        areas=parts.areas,
        paper_kind=row["paper_kind"],
        paper_number=row["paper_number"],
        founded_on=row["founded_on"],
        paper_signer=row["paper_signer"],
        launched_on=row["launched_on"],
        period_to=row["period_to"],
        aim=row["aim"],
        funding=row["funding"],
        notes=row["notes"],
        tags=parts.tags,
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
        extra=parts.extra,
        leaders=row["leaders"] or "",
        **{name: row[name] for name in COUNTS},
    )
