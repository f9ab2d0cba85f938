"""Reviews by week and area, their spread, and the spread taken over as one action."""

from datetime import date

import pytest

from registry_app.domain.capacity import NO_AREA, SEVERAL
from registry_app.domain.search import Moment, Search
from registry_app.operations import capacity
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)
NEXT_MONDAY = date(2026, 11, 23)
"""TODAY is a Sunday."""


@pytest.fixture
def ward(registry: Registry) -> Registry:
    """Six models that are due in one week, one overdue, one paused, one that is due in a year."""
    for number in range(1, 5):
        add(registry, f"Camera {number}", review_on="2026-12-09", areas="Tổ 5")
    add(registry, "Camera 5", review_on="2026-12-10", areas="Tổ 5; Tổ 6")
    add(registry, "Camera 6", review_on="2026-12-11")
    add(registry, "Quá hạn", review_on="2026-03-01", areas="Tổ 6")
    add(registry, "Năm sau", review_on="2027-12-01")
    add(registry, "Không", interval_months="0")
    return registry


def test_each_week_says_how_many_are_due_in_which_area(ward: Registry) -> None:
    found = capacity.load(ward, TODAY, 4)

    five, six = (next(number for number, name in found.areas.items() if name == wanted) for wanted in ("Tổ 5", "Tổ 6"))
    assert [dict(week.by_area) for week in found.weeks] == [{six: 1}, {}, {}, {}, {five: 4, SEVERAL: 1, NO_AREA: 1}]
    assert list(found.areas.values()) == ["Tổ 5", "Tổ 6", "Nhiều địa bàn", "Chưa có địa bàn"]
    assert found.total == 7 == ward.models.view_counts(Moment(TODAY, 21))["due"]


def test_a_spread_is_proposed_and_nothing_written(ward: Registry) -> None:
    before = ward.undoable

    found = capacity.propose(ward, TODAY, capacity=3, reach=14)

    first = found.moves[0]
    assert (first.name, first.before, first.after) == (
        "Quá hạn", date(2026, 3, 1), NEXT_MONDAY,
    )  # fmt: skip
    assert len(found.moves) == 4
    assert max(week.total for week in found.after.weeks) == 3
    assert found.left == ()
    assert ward.undoable == before


def test_what_finds_no_room_is_named(ward: Registry) -> None:
    found = capacity.propose(ward, TODAY, capacity=1, reach=7)

    assert len(found.left) == 3
    assert all(code.startswith("CAM-2026-") for code, _name in found.left)


def test_the_spread_becomes_the_models_own_dates_as_one_action(ward: Registry) -> None:
    found = capacity.propose(ward, TODAY, capacity=3, reach=14)
    before = rows(ward)

    capacity.apply(ward, found.moves, TODAY)

    after = rows(ward)
    for move in found.moves:
        assert after[move.code] == (move.after.isoformat(), move.after.isoformat())
    assert sum(after[code] != before[code] for code in after) == 4
    assert capacity.load(ward, TODAY).weeks == found.after.weeks
    ward.undo()
    assert rows(ward) == before


def test_what_is_proposed_after_it_was_taken_over_is_nothing(ward: Registry) -> None:
    capacity.apply(ward, capacity.propose(ward, TODAY, capacity=3, reach=14).moves, TODAY)

    assert capacity.propose(ward, TODAY, capacity=3, reach=14).moves == ()


def rows(registry: Registry) -> dict[str, tuple[str | None, str | None]]:
    found = registry.models.window(registry.models.ids(Search(), AT), AT)
    return {row.code: (row.review_on, row.next_review) for row in found}
