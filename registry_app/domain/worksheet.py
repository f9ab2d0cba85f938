"""Phiếu rà soát: one printing of rows of a round, known by the code on its pages when it comes back filled."""

from collections.abc import Sequence

from msgspec import Struct

from .ids import AreaId, RoundId

MARK = "RS1"
"""Begins what a page code says, and the number of how it is written."""


class Worksheet(Struct, frozen=True, kw_only=True):
    """A printing. ``code`` is the round's with a number of its own ("DRS-2026-001-P03"); ``at`` ISO with offset;
    ``rows`` are positions in the order in which they stand on it; ``register`` the first letters of the register's own
    number; ``area_id`` and ``reviewer`` what it was narrowed to (None: not)."""

    id: int = 0
    code: str = ""
    round_id: RoundId = RoundId(0)
    at: str = ""
    area_id: AreaId | None = None
    reviewer: str | None = None
    rows: tuple[int, ...] = ()
    register: str = ""

    def payload(self, page: int) -> str:
        """What the small code on the page (from 1) says: short, capitals and digits only, so that it stays coarse."""
        return f"{MARK}-{self.register.upper()}-{self.code}-{page}"


class PageCode(Struct, frozen=True):
    """What a page code said."""

    register: str
    code: str
    page: int


def read_payload(text: str) -> PageCode | None:
    """What ``Worksheet.payload`` wrote; None for anything else."""
    parts: Sequence[str] = text.strip().upper().split("-")
    if len(parts) < 4 or parts[0] != MARK or not parts[-1].isdigit():
        return None
    return PageCode(parts[1], "-".join(parts[2:-1]), int(parts[-1]))
