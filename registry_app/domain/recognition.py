"""Công nhận "An toàn về ANTT": who registered in a year, and who was recognised or why not (domain.md 3.9)."""

from dataclasses import dataclass

from .ids import AreaId, RecognitionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """``subject`` is a key of options.SUBJECTS; a residential area is named by ``area_id``, others by ``name``.
    ``recognised`` "yes", "no" or None (not decided); ``movement`` a key of options.MOVEMENTS; dates partial ISO."""

    id: RecognitionId = RecognitionId(0)
    code: str = ""
    year: int = 0
    subject: str = "residential"
    area_id: AreaId | None = None
    name: str = ""
    registered_on: str | None = None
    households: int | None = None
    households_registered: int | None = None
    recognised: str | None = None
    reason: str = ""
    paper_number: str = ""
    paper_on: str | None = None
    movement: str | None = None
    notes: str = ""
