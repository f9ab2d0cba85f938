"""Điển hình tiên tiến: a collective or a person recognised as an advanced example; never counted as a model."""

from dataclasses import dataclass

from .ids import ExemplarId, ModelId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """``recipient`` is a key of options.RECIPIENTS; dates are partial ISO text, ``valid_to`` the first day on which it
    no longer holds."""

    id: ExemplarId = ExemplarId(0)
    code: str = ""
    recipient: str = "collective"
    name: str = ""
    person_id: PersonId | None = None
    post: str = ""
    model_id: ModelId | None = None
    level: str | None = None
    theme: str = ""
    reason: str = ""
    paper_number: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    notes: str = ""
