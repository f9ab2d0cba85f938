"""The life of a model as values to draw."""

from datetime import date

from msgspec import structs

from registry_app.domain.entries import Lists, Status
from registry_app.domain.ids import ModelId, ReviewId, StatusChangeId, StatusId
from registry_app.domain.model import ModelRow
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Search
from registry_app.operations.details import Details, details
from registry_app.ui.models.life import life
from registry_app.ui.session import Session
from tests.ui.conftest import add

TODAY = date(2026, 11, 22)
LISTS = Lists(
    statuses={
        StatusId(1): Status(id=StatusId(1), name="Đang hoạt động", kind="active"),
        StatusId(2): Status(id=StatusId(2), name="Tạm dừng", kind="paused"),
    }
)


def row(session: Session) -> ModelRow:
    model = add(session, name="Camera chợ", type="camera an ninh", founded_on="03/2020", launched_on="5/4/2020")
    return session.registry.models.window([ModelId(model)], session.moment)[0]


def known(of: ModelRow, *, statuses: list[StatusChange] | None = None, reviews: list[Review] | None = None) -> Details:
    return Details(row=of, schedule="", reviews=tuple(reviews or ()), statuses=tuple(statuses or ()))


def change(number: int, status: int, on: str, reason: str = "") -> StatusChange:
    return StatusChange(id=StatusChangeId(number), status_id=StatusId(status), on=on, reason=reason)


def test_every_status_lasts_until_the_next_and_the_last_until_the_end(session: Session) -> None:
    statuses = [change(2, 2, "2024-01-01", "Hỏng"), change(1, 1, "2020-04-05")]

    found = life(known(row(session), statuses=statuses), LISTS, TODAY)

    assert [(band.name, band.start, band.end) for band in found.bands] == [
        ("Đang hoạt động", date(2020, 4, 5), date(2024, 1, 1)),
        ("Tạm dừng", date(2024, 1, 1), found.end),
    ]
    assert "Hỏng" in found.bands[1].sentence


def test_of_two_changes_on_one_day_the_later_entry_counts(session: Session) -> None:
    statuses = [change(2, 2, "2024-01-01"), change(1, 1, "2024-01-01")]

    found = life(known(row(session), statuses=statuses), LISTS, TODAY)

    assert [band.name for band in found.bands] == ["Tạm dừng"]


def test_a_status_of_unknown_start_lasts_from_the_beginning(session: Session) -> None:
    found = life(known(row(session), statuses=[change(1, 1, "")]), LISTS, TODAY)

    assert found.bands[0].start == found.start
    assert "không rõ" in found.bands[0].sentence


def test_marks_stand_in_the_order_of_their_days(session: Session) -> None:
    reviews = [Review(id=ReviewId(1), on="2025-06-01"), Review(id=ReviewId(2), on="2024-06-01", corrected=True)]

    found = life(known(row(session), reviews=reviews), LISTS, TODAY)

    assert [event.sort for event in found.events] == ["founded", "launched", "next", "review"]
    assert found.events[0].sentence == "Thành lập: 03/2020"


def test_a_model_of_which_no_day_is_known_has_a_year_up_to_today(session: Session) -> None:
    bare = structs.replace(row(session), founded_on=None, launched_on=None, next_review=None)

    found = life(known(bare), LISTS, TODAY)

    assert (found.start, found.end) == (date(2025, 11, 22), TODAY)
    assert found.sentences == ()


def test_the_whole_life_is_said_in_words(sample_session: Session) -> None:
    registry, at = sample_session.registry, sample_session.moment
    one = registry.models.window(registry.models.ids(Search(), at)[:1], at)[0]

    found = life(details(registry, one.id, at), registry.lists, at.on)

    assert len(found.sentences) == len(found.bands) + len(found.events) > 1
