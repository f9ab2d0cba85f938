"""Days as an iCalendar file (RFC 5545) that any calendar program reads: all-day events, nothing else."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

LONGEST = 75
"""Octets of a line; longer ones are folded."""
BREAK = "\r\n"
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class Event(Struct, frozen=True, kw_only=True):
    """Something on one ``day``. A calendar that knows its ``uid`` replaces what it had under it."""

    uid: str
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()


def calendar(name: str, events: Iterable[Event], *, product: str, stamp: datetime) -> bytes:
    """The file: ``name`` is what the calendar is called, ``product`` which program made it, ``stamp`` when."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_text(product)}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_text(name)}", f"NAME:{_text(name)}"]
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(part + BREAK for line in lines for part in folded(line)).encode()


def folded(line: str) -> Iterator[str]:
    """``line`` in parts of at most 75 octets, none broken inside a letter; those that go on begin with a space."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > LONGEST:
            yield part
            part, octets = " ", 1
        part += letter
        octets += size
    yield part


def _event(event: Event, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(_text, event.categories))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """``text`` as a value: what means something there is escaped, other control characters are left out."""
    plain = "".join(letter for letter in text if letter == "\n" or letter >= " ")
    return plain.translate(ESCAPES)
