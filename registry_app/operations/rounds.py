"""What a user does with rounds of reviews: open one over all that a Search shows, and see how far it has come.

The other deeds have their own files and are handed on from here: rows (``round_rows``), results (``round_entering``),
the end of it (``round_closing``).
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId, RoundId, SheetId
from registry_app.domain.round_shown import Counts, Line, Progress, RoundShown, RowShown, Seen, Snapshot
from registry_app.domain.search import Moment, Search
from registry_app.domain.words import N_
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from . import round_reading
from .round_closing import Closed, Closing, close, closing, snapshots
from .round_entering import Entered, enter, entry_problems, entry_warnings
from .round_rows import assign, leave_out, move, take_in

__all__ = [
    "Closed",
    "Closing",
    "Counts",
    "Entered",
    "Line",
    "NewRound",
    "Opened",
    "Progress",
    "RoundShown",
    "RowShown",
    "Seen",
    "Snapshot",
    "assign",
    "by_code",
    "close",
    "closing",
    "edit",
    "enter",
    "entry_problems",
    "entry_warnings",
    "leave_out",
    "move",
    "one",
    "open_round",
    "progress",
    "rounds",
    "rows",
    "scope",
    "snapshots",
    "take_in",
]


class NewRound(Struct, frozen=True, kw_only=True):
    """What is typed for a round that is not there yet: texts as typed, ``kind`` a key or label of REVIEW_KINDS (blank:
    review), days in any spelling. ``reviewers`` says who looks in which area."""

    name: str = ""
    kind: str = ""
    period_from: str = ""
    period_to: str = ""
    deadline: str = ""
    paper_number: str = ""
    notes: str = ""
    search: Search = field(default_factory=Search)
    sheet_id: SheetId | None = None
    reviewers: Mapping[AreaId, str] = field(default_factory=dict)


class Opened(Struct, frozen=True, kw_only=True):
    """What an opening did; ``rows`` is how many models were taken, ``warnings`` what is worth a look."""

    changes: Changes
    id: RoundId
    code: str
    rows: int
    warnings: tuple[Problem, ...] = ()


def scope(registry: Registry, search: Search, at: Moment) -> int:
    """How many models a round over ``search`` would take now: neither trashed nor ended ones."""
    return len(registry.loop.rounds.takeable(registry.models.ids(search, at)))


def open_round(registry: Registry, new: NewRound) -> Opened:
    """Open a round over what ``new.search`` shows today; its rows stay the same from then on. One action.

    Raises Refused with every problem at its field (name, kind, period_from, period_to, deadline, search, sheet),
    ReadOnly.
    """
    today = date.today()
    with registry.change(N_("Open a round of reviews")) as change:
        value = round_reading.read(registry, new, today)
        at = Moment(today, registry.settings.ward().within)
        models = registry.loop.rounds.takeable(registry.models.ids(new.search, at))
        if not models:
            text = N_("There is no model in this scope that can be reviewed. Choose another view or other filters.")
            raise Refused([Problem("search", text)])
        warnings = round_reading.overlaps(registry, models)
        code = registry.entries.next_code(f"DRS-{value.year}")
        number = registry.loop.rounds.insert(replace(value, code=code))
        taken = round_reading.first_rows(registry, number, models, new.reviewers)
        registry.loop.rounds.insert_rows(taken)
    return Opened(changes=change.changes, id=number, code=code, rows=len(taken), warnings=warnings)


def edit(registry: Registry, round_id: RoundId, typed: Mapping[str, str]) -> Changes:
    """Change what a round is called, its deadline, paper or notes (name, deadline, paper_number, notes; fields not
    named stay), closed or not. Raises Refused at the field, NotFound, ReadOnly."""
    with registry.change(N_("Edit a round of reviews")) as change:
        registry.loop.rounds.update(round_reading.edited(registry.loop.rounds.one(round_id), typed, date.today()))
    return change.changes


def rounds(registry: Registry) -> list[RoundShown]:
    """Every round, newest first (by the begin of the period, then by opening)."""
    return registry.loop.rounds.shown()


def one(registry: Registry, round_id: RoundId) -> RoundShown:
    """The round of that number. Raises NotFound."""
    registry.loop.rounds.one(round_id)
    return registry.loop.rounds.shown(round_id)[0]


def by_code(registry: Registry, code: str) -> RoundId:
    """The row number of the round ``code`` (any case). Raises NotFound, naming the rounds that there are."""
    return registry.loop.rounds.by_code(code)


def rows(registry: Registry, round_id: RoundId) -> list[RowShown]:
    """The rows of a round in their order, every name looked up; empty when it is gone."""
    return registry.loop.rounds.rows_shown(round_id, date.today())


def progress(registry: Registry, round_id: RoundId) -> Progress:
    """How far a round has come, by area and by reviewer."""
    return round_reading.progress(registry, round_id)
