"""Short ways to open and fill rounds of reviews."""

from msgspec.structs import replace

from registry_app.domain.ids import ModelId, RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.operations import rounds
from registry_app.operations.rounds import Entered, NewRound
from registry_app.store.registry import Registry

from ..making import add

NEW = NewRound(
    name="Rà soát 6 tháng cuối năm 2026",
    period_from="1/7/2026",
    period_to="31/12/2026",
    deadline="15/12/2026",
    paper_number="45/KH-UBND",
)


def ward(registry: Registry) -> list[ModelId]:
    """Four models in two areas."""
    return [
        add(registry, "Camera ngõ 3", founded_on="5/3/2024", areas="Tổ dân phố 1", interval_months="6"),
        add(registry, "Tổ liên gia số 2", "LGA", founded_on="2025", areas="Tổ dân phố 2", interval_months="12"),
        add(registry, "Zalo an ninh", founded_on="1/9/2026", areas="Tổ dân phố 1"),
        add(registry, "Tiếng loa an ninh", areas="Tổ dân phố 2; Tổ dân phố 1"),
    ]


def opened(registry: Registry, **changes: object) -> RoundId:
    """The ward's round."""
    ward(registry)
    return rounds.open_round(registry, replace(NEW, **changes)).id


def row(registry: Registry, round_id: RoundId, position: int) -> RowShown:
    """The row of that position."""
    return rounds.rows(registry, round_id)[position - 1]


def enter_all(registry: Registry, round_id: RoundId, **typed: str) -> None:
    """The same result for every row that is not left out."""
    there = [one for one in rounds.rows(registry, round_id) if not one.left_out]
    rounds.enter(registry, round_id, [Entered(position=one.position, **typed) for one in there])  # type: ignore[arg-type]
