"""A round in a few words: kind and period, deadline, how far it has come. Knows no widgets."""

from datetime import date

from registry_app.domain import options
from registry_app.domain.dates import show_date
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.round_shown import Line, RoundShown
from registry_app.domain.words import _
from registry_app.ui.widgets.marks import Mark

CLOSED = Mark("lock", "quiet")
RUNNING = Mark("view-soon", "quiet")
LATE = Mark("view-overdue", "alert")


def about(one: ReviewRound) -> str:
    """Its kind and its period."""
    first, last = show_date(one.period_from), show_date(one.period_to)
    if one.period_from[:4] == one.period_to[:4]:
        first = first[:5]
    return _("{kind} · {first}–{last}").format(
        kind=options.label(options.REVIEW_KINDS, one.kind), first=first, last=last
    )


def standing(shown: RoundShown, today: date) -> tuple[str, Mark]:
    """Whether it is closed, late, or until when results are wanted; with its mark."""
    one = shown.round
    if one.closed_on:
        return _("Closed on {day}").format(day=show_date(one.closed_on)), CLOSED
    if not one.deadline:
        return _("Open"), RUNNING
    day = show_date(one.deadline)
    if one.deadline < today.isoformat() and shown.waiting:
        return _("Late: was due by {day}").format(day=day), LATE
    return _("Open until {day}").format(day=day), RUNNING


def entered(shown: RoundShown | Line) -> str:
    """How many rows have their result, of all that are looked at."""
    return f"{_grouped(shown.entered)}/{_grouped(shown.rows - shown.left_out)}"


def share(shown: RoundShown | Line) -> float:
    """The same as a part of 1; nothing to look at is all done."""
    of = shown.rows - shown.left_out
    return shown.entered / of if of else 1.0


def progress(shown: RoundShown) -> str:
    """How far it has come, as a sentence."""
    said = [_("Entered {done}").format(done=entered(shown))]
    if shown.waiting:
        said.append(_("{count} to go").format(count=_grouped(shown.waiting)))
    if shown.left_out:
        said.append(_("{count} left out").format(count=_grouped(shown.left_out)))
    return " · ".join(said)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
