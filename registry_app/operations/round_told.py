"""What the papers of a round share: the round as they tell of it, what surrounds them, a table of its models."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from registry_app.domain.ids import RoundId
from registry_app.domain.period_text import show_period
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import RowShown
from registry_app.domain.scoring import scale_of
from registry_app.domain.ward import Ward
from registry_app.domain.words import _
from registry_app.reports.spec import Align, Column, Kind, Letterhead, Signature
from registry_app.store.registry import Registry

from . import rounds

BLANK = "…………"
"""Dots to write on."""


class RoundTold(Struct, frozen=True, kw_only=True):
    """A round with what its papers say of it."""

    ward: Ward
    round: ReviewRound
    rows: Sequence[RowShown]
    grades: Mapping[int, str]
    """The scale of its year in order: names by number."""

    @property
    def seen(self) -> list[RowShown]:
        """The rows that have a result."""
        return [row for row in self.rows if row.state == "entered"]

    @property
    def models(self) -> list[RowShown]:
        """The rows about models of the official count; what counts apart is told apart."""
        return [row for row in self.rows if not row.apart]

    @property
    def period(self) -> str:
        """Its period for people."""
        return show_period(date.fromisoformat(self.round.period_from), date.fromisoformat(self.round.period_to))


def read(registry: Registry, round_id: RoundId) -> RoundTold:
    """The round with what its papers say of it. Raises NotFound."""
    shown = rounds.one(registry, round_id).round
    scale = scale_of(shown.year, registry.loop.scoring.scales(), registry.lists.grades)
    return RoundTold(
        ward=registry.settings.ward(),
        round=shown,
        rows=rounds.rows(registry, round_id),
        grades={step.grade_id: registry.lists.grades[step.grade_id].name for step in scale},
    )


def framed(ward: Ward, code: str = "") -> dict[str, object]:
    """What surrounds every paper of a round; ``code`` stands in the number ("BB", "TTr"), "" for no number."""
    _kind, _dash, body = ward.number_code.partition("-")
    return {
        "kind": Kind.INTERNAL,
        "letterhead": Letterhead(issuer=ward.issuing_body, superior=ward.superior),
        "number": f"/{code}-{body}" if code and body else "",
        "place": ward.place_name,
        "recipients": ward.recipients,
        "author": ward.issuing_body,
        "circulation": "",
        "signature": Signature(authority=ward.signer_authority, position=ward.signer_position, name=ward.signer_name),
    }


def listed_columns(*last: str) -> list[Column]:
    """The columns of a table of models with their results, and the ``last`` ones by their titles."""
    return [
        Column(key="number", title=_("No."), align=Align.CENTER, min_mm=10),
        Column(key="code", title=_("Code"), min_mm=24),
        Column(key="model", title=_("Name of the model"), share=2, min_mm=36),
        Column(key="grade", title=_("Grade"), align=Align.CENTER, min_mm=16),
        Column(key="effective", title=_("Effective"), align=Align.CENTER, min_mm=18),
        *(Column(key=f"last{place}", title=title, share=2, min_mm=24) for place, title in enumerate(last)),
    ]
