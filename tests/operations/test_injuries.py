"""When a person was wounded on duty is written down, mended and taken away, each as one action that can be undone."""

import pytest

from registry_app.domain.errors import Refused
from registry_app.operations import injuries, inside
from registry_app.store.registry import Registry


@pytest.fixture
def person(registry: Registry) -> int:
    return inside.save(registry, "person", 0, {"name": "Trần Văn An"}).id


def days(registry: Registry, person: int) -> list[str]:
    return [one.on for one in injuries.injuries(registry, person)]


def test_a_day_is_added_mended_and_taken_away_and_each_is_undone(registry: Registry, person: int) -> None:
    injuries.save(registry, person, 0, {"on": "5/2025", "notes": "Bắt cướp"})
    (one,) = injuries.injuries(registry, person)
    assert (one.on, one.notes) == ("2025-05", "Bắt cướp")

    injuries.save(registry, person, one.id, {"on": "12/5/2025"})
    assert days(registry, person) == ["2025-05-12"]

    injuries.remove(registry, [one.id])
    assert days(registry, person) == []
    registry.undo()
    registry.undo()
    assert days(registry, person) == ["2025-05"]


@pytest.mark.parametrize("on", ["", "31/2/2025", "2090"])
def test_a_day_that_cannot_be_is_refused(registry: Registry, person: int, on: str) -> None:
    with pytest.raises(Refused) as refused:
        injuries.save(registry, person, 0, {"on": on})

    assert [problem.field for problem in refused.value.problems] == ["on"]


def test_a_day_is_written_down_once(registry: Registry, person: int) -> None:
    injuries.save(registry, person, 0, {"on": "2025"})

    with pytest.raises(Refused):
        injuries.save(registry, person, 0, {"on": "2025"})


def test_what_is_known_of_a_person_goes_with_them(registry: Registry, person: int) -> None:
    injuries.save(registry, person, 0, {"on": "2025"})

    inside.remove(registry, "person", [person])

    assert days(registry, person) == []
    registry.undo()
    assert days(registry, person) == ["2025"]
