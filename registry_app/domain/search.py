"""What the user asked to see, as one value: it feeds the list, its count, the paper and the worksheet alike."""

from dataclasses import dataclass, replace
from datetime import date

from .options import Option
from .words import N_

VIEWS = (
    Option("all", N_("All models")),
    Option("overdue", N_("Overdue")),
    Option("soon", N_("Due in {days} days")),
    Option("due", N_("Overdue or due in {days} days")),
    Option("never-reviewed", N_("Never reviewed")),
    Option("missing", N_("Missing information")),
    Option("paused", N_("Paused")),
    Option("ended", N_("Ended")),
    Option("trash", N_("Trash")),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """The day on which "overdue" and "soon" are read; ``within`` is how many days are soon, both ends in."""

    on: date
    within: int = 30


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps models whose ``field`` is one of ``values`` (row numbers or option keys); None stands for blank."""

    field: str
    values: tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Sort by ``field``; blanks come last either way."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Rows of ``view`` that hold all ``words`` and pass all ``filters``, in ``order`` (none: by rank, then name)."""

    view: str = "all"
    words: str = ""
    filters: tuple[Filter, ...] = ()
    order: tuple[Order, ...] = ()
    group: str | None = None

    def sorted_by(self, field: str, *, descending: bool = False) -> "Search":
        """The same rows in another order."""
        return replace(self, order=(Order(field, descending),))
