"""The list of what was given out: added to, never undone, in no history."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from registry_app.domain.errors import ReadOnly, RegistryError
from registry_app.domain.search import Moment, Search
from registry_app.store.given_out import Given
from registry_app.store.registry import Registry

from ..making import TODAY, add

GIVEN = Given(
    at="2026-11-22T09:00:00+07:00",
    who="Lan",
    computer="may-1",
    report="Danh sách thành viên",
    criteria="Tất cả thành viên",
    people=12,
    copy="posting",
    way="pdf",
)


def test_the_newest_stands_first(registry: Registry) -> None:
    registry.given_out.add(GIVEN)
    registry.given_out.add(replace(GIVEN, way="print"))

    assert [one.way for one in registry.given_out.all()] == ["print", "pdf"]
    assert registry.given_out.all(limit=1)[0].way == "print"
    assert registry.given_out.all()[1] == GIVEN


def test_it_is_no_action_and_is_not_taken_back(registry: Registry) -> None:
    add(registry, "Camera an ninh")
    before = registry.undoable

    registry.given_out.add(GIVEN)

    assert registry.undoable == before
    registry.undo()
    assert registry.given_out.all() == [GIVEN]
    assert registry.models.count(Search(), Moment(TODAY)) == 0


def test_it_is_on_the_disk_at_once(registry: Registry) -> None:
    registry.given_out.add(GIVEN)

    with Registry.open(registry.path, read_only=True) as other:
        assert other.given_out.all() == [GIVEN]


def test_nothing_but_the_note_can_be_written_afterwards(registry: Registry) -> None:
    registry.given_out.add(GIVEN)

    with pytest.raises(Exception, match="readonly"):
        registry.connection.execute("DELETE FROM given_out")


def test_a_register_that_can_only_be_read_takes_none(new_register: Path) -> None:
    with Registry.open(new_register, read_only=True) as registry, pytest.raises(ReadOnly):
        registry.given_out.add(GIVEN)


def test_a_wrong_copy_leaves_nothing_behind(registry: Registry) -> None:
    with pytest.raises(Exception, match="CHECK"):
        registry.given_out.add(replace(GIVEN, copy="zork"))

    assert registry.given_out.all() == []
    registry.given_out.add(GIVEN)
    assert registry.given_out.all() == [GIVEN]


def test_a_register_that_was_replaced_takes_none(registry: Registry, new_register: Path) -> None:
    registry.path.unlink()
    registry.path.write_bytes(new_register.read_bytes())

    with pytest.raises(RegistryError, match="thay"):
        registry.given_out.add(GIVEN)
