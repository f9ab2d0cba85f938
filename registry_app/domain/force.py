"""The force that the law knows, counted as form BM1 counts it (domain.md 3.6): by decision, as it is, and as it was in
the period before."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date, timedelta

from msgspec import Struct, field

from .dates import first_day
from .ids import PersonId
from .options import EDUCATIONS, END_REASONS

OLDEST = 70
"""Members above this age serve by decision of the ward's chairman (Luật 30/2023/QH15)."""
PERIOD_BEGINS = 15
"""The day of the month on which a period of BM1 begins; it ends on the day before, a month later."""
DIED, FALLEN = "deceased", "fallen"
MERIT, PRAISE, COLLECTIVE, PERSON = "merit", "praise", "collective", "person"
"""Keys of options.AWARD_KINDS and of options.RECIPIENTS."""
RESIGNED = tuple(one.key for one in END_REASONS if one.key not in (DIED, FALLEN))


class Served(Struct, frozen=True, kw_only=True):
    """One person's time in one statutory body (a model) as the register has it; dates are partial ISO text, ``over``
    the first day on which it was over."""

    model: int
    person: int
    sex: str | None
    born: str | None
    education: str | None
    minority: str | None
    begun: str | None
    over: str | None
    reason: str | None


class Recorded(Struct, frozen=True, kw_only=True):
    """What was written down of a body for the period that ended on the day ``on``; None where nothing was."""

    model: int
    on: str
    members_decided: int | None = None
    members_actual: int | None = None
    teams_decided: int | None = None
    teams_actual: int | None = None


class Taken(Struct, frozen=True, kw_only=True):
    """A course that a person took."""

    person: int
    name: str
    on: str | None


class Awarded(Struct, frozen=True, kw_only=True):
    """A commendation among the force: ``kind`` is merit or praise, ``person`` who received it (None: the body itself,
    or ``number`` of its people or teams), ``recipient`` a key of options.RECIPIENTS."""

    id: int
    kind: str
    recipient: str
    person: int | None
    number: int
    on: str | None


class Injured(Struct, frozen=True, kw_only=True):
    """A person was wounded on duty on the day ``on`` (partial ISO text)."""

    id: int = 0
    person_id: PersonId = PersonId(0)
    on: str = ""
    notes: str = ""


class Body(Struct, frozen=True, kw_only=True):
    """A statutory body on the last day of the period: ``decided`` is how many members its teams' decisions name (None
    when none says), ``teams`` how many teams there are."""

    model: int
    code: str
    name: str
    type: str
    decided: int | None
    teams: int
    served: Sequence[Served] = ()
    recorded: Sequence[Recorded] = ()
    taken: Sequence[Taken] = ()
    awards: Sequence[Awarded] = ()
    injured: Sequence[Injured] = ()


class ForceFigures(Struct, frozen=True, kw_only=True):
    """The figures of one body, or of all together, for the period from ``since`` to ``on``. ``before`` is what the
    period before had; ``…_unknown`` are members of whom the register does not say it. None: nobody knows."""

    members_decided: int | None = None
    members_before: int = 0
    members_actual: int = 0
    men: int = 0
    women: int = 0
    sex_unknown: int = 0
    to_70: int = 0
    over_70: int = 0
    age_unknown: int = 0
    education: Mapping[str, int] = field(default_factory=dict)
    education_unknown: int = 0
    minority: int = 0
    minority_unknown: int = 0
    teams_decided: int | None = None
    teams_actual: int = 0
    joined: int = 0
    resigned: int = 0
    died: int = 0
    injured: int = 0
    fallen: int = 0
    course_people: int = 0
    course_classes: int = 0
    merit_collectives: int = 0
    merit_people: int = 0
    praise_collectives: int = 0
    praise_people: int = 0


def period(on: date) -> tuple[date, date]:
    """The first and the last day of the period of BM1 in which ``on`` lies: from the 15th to the 14th."""
    begins = on.replace(day=PERIOD_BEGINS)
    if on.day < PERIOD_BEGINS:
        begins = (begins.replace(day=1) - timedelta(days=1)).replace(day=PERIOD_BEGINS)
    after = (begins + timedelta(days=31)).replace(day=PERIOD_BEGINS)
    return begins, after - timedelta(days=1)


