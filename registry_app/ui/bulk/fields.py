"""Which fields of many models can be changed together, what they are called, and which ways each allows."""

from collections.abc import Sequence

from registry_app.domain.entries import Entry, ExtraField, Lists
from registry_app.domain.fields import BY_NAME, EXTRA, Field
from registry_app.domain.ids import TypeId
from registry_app.domain.ward import Ward
from registry_app.domain.words import _
from registry_app.operations.deeds import has_text, may_be_empty
from registry_app.ui.models.editors import editor_for, extra_editor
from registry_app.ui.widgets.multi_picker import MultiPicker

from .deed_editor import ADD, EMPTY, LEAVE, REMOVE, REPLACE, SET, DeedEditor
from .wanted_editor import WantedEditor


def label_of(name: str, lists: Lists) -> str:
    """What people call the field."""
    if not name.startswith(EXTRA):
        return _(BY_NAME[name].label)
    return next(one.name for one in lists.extras.values() if f"{EXTRA}{one.key}" == name)


def common_extras(types: Sequence[int], lists: Lists) -> tuple[ExtraField, ...]:
    """The extra fields that all of ``types`` declare alike."""
    each = [{_alike(one): one for one in lists.extras_of(TypeId(number))} for number in types]
    if not each:
        return ()
    first, *others = each
    return tuple(one for key, one in first.items() if all(key in other for other in others))


def deed_editor(field: Field, lists: Lists, ward: Ward) -> DeedEditor:
    """The editor of what is to be done to a fixed field."""
    ways = [LEAVE, SET]
    if field.many:
        ways += [ADD, REMOVE]
    if has_text(field):
        ways.append(REPLACE)
    if may_be_empty(field):
        ways.append(EMPTY)
    makers = {
        SET: lambda: editor_for(field, lists, ward),
        ADD: lambda: editor_for(field, lists, ward),
        REMOVE: lambda: MultiPicker(_all_names(field, lists), hint=_("Choose names")),
        REPLACE: WantedEditor,
    }
    return DeedEditor(field.name, _(field.label), makers, ways)


def extra_deed_editor(extra: ExtraField) -> DeedEditor:
    """The editor of what is to be done to a declared extra field."""
    ways = [LEAVE, SET, *([REPLACE] if extra.kind == "text" else []), EMPTY]
    makers = {SET: lambda: extra_editor(extra), REPLACE: WantedEditor}
    return DeedEditor(f"{EXTRA}{extra.key}", extra.name, makers, ways)


def _all_names(field: Field, lists: Lists) -> tuple[str, ...]:
    """Every name of the list, those no longer offered too: models may still have them."""
    entries: Sequence[Entry] = list(getattr(lists, field.reference).values())
    return tuple(entry.name for entry in entries)


def _alike(extra: ExtraField) -> tuple[object, ...]:
    return extra.key, extra.kind, extra.choices
