"""Closing a round: reviews are written, dates follow, the snapshot stays; all of it one action that can be taken
back."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.entries import Grade
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import RoundId
from registry_app.domain.review import StatusChange
from registry_app.domain.search import Moment
from registry_app.operations import models, reviewing, rounds
from registry_app.operations.rounds import Entered, Snapshot
from registry_app.store.registry import Registry

from ..making import TODAY, add
from .rounding import NEW, enter_all, opened, row, ward
from .test_rounds import ended


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """The day on which all this happens."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False):
        yield


def told(registry: Registry, number: RoundId, on: str = "22/11/2026", **more: str) -> tuple[Problem, ...]:
    """What closing is refused for."""
    with pytest.raises(Refused) as refused:
        rounds.close(registry, number, on, **more)
    return refused.value.problems


def test_closing_writes_reviews_and_next_dates_follow(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá", effective="yes", findings="Đều")
    rounds.enter(registry, number, [Entered(position=1, on="5/11/2026", decision="giữ nguyên")])

    done = rounds.close(registry, number, "20/11/2026")

    assert done.reviews == 4
    first = row(registry, number, 1)
    (review,) = registry.reviews.of(first.model_id)
    assert review.id == first.review_id
    assert (review.kind, review.on, review.findings, review.decision) == ("review", "2026-11-05", "Đều", "giữ nguyên")
    (other,) = registry.reviews.of(row(registry, number, 2).model_id)
    assert other.on == "2026-11-20"
    (shown,) = registry.models.window([first.model_id], Moment(TODAY))
    assert (shown.grade, shown.effective, shown.next_review) == ("Khá", "yes", "2027-05-05")
    assert rounds.one(registry, number).round.closed_on == "2026-11-20"


def test_rows_left_out_get_no_review(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá")
    rounds.leave_out(registry, number, [2], "mới thành lập")

    assert rounds.close(registry, number, "22/11/2026").reviews == 3
    assert registry.reviews.of(row(registry, number, 2).model_id) == []


def test_a_round_with_waiting_rows_is_closed_only_with_a_reason(registry: Registry) -> None:
    number = opened(registry)
    rounds.enter(registry, number, [Entered(position=1, grade="Tốt"), Entered(position=2, findings="chờ")])

    (problem,) = told(registry, number)

    assert problem.field == "leave_out_rest"
    assert "3" in str(problem)
    done = rounds.close(registry, number, "22/11/2026", leave_out_rest="hết thời gian")
    assert done.reviews == 1
    assert [row(registry, number, position).left_out for position in (1, 2)] == ["", "hết thời gian"]


def test_points_go_with_the_review(registry: Registry) -> None:
    ward(registry)
    with registry.change("Add to list"):
        execute = registry.connection.execute
        execute("INSERT INTO score_sheet (id, name) VALUES (1, 'Thang 10')")
        execute("INSERT INTO score_criterion (sheet_id, number, name, most) VALUES (1, '1', 'Chung', 100)")
    number = rounds.open_round(registry, replace(NEW, sheet_id=1)).id
    rounds.enter(registry, number, [Entered(position=1, grade="Tốt", points={"1": "9,5"})])

    rounds.close(registry, number, "22/11/2026", leave_out_rest="-")

    kept = registry.connection.execute("SELECT review_id, points FROM review_score").fetchall()
    assert kept == [(row(registry, number, 1).review_id, 95)]


def test_an_own_review_date_is_cleared_as_by_any_review(registry: Registry) -> None:
    number = opened(registry)
    model = row(registry, number, 1).model_id
    models.edit(registry, model, {"review_on": "30/11/2026"})
    enter_all(registry, number, grade="Khá")

    rounds.close(registry, number, "22/11/2026")

    assert registry.models.one(model).review_on is None
    registry.undo()
    assert registry.models.one(model).review_on == "2026-11-30"


def test_undoing_the_closing_opens_the_round_and_withdraws_the_snapshot(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá")
    rounds.close(registry, number, "22/11/2026")

    registry.undo()

    assert rounds.one(registry, number).is_open
    assert registry.reviews.of(row(registry, number, 1).model_id) == []
    assert [one.withdrawn for one in rounds.snapshots(registry, number)] == [True]
    registry.redo()
    assert [one.withdrawn for one in rounds.snapshots(registry, number)] == [False]
    assert len(registry.reviews.of(row(registry, number, 1).model_id)) == 1


def test_closing_again_makes_a_new_snapshot(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá")
    rounds.close(registry, number, "21/11/2026")
    registry.undo()
    rounds.enter(registry, number, [Entered(position=1, grade="Tốt")])

    rounds.close(registry, number, "22/11/2026")

    found = rounds.snapshots(registry, number)
    assert [(one.on, one.withdrawn) for one in found] == [("2026-11-22", False), ("2026-11-21", True)]
    assert len(set(map(_grades, found))) == 2


def test_the_snapshot_counts_the_day_and_the_round(registry: Registry) -> None:
    number = opened(registry)
    add(registry, "Ngoài đợt", areas="Tổ dân phố 3")
    enter_all(registry, number, grade="Khá", effective="yes")
    rounds.enter(registry, number, [Entered(position=1, grade="Yếu", effective="no")])
    rounds.leave_out(registry, number, [4], "chưa bàn giao")
    rounds.close(registry, number, "22/11/2026")

    (found,) = rounds.snapshots(registry, number)

    assert found.counts.models.models == 5
    assert found.counts.status_kinds == {"active": 5}
    assert {found.name("grade", grade): count for grade, count in found.counts.grades.items()} == {
        "Yếu": 1,
        "Khá": 2,
        "": 2,
    }
    assert found.counts.effective == {"yes": 2, "no": 1, "": 2}
    assert {found.name("area", area): figures.sites for area, figures in found.counts.areas.items()} == {
        "Tổ dân phố 1": 3,
        "Tổ dân phố 2": 2,
        "Tổ dân phố 3": 1,
    }
    assert sum(figures.models for figures in found.counts.types.values()) == 5
    assert (found.seen.rows, found.seen.entered, found.seen.left_out, found.seen.never_before) == (4, 3, 1, 3)


def test_the_snapshot_never_changes(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá", effective="yes")
    rounds.close(registry, number, "22/11/2026")
    (before,) = rounds.snapshots(registry, number)
    good = next(one for one in registry.lists.grades.values() if one.name == "Khá")

    add(registry, "Thêm sau")
    models.trash(registry, [row(registry, number, 1).model_id])
    reviewing.change_status(
        registry,
        [row(registry, number, 2).model_id],
        StatusChange(status_id=ended(registry), on="2026-07-02", reason="x"),
    )
    with registry.change("Edit list"):
        registry.entries.save(replace(good, name="Loại khá", retired=True))

    (after,) = rounds.snapshots(registry, number)
    assert (after.counts, after.seen, after.on, after.at) == (before.counts, before.seen, before.on, before.at)
    assert after.name("grade", good.id) == "Loại khá"


def test_a_deleted_entry_is_still_named_by_the_snapshot(registry: Registry) -> None:
    number = opened(registry)
    with registry.change("Add to list"):
        grade = registry.entries.save(Grade(name="Đặc biệt", position=9))
    enter_all(registry, number, grade="Đặc biệt")
    rounds.close(registry, number, "22/11/2026")
    registry.undo()
    enter_all(registry, number, grade="Tốt")
    with registry.change("Delete"):
        registry.entries.delete(registry.lists.grades[grade])  # type: ignore[index]

    (found,) = rounds.snapshots(registry, number)

    assert found.name("grade", grade) == "Đặc biệt"


@pytest.mark.parametrize("day", ["", "23/11/2026", "30/6/2026", "2026", "hôm qua"])
def test_a_wrong_closing_day_is_told(registry: Registry, day: str) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá")

    (problem,) = told(registry, number, day)

    assert problem.field == "on"


def test_a_round_is_closed_after_its_period_and_dates_reviews_into_it(registry: Registry) -> None:
    number = opened(registry, period_from="1/1/2026", period_to="30/9/2026", deadline="")
    enter_all(registry, number, grade="Khá")

    rounds.close(registry, number, "22/11/2026")

    (review,) = registry.reviews.of(row(registry, number, 1).model_id)
    assert review.on == "2026-09-30"


def test_models_that_have_gone_are_named_by_row(registry: Registry) -> None:
    number = opened(registry)
    enter_all(registry, number, grade="Khá")
    rounds.enter(registry, number, [Entered(position=3, on="22/11/2026")])
    models.trash(registry, [row(registry, number, 1).model_id])
    reviewing.change_status(
        registry,
        [row(registry, number, 2).model_id],
        StatusChange(status_id=ended(registry), on="2026-11-01", reason="x"),
    )

    found = told(registry, number, "21/11/2026")

    assert [problem.field for problem in found] == ["1.model", "2.model", "3.on"]
    assert rounds.one(registry, number).is_open


def test_a_closed_round_is_closed_once(registry: Registry) -> None:
    number = opened(registry)
    rounds.close(registry, number, "22/11/2026", leave_out_rest="hết thời gian")

    (problem,) = told(registry, number)

    assert problem.field == "round"


def test_the_preview_says_what_closing_would_do_and_writes_nothing(registry: Registry) -> None:
    number = opened(registry)
    rounds.enter(
        registry, number, [Entered(position=1, grade="Khá", effective="yes"), Entered(position=2, grade="Yếu")]
    )
    rounds.leave_out(registry, number, [4], "chưa bàn giao")
    generation = registry.connection.execute("SELECT generation FROM register").fetchone()

    found = rounds.closing(registry, number)

    assert ([one.position for one in found.waiting], found.left_out, found.reviews) == ([3], 1, 2)
    assert sorted(found.grades.values()) == [1, 1]
    assert found.effective == {"yes": 1, "": 1}
    assert sum(count for _month, count in found.next_dates) == 2
    assert found.next_dates[0][0] == "2027-05"
    assert registry.connection.execute("SELECT generation FROM register").fetchone() == generation
    assert [problem.field for problem in rounds.closing(registry, number, "1/1/2030").problems] == ["on"]


def _grades(one: Snapshot) -> tuple[tuple[int | None, int], ...]:
    return tuple(one.seen.grades.items())
