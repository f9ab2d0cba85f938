"""The life of one model as values to draw: statuses as bands from day to day, founding, launch and reviews as marks."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from registry_app.domain.dates import first_day, show_date
from registry_app.domain.entries import Lists
from registry_app.domain.options import EFFECTIVE, REVIEW_KINDS, label
from registry_app.domain.review import Review
from registry_app.domain.words import _
from registry_app.operations.details import Details

Sort = Literal["founded", "launched", "review", "next"]
SHORTEST = timedelta(days=365)


class Band(Struct, frozen=True, kw_only=True):
    """A status in use from ``start`` up to ``end``; ``kind`` is one of STATUS_KINDS, ``sentence`` says all of it."""

    kind: str
    name: str
    start: date
    end: date
    sentence: str


class Event(Struct, frozen=True, kw_only=True):
    """Something on one day; ``word`` stands over its mark where there is room. ``due`` is one of DUES for the next
    review, else ""."""

    sort: Sort
    on: date
    word: str
    sentence: str
    due: str = ""


class Life(Struct, frozen=True, kw_only=True):
    """Bands and events from the oldest to the newest; ``start`` to ``end`` holds all of them and ``today``."""

    today: date
    start: date
    end: date
    bands: tuple[Band, ...]
    events: tuple[Event, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in words, from the oldest to the newest."""
        told = [(band.start, band.sentence) for band in self.bands] + [(one.on, one.sentence) for one in self.events]
        return tuple(sentence for _day, sentence in sorted(told, key=lambda one: one[0]))


def life(details: Details, lists: Lists, today: date) -> Life:
    """The life of one model as the register knows it on ``today``."""
    events = _events(details, lists)
    days = [today, *(one.on for one in events), *(first_day(one.on) for one in details.statuses if one.on)]
    start, end = min(days), max(days)
    start = min(start, end - SHORTEST)
    return Life(today=today, start=start, end=end, bands=_bands(details, lists, start, end), events=events)


def _bands(details: Details, lists: Lists, start: date, end: date) -> tuple[Band, ...]:
    changes = sorted(details.statuses, key=lambda one: (one.on, one.id))
    days = [first_day(one.on) if one.on else start for one in changes]
    found = []
    for change, day, until in zip(changes, days, [*days, end][1:], strict=True):
        status = lists.statuses[change.status_id]
        if change.on:
            said = _("{status} since {day}").format(status=status.name, day=show_date(change.on))
        else:
            said = _("{status}, since when is not known").format(status=status.name)
        if change.reason:
            said = f"{said}: {change.reason}"
        if until > day or change is changes[-1]:
            found.append(Band(kind=status.kind, name=status.name, start=day, end=max(until, day), sentence=said))
    return tuple(found)


def _events(details: Details, lists: Lists) -> tuple[Event, ...]:
    row, found = details.row, []
    if row.founded_on:
        found.append(_beginning("founded", row.founded_on, _("Founding")))
    if row.launched_on:
        found.append(_beginning("launched", row.launched_on, _("Launch")))
    found += [_review(review, lists) for review in details.reviews if not review.corrected]
    if row.next_review and row.due != "none":
        said = _("Next review: {day}").format(day=show_date(row.next_review))
        found.append(Event(sort="next", on=first_day(row.next_review), word=_("Due"), sentence=said, due=row.due))
    return tuple(sorted(found, key=lambda one: one.on))


def _beginning(sort: Sort, iso: str, word: str) -> Event:
    return Event(sort=sort, on=first_day(iso), word=word, sentence=f"{word}: {show_date(iso)}")


def _review(review: Review, lists: Lists) -> Event:
    grade = lists.grades[review.grade_id].name if review.grade_id else ""
    kind = label(REVIEW_KINDS, review.kind)
    said = "; ".join(part for part in (kind, grade, label(EFFECTIVE, review.effective)) if part)
    return Event(sort="review", on=first_day(review.on), word=grade or kind, sentence=f"{show_date(review.on)}: {said}")
