"""A year as a kind of value: four digits, never grouped as 2.026."""

from datetime import date

from .kinds import BadValue, Number
from .words import N_

FIRST, LAST = 1975, 2100


class Year(Number, frozen=True, kw_only=True):
    """Canonical text is the four digits."""

    whole: bool = True

    def _read(self, text: str, today: date) -> str:  # noqa: ARG002 - a year needs no day
        if not text.isdecimal() or not FIRST <= int(text) <= LAST:
            raise BadValue(N_("“{typed}” is not a year. Write it with four digits, like 2026."), typed=text)
        return str(int(text))

    def show(self, canonical: str) -> str:
        return canonical


YEAR = Year(name="year")
