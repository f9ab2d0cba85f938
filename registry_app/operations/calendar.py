"""What a user gives to a calendar program: the days on which reviews and summaries are due, as an iCalendar file."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from registry_app import __version__
from registry_app.domain.dates import show_date
from registry_app.domain.model import ModelRow
from registry_app.domain.options import DUES, REVIEW_KINDS, label
from registry_app.domain.search import Moment, Order, Search
from registry_app.domain.words import N_, _, n_
from registry_app.exchange.calendar import Event, calendar
from registry_app.store.registry import Registry

from . import details, whole_file

SUFFIX = ".ics"
WINDOW = 1000
OF_REVIEWS = ("due", "overdue", "soon")
"""Views that ask for reviews alone."""
NAMED = 40
"""So many models are named in the event of a day of summaries."""
USUAL = Search(order=(Order("next_review"),))
"""Every model; those that are not due some day stay out."""


def content(registry: Registry, search: Search, at: Moment) -> tuple[bytes, int]:
    """The file of what is due some day of the models of ``search``, and how many due dates that makes: each review, and
    each day of summaries for all its models together, unless ``search`` asks for reviews alone. A review has the same
    number in every file of this register, so that a calendar moves what it knows."""
    ids = list(registry.models.ids(search, at))
    days = registry.loop.schedule.days(ids)
    events = list(_events(registry, [number for number in ids if number in days], at))
    if search.view not in OF_REVIEWS:
        events += _summaries(registry, ids, at)
    name = _("Reviews due – {ward}").format(ward=registry.settings.ward().name)
    product = f"-//registry_app//registry_app {__version__}//VI"
    return calendar(name, events, product=product, stamp=datetime.now().astimezone()), len(events)


def save(registry: Registry, search: Search, at: Moment, path: Path) -> int:
    """Write the file whole or not at all; how many due dates stand in it. Raises RegistryError."""
    made, count = content(registry, search, at)
    whole_file.write(made, path)
    return count


def _events(registry: Registry, ids: list[int], at: Moment) -> Iterator[Event]:
    register = uuid.UUID(registry.loop.schedule.identity)
    days = registry.loop.schedule.days(ids)
    for start in range(0, len(ids), WINDOW):
        some = ids[start : start + WINDOW]
        reasons = details.reasons(registry, some)
        for row in registry.models.window(some, at):
            if row.due != "none":
                yield Event(
                    uid=f"{uuid.uuid5(register, row.code)}@registry-app",
                    day=days[row.id],
                    summary=_(N_("Review due: {name} ({code})")).format(name=row.name, code=row.code),
                    description=_about(row, reasons.get(row.id, "")),
                    categories=(row.type,),
                )


def _summaries(registry: Registry, ids: list[int], at: Moment) -> Iterator[Event]:
    """One event for each day by which summaries of a kind are asked for: they are the same for nearly every model."""
    register = uuid.UUID(registry.loop.schedule.identity)
    for (kind, day), models in sorted(registry.loop.schedule.summaries(ids).items()):
        text = n_("{kind}: {count} model", "{kind}: {count} models", len(models))
        named = [f"{row.code} {row.name}" for row in registry.models.window(models[:NAMED], at)]
        more = len(models) - len(named)
        if more:
            named.append(n_("and {count} other model", "and {count} other models", more).format(count=more))
        yield Event(
            uid=f"{uuid.uuid5(register, f'{kind} {day}')}@registry-app",
            day=day,
            summary=text.format(kind=label(REVIEW_KINDS, kind), count=len(models)),
            description="\n".join(named),
            categories=(label(REVIEW_KINDS, kind),),
        )


def _about(row: ModelRow, reason: str) -> str:
    due = f"{label(DUES, row.due)}: {show_date(row.next_review)}"
    lines = [due, reason]
    if row.lead:
        lines.append(_("Lead organisation: {name}").format(name=row.lead))
    if row.areas:
        lines.append(_("Areas: {names}").format(names="; ".join(row.areas)))
    return "\n".join(lines)
