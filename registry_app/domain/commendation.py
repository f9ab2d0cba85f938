"""Khen thưởng: a commendation of a collective or a person, or of several at once (domain.md 3.5)."""

from dataclasses import dataclass

from .ids import CommendationId, FormId, ModelId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Commendation:
    """``recipient`` is a key of options.RECIPIENTS; ``person_id`` names a person of the register; ``number`` is how
    many received it where only that is known; ``on`` is partial ISO text."""

    id: CommendationId = CommendationId(0)
    code: str = ""
    form_id: FormId = FormId(0)
    level: str | None = None
    granted_by: str = ""
    recipient: str = "person"
    name: str = ""
    person_id: PersonId | None = None
    post: str = ""
    number: int = 1
    model_id: ModelId | None = None
    on: str | None = None
    paper_number: str = ""
    theme: str = ""
    reason: str = ""
    notes: str = ""
