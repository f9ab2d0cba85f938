"""Recording and correcting reviews."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.dates import show_date
from registry_app.domain.ids import ModelId, StatusId
from registry_app.domain.review import Review, StatusChange
from registry_app.domain.search import Search
from registry_app.operations import reviewing
from registry_app.operations.details import details
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.reviews_tab import ReviewsTab
from registry_app.ui.session import Session
from tests.ui.conftest import add

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def dated(session: Session) -> ModelId:
    """A model founded on 31/01/2020."""
    return ModelId(session.registry.models.ids(Search(words="camera an ninh to 5"), session.moment)[0])


def dialog(session: Session, qtbot: QtBot, ids: list[ModelId], wrong: Review | None = None) -> ReviewDialog:
    made = ReviewDialog(session, ids, wrong)
    qtbot.addWidget(made)
    return made


def test_one_review_of_many_models_is_one_action(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    other = add(session, name="Camera chợ", type="camera an ninh")
    good = next(one for one in session.registry.lists.grades.values() if one.name == "Tốt")
    asking = dialog(session, qtbot, [dated, other])
    asking.fields.fill({"on": "5/3/26", "grade": str(good.id), "effective": "yes", "decision": "Nhân rộng"})

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    for model in (dated, other):
        (review,) = session.registry.reviews.of(model)
        assert (review.on, review.grade_id, review.effective, review.decision) == (
            "2026-03-05",
            good.id,
            "yes",
            "Nhân rộng",
        )
    session.undo()
    assert not session.registry.reviews.of(other)


def test_today_is_offered_and_blank_judgements_stay_blank(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    asking = dialog(session, qtbot, [dated])

    asking.yes_button.click()

    (review,) = session.registry.reviews.of(dated)
    assert review.on == session.moment.on.isoformat()
    assert (review.grade_id, review.effective) == (None, None)


@pytest.mark.parametrize("typed", ["31/02/2026", "3/2026", "1/1/2019", ""])
def test_an_impossible_date_is_told_at_the_field_and_nothing_typed_is_lost(
    session: Session, qtbot: QtBot, dated: ModelId, typed: str
) -> None:
    asking = dialog(session, qtbot, [dated])
    asking.fields.fill({"on": typed, "findings": "Duy trì tốt"})

    asking.yes_button.click()

    assert asking.result() != ACCEPTED
    assert asking.fields.problem("on")
    assert asking.fields["findings"].typed() == "Duy trì tốt"
    assert not session.registry.reviews.of(dated)


def test_a_model_that_takes_no_reviews_is_named(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    ended = next(one for one in session.registry.lists.statuses.values() if one.kind == "ended")
    reviewing.change_status(
        session.registry, [dated], StatusChange(status_id=StatusId(ended.id), on="2026-01-01", reason="Hết")
    )
    asking = dialog(session, qtbot, [dated])

    asking.yes_button.click()

    assert "CAM-2020-001" in asking.notice


def test_nothing_is_asked_about_no_models(session: Session) -> None:
    assert not ReviewDialog.mark(session, [])


class TestCorrecting:
    @pytest.fixture
    def wrong(self, session: Session, dated: ModelId) -> Review:
        reviewing.mark_reviewed(session.registry, [dated], Review(on="2026-03-05", findings="Sai", effective="no"))
        return session.registry.reviews.of(dated)[0]

    def test_a_correction_starts_from_the_wrong_review_and_replaces_it(
        self, session: Session, qtbot: QtBot, dated: ModelId, wrong: Review
    ) -> None:
        asking = dialog(session, qtbot, [dated], wrong)
        assert asking.fields["on"].typed() == show_date(wrong.on)
        asking.fields.fill({"on": "5/2/2026", "findings": "Đúng"})

        asking.yes_button.click()

        old, right = sorted(session.registry.reviews.of(dated), key=lambda review: review.id)
        assert (old.corrected, right.corrects, right.on, right.findings) == (True, wrong.id, "2026-02-05", "Đúng")

    def test_the_tab_strikes_it_through_and_offers_no_second_correction(
        self, session: Session, qtbot: QtBot, dated: ModelId, wrong: Review
    ) -> None:
        reviewing.correct_review(session.registry, wrong.id, Review(on="2026-02-05", findings="Đúng"))
        tab = ReviewsTab(session)
        qtbot.addWidget(tab)
        registry = session.registry
        tab.show_details(details(registry, dated, session.moment), registry.lists, writable=True)

        tab.table.choose(wrong.id)
        assert "(đã sửa)" in tab.table.item(0, 1).text()  # type: ignore[union-attr]
        assert tab.table.item(0, 0).font().strikeOut()  # type: ignore[union-attr]
        assert not tab.correct_button.isEnabled()
        assert "không còn được tính" in tab.text.toPlainText()

        tab.table.selectRow(1)
        assert tab.correct_button.isEnabled()
        assert "Đúng" in tab.text.toPlainText()
