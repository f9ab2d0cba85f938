"""The columns of the list, declared: which field, how wide, what is said and which mark stands before it."""

from collections.abc import Callable
from dataclasses import dataclass

from registry_app.domain.fields import BY_NAME, shown
from registry_app.domain.model import ModelRow
from registry_app.domain.search import Order
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.marks import DUE, STATUS, Mark

DIGIT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. ``field`` is what it sorts by, and ``then`` among equals; ``width`` pixels where a digit
    takes DIGIT, ``mark`` None for plain texts."""

    field: str
    width: int
    text: Callable[[ModelRow], str]
    mark: Callable[[ModelRow], Mark | None] | None = None
    heading: str = ""
    then: str = ""

    def __str__(self) -> str:
        return _(self.heading) if self.heading else BY_NAME[self.field].short


def orders(field: str, *, descending: bool) -> tuple[Order, ...]:
    """How rows stand when they are sorted by the column of ``field``."""
    then = next((column.then for column in COLUMNS if column.field == field), "")
    return tuple(Order(one, descending) for one in (field, then) if one)


def _of(field: str) -> Callable[[ModelRow], str]:
    declared = BY_NAME[field]
    return lambda row: shown(row, declared)


def _due(row: ModelRow) -> str:
    """The state in words with the day it hangs on; nothing where no review is needed."""
    if row.due == "none":
        return ""
    day = shown(row, BY_NAME["next_review"])
    state = shown(row, BY_NAME["due"])
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
    Column(field="last_review", width=124, text=_of("last_review")),
    Column(field="grade", width=100, text=_of("grade")),
)
