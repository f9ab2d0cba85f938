"""Reviews and statuses: one action for many, refused whole, corrected visibly, next dates that follow."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from registry_app.domain.errors import NotFound, Refused
from registry_app.domain.ids import GradeId, ModelId, ReviewId, StatusId
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Moment, Search
from registry_app.operations import models, reviewing
from registry_app.store.registry import Registry

from ..making import TODAY, add

AT = Moment(TODAY)


def row(registry: Registry, model: ModelId) -> ModelRow:
    """The model as a list shows it."""
    (found,) = registry.models.window([model], AT)
    return found


def status(registry: Registry, name: str) -> StatusId:
    """The number of a label."""
    return next(number for number, one in registry.lists.statuses.items() if one.name == name)


def grade(registry: Registry, name: str) -> GradeId:
    """The number of a grade."""
    return next(number for number, one in registry.lists.grades.items() if one.name == name)


def test_many_are_marked_as_one_action_and_get_their_next_dates(registry: Registry) -> None:
    one = add(registry, "Một", founded_on="31/01/2026")
    two = add(registry, "Hai", founded_on="15/05/2025")
    review = Review(on="2026-08-31", grade_id=grade(registry, "Tốt"), effective="yes", findings="ổn")

    reviewing.mark_reviewed(registry, [one, two], review)

    assert [row(registry, model).next_review for model in (one, two)] == ["2027-02-28", "2027-02-15"]
    assert {(found.grade, found.effective) for found in (row(registry, one), row(registry, two))} == {("Tốt", "yes")}
    registry.undo()
    assert row(registry, one).last_review is None


def test_one_bad_row_refuses_all(registry: Registry) -> None:
    good = add(registry, "Một", founded_on="2020")
    late = add(registry, "Hai", founded_on="2026-06-01")

    with pytest.raises(Refused) as told:
        reviewing.mark_reviewed(registry, [good, late], Review(on="2026-05-01"))

    assert [problem.field for problem in told.value.problems] == ["on"]
    assert row(registry, good).last_review is None


def test_the_latest_review_counts_whatever_the_order_of_entry_and_grades_the_latest_that_is_not_blank(
    registry: Registry,
) -> None:
    model = add(registry, "Một", founded_on="2020-01-10")
    for review in (
        Review(on="2026-05-10", effective="no"),
        Review(on="2025-05-10", grade_id=grade(registry, "Khá"), effective="yes"),
        Review(on="2024-05-10", grade_id=grade(registry, "Yếu")),
    ):
        reviewing.mark_reviewed(registry, [model], review)

    found = row(registry, model)
    assert (found.last_review, found.grade, found.effective) == ("2026-05-10", "Khá", "no")


def test_a_correction_counts_in_the_place_of_what_it_corrects_and_both_stay_visible(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-10")
    reviewing.mark_reviewed(registry, [model], Review(on="2026-05-10", grade_id=grade(registry, "Tốt")))
    (wrong,) = registry.reviews.of(model)

    reviewing.correct_review(registry, wrong.id, Review(on="2026-03-10", grade_id=grade(registry, "Yếu")))

    found = row(registry, model)
    assert (found.last_review, found.grade, found.next_review) == ("2026-03-10", "Yếu", "2026-09-10")
    assert [(review.on, review.corrected) for review in registry.reviews.of(model)] == [
        ("2026-05-10", True),
        ("2026-03-10", False),
    ]
    with pytest.raises(Refused):
        reviewing.correct_review(registry, wrong.id, Review(on="2026-02-10"))


def test_a_review_that_is_gone_cannot_be_corrected(registry: Registry) -> None:
    with pytest.raises(NotFound):
        reviewing.correct_review(registry, ReviewId(99), Review(on="2026-03-10"))


def test_a_review_after_the_own_date_was_entered_clears_it(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-10", review_on="2027-06-01")
    assert row(registry, model).next_review == "2027-06-01"

    reviewing.mark_reviewed(registry, [model], Review(on="2024-01-01"))
    assert row(registry, model).next_review == "2027-06-01"
    reviewing.mark_reviewed(registry, [model], Review(on=date.today().isoformat()))

    assert row(registry, model).review_on is None


def test_an_ended_model_takes_no_review_and_is_never_due(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-10")
    ending = StatusChange(status_id=status(registry, "Thanh loại"), on="2026-01-01", reason="không còn phù hợp")
    reviewing.change_status(registry, [model], ending)

    assert (row(registry, model).status, row(registry, model).due) == ("Thanh loại", "none")
    assert registry.models.count(Search(view="ended"), AT) == 1
    with pytest.raises(Refused):
        reviewing.mark_reviewed(registry, [model], Review(on="2026-05-10"))


def test_the_status_is_the_latest_that_has_come_and_back_dating_is_allowed(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-10")
    paused, active = status(registry, "Tạm dừng"), status(registry, "Đang hoạt động")
    reviewing.change_status(registry, [model], StatusChange(status_id=active, on="2026-06-01", reason="tiếp tục"))
    reviewing.change_status(registry, [model], StatusChange(status_id=paused, on="2026-03-01", reason="sửa chữa"))

    assert row(registry, model).status == "Đang hoạt động"
    assert [change.on for change in registry.statuses.of(model)] == ["2026-06-01", "2026-03-01", "2020-01-10"]


def test_a_status_entered_ahead_waits_for_its_day(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-10")
    ending = StatusChange(status_id=status(registry, "Hết giai đoạn"), on="2099-01-01", reason="hết giai đoạn")

    reviewing.change_status(registry, [model], ending)

    assert row(registry, model).status_kind == "active"
    registry.close()
    with time_machine.travel(datetime(2099, 1, 2, tzinfo=UTC)), Registry.open(registry.path) as later:
        assert row(later, model).status == "Hết giai đoạn"
        assert later.models.count(Search(view="ended"), Moment(date(2099, 1, 2))) == 1


def test_a_model_in_the_trash_changes_no_status(registry: Registry) -> None:
    model = add(registry, "Một")
    models.trash(registry, [model])

    change = StatusChange(status_id=status(registry, "Tạm dừng"), on="2026-06-01", reason="x")
    with pytest.raises(Refused):
        reviewing.change_status(registry, [model], change)


def test_a_change_of_interval_first_shows_which_models_get_which_date_and_writes_nothing(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2026-01-31")
    add(registry, "Hai", founded_on="2026-01-31", interval_months="12")
    type_id = registry.models.one(model).type_id
    assert type_id is not None
    before = registry.undoable

    shown = reviewing.preview_interval(registry, type_id, 1)

    assert [(new.code, new.before, new.after) for new in shown] == [("CAM-2026-001", "2026-07-31", "2026-02-28")]
    assert row(registry, model).next_review == "2026-07-31"
    assert registry.undoable == before
    reviewing.change_interval(registry, type_id, 1)
    assert row(registry, model).next_review == "2026-02-28"


def test_a_type_without_an_interval_asks_for_no_review(registry: Registry) -> None:
    model = add(registry, "Một", founded_on="2020-01-31")
    type_id = registry.models.one(model).type_id
    assert type_id is not None

    reviewing.change_interval(registry, type_id, None)

    assert (row(registry, model).next_review, row(registry, model).due) == (None, "none")


def test_a_first_status_of_unknown_start_is_outdone_by_any_day(registry: Registry) -> None:
    model = add(registry, "Một")
    assert row(registry, model).status_on is None

    change = StatusChange(status_id=status(registry, "Tạm dừng"), on="2020-06-01", reason="sửa chữa")
    reviewing.change_status(registry, [model], change)

    assert (row(registry, model).status, row(registry, model).status_on) == ("Tạm dừng", "2020-06-01")


def test_a_first_status_begins_with_the_founding_even_when_only_its_year_is_known(registry: Registry) -> None:
    assert row(registry, add(registry, "Một", founded_on="2019")).status_on == "2019-01-01"
