"""The columns that a list may have: which field, how wide, what is said and which mark stands before it."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from registry_app.domain.fields import BY_NAME, EXTRA, Field, shown
from registry_app.domain.kinds import Align
from registry_app.domain.model import ModelRow
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order
from registry_app.domain.words import N_, _
from registry_app.store.axes import GROUPABLE, SORTABLE
from registry_app.ui.widgets.marks import DUE, STATUS, Mark

DIGIT = 7
HUNDRED = 100
LEAST_LETTERS, MOST_LETTERS = 10, 36


class Column(Struct, frozen=True, kw_only=True):
    """One column. ``field`` is what it sorts by, and ``then`` among equals; ``width`` pixels where a digit
    takes DIGIT, ``mark`` None for plain texts; ``declared`` where the field is not one of fields.FIELDS."""

    field: str
    width: int
    text: Callable[[ModelRow], str]
    mark: Callable[[ModelRow], Mark | None] | None = None
    heading: str = ""
    then: str = ""
    align: Align = "left"
    declared: Field | None = None

    def __str__(self) -> str:
        return _(self.heading) if self.heading else self.of.short

    @property
    def of(self) -> Field:
        """The field as declared."""
        return self.declared or BY_NAME[self.field]


def sorts(field: str) -> bool:
    """Whether rows can be sorted by ``field``."""
    return field in SORTABLE or field.startswith(EXTRA)


def groups(field: str) -> bool:
    """Whether rows can stand together by ``field``."""
    return field in GROUPABLE


def orders(field: str, *, descending: bool) -> tuple[Order, ...]:
    """How rows stand when they are sorted by the column of ``field``."""
    return tuple(Order(one, descending) for one in (field, _THEN.get(field, "")) if one)


def whole(order: Iterable[Order]) -> tuple[Order, ...]:
    """``order`` as headings show it, with what each column sorts by among equals."""
    parts = (one for wanted in order for one in orders(wanted.field, descending=wanted.descending))
    return tuple({one.field: one for one in parts}.values())


def headed(order: Iterable[Order]) -> tuple[Order, ...]:
    """``order`` without what columns sort by among equals: the other way round than ``whole``."""
    found: list[Order] = []
    before: Order | None = None
    for one in order:
        implied = before is not None and Order(_THEN.get(before.field, ""), before.descending) == one
        if not implied:
            found.append(one)
        before = one
    return tuple(found)


def column_of(field: Field) -> Column:
    """The column of ``field``: one of the usual ones, or a plain one as wide as its values mostly are."""
    if field.name in _USUAL:
        return _USUAL[field.name]
    letters = max(LEAST_LETTERS, min(MOST_LETTERS, max(field.width, len(field.short) + 4)))
    return Column(
        field=field.name,
        width=letters * DIGIT,
        text=_of_field(field),
        align=field.kind.align,
        declared=None if field.name in BY_NAME else field,
    )


def words_of(field: Field) -> str:
    """The heading of the column of ``field``, and its label where that says more."""
    heading, label = str(column_of(field)), _(field.label)
    return heading if heading == label else f"{heading} – {label}"


def columns_of(wanted: Iterable[ShownColumn], fields: Mapping[str, Field]) -> tuple[Column, ...]:
    """The columns of ``wanted``, each once; those of fields that are not among ``fields`` are left out. The usual ones
    where none is left."""
    names = dict.fromkeys(column.field for column in wanted)
    return tuple(column_of(fields[name]) for name in names if name in fields) or COLUMNS


def pixels(column: Column, shown: ShownColumn | None, digit: int) -> int:
    """How wide ``column`` is where a digit takes ``digit`` pixels: as ``shown``, or as usual."""
    if shown is None or shown.width <= 0:
        return column.width * digit // DIGIT
    return round(shown.width * digit / HUNDRED)


def as_shown(column: Column, width: int, digit: int) -> ShownColumn:
    """``column`` at ``width`` pixels, the other way round than ``pixels``."""
    usual = pixels(column, None, digit)
    return ShownColumn(field=column.field, width=0 if width == usual else round(width * HUNDRED / digit))


def _of(field: str) -> Callable[[ModelRow], str]:
    return _of_field(BY_NAME[field])


def _of_field(field: Field) -> Callable[[ModelRow], str]:
    return lambda row: shown(row, field)


def _due(row: ModelRow) -> str:
    """The state in words with the day it hangs on; nothing where no review is needed."""
    if row.due == "none":
        return ""
    day = shown(row, BY_NAME["next_review"])
    state = _("Not reviewed") if row.due == "never_reviewed" else shown(row, BY_NAME["due"])
    return f"{state} · {day}" if day else state


def _due_mark(row: ModelRow) -> Mark | None:
    return None if row.due == "none" else DUE[row.due]


def _status_mark(row: ModelRow) -> Mark:
    return STATUS[row.status_kind]


COLUMNS = (
    Column(field="code", width=108, text=_of("code")),
    Column(field="name", width=208, text=_of("name")),
    Column(field="due", then="next_review", width=200, text=_due, mark=_due_mark, heading=N_("Next review")),
    Column(field="status", width=134, text=_of("status"), mark=_status_mark),
    Column(field="type", width=210, text=_of("type")),
    Column(field="areas", width=160, text=_of("areas")),
    Column(field="lead", width=170, text=_of("lead")),
    Column(field="last_review", width=124, text=_of("last_review"), align="center"),
    Column(field="grade", width=100, text=_of("grade")),
)
"""The usual ones, in their usual order."""
_USUAL: Mapping[str, Column] = {column.field: column for column in COLUMNS}
_THEN: Mapping[str, str] = {column.field: column.then for column in COLUMNS if column.then}
USUAL_SHOWN = tuple(ShownColumn(field=column.field) for column in COLUMNS)
