"""``@frozen``: what code made with dataclasses may take for granted holds, and nothing can be changed."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from registry_app.domain.frozen import frozen


@frozen
class Place:
    """A value with a default, and one that is made anew each time."""

    name: str
    floor: int = 1
    marks: Mapping[str, int] = field(default_factory=dict)


@frozen
class Room(Place):
    """One field more than what it is derived from."""

    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall(Place):
    """A dataclass derived from a value."""

    seats: int = 0


@frozen(kw_only=False)
class Point:
    """Made by position."""

    x: int
    y: int = 0


def test_values_are_alike_where_their_fields_are() -> None:
    assert Place(name="A") == Place(name="A")
    assert Place(name="A") != Place(name="A", floor=2)
    assert Place(name="A") != Room(name="A")
    assert len({Point(1), Point(1, 0), Point(2)}) == 2


def test_a_value_is_made_by_name_unless_it_says_otherwise() -> None:
    with pytest.raises(TypeError):
        Place("A")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(floor=2)  # type: ignore[call-arg]

    match Point(3, 4):
        case Point(x, y):
            assert (x, y) == (3, 4)


def test_no_value_can_be_changed_or_hold_more() -> None:
    place = Place(name="A")

    with pytest.raises(FrozenInstanceError):
        place.name = "B"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.name
    assert not hasattr(place, "__dict__")
    assert place.name == "A"


def test_what_is_made_anew_is_shared_by_no_two() -> None:
    assert Place(name="A").marks is not Place(name="A").marks


def test_the_functions_of_dataclasses_take_it_for_one_of_theirs() -> None:
    room = Room(name="A", door="left")

    assert replace(room, floor=3) == Room(name="A", floor=3, door="left")
    assert [one.name for one in fields(Room)] == ["name", "floor", "marks", "door"]
    assert [one.type for one in fields(Point)] == [int, int]
    assert asdict(room) == {"name": "A", "floor": 1, "marks": {}, "door": "left"}


def test_a_dataclass_may_be_derived_from_it() -> None:
    hall = Hall(name="A", seats=40)

    assert replace(hall, floor=2) == Hall(name="A", floor=2, seats=40)
    assert copy.deepcopy(hall) == hall


@pytest.mark.parametrize("one", [Place(name="A", marks={"k": 1}), Room(name="A", door="left"), Point(1)])
def test_copies_and_what_was_packed_are_alike(one: object) -> None:
    assert copy.copy(one) == one
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one


def test_it_shows_its_fields() -> None:
    assert repr(Room(name="A", door="left")) == "Room(name='A', floor=1, marks={}, door='left')"
