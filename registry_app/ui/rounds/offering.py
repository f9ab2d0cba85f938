"""What a new round is called and which days it covers, as offered before anything is typed. Knows no widgets."""

from datetime import date

from msgspec import Struct

from registry_app.domain.dates import last_day
from registry_app.domain.words import N_, _

HALF = 6
HALVES = {
    "review": (N_("Review of the first 6 months of {year}"), N_("Review of the last 6 months of {year}")),
    "interim": (
        N_("Interim summary of the first 6 months of {year}"),
        N_("Interim summary of the last 6 months of {year}"),
    ),
}
WHOLE_YEAR = N_("Final summary of {year}")
UNPLANNED = N_("Unplanned check of {month}/{year}")


class Offered(Struct, frozen=True, kw_only=True):
    """``period_from`` to ``period_to``, both in, and the ``deadline``."""

    name: str
    period_from: date
    period_to: date

    @property
    def deadline(self) -> date:
        """Results are in by the end of the period."""
        return self.period_to


def offered(kind: str, today: date) -> Offered:
    """For a round of ``kind`` (a key of options.REVIEW_KINDS) that is opened on that day: the half year or year in
    which it lies, for an unplanned check its month."""
    year = today.year
    if kind == "final":
        name = _(WHOLE_YEAR).format(year=year)
        return Offered(name=name, period_from=date(year, 1, 1), period_to=date(year, 12, 31))
    if kind == "extra":
        name = _(UNPLANNED).format(month=f"{today.month:02}", year=year)
        first = today.replace(day=1)
        return Offered(name=name, period_from=first, period_to=last_day(first.isoformat()[:7]))
    later = today.month > HALF
    first_month = HALF + 1 if later else 1
    return Offered(
        name=_(HALVES[kind][later]).format(year=year),
        period_from=date(year, first_month, 1),
        period_to=last_day(f"{year:04}-{first_month + HALF - 1:02}"),
    )
