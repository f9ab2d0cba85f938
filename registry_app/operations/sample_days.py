"""Days of the sample ward: some time after another day, never in its future."""

from datetime import date, timedelta
from random import Random

from registry_app.domain.dates import first_day

SHORTEST = 40
"""What ends has lasted so many days."""
OF_AGE = 18


class Days:
    """Draws days, none later than ``as_of``."""

    def __init__(self, chance: Random, as_of: str) -> None:
        self._chance = chance
        self.as_of = as_of

    def later(self, day: str, most: int, over: str | None = None) -> str:
        """A day at most ``most`` days after the partial date ``day``, before ``over``; ``day`` where none is left."""
        room = self._room(day, over)
        return self._after(day, self._chance.randint(1, min(most, room))) if room > 0 else day

    def ended(self, day: str, most: int, over: str | None = None) -> str | None:
        """The day on which something from ``day`` was over; None where there was no time for that."""
        room = min(most, self._room(day, over))
        return self._after(day, self._chance.randint(SHORTEST, room)) if room >= SHORTEST else None

    def grown_up(self, day: str, born: str, over: str | None) -> str:
        """``day``, or one soon after who was born then came of age where that is later."""
        year = first_day(born).year + OF_AGE
        if first_day(day).year > year:
            return day
        last = date.fromisoformat(min(over or self.as_of, self.as_of)) - timedelta(days=1)
        wanted = date(year + 1, self._chance.randint(1, 12), self._chance.randint(1, 28))
        return min(wanted, last).isoformat()

    def _room(self, day: str, over: str | None) -> int:
        last = date.fromisoformat(self.as_of)
        if over:
            last = min(last, first_day(over) - timedelta(days=1))
        return (last - first_day(day)).days

    def _after(self, day: str, days: int) -> str:
        return (first_day(day) + timedelta(days=days)).isoformat()
