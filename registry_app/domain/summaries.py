"""Sơ kết and tổng kết: on which days of a year the ward asks for one, which a model had, when its next is due."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from .dates import first_day, last_day, show_date
from .kinds import BadValue
from .office_days import ANY_DAY, OfficeDays
from .options import REVIEW_KINDS, label
from .ward import Ward
from .words import N_, _

KINDS = ("interim", "final")
"""Kinds of review that have days of their own."""
USUAL_DAYS = (("interim", "06-30"), ("final", "12-15"))
"""Half-way through the year, and when the reports of a year are due."""
YOUNG = timedelta(days=90)
"""A model that is younger on such a day is not asked for anything yet."""
LAST_YEAR = 2200
MONTHS = 12


class Rule(Struct, frozen=True, kw_only=True):
    """What the ward asks for of one ``kind``: ``days`` of every year ("06-30"), the first not before the day
    ``since`` (ISO, "" for any)."""

    kind: str
    days: tuple[str, ...]
    since: str = ""


class Summary(Struct, frozen=True, kw_only=True):
    """How one model stands: the last of this kind, and the date by which the next is due (partial ISO text; None where
    nothing says when). ``planned`` is that date before it was moved off a day without work."""

    kind: str
    last_on: str | None
    planned: str | None
    next_on: str | None

    @property
    def due_day(self) -> str | None:
        """The last day on which it is still in time."""
        return last_day(self.next_on).isoformat() if self.next_on else None


def rules(ward: Ward) -> tuple[Rule, ...]:
    """What ``ward`` asks for; kinds without a day are not asked for."""
    asked = {kind: tuple(sorted(day for one, day in ward.summary_days if one == kind)) for kind in KINDS}
    return tuple(Rule(kind=kind, days=days, since=ward.summary_since) for kind, days in asked.items() if days)


def unasked(ward: Ward) -> frozenset[str]:
    """The kinds that ``ward`` does not ask for."""
    return frozenset(KINDS) - {rule.kind for rule in rules(ward)}


def summary(rule: Rule, *, last_on: str | None, start: str | None, days: OfficeDays = ANY_DAY) -> Summary:
    """How a model stands whose last summary of this kind was on ``last_on`` and which began at ``start``."""
    found = _planned(rule, last_on, start)
    return Summary(
        kind=rule.kind, last_on=last_on, planned=found, next_on=days.kept(found) if found is not None else None
    )


def reason(rule: Rule, one: Summary, days: OfficeDays = ANY_DAY) -> str:
    """When the next one is due and why, as a sentence in the language in use."""
    kind = label(REVIEW_KINDS, rule.kind)
    yearly = show_days(rule.days)
    last = _(N_("last on {day}")).format(day=show_date(one.last_on)) if one.last_on else _(N_("none so far"))
    if one.planned is None:
        text = _(N_("{kind}: every year by {days}, but no date to count from"))
        return text.format(kind=kind, days=yearly)
    text = _(N_("{kind}: by {day} – every year by {days}, {last}"))
    said = text.format(kind=kind, day=show_date(one.next_on), days=yearly, last=last)
    moved = days.explained(one.planned)
    return f"{said}; {moved}" if moved else said


def state(due_day: str | None, on: date, within: int) -> str:
    """ "overdue", "soon" or "later", as options.DUES name them; "none" where nothing says when."""
    if due_day is None:
        return "none"
    if due_day < on.isoformat():
        return "overdue"
    return "soon" if due_day <= (on + timedelta(days=within)).isoformat() else "later"


def _planned(rule: Rule, last_on: str | None, start: str | None) -> str | None:
    """The first day asked for after the one for which the last summary counts."""
    since = date.fromisoformat(rule.since) if rule.since else None
    if last_on:
        covered = _nearest(rule, date.fromisoformat(last_on))
        earliest = max(covered + timedelta(days=1), since or covered)
    elif start:
        old_enough = first_day(start) + YOUNG
        earliest = max(old_enough, since or old_enough)
    elif since:
        earliest = since
    else:
        return None
    return next(day for day in _days(rule, earliest.year) if day >= earliest).isoformat()


def _nearest(rule: Rule, on: date) -> date:
    """The day asked for that a summary of the day ``on`` counts for: the nearest, before or after."""
    found = []
    for day in _days(rule, on.year - 1):
        found.append(day)
        if day > on:
            break
    return min(reversed(found), key=lambda day: abs(day - on))


def _days(rule: Rule, year: int) -> Iterator[date]:
    """The days asked for, from ``year`` on; a day that a month does not have is its last."""
    for one in range(year, LAST_YEAR):
        for day in rule.days:
            yield min(last_day(f"{one:04}-{day[:2]}"), _day(one, day))


def _day(year: int, day: str) -> date:
    return date(year, int(day[:2]), 1) + timedelta(days=int(day[3:]) - 1)


def read_days(text: str) -> tuple[str, ...]:
    """The days of a year that somebody wrote: "30/6; 31/12" as ("06-30", "12-31"). Raises BadValue."""
    found = set()
    for part in re.split(r"[;,\n]", text):
        typed = part.strip()
        if not typed:
            continue
        numbers = re.fullmatch(r"([0-9]{1,2})[ ]*[-/. ][ ]*([0-9]{1,2})", typed)
        month = int(numbers[2]) if numbers else 0
        if not numbers or not 1 <= month <= MONTHS or not 1 <= int(numbers[1]) <= last_day(f"2000-{month:02}").day:
            raise BadValue(N_("“{typed}” is no day of a year. Write day/month, for example 30/06."), typed=typed)
        found.add(f"{month:02}-{int(numbers[1]):02}")
    return tuple(sorted(found))


def show_days(days: Iterable[str]) -> str:
    """``days`` of a year as people write them, as ``read_days`` takes them."""
    return "; ".join("/".join(reversed(day.split("-"))) for day in days)
