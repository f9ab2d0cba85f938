"""Which editor a declared field gets."""

from collections.abc import Iterable

from registry_app.domain import kinds
from registry_app.domain.entries import Entry, ExtraField, Lists
from registry_app.domain.fields import Field, extra_kind
from registry_app.domain.kinds import Day
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.operations.typed import NULLABLE
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.picker import Picker

HINTS = {
    "type": N_("Choose the type"),
    "field": N_("Choose the field of work"),
    "lead": N_("Choose or write a new one"),
    "partners": N_("Add…"),
    "areas": N_("Add…"),
    "tags": N_("Add…"),
    "paper_kind": N_("Choose or write"),
}
NUMBER_LETTERS = 14
BLANK = N_("(blank)")


def editor_for(field: Field, lists: Lists, ward: Ward) -> Editor:
    """The editor of a fixed field."""
    hint = _(HINTS.get(field.name, ""))
    if field.reference:
        names = offered(getattr(lists, field.reference).values())
        return MultiPicker(names, hint=hint) if field.many else Picker(names, hint=hint)
    if field.options:
        offers = [Offer(option.key, str(option)) for option in field.options]
        return Choice(offers, blank=_(BLANK) if field.name in NULLABLE else None)
    if field.name == "paper_kind":
        return Picker(ward.paper_kinds, hint=hint)
    return _plain_editor(field)


def _plain_editor(field: Field) -> Editor:
    """The editor of a field that is looked up nowhere."""
    if isinstance(field.kind, Day):
        return DateField(field.kind)
    if field.name == "name":
        return WrappedLine()
    if field.name == "interval_months":
        return OneLine(width=NUMBER_LETTERS)
    return LongText() if field.kind is kinds.LONG else OneLine()


def extra_editor(extra: ExtraField) -> Editor:
    """The editor of a declared extra field."""
    kind = extra_kind(extra)
    if isinstance(kind, Day):
        return DateField(kind)
    if extra.kind == "yes_no":
        return Choice([Offer(key, kind.show(key)) for key in ("yes", "no")], blank=_(BLANK))
    if extra.kind == "choice":
        return Choice([Offer(one, one) for one in extra.choices], blank=_(BLANK))
    if extra.kind == "number":
        return OneLine(unit=extra.unit, width=NUMBER_LETTERS)
    return OneLine(unit=extra.unit)


def offered(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The names to choose from: retired entries are not offered."""
    return tuple(entry.name for entry in entries if not entry.retired)
