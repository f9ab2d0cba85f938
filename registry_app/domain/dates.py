"""Dates as wards write them: a day, a month or only a year, kept as ISO text of 10, 7 or 4 letters.

Day first always; day and month are never swapped to make a date fit.
"""

import re
from datetime import date, timedelta
from typing import Literal

from .vietnamese import fold
from .words import N_, _

FIRST_YEAR, LAST_YEAR = 1900, 2100

_EXCEL_DAY_0 = date(1899, 12, 30)
_EXCEL_SERIALS = range(20000, 80001)
_BETWEEN = r"[ ]*[-/. ][ ]*"
_DAY_MONTH_YEAR = rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}}|[0-9]{{2}})"
_MONTH_YEAR = rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}})"
_YEAR_MONTH_DAY = (
    rf"([0-9]{{4}})(?:{_BETWEEN}([0-9]{{1,2}})(?:{_BETWEEN}([0-9]{{1,2}})(?:[t ][0-9]{{2}} [0-9]{{2}}[0-9 .]*)?)?)?"
)
_SERIAL = r"([0-9]{5})(?:\.[0-9]+)?"
_WORDS = r"\b(ngay|thang|nam)\b"
_DAY, _MONTH = 10, 7
_EIGHT, _MONTHS = 8, 12


class NotADate(ValueError):
    """What was typed is no date: ``text`` is a marked text that says why, ``values`` fill its {names}."""

    def __init__(self, typed: str, text: str, **values: object) -> None:
        super().__init__(text)
        self.typed = typed
        self.text = text
        self.values: dict[str, object] = {"typed": typed, **values}

    def __str__(self) -> str:
        return _(self.text).format(**self.values)


def parse_date(text: str, *, partial: bool = True, today: date) -> str:
    """The ISO text of what a person or a sheet wrote: 5/3/2026, 05-03-26, 05032026, 3/2026, 2026, ISO, an Excel serial,
    "ngày 5 tháng 3 năm 2026", "hôm nay". Two-digit years reach ten years past ``today``. Without ``partial`` the day is
    demanded.

    Raises NotADate.
    """
    typed = " ".join(text.split())
    year, month, day = _numbers(typed, today)
    _refuse_impossible(typed, year, month, day)
    if day is not None:
        return f"{year:04}-{month:02}-{day:02}"
    if not partial:
        raise NotADate(typed, N_("“{typed}” has no day: give the whole date, for example 05/03/2026."))
    return f"{year:04}" if month is None else f"{year:04}-{month:02}"


def show_date(iso: str | None, *, style: Literal["day_first", "iso"] = "day_first") -> str:
    """``iso`` for people, as precise as it is known: 05/03/2026, 03/2026 or 2026; "" for none."""
    if not iso or style == "iso":
        return iso or ""
    return "/".join(reversed(iso.split("-")))


def first_day(iso: str) -> date:
    """The first day that ``iso`` covers; lists sort by it."""
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


def last_day(iso: str) -> date:
    """The last day that ``iso`` covers; a due date is over after it."""
    if len(iso) == _DAY:
        return date.fromisoformat(iso)
    first = first_day(iso)
    month = first.month if len(iso) == _MONTH else 12
    return date(first.year, month, _days_in(first.year, month))


def add_months(iso: str, months: int, anchor_day: int | None = None) -> str:
    """``iso`` moved by ``months``, as precise as before; a year moved by a part of a year becomes a month counted from
    January. A day becomes ``anchor_day`` (else its own), shortened only where the month is shorter."""
    start = first_day(iso)
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    if len(iso) == _DAY:
        day = min(anchor_day or start.day, _days_in(year, month0 + 1))
        return f"{year:04}-{month0 + 1:02}-{day:02}"
    if len(iso) == _MONTH or months % 12:
        return f"{year:04}-{month0 + 1:02}"
    return f"{year:04}"


def spoken(day: date) -> str:
    """``day`` as the date line of a paper has it: days below 10 and months 1 and 2 with a zero (Decree 30/2020,
    Annex I, II.4)."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return _("day {day} month {month} year {year}").format(day=f"{day.day:02}", month=month, year=day.year)


def _numbers(typed: str, today: date) -> tuple[int, int | None, int | None]:
    """Year, month and day as written, not yet checked."""
    plain = fold(typed)
    if plain in ("hom nay", "today"):
        return today.year, today.month, today.day
    plain = _spread(" ".join(re.sub(_WORDS, " ", plain).split()))
    if found := re.fullmatch(_DAY_MONTH_YEAR, plain):
        return _whole_year(found[3], today), int(found[2]), int(found[1])
    if found := re.fullmatch(_MONTH_YEAR, plain):
        return int(found[2]), int(found[1]), None
    if found := re.fullmatch(_YEAR_MONTH_DAY, plain):
        year, month, day = (int(part) if part else None for part in found.groups())
        return year or 0, month, day
    if (found := re.fullmatch(_SERIAL, plain)) and int(found[1]) in _EXCEL_SERIALS:
        counted = _EXCEL_DAY_0 + timedelta(days=int(found[1]))
        return counted.year, counted.month, counted.day
    raise NotADate(typed, N_("“{typed}” is not a date. Write day/month/year, for example 05/03/2026."))


def _spread(digits: str) -> str:
    """Eight digits with signs between: 20260305 as 2026-03-05, 05032026 as 05/03/2026 – none is both –; any other text
    as it is."""
    if len(digits) != _EIGHT or not (digits.isascii() and digits.isdigit()):
        return digits
    if FIRST_YEAR <= int(digits[:4]) <= LAST_YEAR and int(digits[4:6]) <= _MONTHS:
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}"


def _whole_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= (today.year + 10) % 100 else 1900)


def _refuse_impossible(typed: str, year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADate(
            typed,
            N_("“{typed}”: the year must be between {first} and {last}."),
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    if month is None:
        return
    if not 1 <= month <= 12:
        raise NotADate(typed, N_("“{typed}”: there is no month {month}."), month=month)
    if day is not None and not 1 <= day <= _days_in(year, month):
        raise NotADate(typed, N_("“{typed}”: month {month}/{year} has no day {day}."), month=month, year=year, day=day)


def _days_in(year: int, month: int) -> int:
    """How many days the month has; the standard library's calendar would bring all the locales with it."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
