"""Đợt rà soát: a campaign over many models, frozen when it is opened, and what was seen of each of them."""

from msgspec import Struct, field

from .ids import AreaId, CriterionId, GradeId, ModelId, ReviewId, RoundId, RoundRowId, SheetId
from .search import Search


class ReviewRound(Struct, frozen=True, kw_only=True):
    """A round. ``kind`` is a key of options.REVIEW_KINDS; all days are full ISO dates, ``period_from`` to
    ``period_to`` both in; ``search`` is the scope as it was asked at the opening, and is not asked again;
    ``sheet_id`` the score sheet by which points are given; ``closed_on`` None while it is open."""

    id: RoundId = RoundId(0)
    code: str = ""
    name: str = ""
    kind: str = "review"
    period_from: str = ""
    period_to: str = ""
    deadline: str | None = None
    search: Search = field(default_factory=Search)
    sheet_id: SheetId | None = None
    paper_number: str = ""
    notes: str = ""
    opened_on: str = ""
    closed_on: str | None = None

    @property
    def year(self) -> int:
        """The year whose scale of grades holds, and that stands in the code: the one in which the period begins."""
        return int(self.period_from[:4])


class RoundRow(Struct, frozen=True, kw_only=True):
    """One model in a round. ``position`` is its row number on every worksheet, from 1, and never changes; ``area_id``
    where it is looked at, ``reviewer`` who looks; ``left_out`` the reason why it is not looked at ("": it is).
    ``on`` (full ISO date) to ``scores`` (tenths of points by criterion) are what was seen; ``review_id`` the review
    that the closing made of it."""

    id: RoundRowId = RoundRowId(0)
    round_id: RoundId = RoundId(0)
    model_id: ModelId = ModelId(0)
    position: int = 0
    area_id: AreaId | None = None
    reviewer: str = ""
    left_out: str = ""
    on: str | None = None
    grade_id: GradeId | None = None
    effective: str | None = None
    findings: str = ""
    decision: str = ""
    review_id: ReviewId | None = None
    scores: tuple[tuple[CriterionId, int], ...] = ()

    @property
    def entered(self) -> bool:
        """Whether something was seen: a grade or whether it is effective; words alone are no result."""
        return self.grade_id is not None or self.effective is not None

    @property
    def waiting(self) -> bool:
        """Whether it has still to be looked at."""
        return not self.entered and not self.left_out
