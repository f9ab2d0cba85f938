"""What the numbers in the log stand for."""

from collections.abc import Mapping

from msgspec.structs import replace

from registry_app.domain import kinds
from registry_app.domain.entries import ExtraField
from registry_app.domain.fields import extra_kind
from registry_app.store import log
from registry_app.store.entries import DRAWERS
from registry_app.store.log import Image
from registry_app.store.registry import Registry

from .history_columns import Column
from .history_steps import Step
from .history_words import FACT, NOUNS, WARD_FACTS


class Names:
    """What numbers stand for, rows that are gone included; asks the register once for each."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._images: dict[tuple[str, int], Image] = {}
        lists = registry.lists
        self._entries: Mapping[str, Mapping[int, object]] = {
            drawer.table: getattr(lists, drawer.plural) for drawer in DRAWERS
        }

    def image(self, noun: str, row: int) -> Image:
        """The row as it is, or was when it went."""
        if (noun, row) not in self._images:
            connection = self._registry.connection
            now = log.rows_now(connection, noun, [row])
            self._images[noun, row] = now.get(row) or log.last_image(connection, noun, row)
        return self._images[noun, row]

    def named(self, column: Column, value: object) -> object:
        """``value``, or what the row is called whose number it is."""
        if not column.reference or not isinstance(value, int):
            return value
        if column.reference == "review":
            return self.image("review", value).get("on")
        entry = self._entries.get(column.reference, {}).get(value)
        return getattr(entry, "name", None) or self.image(column.reference, value).get("name")

    def code(self, noun: str, row: Image) -> str:
        """The code of the model or the list entry that the row belongs to; the name of an entry without a code."""
        owner, number = NOUNS[noun].owner, row.get(NOUNS[noun].owner_column)
        if owner and isinstance(number, int):
            return self.code(owner, self.image(owner, number))
        return str(row.get("code") or row.get("name") or "")

    def status_before(self, step: Step) -> int | None:
        """The status that a change of status took the place of, or gives it back to."""
        row = step.after or step.before
        model, on = int(str(row["model_id"])), str(row["on"])
        return log.status_before(self._registry.connection, model, step.line.row, on)

    def column(self, noun: str, column: Column, row: Image) -> Column:
        """The column as this row calls it."""
        if noun == "setting":
            key = str(row["key"])
            return replace(column, key=key, label=WARD_FACTS.get(key, key), kind=FACT)
        if noun == "model_extra":
            return self._extra(column, row)
        if column.reference == "review":
            return replace(column, kind=kinds.DATE)
        return column

    def _extra(self, column: Column, row: Image) -> Column:
        extra = self._entries["extra_field"].get(int(str(row["extra_id"])))
        if isinstance(extra, ExtraField):
            return replace(column, key=f"extra.{extra.key}", label=extra.name, kind=extra_kind(extra))
        image = self.image("extra_field", int(str(row["extra_id"])))
        return replace(column, key=f"extra.{image.get('key', '')}", label=str(image.get("name", "")))
