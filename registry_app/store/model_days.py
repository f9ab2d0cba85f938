"""What of a model changes by the calendar alone – whether its teams have a leader, when its summaries are due – worked
out for many at once. Called by ``derived`` and ``model_rows`` and nowhere else."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from registry_app.domain.dates import first_day
from registry_app.domain.office_days import OfficeDays
from registry_app.domain.summaries import Rule, summary

from .engine import Connection

LEADING = """SELECT s.model_id, s.valid_from, s.valid_to, l.valid_from, l.valid_to, x.valid_from, x.valid_to,
    x.id IS NOT NULL FROM site s JOIN team l ON l.site_id = s.id LEFT JOIN membership x ON x.team_id = l.id
    AND x.role_id IN (SELECT id FROM role WHERE kind = 'leader')
    WHERE s.model_id IN (SELECT value FROM json_each(?))"""
SUMMARISED = """SELECT model_id, kind, max("on") FROM review r WHERE kind IN ('interim', 'final')
    AND model_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM review c WHERE c.corrects = r.id)
    GROUP BY model_id, kind"""


class Span(NamedTuple):
    """From a day until the day before another (partial ISO dates; None: open)."""

    begun: str | None
    over: str | None

    def holds(self, on: str) -> bool:
        """Whether ``on`` lies in it; as text a partial date stands to a whole day just as its first day does."""
        return (self.begun is None or self.begun <= on) and (self.over is None or self.over > on)


class Leading(Struct):
    """One model: whether any team of it holds and any is led, and the next day on which that may change."""

    held: bool = False
    led: bool = False
    until: str | None = None

    @property
    def leaderless(self) -> bool:
        """Whether it has teams and none of them a leader. Of a model without teams nobody has said who leads it: that
        is no vacant seat."""
        return self.held and not self.led

    def take(self, spans: Sequence[Span], on: str, *, leads: bool) -> None:
        """One more line: its site, then team, then leader if there is one."""
        self.held = self.held or all(one.holds(on) for one in spans[:2])
        self.led = self.led or (leads and all(one.holds(on) for one in spans))
        for day in (day for one in spans for day in one if day and day > on):
            whole = first_day(day).isoformat()
            self.until = min(self.until or whole, whole)


NOBODY = Leading()


def leading(connection: Connection, ids: str, today: date) -> dict[int, Leading]:
    """How the models of ``ids`` (a JSON list) are led on the day; those without a team are left out."""
    found: dict[int, Leading] = {}
    on = today.isoformat()
    for model, *days, leads in connection.execute(LEADING, (ids,)):
        spans = [Span(days[0], days[1]), Span(days[2], days[3])]
        spans += [Span(days[4], days[5])] if leads else []
        found.setdefault(model, Leading()).take(spans, on, leads=bool(leads))
    return found


def summaries(
    connection: Connection, ids: str, models: Iterable[Mapping[str, Any]], rules: Sequence[Rule], days: OfficeDays
) -> list[tuple[object, ...]]:
    """The rows of model_summary for ``models`` (id, founded_on, launched_on), which are among ``ids``."""
    last = {(model, kind): on for model, kind, on in connection.execute(SUMMARISED, (ids,))} if rules else {}
    found: list[tuple[object, ...]] = []
    for one in models:
        start = one["founded_on"] or one["launched_on"]
        for rule in rules:
            made = summary(rule, last_on=last.get((one["id"], rule.kind)), start=start, days=days)
            found.append((rule.kind, one["id"], made.last_on, made.next_on, made.due_day))
    return found
