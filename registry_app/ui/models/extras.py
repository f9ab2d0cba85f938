"""The extra fields of the form: those of the type that is typed now; what was typed in another type's is kept."""

from collections.abc import Collection
from datetime import date

from registry_app.domain.entries import Lists
from registry_app.domain.fields import BY_NAME, extra_kind
from registry_app.domain.kinds import BadValue, Kind
from registry_app.domain.model import LocalModel
from registry_app.ui.widgets.editor import Typed

from .form_fields import FormFields, type_named
from .values import extras_shown, extras_typed


class Extras:
    """Works on ``fields``; remembers by key and kind what was typed, until ``forget``."""

    def __init__(self, fields: FormFields) -> None:
        self._fields = fields
        self._kept: dict[tuple[str, str], Typed] = {}

    def forget(self) -> None:
        """Another model is shown."""
        self._kept.clear()

    @property
    def names(self) -> list[str]:
        """The extra fields shown now."""
        return [f"extra.{extra.key}" for extra in self._fields.declared]

    def show(self, base: LocalModel, lists: Lists, kept: Collection[str]) -> None:
        """Show the extra fields of the type that is typed; those of ``kept`` carry over what is typed in them."""
        fields = self._fields
        type_id = type_named(fields.one("type"), lists)
        wanted = extras_shown(base, type_id, lists)
        for extra in fields.declared:
            if f"extra.{extra.key}" in kept:
                self._kept[extra.key, extra.kind] = fields.one(f"extra.{extra.key}")
        found = lists.types[type_id] if type_id else None
        fields.show_extras(wanted, found.name if found else "")
        fields.hint_interval(found.interval_months if found else None)
        stored = extras_typed(base, lists) if type_id == base.type_id else {}
        names = {f"extra.{extra.key}": extra for extra in wanted}
        fields.fill(
            {name: self._kept.get((extra.key, extra.kind), stored.get(name, "")) for name, extra in names.items()}
        )

    def wrong(self, name: str) -> str:
        """What is wrong with what is typed in a field, extra or not; "" for nothing."""
        kind, typed = self._kind_of(name), self._fields.one(name)
        if kind is None:
            return ""
        try:
            for one in (typed,) if isinstance(typed, str) else typed:
                kind.parse(one, date.today())
        except BadValue as wrong:
            return str(wrong)
        return ""

    def _kind_of(self, name: str) -> Kind | None:
        """How the text of a field is read; None for fixed choices."""
        declared = {f"extra.{extra.key}": extra for extra in self._fields.declared}
        if name in declared:
            return extra_kind(declared[name])
        field = BY_NAME.get(name)
        return field.kind if field and not field.options else None
