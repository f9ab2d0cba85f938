"""Worksheets of a round as they are printed: which rows, known by a code of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from registry_app.domain.errors import NotFound, ReadOnly, Refused
from registry_app.domain.worksheet import PageCode, read_payload
from registry_app.operations import rounds, worksheets
from registry_app.store.registry import Registry

from .rounding import opened


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """The day on which all this happens."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False):
        yield


def test_each_printing_has_a_code_and_its_rows_in_order(registry: Registry) -> None:
    number = opened(registry)
    areas = {area.name: area_id for area_id, area in registry.lists.areas.items()}
    rounds.assign(registry, number, [1], "Bà Liên")

    by_area = worksheets.make(registry, number, area=areas["Tổ dân phố 2"])
    by_reviewer = worksheets.make(registry, number, reviewer="Bà Liên")
    some = worksheets.make(registry, number, rows=[3, 1])

    assert [one.code for one in worksheets.worksheets(registry, number)] == [
        "DRS-2026-001-P03",
        "DRS-2026-001-P02",
        "DRS-2026-001-P01",
    ]
    assert (by_area.rows, by_reviewer.rows, some.rows) == ((3, 4), (1,), (1, 3))
    assert [one.position for one in worksheets.rows_of(registry, by_area)] == [3, 4]
    assert worksheets.by_code(registry, "drs-2026-001-p02") == by_reviewer


def test_rows_left_out_are_not_printed(registry: Registry) -> None:
    number = opened(registry)
    rounds.leave_out(registry, number, [1], "chưa bàn giao")

    assert worksheets.make(registry, number).rows == (2, 3, 4)
    with pytest.raises(Refused):
        worksheets.make(registry, number, rows=[1])


def test_a_preview_is_not_registered(registry: Registry) -> None:
    number = opened(registry)

    assert worksheets.preview(registry, number).code == "DRS-2026-001-P00"
    assert worksheets.worksheets(registry, number) == []


def test_unknown_rows_and_codes_are_told(registry: Registry) -> None:
    number = opened(registry)

    with pytest.raises(Refused, match="7"):
        worksheets.make(registry, number, rows=[7])
    with pytest.raises(NotFound, match="P09"):
        worksheets.by_code(registry, "DRS-2026-001-P09")


def test_a_closed_round_is_not_printed(registry: Registry) -> None:
    number = opened(registry)
    rounds.close(registry, number, "22/11/2026", leave_out_rest="-")

    with pytest.raises(Refused):
        worksheets.make(registry, number)


def test_a_register_that_can_only_be_read_registers_no_printing(registry: Registry) -> None:
    number = opened(registry)
    registry.close()

    with Registry.open(registry.path, read_only=True) as reading:
        assert worksheets.preview(reading, number).rows == (1, 2, 3, 4)
        with pytest.raises(ReadOnly):
            worksheets.make(reading, number)


def test_printing_is_no_action_and_does_not_keep_the_opening_from_being_undone(registry: Registry) -> None:
    number = opened(registry)
    worksheets.make(registry, number)

    registry.undo()

    assert rounds.rounds(registry) == []
    registry.redo()
    assert [one.code for one in worksheets.worksheets(registry, number)] == ["DRS-2026-001-P01"]


def test_the_page_code_is_short_and_reads_back(registry: Registry) -> None:
    sheet = worksheets.make(registry, opened(registry))

    text = sheet.payload(2)

    assert len(text) < 40
    assert text == text.upper()
    assert read_payload(text.lower()) == PageCode(sheet.register, sheet.code, 2)
    assert read_payload("https://example.vn") is None
