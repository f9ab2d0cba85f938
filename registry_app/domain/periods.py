"""Stretches of days that are named and not counted: "this month" is another month when the day changes."""

from datetime import date, timedelta

from .dates import last_day
from .options import Option
from .words import N_

PERIODS = (
    Option("before-today", N_("Before today")),
    Option("today", N_("Today")),
    Option("this-week", N_("This week")),
    Option("this-month", N_("This month")),
    Option("next-month", N_("Next month")),
    Option("this-quarter", N_("This quarter")),
    Option("next-30", N_("The next 30 days")),
    Option("next-90", N_("The next 90 days")),
    Option("this-year", N_("This year")),
    Option("last-month", N_("Last month")),
    Option("last-year", N_("Last year")),
)
KEYS = frozenset(option.key for option in PERIODS)
FIRST, LAST = "0001-01-01", "9999-12-31"


def stretch(key: str, on: date) -> tuple[str, str]:
    """The first and the last day (ISO, both in) of the period called ``key``, seen from ``on``."""
    if key == "before-today":
        return FIRST, (on - timedelta(days=1)).isoformat()
    if key.startswith("next-") and key[5:].isdigit():
        return on.isoformat(), (on + timedelta(days=int(key[5:]))).isoformat()
    first, last = _calendar(key, on)
    return first.isoformat(), last.isoformat()


def _calendar(key: str, on: date) -> tuple[date, date]:
    if key == "today":
        return on, on
    if key == "this-week":
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=6)
    if key == "this-quarter":
        start = on.month - (on.month - 1) % 3
        return date(on.year, start, 1), _end(on.year, start + 2)
    if key in ("this-year", "last-year"):
        year = on.year - (key == "last-year")
        return date(year, 1, 1), date(year, 12, 31)
    months = {"this-month": 0, "next-month": 1, "last-month": -1}[key]
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, 1), _end(year, month + 1)


def _end(year: int, month: int) -> date:
    return last_day(f"{year:04}-{month:02}")
