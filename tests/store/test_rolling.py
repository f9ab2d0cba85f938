"""A status that was entered ahead holds from its day on for everybody who opens the register, also only to read it."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest
import time_machine

from registry_app.domain.ids import ModelId, StatusId
from registry_app.domain.review import StatusChange
from registry_app.domain.search import Moment, Search
from registry_app.operations import reviewing
from registry_app.store.registry import Registry

from ..making import add

BEFORE, AFTER = "2026-11-22T09:00:00+07:00", "2027-05-01T09:00:00+07:00"


@pytest.fixture
def ahead(registry: Registry) -> tuple[Path, ModelId]:
    """A closed register whose one model ends on 05/03/2027."""
    with time_machine.travel(BEFORE):
        model = add(registry, name="Camera an ninh")
        ended = next(one.id for one in registry.lists.statuses.values() if one.kind == "ended")
        reviewing.change_status(registry, [model], StatusChange(status_id=StatusId(ended), on="2027-03-05", reason="x"))
    registry.close()
    return registry.path, model


def found(path: Path, *, read_only: bool) -> tuple[list[int], list[int]]:
    """All models, and those that ended, as a reader finds them."""
    with Registry.open(path, read_only=read_only) as one:
        at = Moment(date.today())
        return list(one.models.ids(Search(), at)), list(one.models.ids(Search(view="ended"), at))


@pytest.mark.parametrize("read_only", [True, False])
def test_it_does_not_hold_the_day_before_and_holds_afterwards(ahead: tuple[Path, ModelId], read_only: bool) -> None:
    path, model = ahead
    with time_machine.travel("2027-03-04T23:00:00+07:00"):
        assert found(path, read_only=read_only) == ([model], [])
    with time_machine.travel(AFTER):
        assert found(path, read_only=read_only) == ([model], [model])
    assert not path.with_name(f".{path.name}.lock").exists()


def test_it_holds_where_nobody_may_write_and_the_file_stays(
    ahead: tuple[Path, ModelId], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, model = ahead
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    before = hashlib.sha256(path.read_bytes()).digest()

    with time_machine.travel(AFTER):
        assert found(path, read_only=True) == ([model], [model])

    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_register_that_another_program_writes_is_left_to_it(ahead: tuple[Path, ModelId]) -> None:
    path, model = ahead
    with time_machine.travel(BEFORE):
        writer = Registry.open(path)
    with time_machine.travel(AFTER):
        assert found(path, read_only=True) == ([model], [])
        writer.roll()
        assert found(path, read_only=True) == ([model], [model])
    writer.close()
