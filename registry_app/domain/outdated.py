"""Why a model looks outdated: reasons with their evidence, weighed by the ward's own weights and limits.

Pure: facts of one model in, reasons out. What is asked for nobody knows a law of (domain.md 2.2): all are settings.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

from .dates import add_months, first_day, last_day, show_date
from .ids import ModelId
from .words import N_, _


class Rule(Struct, frozen=True, kw_only=True):
    """One kind of reason: what its ``limit`` counts is said by ``unit`` (a marked text, "" without a limit);
    a ``weight`` of 0 turns it off."""

    key: str
    label: str
    weight: int
    limit: int = 0
    unit: str = ""


RULES = (
    Rule(key="area_gone", label=N_("Its areas are gone"), weight=5),
    Rule(key="members_ended", label=N_("All its members have ended"), weight=5),
    Rule(key="period_over", label=N_("The period of its founding paper is over"), weight=4),
    Rule(key="weak", label=N_("Weak at every review"), weight=4, limit=2, unit=N_("reviews running")),
    Rule(key="never_reviewed", label=N_("Never reviewed"), weight=3, limit=12, unit=N_("months since it began")),
    Rule(key="inactive", label=N_("No activity"), weight=3, limit=24, unit=N_("months")),
    Rule(key="overdue", label=N_("Review overdue"), weight=2, limit=30, unit=N_("days")),
    Rule(key="vacant", label=N_("Nobody leads it"), weight=2),
    Rule(key="same_members", label=N_("Same members as another model"), weight=2, limit=80, unit=N_("per cent")),
    Rule(key="same_name", label=N_("Same name as another model"), weight=1),
)
"""The gravest first. Weights and limits as long as the ward says nothing else."""
LABELS = {one.key: one.label for one in RULES}
PLACES = {one.key: place for place, one in enumerate(RULES)}
NOBODY_LEADS = N_("no team of it has a leader")
MOST_CODES = 3
FEWEST = 3
"""Of fewer members nothing follows from their being in another model too."""


class Facts(NamedTuple):
    """What is known of one active model; days are ISO text (``founded_on``, ``period_day`` full days), None unknown.

    ``last_activity`` is the newest day of anything written of it, ``vacant`` whether it has teams and nobody leads one,
    ``served`` how many ever belonged to it and ``serving`` how many do, ``served_until`` when the last one ended;
    ``sites`` its sites and ``gone`` the areas of those that are no more; ``twins`` codes of models of the same name;
    ``shared`` the model with most of its members: code, how many.
    """

    id: ModelId
    began_on: str | None = None
    last_review: str | None = None
    scheduled: bool = False
    due_day: str | None = None
    period_day: str | None = None
    weak_run: int = 0
    weak_since: str | None = None
    last_activity: str | None = None
    vacant: bool = False
    served: int = 0
    serving: int = 0
    served_until: str | None = None
    sites: int = 0
    gone: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    shared: tuple[str, int] = ("", 0)


class Reason(NamedTuple):
    """One reason: the key of its rule, its weight, and the evidence: a marked text with its values."""

    key: str
    weight: int
    text: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        """The evidence as a sentence in the language in use; days as people write them."""
        shown = {name: show_date(str(v)) if name.endswith("day") else v for name, v in self.values.items()}
        return _(self.text).format(**shown)


class Judge:
    """Reasons on the day ``on`` by the ward's ``changes`` of RULES (key, weight, limit)."""

    def __init__(self, on: date, changes: Sequence[tuple[str, int, int]] = ()) -> None:
        changed = {key: (weight, limit) for key, weight, limit in changes}
        self.rules = {one.key: changed.get(one.key, (one.weight, one.limit)) for one in RULES}
        self._on = on
        self._today = on.isoformat()
        self._late = (on - timedelta(days=self.rules["overdue"][1])).isoformat()
        self._old = add_months(self._today, -self.rules["never_reviewed"][1], None)
        self._still = add_months(self._today, -self.rules["inactive"][1], None)

    def reasons(self, facts: Facts) -> list[Reason]:
        """Every reason why the model of ``facts`` looks outdated, the gravest first."""
        found: list[Reason] = []
        self._of_time(facts, found)
        self._of_reviews(facts, found)
        if facts.served:
            self._of_people(facts, found)
        elif facts.vacant:
            self._tell(found, "vacant", NOBODY_LEADS)
        self._of_others(facts, found)
        if len(found) > 1:
            found.sort(key=lambda one: (-one.weight, PLACES[one.key]))
        return found

    def _tell(self, found: list[Reason], key: str, text: str, **values: object) -> None:
        weight = self.rules[key][0]
        if weight:
            found.append(Reason(key, weight, text, values))

    def _of_time(self, facts: Facts, found: list[Reason]) -> None:
        if facts.period_day and facts.period_day < self._today:
            text = N_("the period of the founding paper ended on {day}")
            self._tell(found, "period_over", text, day=facts.period_day)
        if facts.last_activity and facts.last_activity < self._still:
            self._tell(found, "inactive", N_("nothing was written of it since {day}"), day=facts.last_activity)

    def _of_reviews(self, facts: Facts, found: list[Reason]) -> None:
        if facts.weak_run >= self.rules["weak"][1] > 0:
            text = N_("weak at {count} reviews running, since {day}")
            self._tell(found, "weak", text, count=facts.weak_run, day=facts.weak_since)
        if not facts.last_review and facts.scheduled and facts.began_on and facts.began_on < self._old:
            text = N_("never reviewed since it began on {day}")
            self._tell(found, "never_reviewed", text, day=facts.began_on)
        if facts.due_day and facts.due_day < self._late:
            days = (self._on - date.fromisoformat(facts.due_day)).days
            self._tell(found, "overdue", N_("review overdue by {days} days"), days=days)

    def _of_people(self, facts: Facts, found: list[Reason]) -> None:
        if not facts.serving:
            text = N_("all {count} members have ended, the last one on {day}")
            self._tell(found, "members_ended", text, count=facts.served, day=facts.served_until or "")
        elif facts.vacant:
            self._tell(found, "vacant", NOBODY_LEADS)
        code, shared = facts.shared
        if facts.serving >= FEWEST and shared * 100 >= self.rules["same_members"][1] * facts.serving > 0:
            text = N_("{shared} of {count} members are also in {code}")
            self._tell(found, "same_members", text, shared=shared, count=facts.serving, code=code)

    def _of_others(self, facts: Facts, found: list[Reason]) -> None:
        if facts.sites and len(facts.gone) == facts.sites:
            text = N_("its areas are no more: {names}")
            self._tell(found, "area_gone", text, names=", ".join(dict.fromkeys(facts.gone)))
        if facts.twins:
            codes = ", ".join(facts.twins[:MOST_CODES]) + "…" * (len(facts.twins) > MOST_CODES)
            self._tell(found, "same_name", N_("the same name as {codes}"), codes=codes)


def weight(reasons: Sequence[Reason]) -> int:
    """How much ``reasons`` weigh together."""
    return sum(one.weight for one in reasons)


def began(founded_on: str | None, launched_on: str | None) -> str | None:
    """The first day of a model as full ISO text."""
    start = founded_on or launched_on
    return first_day(start).isoformat() if start else None


def ends(period_to: str | None) -> str | None:
    """The last day of a period that ends on the partial date ``period_to``, as full ISO text."""
    return last_day(period_to).isoformat() if period_to else None
