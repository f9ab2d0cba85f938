"""The fields of what is inside a model in a dialog: which editor each gets, what the editors hold of a value."""

from collections.abc import Iterable, Mapping
from datetime import date

from registry_app.domain import kinds
from registry_app.domain.entries import Entry, Lists
from registry_app.domain.fields import Field
from registry_app.domain.kinds import Day, Number
from registry_app.domain.nouns import NOUNS
from registry_app.domain.period_text import PeriodKind
from registry_app.domain.result_text import FigureKind
from registry_app.domain.words import N_, _
from registry_app.operations.inside_text import ALWAYS, LISTED
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import LongText, OneLine
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.understood import Understood

NUMBER_LETTERS = 14
BLANK = N_("(blank)")


def add_fields(grid: FieldGrid, noun: str, names: Iterable[str], lists: Lists) -> None:
    """Add rows for the fields ``names``, in their order."""
    for name in names:
        field = NOUNS[noun].by_name[name]
        grid.add(name, _(field.label), editor_for(field, lists), required=field.required)


def editor_for(field: Field, lists: Lists) -> Editor:
    """The editor of one field."""
    if field.reference:
        entries: Mapping[int, Entry] = getattr(lists, field.reference)
        return Picker([one.name for one in entries.values() if not one.retired], hint=_("Choose from the list"))
    if field.options:
        blank = None if field.name in ALWAYS else _(BLANK)
        return Choice([Offer(option.key, str(option)) for option in field.options], blank=blank)
    if isinstance(field.kind, Day):
        return DateField(field.kind)
    if isinstance(field.kind, Number):
        return OneLine(width=NUMBER_LETTERS)
    if isinstance(field.kind, FigureKind | PeriodKind):
        read = field.kind
        return Understood(lambda text: read.explained(text, date.today()))
    return LongText() if field.kind is kinds.LONG else OneLine()


def typed_of(value: object, noun: str, names: Iterable[str], lists: Lists) -> dict[str, str]:
    """What the editors of the fields ``names`` hold when they show ``value``."""
    return {name: _typed(value, NOUNS[noun].by_name[name], lists) for name in names}


def _typed(value: object, field: Field, lists: Lists) -> str:
    held: object = getattr(value, LISTED.get(field.name, field.name))
    if held is None or held == "":
        return ""
    if field.reference:
        entries: Mapping[object, Entry] = getattr(lists, field.reference)
        return entries[held].name if held in entries else ""
    return str(held) if field.options else field.kind.show(str(held))
