"""The courses ("bồi dưỡng") that a person has taken: written down, mended, taken away. Each is one action."""

from collections.abc import Mapping, Sequence
from datetime import date

from registry_app.domain import kinds
from registry_app.domain.dates import first_day
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import CourseId, PersonId
from registry_app.domain.membership import Course
from registry_app.domain.words import N_
from registry_app.store.force import ForceShelf
from registry_app.store.history import Changes
from registry_app.store.registry import Registry

from .typed import canonical

KINDS = {"name": kinds.TEXT, "on": kinds.PARTIAL, "notes": kinds.TEXT}


def courses(registry: Registry, person: int) -> list[Course]:
    """What ``person`` took, in order of days."""
    return ForceShelf(registry).courses_of(person)


def save(registry: Registry, person: int, number: int, typed: Mapping[str, str]) -> Changes:
    """Add (number 0) or change one course: name, on, notes as typed. Raises Refused, ReadOnly."""
    course = _read(registry, PersonId(person), CourseId(number), typed)
    with registry.change(N_("Edit course") if number else N_("Add course")) as change:
        if number:
            ForceShelf(registry).change_course(course)
        else:
            ForceShelf(registry).add_courses([course])
    return change.changes


def remove(registry: Registry, numbers: Sequence[int]) -> Changes:
    """Take away what was entered by mistake, as one action."""
    with registry.change(N_("Delete courses")) as change:
        ForceShelf(registry).remove_courses(numbers)
    return change.changes


def _read(registry: Registry, person: PersonId, number: CourseId, typed: Mapping[str, str]) -> Course:
    values, problems = canonical(KINDS, typed)
    course = Course(id=number, person_id=person, name=values["name"], on=values["on"] or None, notes=values["notes"])
    told = {problem.field for problem in problems}
    problems += [one for one in _problems(registry, course, date.today()) if one.field not in told]
    if problems:
        raise Refused(problems)
    return course


def _problems(registry: Registry, course: Course, today: date) -> list[Problem]:
    found = []
    if not course.name:
        found.append(Problem("name", N_("Give the course a name.")))
    if course.on and first_day(course.on) > today:
        found.append(Problem("on", N_("The course lies in the future.")))
    others = (one for one in courses(registry, course.person_id) if one.id != course.id)
    if any((one.name, one.on) == (course.name, course.on) for one in others):
        found.append(Problem("name", N_("This course of this day is written down already.")))
    return found
