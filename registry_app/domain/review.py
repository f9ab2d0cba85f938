"""One look at one model, and one change of its status: kept for ever, corrected only by a newer row."""

from msgspec import Struct

from .ids import GradeId, ModelId, ReviewId, StatusChangeId, StatusId


class Review(Struct, frozen=True, kw_only=True):
    """Rà soát. ``on`` is a full ISO date; ``effective`` "yes", "no" or None; ``corrects`` the row it replaces."""

    id: ReviewId = ReviewId(0)
    model_id: ModelId = ModelId(0)
    kind: str = "review"
    on: str = ""
    grade_id: GradeId | None = None
    effective: str | None = None
    findings: str = ""
    decision: str = ""
    corrects: ReviewId | None = None
    corrected: bool = False
    """True when a later row corrects this one: it counts nowhere and is shown struck through."""


class StatusChange(Struct, frozen=True, kw_only=True):
    """A status from a day on, with reason and paper. ``on`` is a full ISO date; "" for a first one of unknown start."""

    id: StatusChangeId = StatusChangeId(0)
    model_id: ModelId = ModelId(0)
    status_id: StatusId = StatusId(0)
    on: str = ""
    reason: str = ""
    paper_number: str = ""
