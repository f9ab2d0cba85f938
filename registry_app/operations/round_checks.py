"""What must hold before a row of a round is written, said in sentences."""

from collections.abc import Sequence

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.words import N_

NO_ROW = N_("The round has no row {row}.")
MOST_NAMED = 10
CLOSED = N_("The round {code} was closed on {day}. Undo the closing first, or open a new round.")


def refuse_closed(found: ReviewRound) -> None:
    """Raise Refused when the round is closed."""
    if found.closed_on is not None:
        raise Refused([Problem("round", CLOSED, {"code": found.code, "day": show_date(found.closed_on)})])


def listed(positions: Sequence[int]) -> str:
    """The first of these row numbers, in order, as people write them."""
    shown = ", ".join(str(position) for position in positions[:MOST_NAMED])
    return f"{shown} …" if len(positions) > MOST_NAMED else shown
