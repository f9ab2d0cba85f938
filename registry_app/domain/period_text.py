"""Periods as people write them: “2020”, “6 tháng đầu 2020”, “Q1/2026”, “2013-2023”, “15/11/2025 - 14/11/2026”. A period
is its first and last day, both in; canonical text is both with a slash between."""

import re
from datetime import date, timedelta

from . import cleaning
from .dates import NotADate, first_day, last_day, parse_date, show_date
from .kinds import BadValue, Kind
from .periods import stretch
from .plain import plain
from .words import N_, _

Span = tuple[date, date]

NO_PERIOD = N_("“{typed}” is no period. Write for example 2020; first 6 months of 2020; Q1/2026; 03/2026; 2013-2023.")
BACKWARDS = N_("“{typed}”: the period ends before it begins.")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NAMED = {
    "nam nay": "this-year",
    "this year": "this-year",
    "nam truoc": "last-year",
    "nam ngoai": "last-year",
    "last year": "last-year",
    "quy nay": "this-quarter",
    "this quarter": "this-quarter",
    "thang nay": "this-month",
    "this month": "this-month",
    "thang truoc": "last-month",
    "last month": "last-month",
    "hom nay": "today",
    "today": "today",
}
YEAR_MONTHS, QUARTER = 12, 3
_YEAR = r"(?:nam |of )?([0-9]{4})"
_QUARTER = rf"(?:quy|quarter|q) ?(iv|i{{1,3}}|[1-4])[ /]*{_YEAR}"
_FIRST = rf"(?:(?:first )?([0-9]{{1,2}}) ?(?:thang|months?|t)(?: dau)?|(nua dau|first half)|(h1))[ /]*{_YEAR}"
_LAST = rf"(?:(?:last )?([0-9]{{1,2}}) ?(?:thang|months?|t)(?: cuoi)?|(nua cuoi|second half)|(h2))[ /]*{_YEAR}"
_MONTH = rf"(?:thang|month|t) ?([0-9]{{1,2}})[ /-]*{_YEAR}"
_BETWEEN = r" ?[–—] ?| - | (?:den|toi|to|until) "


def read_period(text: str, today: date) -> Span:
    """First and last day of what was written. Raises BadValue, for blank too."""
    typed = cleaning.line(text)
    bare = _bare(plain(typed))
    found = _of_year(bare) or _of_months(bare) or _named(bare, today) or _between(bare, today)
    if found is None:
        raise BadValue(NO_PERIOD, typed=typed)
    if found[0] > found[1]:
        raise BadValue(BACKWARDS, typed=typed)
    return found


def show_period(begun: date, over: date) -> str:
    """A period for people, in the language in use, by its name where it has one; ``read_period`` reads it back."""
    if begun == over:
        return show_date(begun.isoformat())
    if begun.day != 1 or (over + timedelta(days=1)).day != 1:
        return f"{show_date(begun.isoformat())} – {show_date(over.isoformat())}"
    if begun.year != over.year:
        whole = begun.month == 1 and over.month == YEAR_MONTHS
        return f"{begun.year}–{over.year}" if whole else _months(begun, over)
    return _inside_year(begun, over)


def before(begun: date, over: date) -> tuple[Span, ...]:
    """The periods that this one may be compared with, the likeliest first: the same one a year before (of years: as
    many years before), then as long a one that ends where this begins."""
    years = 1
    if begun.year != over.year and (begun.month, begun.day, over.month, over.day) == (1, 1, 12, 31):
        years = over.year - begun.year + 1
    last_year = (_years_back(begun, years), _years_back(over, years))
    months = (over.year - begun.year) * YEAR_MONTHS + over.month - begun.month + 1
    if begun.day == 1 and (over + timedelta(days=1)).day == 1:
        year, month = divmod(begun.year * YEAR_MONTHS + begun.month - 1 - months, YEAR_MONTHS)
        adjacent = (date(year, month + 1, 1), begun - timedelta(days=1))
    else:
        adjacent = (begun - (over - begun) - timedelta(days=1), begun - timedelta(days=1))
    return tuple(dict.fromkeys((last_year, adjacent)))


def canonical(span: Span) -> str:
    """Both days as one text."""
    return f"{span[0].isoformat()}/{span[1].isoformat()}"


