"""Courses of a person are written down, mended and taken away, each as one action that can be undone."""

import pytest

from registry_app.domain.errors import Refused
from registry_app.operations import courses, inside
from registry_app.store.registry import Registry


@pytest.fixture
def person(registry: Registry) -> int:
    return inside.save(registry, "person", 0, {"name": "Trần Văn An"}).id


def taken(registry: Registry, person: int) -> list[tuple[str, str | None]]:
    return [(one.name, one.on) for one in courses.courses(registry, person)]


def test_a_course_is_added_and_undone(registry: Registry, person: int) -> None:
    courses.save(registry, person, 0, {"name": " Bồi dưỡng  nghiệp vụ ", "on": "5/2025"})

    assert taken(registry, person) == [("Bồi dưỡng nghiệp vụ", "2025-05")]
    registry.undo()
    assert taken(registry, person) == []


def test_a_course_is_mended(registry: Registry, person: int) -> None:
    courses.save(registry, person, 0, {"name": "Nghiệp vụ", "on": "2024"})
    number = courses.courses(registry, person)[0].id

    courses.save(registry, person, number, {"name": "Nghiệp vụ", "on": "2025"})

    assert taken(registry, person) == [("Nghiệp vụ", "2025")]
    registry.undo()
    assert taken(registry, person) == [("Nghiệp vụ", "2024")]


def test_courses_are_taken_away(registry: Registry, person: int) -> None:
    courses.save(registry, person, 0, {"name": "Nghiệp vụ"})

    courses.remove(registry, [courses.courses(registry, person)[0].id])

    assert taken(registry, person) == []


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Nghiệp vụ", "on": "31/02/2024"}, "on"),
        ({"name": "Nghiệp vụ", "on": "2090"}, "on"),
        ({"name": "a" * 301}, "name"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    registry: Registry, person: int, typed: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        courses.save(registry, person, 0, typed)

    assert [one.field for one in refused.value.problems] == [field]
    assert taken(registry, person) == []


def test_the_same_course_of_the_same_day_is_refused(registry: Registry, person: int) -> None:
    courses.save(registry, person, 0, {"name": "Nghiệp vụ", "on": "2024"})

    with pytest.raises(Refused):
        courses.save(registry, person, 0, {"name": "Nghiệp vụ", "on": "2024"})
