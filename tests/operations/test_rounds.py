"""Opening a round: what it takes, in which order, frozen from then on; its rows and how far it has come."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from msgspec.structs import replace

from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import StatusId
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Filter, Moment, Search
from registry_app.operations import models, reviewing, rounds
from registry_app.operations.rounds import Entered, NewRound
from registry_app.store.registry import Registry

from ..making import TODAY, add
from .rounding import NEW, enter_all, opened, row, ward

PLAIN = NewRound(name="Đợt", period_from="1/7/2026", period_to="31/12/2026")


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """The day on which all this happens."""
    with time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False):
        yield


def ended(registry: Registry) -> StatusId:
    """A label of kind ended."""
    return next(number for number, one in registry.lists.statuses.items() if one.kind == "ended")


def test_a_round_is_opened_as_one_action_with_a_code_of_its_year(registry: Registry) -> None:
    ward(registry)

    done = rounds.open_round(registry, NEW)

    shown = rounds.one(registry, done.id)
    assert (done.code, done.rows, shown.rows, shown.waiting) == ("DRS-2026-001", 4, 4, 4)
    assert (shown.round.period_from, shown.round.deadline) == ("2026-07-01", "2026-12-15")
    assert shown.round.kind == "review"
    registry.undo()
    assert rounds.rounds(registry) == []


def test_rows_stand_by_area_and_keep_the_order_of_the_search_inside(registry: Registry) -> None:
    ward(registry)
    search = Search().sorted_by("name", descending=True)

    number = rounds.open_round(registry, replace(PLAIN, search=search)).id

    found = [(one.position, one.area, one.model) for one in rounds.rows(registry, number)]
    assert found == [
        (1, "Tổ dân phố 1", "Zalo an ninh"),
        (2, "Tổ dân phố 1", "Camera ngõ 3"),
        (3, "Tổ dân phố 2", "Tổ liên gia số 2"),
        (4, "Tổ dân phố 2", "Tiếng loa an ninh"),
    ]


def test_reviewers_are_given_by_area(registry: Registry) -> None:
    ward(registry)
    areas = {area.name: number for number, area in registry.lists.areas.items()}

    new = replace(PLAIN, reviewers={areas["Tổ dân phố 2"]: " Ông  Hòa "})
    number = rounds.open_round(registry, new).id

    assert [one.reviewer for one in rounds.rows(registry, number)] == ["", "", "Ông Hòa", "Ông Hòa"]


def test_ended_and_trashed_models_are_not_taken(registry: Registry) -> None:
    first, second, *_others = ward(registry)
    reviewing.change_status(registry, [first], StatusChange(status_id=ended(registry), on="2026-01-01", reason="cũ"))
    models.trash(registry, [second])

    assert rounds.scope(registry, Search(view="all"), Moment(TODAY)) == 2
    assert rounds.scope(registry, Search(view="trash"), Moment(TODAY)) == 0
    assert rounds.open_round(registry, NEW).rows == 2


def test_the_scope_is_frozen_at_the_opening(registry: Registry) -> None:
    ward(registry)
    camera = next(number for number, one in registry.lists.types.items() if one.code == "CAM")
    search = Search(filters=(Filter("type", (camera,)),))
    number = rounds.open_round(registry, replace(PLAIN, search=search)).id
    before = [one.code for one in rounds.rows(registry, number)]

    add(registry, "Camera mới")

    assert [one.code for one in rounds.rows(registry, number)] == before
    assert rounds.one(registry, number).round.search == search


def test_a_round_over_nothing_is_refused(registry: Registry) -> None:
    with pytest.raises(Refused) as told:
        rounds.open_round(registry, NEW)

    assert [problem.field for problem in told.value.problems] == ["search"]


def test_everything_wrong_with_a_new_round_is_told_at_its_field(registry: Registry) -> None:
    ward(registry)
    new = NewRound(name=" ", kind="gì đó", period_from="31/12/2026", period_to="2026", deadline="1/1/2026")

    with pytest.raises(Refused) as told:
        rounds.open_round(registry, new)

    assert {problem.field for problem in told.value.problems} == {"name", "kind", "period_to", "deadline"}


def test_a_period_that_ends_before_it_begins_is_refused(registry: Registry) -> None:
    with pytest.raises(Refused, match="31/12/2026"):
        rounds.open_round(registry, replace(PLAIN, period_from="31/12/2026", period_to="1/7/2026"))


def test_models_that_stand_in_another_open_round_are_told(registry: Registry) -> None:
    opened(registry)

    (warning,) = rounds.open_round(registry, NEW).warnings

    assert "4" in str(warning)
    assert "DRS-2026-001" in str(warning)


def test_a_round_is_found_by_its_code(registry: Registry) -> None:
    number = opened(registry)

    assert rounds.by_code(registry, "drs-2026-001") == number
    with pytest.raises(NotFound, match="DRS-2026-001"):
        rounds.by_code(registry, "DRS-2026-9")


def test_name_deadline_paper_and_notes_may_change_later_and_nothing_else(registry: Registry) -> None:
    number = opened(registry)

    rounds.edit(registry, number, {"name": "Rà soát cuối năm", "deadline": "20/12/2026"})

    found = rounds.one(registry, number).round
    assert (found.name, found.deadline, found.paper_number) == ("Rà soát cuối năm", "2026-12-20", "45/KH-UBND")
    with pytest.raises(Refused) as told:
        rounds.edit(registry, number, {"name": "", "period_to": "1/1/2027"})
    assert {problem.field for problem in told.value.problems} == {"name", "period_to"}


def test_a_row_shows_what_was_seen_before_this_round(registry: Registry) -> None:
    first, *_others = ward(registry)
    good = next(number for number, one in registry.lists.grades.items() if one.name == "Khá")
    reviewing.mark_reviewed(registry, [first], Review(on="2026-03-05", grade_id=good))
    number = rounds.open_round(registry, NEW).id
    enter_all(registry, number, effective="x")
    rounds.close(registry, number, "22/11/2026")

    found = next(one for one in rounds.rows(registry, number) if one.model_id == first)

    assert (found.last_grade, found.last_review, found.next_review) == ("Khá", "2026-03-05", "2027-05-05")


def test_rows_are_assigned_moved_left_out_and_taken_in_again(registry: Registry) -> None:
    number = opened(registry)
    areas = {area.name: area_id for area_id, area in registry.lists.areas.items()}

    rounds.assign(registry, number, [1, 2], "Bà Liên")
    rounds.move(registry, number, [2], areas["Tổ dân phố 2"])
    rounds.leave_out(registry, number, [4], "chưa bàn giao")

    found = rounds.progress(registry, number)
    assert [(one.name, one.rows, one.waiting) for one in found.by_reviewer] == [("Bà Liên", 2, 2), ("", 2, 1)]
    assert [(one.name, one.rows, one.left_out) for one in found.by_area] == [
        ("Tổ dân phố 1", 1, 0),
        ("Tổ dân phố 2", 3, 1),
    ]
    rounds.take_in(registry, number, [4])
    assert row(registry, number, 4).waiting


def test_leaving_out_wants_a_reason_and_a_row_that_is_there(registry: Registry) -> None:
    number = opened(registry)

    with pytest.raises(Refused) as told:
        rounds.leave_out(registry, number, [1], "  ")
    assert [problem.field for problem in told.value.problems] == ["reason"]
    with pytest.raises(Refused, match="9"):
        rounds.leave_out(registry, number, [1, 9], "chưa bàn giao")
    assert row(registry, number, 1).left_out == ""


def test_progress_counts_what_was_entered(registry: Registry) -> None:
    number = opened(registry)

    rounds.enter(registry, number, [Entered(position=1, grade="Tốt"), Entered(position=2, findings="chờ họp")])

    shown = rounds.one(registry, number)
    assert (shown.rows, shown.entered, shown.left_out, shown.waiting) == (4, 1, 0, 3)