def span_of(canonical: str) -> Span:
    """The days of a canonical period."""
    begun, _slash, over = canonical.partition("/")
    return date.fromisoformat(begun), date.fromisoformat(over)


class PeriodKind(Kind, frozen=True, kw_only=True):
    """A period as one text."""

    def _read(self, text: str, today: date) -> str:
        return canonical(read_period(text, today))

    def show(self, canonical: str) -> str:
        return show_period(*span_of(canonical)) if canonical else ""

    def explained(self, text: str, today: date) -> str:
        """The days that were understood; "" while nothing is."""
        try:
            begun, over = read_period(text, today)
        except BadValue:
            return ""
        return f"{show_date(begun.isoformat())} – {show_date(over.isoformat())}"


PERIOD = PeriodKind(name="period")


def _bare(text: str) -> str:
    """Without the words that say that it is a period."""
    return re.sub(r"^(?:giai doan|ky|ca nam|trong|tu nam|tu ngay|tu|period|from)\b ?", "", text).strip()


def _of_year(text: str) -> Span | None:
    if found := re.fullmatch(rf"(?:year )?{_YEAR}", text):
        return _year_span(int(found[1]), int(found[1]))
    if found := re.fullmatch(rf"{_YEAR} ?(?:[-–—]|den|to) ?{_YEAR}", text):
        return _year_span(int(found[1]), int(found[2]))
    return None


def _year_span(first: int, last: int) -> Span | None:
    return (date(first, 1, 1), date(last, 12, 31)) if 1900 <= first <= 2100 and 1900 <= last <= 2100 else None


def _of_months(text: str) -> Span | None:
    """Quarters, halves, so many months at the beginning or end of a year, one month."""
    if found := re.fullmatch(_QUARTER, text):
        first = (ROMAN.get(found[1]) or int(found[1])) * QUARTER - 2
        return _month_span(int(found[2]), first, first + 2)
    if found := re.fullmatch(_MONTH, text):
        return _month_span(int(found[2]), int(found[1]), int(found[1]))
    if found := re.fullmatch(_FIRST, text):
        return _month_span(int(found[4]), 1, int(found[1] or 6))
    if found := re.fullmatch(_LAST, text):
        return _month_span(int(found[4]), YEAR_MONTHS + 1 - int(found[1] or 6), YEAR_MONTHS)
    return None


def _month_span(year: int, first: int, last: int) -> Span | None:
    if not (1900 <= year <= 2100 and 1 <= first <= last <= YEAR_MONTHS):
        return None
    return date(year, first, 1), last_day(f"{year:04}-{last:02}")


def _named(text: str, today: date) -> Span | None:
    if text not in NAMED:
        return None
    begun, over = stretch(NAMED[text], today)
    return date.fromisoformat(begun), date.fromisoformat(over)


def _between(text: str, today: date) -> Span | None:
    """Two dates, each as precise as it is known, or one."""
    parts = re.split(_BETWEEN, text)
    if len(parts) == 1 and text.count("-") == 1 and text.count("/") > 1:
        parts = text.split("-")
    if len(parts) > 2:
        return None
    try:
        days = [parse_date(part.strip(), today=today) for part in parts]
    except NotADate:
        return None
    return first_day(days[0]), last_day(days[-1])


def _inside_year(begun: date, over: date) -> str:
    year, first, last = begun.year, begun.month, over.month
    if (first, last) == (1, YEAR_MONTHS):
        return _("year {year}").format(year=year)
    if first == last:
        return f"{first:02}/{year}"
    if last - first + 1 == QUARTER and first % QUARTER == 1:
        quarter = next(roman for roman, number in ROMAN.items() if number == last // QUARTER)
        return _("quarter {quarter}/{year}").format(quarter=quarter.upper(), year=year)
    if first == 1:
        return _("first {count} months of {year}").format(count=last, year=year)
    if last == YEAR_MONTHS:
        return _("last {count} months of {year}").format(count=YEAR_MONTHS + 1 - first, year=year)
    return _months(begun, over)


def _months(begun: date, over: date) -> str:
    return f"{begun.month:02}/{begun.year} – {over.month:02}/{over.year}"


def _years_back(day: date, years: int) -> date:
    """The same day so many years before; the end of February stays its end."""
    if (day.month, day.day) in ((2, 28), (2, 29)) and (day + timedelta(days=1)).day == 1:
        return date(day.year - years, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year - years)
