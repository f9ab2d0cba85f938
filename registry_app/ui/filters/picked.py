"""What ticks in a list of values mean as a filter, and which ticks a filter means. Pure."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from registry_app.domain.describing import value_text
from registry_app.domain.entries import Lists
from registry_app.domain.fields import Field
from registry_app.domain.periods import KEYS
from registry_app.domain.search import Filter
from registry_app.domain.vietnamese import fold
from registry_app.store.facets import SOME

Value = int | str | None
FEW = 6
"""Up to so many values left out are named instead of the many that stay."""
YEAR = 4


class Picked(Struct, frozen=True, kw_only=True):
    """``ticked`` of the values ``offered``; ``letters`` by which they were looked for, ``more``: there are others that
    are not offered."""

    offered: Sequence[Value]
    ticked: Collection[Value]
    letters: str = ""
    more: bool = False

    def filter(self, field: Field) -> Filter | None:
        """The filter that this means: one without anything for "all", None where nothing would be left."""
        ticked = tuple(value for value in self.offered if value in self.ticked)
        left_out = tuple(value for value in self.offered if value not in self.ticked)
        if not ticked:
            return None
        if SOME in self.offered:
            return self._of_long(ticked, left_out, field)
        if not left_out and (not self.letters or (field.family == "text" and not field.options)):
            return Filter(field.name, holds=self.letters.strip())
        if not self.letters and not field.many and len(left_out) <= FEW and (self.more or len(left_out) < len(ticked)):
            return Filter(field.name, self._whole_years(left_out, field), negated=True)
        return Filter(field.name, self._whole_years(ticked, field))

    def _of_long(self, ticked: tuple[Value, ...], left_out: tuple[Value, ...], field: Field) -> Filter:
        """Of long texts only what is ticked is kept, or whatever is written but what is not ticked."""
        if SOME not in ticked:
            return Filter(field.name, ticked)
        return Filter(field.name, left_out, negated=bool(left_out))

    def _whole_years(self, values: tuple[Value, ...], field: Field) -> tuple[Value, ...]:
        """Months of which none is missing are their year; a year of which some are cannot stand for all of them."""
        if field.family != "day":
            return values
        broken = {str(value)[:YEAR] for value in self.offered if value not in values}
        found: dict[Value, None] = {}
        for value in values:
            year = str(value)[:YEAR]
            if value is None or year not in broken:
                found[value if value is None else year] = None
            elif value != year:
                found[value] = None
        return tuple(found)


def passes(value: Value, filters: Sequence[Filter], field: Field, lists: Lists) -> bool:
    """Whether rows with ``value`` pass all ``filters`` of that field, as far as ticks can tell."""
    return all(_passes(value, one, field, lists) != one.negated for one in filters if not _is_range(one))


def _is_range(one: Filter) -> bool:
    return bool(one.low or one.high) or any(value in KEYS for value in one.values)


def _passes(value: Value, one: Filter, field: Field, lists: Lists) -> bool:
    if one.holds:
        return value is not None and fold(one.holds) in fold(value_text(value, field, lists))
    if value is None or field.family != "day":
        return str(value) in {str(wanted) for wanted in one.values}
    return any(str(value).startswith(str(wanted)) for wanted in one.values if wanted is not None)
