"""The sample ward's statutory bodies on paper: what was written down of periods before, and the courses taken."""

from datetime import date

from registry_app.domain import force
from registry_app.domain.force import Recorded
from registry_app.domain.ids import PersonId
from registry_app.domain.membership import Course
from registry_app.store.registry import Registry

from .files import data

PERIODS = (date(2026, 9, 14), date(2026, 10, 14), date(2026, 11, 14))
COURSE_DAYS = ("2025-10-21", "2026-10-20", "2026-11-06")
ABSENT = 4
"""One in so many was not at a course."""


def fill(registry: Registry) -> None:
    """Write down the figures of the last periods and who took which course; stands inside an open action."""
    for on in PERIODS:
        since, _end = force.period(on)
        for body in registry.force.bodies(on):
            found = force.figures([body], since, on)
            registry.force.record(
                Recorded(
                    model=body.model,
                    on=on.isoformat(),
                    members_decided=body.decided,
                    members_actual=found.members_actual,
                    teams_decided=body.teams,
                    teams_actual=body.teams,
                )
            )
    names = data("sample", "inside.json")["courses"]
    bodies = [body for body in registry.force.bodies(PERIODS[-1]) if body.code.startswith("BVAN")]
    people = dict.fromkeys(one.person for body in bodies for one in body.served if one.over is None)
    registry.force.add_courses(
        Course(person_id=PersonId(person), name=names[number % len(names)], on=on)
        for number, on in enumerate(COURSE_DAYS)
        for place, person in enumerate(people)
        if (place + number) % ABSENT
    )