def figures(bodies: Iterable[Body], since: date, on: date) -> ForceFigures:
    """The figures of ``bodies`` together: a person in several of them counts once, sums go over all bodies."""
    wanted = list(bodies)
    served = [one for body in wanted for one in body.served]
    now = {one.person: one for one in served if _holds(one, on)}
    then = {one.person for one in served if _holds(one, since - timedelta(days=1))}
    gone = {one.person: one for one in served if one.person not in now and _ended_in(one, since, on)}
    years = {person: _years(one.born, on) for person, one in now.items()}
    told = [one.education for one in now.values()]
    taken = [one for body in wanted for one in body.taken if one.person in now and _within(one.on, since, on)]
    hurt = {one.person_id for body in wanted for one in body.injured if _within(one.on, since, on)}
    awards = _awards(wanted, {*now, *gone}, since, on)
    return ForceFigures(
        members_decided=_sum(_newest(body, on, lambda one: one.members_decided, body.decided) for body in wanted),
        members_before=_before(wanted, since, len(then)),
        members_actual=len(now),
        men=sum(one.sex == "male" for one in now.values()),
        women=sum(one.sex == "female" for one in now.values()),
        sex_unknown=sum(one.sex is None for one in now.values()),
        to_70=sum(age is not None and age <= OLDEST for age in years.values()),
        over_70=sum(age is not None and age > OLDEST for age in years.values()),
        age_unknown=sum(age is None for age in years.values()),
        education={option.key: told.count(option.key) for option in EDUCATIONS},
        education_unknown=told.count(None),
        minority=sum(one.minority == "yes" for one in now.values()),
        minority_unknown=sum(one.minority is None for one in now.values()),
        teams_decided=_sum(_newest(body, on, lambda one: one.teams_decided, None) for body in wanted),
        teams_actual=sum(body.teams for body in wanted),
        joined=len({person for person, one in now.items() if person not in then}),
        resigned=sum(one.reason not in (DIED, FALLEN) for one in gone.values()),
        died=sum(one.reason == DIED for one in gone.values()),
        injured=len(hurt & {*now, *gone}),
        fallen=sum(one.reason == FALLEN for one in gone.values()),
        course_people=len({one.person for one in taken}),
        course_classes=len({(one.name, one.on) for one in taken}),
        merit_collectives=awards[MERIT, COLLECTIVE],
        merit_people=awards[MERIT, PERSON],
        praise_collectives=awards[PRAISE, COLLECTIVE],
        praise_people=awards[PRAISE, PERSON],
    )


def _awards(bodies: Iterable[Body], members: Set[int], since: date, on: date) -> Counter[tuple[str, str]]:
    """How many were commended in the period, by kind and recipient; a commendation of two bodies counts once."""
    found = {one.id: one for body in bodies for one in body.awards if _within(one.on, since, on)}
    counts: Counter[tuple[str, str]] = Counter()
    for one in found.values():
        if one.person is None or one.person in members:
            counts[one.kind, one.recipient] += one.number
    return counts


def _holds(one: Served, on: date) -> bool:
    begun = one.begun is None or first_day(one.begun) <= on
    return begun and (one.over is None or first_day(one.over) > on)


def _ended_in(one: Served, since: date, on: date) -> bool:
    return one.over is not None and since <= first_day(one.over) <= on


def _within(day: str | None, since: date, on: date) -> bool:
    return day is not None and since <= first_day(day) <= on


def _years(born: str | None, on: date) -> int | None:
    if born is None:
        return None
    day = first_day(born)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def _newest(body: Body, on: date, figure: Callable[[Recorded], int | None], otherwise: int | None) -> int | None:
    """The newest figure written down up to that day."""
    found = [(one.on, figure(one)) for one in body.recorded if first_day(one.on) <= on and figure(one) is not None]
    return max(found)[1] if found else otherwise


def _before(bodies: Sequence[Body], since: date, served: int) -> int:
    """What was written down for the period before, else whom the register knows to have served then."""
    written = [_newest(body, since - timedelta(days=1), lambda one: one.members_actual, None) for body in bodies]
    known = [one for one in written if one is not None]
    return sum(known) if known and len(known) == len(bodies) else served


def _sum(figures: Iterable[int | None]) -> int | None:
    known = [one for one in figures if one is not None]
    return sum(known) if known else None
