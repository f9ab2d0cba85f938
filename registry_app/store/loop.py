"""The shelves of the review loop: rounds, grades and score sheets, decisions, what looks outdated; each is made when it
is first asked for."""

from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from registry_app.domain.ids import ModelId

from . import noun_shelf

if TYPE_CHECKING:
    from .decisions import DecisionShelf
    from .outdated import OutdatedShelf
    from .period import PeriodShelf
    from .round_ends import RoundEndShelf
    from .rounds import RoundShelf
    from .schedule import ScheduleShelf
    from .scoring import ScoringShelf
    from .worksheets import WorksheetShelf


class Register(noun_shelf.Register, Protocol):
    """The open register as these shelves see it."""

    def note(self) -> AbstractContextManager[None]: ...


class Loop:
    """Reads fetch and end; writes stand inside ``registry.change``."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def has_decisions(self, model: ModelId) -> bool:
        """Whether anything was decided about ``model``, or merged into it."""
        query = "SELECT 1 FROM decision WHERE model_id = :model OR target_id = :model LIMIT 1"
        return self._register.connection.execute(query, {"model": model}).fetchone() is not None

    def has_points(self, model: ModelId) -> bool:
        """Whether a review of ``model`` gave points."""
        query = """SELECT 1 FROM review r JOIN review_score s ON s.review_id = r.id
            WHERE r.model_id = :model LIMIT 1"""
        return self._register.connection.execute(query, {"model": model}).fetchone() is not None

    @cached_property
    def outdated(self) -> "OutdatedShelf":
        """What makes models look outdated, and who is excused."""
        from .outdated import OutdatedShelf

        return OutdatedShelf(self._register)

    @cached_property
    def rounds(self) -> "RoundShelf":
        """Rounds of reviews and their rows."""
        from .rounds import RoundShelf

        return RoundShelf(self._register)

    @cached_property
    def round_ends(self) -> "RoundEndShelf":
        """Closing rounds, and what was counted then."""
        from .round_ends import RoundEndShelf

        return RoundEndShelf(self._register)

    @cached_property
    def schedule(self) -> "ScheduleShelf":
        """When reviews are due."""
        from .schedule import ScheduleShelf

        return ScheduleShelf(self._register)

    @cached_property
    def scoring(self) -> "ScoringShelf":
        """Grades year by year, score sheets, points of reviews."""
        from .scoring import ScoringShelf

        return ScoringShelf(self._register)

    @cached_property
    def worksheets(self) -> "WorksheetShelf":
        """Printings of rows of a round, and which came back."""
        from .worksheets import WorksheetShelf

        return WorksheetShelf(self._register)

    @cached_property
    def period(self) -> "PeriodShelf":
        """What the models were in a period."""
        from .period import PeriodShelf

        return PeriodShelf(self._register)

    @cached_property
    def decisions(self) -> "DecisionShelf":
        """What was decided about models, and what that moved."""
        from .decisions import DecisionShelf

        return DecisionShelf(self._register)
