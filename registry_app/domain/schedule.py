"""When a model's next review is due, and why: pure arithmetic on partial dates."""

from datetime import timedelta

from msgspec import Struct

from .dates import add_months, first_day, last_day, show_date
from .office_days import ANY_DAY, OfficeDays
from .search import Moment
from .words import N_, _

FULL = 10


class Facts(Struct, frozen=True, kw_only=True):
    """All that the next review hangs on; dates are partial ISO text or None, ``interval`` months (None or 0: none)."""

    review_on: str | None = None
    last_review: str | None = None
    first_review: str | None = None
    founded_on: str | None = None
    launched_on: str | None = None
    interval: int | None = None


def next_review(facts: Facts, days: OfficeDays = ANY_DAY) -> str | None:
    """The date by which the next review is due: the own date as the ward wrote it, else the planned one as ``days``
    keep it; None when nothing says when."""
    found = planned(facts, days)
    return found if found is None or facts.review_on else days.kept(found)


def planned(facts: Facts, days: OfficeDays = ANY_DAY) -> str | None:
    """The own date if there is one, else the start plus the interval on the anchor day, whatever day of the week that
    is; None when nothing says when."""
    if facts.review_on:
        return facts.review_on
    start = facts.last_review or facts.founded_on or facts.launched_on
    if not facts.interval or not start:
        return None
    anchor = anchor_day(facts)
    if facts.last_review and anchor:
        start = _planned_for(facts.last_review, anchor, days)
    return add_months(start, facts.interval, anchor)


def _planned_for(review: str, anchor: int, days: OfficeDays) -> str:
    """The anchor day that a review of that date was moved from where it lies in another month, so that a review on 1
    February in place of Sunday, 31 January, puts off none of those that follow; else the date itself."""
    if days.off == "none":
        return review
    for months in (-1, 1):
        other = add_months(review, months, anchor)
        if days.moved(first_day(other)).isoformat() == review:
            return other
    return review


def months_between(own: int | None, of_type: int | None) -> int | None:
    """The interval that holds: the model's own (0: never), else its type's; None when there is none."""
    return (of_type if own is None else own) or None


def anchor_day(facts: Facts) -> int | None:
    """The day of the month that reviews keep to: the founding's, else the first review's, else the start's own."""
    for day in (facts.founded_on, facts.first_review):
        if day and len(day) == FULL:
            return int(day[8:])
    return None


def is_scheduled(facts: Facts) -> bool:
    """Whether any rule asks for reviews of this model."""
    return bool(facts.review_on or facts.interval)


def due_day(next_on: str | None) -> str | None:
    """The last day on which a review dated ``next_on`` is still in time, as full ISO text."""
    return last_day(next_on).isoformat() if next_on else None


def due(*, status_kind: str, trashed: bool, scheduled: bool, next_on: str | None, reviewed: bool, at: Moment) -> str:
    """The key of options.DUES that first applies (rules.md)."""
    if status_kind != "active" or trashed or not scheduled:
        return "none"
    if next_on and last_day(next_on) < at.on:
        return "overdue"
    if next_on and last_day(next_on) <= at.on + timedelta(days=at.within):
        return "soon"
    return "later" if reviewed else "never_reviewed"


def reason(facts: Facts, days: OfficeDays = ANY_DAY) -> str:
    """The rule behind the next review's date as a sentence in the language in use."""
    if facts.review_on:
        return _(N_("Date set by the ward: {day}")).format(day=show_date(facts.review_on))
    if not facts.interval:
        return _(N_("No periodic review"))
    starts = (
        (facts.last_review, N_("{months} months after the review of {day}")),
        (facts.founded_on, N_("{months} months after the founding on {day}")),
        (facts.launched_on, N_("{months} months after the launch on {day}")),
    )
    for start, text in starts:
        if start:
            said = _(text).format(months=facts.interval, day=show_date(start))
            on = planned(facts, days) or ""
            return "; ".join(one for one in (said, _anchored(facts, start, on), days.explained(on)) if one)
    return _(N_("Every {months} months, but no date to count from")).format(months=facts.interval)


def _anchored(facts: Facts, start: str, on: str) -> str:
    """Why the review is planned for the day ``on`` of a month and not for the day on which ``start`` was, in the
    language in use; "" where it is for that day."""
    if on == add_months(start, facts.interval or 0):
        return ""
    of_founding = facts.founded_on is not None and len(facts.founded_on) == FULL
    text = N_("on day {day} as of the founding") if of_founding else N_("on day {day} as of the first review")
    return _(text).format(day=f"{anchor_day(facts) or 0:02}")


def starts_before(day: str, limit: str | None) -> bool:
    """Whether the full date ``day`` lies before the first day of the partial date ``limit``."""
    return bool(limit) and day < first_day(limit or day).isoformat()
