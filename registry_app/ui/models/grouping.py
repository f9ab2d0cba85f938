"""Which lines of a list are models and which are headings of groups: places only, found by bisection; no Qt here."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from registry_app.domain.describing import value_text
from registry_app.domain.entries import Lists
from registry_app.domain.fields import Field, shown
from registry_app.domain.model import ModelRow
from registry_app.domain.vietnamese import sort_key
from registry_app.domain.words import _, n_
from registry_app.store.axes import BY_YEAR, MONTH, YEAR

if TYPE_CHECKING:
    from registry_app.store.arranging import Group

Value = int | str | None


class Heading(Struct, frozen=True, kw_only=True):
    """What stands over a group: its ``value`` and the name that people read. Not ``counted``: only the rows read so
    far are known."""

    value: Value
    name: str
    count: int
    overdue: int = 0
    counted: bool = True

    def __str__(self) -> str:
        if not self.counted:
            return self.name
        count = n_("{count} model", "{count} models", self.count).format(count=_grouped(self.count))
        late = _("{count} overdue").format(count=_grouped(self.overdue)) if self.overdue else ""
        return " · ".join(part for part in (f"{self.name} – {count}", late) if part)


class Lines:
    """Lines of a list: ``rows`` models in their order, under ``headings`` where there are any. A group whose value is
    ``folded`` shows its heading only."""

    def __init__(self, rows: int = 0, headings: Sequence[Heading] = (), folded: frozenset[Value] = frozenset()) -> None:
        self.headings = tuple(headings)
        self._starts = array("q")
        self._heads = array("q")
        self._open = [heading.value not in folded for heading in headings]
        start = line = 0
        for heading, is_open in zip(self.headings, self._open, strict=True):
            self._starts.append(start)
            self._heads.append(line)
            start += heading.count
            line += 1 + (heading.count if is_open else 0)
        self.count = line if self.headings else rows

    def row_at(self, line: int) -> int | None:
        """Which of the rows stands on ``line``; None for a heading."""
        if not self.headings:
            return line
        group = bisect_right(self._heads, line) - 1
        below = line - self._heads[group]
        return self._starts[group] + below - 1 if below else None

    def heading_at(self, line: int) -> Heading | None:
        """The heading on ``line``; None for a row."""
        if not self.headings or line < 0:
            return None
        group = bisect_right(self._heads, line) - 1
        return self.headings[group] if self._heads[group] == line else None

    def heading_of(self, line: int) -> int:
        """On which line the heading of ``line`` stands; -1 without groups."""
        return self._heads[bisect_right(self._heads, line) - 1] if self.headings and line >= 0 else -1

    def line_of(self, row: int) -> int | None:
        """On which line a row stands; None while its group is folded."""
        if not self.headings:
            return row
        group = self._group(row)
        return self._heads[group] + 1 + row - self._starts[group] if self._open[group] else None

    @property
    def heading_lines(self) -> Sequence[int]:
        """The lines that are headings."""
        return self._heads

    def head_of(self, row: int) -> int:
        """On which line the heading over a row stands."""
        return self._heads[self._group(row)]

    def is_open(self, line: int) -> bool:
        """Whether the group of the heading on ``line`` shows its rows."""
        return self._open[bisect_right(self._heads, line) - 1]

    def spans(self, first: int, last: int) -> list[tuple[int, int]]:
        """The rows on the lines from ``first`` to ``last`` as (from, behind) of rows that follow one another."""
        if not self.headings:
            return [(first, last + 1)]
        found = []
        group = bisect_right(self._heads, first) - 1
        while group < len(self._heads) and self._heads[group] <= last:
            head, start = self._heads[group], self._starts[group]
            shown_rows = self.headings[group].count if self._open[group] else 0
            begin = max(0, first - head - 1)
            end = min(shown_rows, last - head)
            if begin < end:
                found.append((start + begin, start + end))
            group += 1
        return found

    def _group(self, row: int) -> int:
        """Groups without rows do not come."""
        return bisect_right(self._starts, row) - 1


def counted(found: "Iterable[Group]", field: Field, lists: Lists) -> tuple[Heading, ...]:
    """The headings of groups that the register has counted."""
    return tuple(
        Heading(value=one.value, name=value_text(one.value, field, lists), count=one.count, overdue=one.overdue)
        for one in found
    )


def foretold(rows: Iterable[ModelRow | None], field: Field) -> tuple[Heading, ...]:
    """The headings over the first ``rows``, before the register has counted; None is a row that is gone."""
    found: list[Heading] = []
    for row in rows:
        name = found[-1].name if row is None and found else _name(row, field)
        if found and found[-1].name == name:
            last = found[-1]
            found[-1] = Heading(value=last.value, name=name, count=last.count + 1, counted=False)
        else:
            found.append(Heading(value=name, name=name, count=1, counted=False))
    return tuple(found)


def _name(row: ModelRow | None, field: Field) -> str:
    value: object = getattr(row, field.name) if row is not None else None
    if isinstance(value, tuple):
        value = min(value, key=sort_key, default=None)
    if not value:
        return value_text(None, field, _NO_LISTS)
    if field.family == "day":
        length = YEAR if field.name in BY_YEAR else MONTH
        return field.kind.show(str(value)[:length])
    return shown(row, field) if row is not None and field.options else str(value)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


_NO_LISTS = Lists()
