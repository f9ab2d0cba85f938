"""A round of reviews as people see it: its rows with every name looked up, how far it has come, what was counted when
it was closed."""

from collections.abc import Mapping

from msgspec import Struct, field

from .counting import NOTHING, Figures
from .ids import ActionId, AreaId, RoundId
from .options import Option
from .review_round import ReviewRound, RoundRow
from .words import N_

ROW_STATES = (
    Option("waiting", N_("Not entered yet")),
    Option("entered", N_("Entered")),
    Option("left_out", N_("Left out")),
)


class RoundShown(Struct, frozen=True, kw_only=True):
    """A round and how far it has come: ``rows`` are all, and each of them is one of the other three. A row that is left
    out is never ``entered``, whatever was seen of it before."""

    round: ReviewRound
    rows: int = 0
    entered: int = 0
    left_out: int = 0
    waiting: int = 0

    @property
    def is_open(self) -> bool:
        """Whether results can still be entered."""
        return self.round.closed_on is None


class RowShown(RoundRow, frozen=True, kw_only=True):
    """A row with every name looked up, "" for blank. ``model`` is the model's name, ``type``, ``area`` and ``grade``
    are names, ``site`` its sites in that area, ``leader`` who leads its teams today. ``last_grade`` and ``last_review``
    are those before this round, ``next_review`` (partial ISO text or None) as it stands now. ``trashed`` and ``ended``
    say that the model has gone since the round was opened: no review of it can be written. ``apart`` is "theme" or
    "statutory" where it is a theme campaign or a body by law, which is no model of the official count, else ""."""

    code: str = ""
    model: str = ""
    type: str = ""
    area: str = ""
    site: str = ""
    leader: str = ""
    grade: str = ""
    last_grade: str = ""
    last_review: str | None = None
    next_review: str | None = None
    founded_on: str | None = None
    trashed: bool = False
    ended: bool = False
    apart: str = ""

    @property
    def gone(self) -> bool:
        """Whether the model is in the trash or has ended."""
        return self.trashed or self.ended

    @property
    def state(self) -> str:
        """A key of ROW_STATES."""
        if self.left_out:
            return "left_out"
        return "entered" if self.entered else "waiting"


class Line(Struct, frozen=True, kw_only=True):
    """How far one area or one reviewer has come; ``name`` "" where a row has none. ``area_id`` None also for a line of
    a reviewer."""

    name: str
    area_id: AreaId | None = None
    rows: int = 0
    entered: int = 0
    left_out: int = 0
    waiting: int = 0


class Progress(Struct, frozen=True, kw_only=True):
    """How far a round has come, told apart twice; areas in the order of their list, reviewers by name, blank last."""

    by_area: tuple[Line, ...] = ()
    by_reviewer: tuple[Line, ...] = ()


class Counts(Struct, frozen=True, kw_only=True):
    """What there was on a day, by row numbers (None: blank), never by names. ``models`` to ``statutory`` are the
    official count and what is counted beside it; ``status_kinds`` to ``effective`` are models (kind mô hình, not
    statutory, not in the trash) – the first by kind of status, the others of those that count; ``types`` and ``areas``
    the official count told apart."""

    models: Figures = NOTHING
    themes: Figures = NOTHING
    statutory: Figures = NOTHING
    status_kinds: Mapping[str, int] = field(default_factory=dict)
    grades: Mapping[int | None, int] = field(default_factory=dict)
    effective: Mapping[str, int] = field(default_factory=dict)
    """By "yes", "no" and "" (nobody has said)."""
    types: Mapping[int | None, Figures] = field(default_factory=dict)
    areas: Mapping[int | None, Figures] = field(default_factory=dict)


class Seen(Struct, frozen=True, kw_only=True):
    """What a round itself found: rows by fate, results by grade (row number; None: none given) and by effective."""

    rows: int = 0
    entered: int = 0
    left_out: int = 0
    grades: Mapping[int | None, int] = field(default_factory=dict)
    effective: Mapping[str, int] = field(default_factory=dict)
    never_before: int = 0
    """Models looked at in this round that no review had reached before."""


class Snapshot(Struct, frozen=True, kw_only=True):
    """What was counted when a round was closed; it never changes. ``at`` is ISO with offset, ``on`` the closing day,
    ``withdrawn`` when that closing stands taken back. ``names`` are what types, areas and grades of the counts are
    called now, by (table, row number), those deleted since too."""

    id: int
    round_id: RoundId
    action: ActionId
    at: str
    on: str
    withdrawn: bool
    counts: Counts
    seen: Seen
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def name(self, table: str, number: int | None) -> str:
        """What the entry ``number`` of "grade", "model_type" or "area" is called; "" for blank."""
        return "" if number is None else self.names.get((table, number), "")
