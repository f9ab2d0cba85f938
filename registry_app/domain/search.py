"""What the user asked to see, as one value: it feeds the list, its count, the paper and the worksheet alike."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from .options import Option
from .words import N_

VIEWS = (
    Option("all", N_("All models")),
    Option("overdue", N_("Overdue")),
    Option("soon", N_("Due in {days} days")),
    Option("due", N_("Overdue or due in {days} days")),
    Option("never-reviewed", N_("Never reviewed")),
    Option("no-leader", N_("Without a leader")),
    Option("period-over", N_("Period of the paper over")),
    Option("missing", N_("Missing information")),
    Option("interim", N_("Interim summary due")),
    Option("final", N_("Final summary due")),
    Option("paused", N_("Paused")),
    Option("ended", N_("Ended")),
    Option("statutory", N_("Statutory bodies")),
    Option("trash", N_("Trash")),
)
ANY = "any"
"""Stands for the whole searched text where a filter names a field."""


class Moment(Struct, frozen=True):
    """The day on which "overdue" and "soon" are read; ``within`` is how many days are soon, both ends in."""

    on: date
    within: int = 30


class Filter(Struct, frozen=True):
    """Keeps models whose ``field`` is one of ``values``, or holds the letters ``holds``, or lies from ``low`` to
    ``high`` ("" for open; both are in unless ``strict``); ``negated`` keeps the others. One of the three is given.

    Values are row numbers of list entries, keys of options, texts; of dates a year, a month or a day (ISO), or a key of
    periods.PERIODS, which stays a name until it is asked; None stands for blank.
    """

    field: str
    values: tuple[int | str | None, ...] = ()
    holds: str = ""
    low: str = ""
    high: str = ""
    strict: bool = False
    negated: bool = False


class Order(Struct, frozen=True):
    """Sort by ``field``; blanks come last either way."""

    field: str
    descending: bool = False


class Search(Struct, frozen=True):
    """Rows of ``view`` that hold all ``words`` and pass all ``filters``, in ``order`` (none: by rank, then name);
    those of one ``group`` (a field) stand together. ``noun`` says rows of what: "model", or a key of nouns.NOUNS."""

    view: str = "all"
    words: str = ""
    filters: tuple[Filter, ...] = ()
    order: tuple[Order, ...] = ()
    group: str | None = None
    noun: str = "model"

    def sorted_by(self, field: str, *, descending: bool = False) -> "Search":
        """The same rows in another order."""
        return replace(self, order=(Order(field, descending),))

    def filtered(self, one: Filter) -> "Search":
        """The same search with ``one`` in the place of the filters of its field; without values it only drops them."""
        others = tuple(other for other in self.filters if other.field != one.field)
        return replace(self, filters=(*others, one) if one != Filter(one.field) else others)

    def without(self, one: Filter) -> "Search":
        """The same search without that filter."""
        return replace(self, filters=tuple(other for other in self.filters if other != one))
