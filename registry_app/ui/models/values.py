"""A model as the texts that its form shows and reads back: what ``operations.typed`` reads, the other way round."""

from collections.abc import Mapping

from registry_app.domain.entries import Entry, ExtraField, Lists
from registry_app.domain.fields import EDITABLE, Field, extra_kind
from registry_app.domain.ids import TypeId
from registry_app.domain.model import LocalModel
from registry_app.operations.typed import ATTRIBUTES
from registry_app.ui.widgets.editor import Typed

KEYED = ("choice", "yes_no")
"""Kinds of extra fields whose editors hold the canonical text itself."""


def typed_of(model: LocalModel, lists: Lists) -> dict[str, Typed]:
    """What the editors of all fixed fields hold when they show ``model``."""
    return {field.name: _typed(field, model, lists) for field in EDITABLE}


def extras_typed(model: LocalModel, lists: Lists) -> dict[str, Typed]:
    """What the editors of the extra fields hold when they show ``model``, by "extra.KEY"."""
    return {
        f"extra.{extra.key}": extra_typed(extra, model.extra[number])
        for number, extra in lists.extras.items()
        if number in model.extra and extra.type_id == model.type_id
    }


def extra_typed(extra: ExtraField, canonical: str) -> str:
    """What the editor of ``extra`` holds for a stored value."""
    return canonical if extra.kind in KEYED else extra_kind(extra).show(canonical)


def extras_shown(model: LocalModel, type_id: TypeId | None, lists: Lists) -> tuple[ExtraField, ...]:
    """The extra fields of a form: those that the type has now, and retired ones that ``model`` still has."""
    return tuple(
        extra
        for number, extra in lists.extras.items()
        if extra.type_id == type_id and (not extra.retired or (model.type_id == type_id and number in model.extra))
    )


def for_operations(name: str, typed: Typed) -> Typed:
    """``typed`` as ``operations.typed`` takes it: one name or one extra text is one, whatever signs are in it."""
    if isinstance(typed, str) and (name in ATTRIBUTES or name.startswith("extra.")):
        return (typed,)
    return typed


def _typed(field: Field, model: LocalModel, lists: Lists) -> Typed:
    value: object = getattr(model, ATTRIBUTES.get(field.name, field.name))
    if field.reference:
        names: Mapping[object, Entry] = getattr(lists, field.reference)
        if isinstance(value, tuple):
            return tuple(names[number].name for number in value)
        return names[value].name if value else ""
    if value is None or value == "":
        return ""
    return str(value) if field.options else field.kind.show(str(value))
