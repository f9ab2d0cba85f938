"""Which days the office works, and how the ward reckons a day that a rule asks for: by the day or by the month, on a
working day or on any."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct, field

from .dates import show_date
from .options import Option
from .ward import Ward
from .words import N_, _

DUE_BY = (Option("day", N_("By the day")), Option("month", N_("By the month: the whole month is in time")))
OFF_DAYS = (
    Option("none", N_("They stay on that day")),
    Option("forward", N_("They move to the next working day")),
    Option("back", N_("They move to the working day before")),
)
DAY, MONTH = 10, 7
SATURDAY = 5
WEEKEND = {5: N_("Saturday"), 6: N_("Sunday")}


class OfficeDays(Struct, frozen=True, kw_only=True):
    """``by`` is a key of DUE_BY, ``off`` one of OFF_DAYS, ``holidays`` the names of days (ISO) on which the office is
    closed beside Saturdays and Sundays."""

    by: str = "day"
    off: str = "none"
    holidays: Mapping[str, str] = field(default_factory=dict)

    def is_off(self, day: date) -> bool:
        """Whether nobody works on ``day``."""
        return day.weekday() >= SATURDAY or day.isoformat() in self.holidays

    def kept(self, planned: str) -> str:
        """The date by which what is ``planned`` for a date is due. A date that is known by the month or the year only
        has all of it and never moves, nor does one that is due by the month."""
        if len(planned) < DAY:
            return planned
        if self.by == "month":
            return planned[:MONTH]
        return self.moved(date.fromisoformat(planned)).isoformat()

    def moved(self, day: date) -> date:
        """``day``, or the working day to which the ward moves it."""
        if self.off == "none":
            return day
        step = timedelta(days=-1 if self.off == "back" else 1)
        while self.is_off(day):
            day += step
        return day

    def explained(self, planned: str) -> str:
        """Why what is planned for that date is due by another, in the language in use; "" where it is not."""
        kept = self.kept(planned)
        if kept == planned:
            return ""
        if len(kept) == MONTH:
            return _(N_("due by the month: until the end of {month}")).format(month=show_date(kept))
        day = date.fromisoformat(planned)
        name = self.holidays.get(planned)
        values = {"day": show_date(planned), "kept": show_date(kept)}
        if name is None:
            return _(N_("{day} is a {weekday}, moved to {kept}")).format(weekday=_(WEEKEND[day.weekday()]), **values)
        if not name:
            return _(N_("{day} is a holiday, moved to {kept}")).format(**values)
        return _(N_("{day} is a holiday ({name}), moved to {kept}")).format(name=name, **values)


ANY_DAY = OfficeDays()
"""Dates as the rules give them."""


def office_days(ward: Ward) -> OfficeDays:
    """How ``ward`` reckons."""
    return OfficeDays(by=ward.due_by, off=ward.off_days, holidays=dict(ward.holidays))
