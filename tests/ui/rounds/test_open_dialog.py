"""Opening a round: what is offered follows the kind, what is typed stays, problems stand at their fields."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from registry_app.domain.ids import RoundId
from registry_app.domain.search import Search
from registry_app.operations import rounds
from registry_app.ui.rounds.open_dialog import OpenRoundDialog
from registry_app.ui.session import Session
from tests.ui.conftest import type_text

from .conftest import opened, rows

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(session: Session) -> Iterator[OpenRoundDialog]:
    """The dialog, shown over the list of all models."""
    made = OpenRoundDialog(session, Search())
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


def type_name(dialog: OpenRoundDialog, text: str, end: Qt.Key) -> None:
    assert dialog.table.typing.line is not None
    type_text(dialog.table.typing.line, text)
    QTest.keyClick(dialog.table.typing.line, end)


def test_name_and_days_are_offered_for_the_kind(dialog: OpenRoundDialog) -> None:
    assert dialog.fields["name"].typed() == "Rà soát 6 tháng cuối năm 2026"
    assert dialog.fields["period_to"].typed() == "31/12/2026"

    dialog.fields["kind"].fill("final")

    assert dialog.fields["name"].typed() == "Tổng kết năm 2026"
    assert dialog.fields["period_from"].typed() == "01/01/2026"


def test_what_was_typed_stays_when_the_kind_changes(dialog: OpenRoundDialog) -> None:
    dialog.fields["name"].fill("Đợt của phường")

    dialog.fields["kind"].fill("final")

    assert dialog.fields["name"].typed() == "Đợt của phường"
    assert dialog.fields["period_from"].typed() == "01/01/2026"


def test_every_choice_of_models_says_how_many_there_are(dialog: OpenRoundDialog) -> None:
    while dialog._counting.isActive():
        QApplication.processEvents()

    assert dialog.fields["search"].words == "Tất cả mô hình đang hoạt động (3)"
    dialog.fields["search"].fill("overdue")
    assert dialog.fields["search"].words.endswith("(1)")


def test_the_areas_of_the_models_are_listed_with_how_many_there_are(dialog: OpenRoundDialog) -> None:
    model = dialog.areas
    listed = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]

    assert sorted(listed) == [("Tổ dân phố 10", "1"), ("Tổ dân phố 5", "1")]


def test_reviewers_are_typed_from_area_to_area(session: Session, dialog: OpenRoundDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.areas.index(0, 0))
    QTest.keyClick(dialog.table, Key.Key_Return)
    type_name(dialog, "  Nguyễn Văn An ", Key.Key_Return)
    assert dialog.table.typing.line is not None
    QTest.keyClick(dialog.table.typing.line, Key.Key_D, CTRL)
    QTest.keyClick(dialog.table.typing.line, Key.Key_Return)

    dialog.yes_button.click()

    assert dialog.opened is not None
    named = [(row.area, row.reviewer) for row in rows(session, dialog.opened.id)]
    assert ("", "") in named
    assert {reviewer for area, reviewer in named if area} == {"Nguyễn Văn An"}


def test_a_name_that_is_still_being_typed_counts(session: Session, dialog: OpenRoundDialog) -> None:
    dialog.table.setCurrentIndex(dialog.areas.index(0, 0))
    QTest.keyClick(dialog.table, Key.Key_Return)
    assert dialog.table.typing.line is not None
    type_text(dialog.table.typing.line, "Trần Thị Bình")

    dialog.yes_button.click()

    assert dialog.opened is not None
    assert "Trần Thị Bình" in {row.reviewer for row in rows(session, dialog.opened.id)}


def test_who_looked_in_an_area_the_last_time_is_offered_again(session: Session) -> None:
    area = next(row.area_id for row in rows(session, opened(session)) if row.area_id is not None)
    first = RoundId(1)
    rounds.assign(session.registry, first, [row.position for row in rows(session, first)], "Lê Văn Cường")

    dialog = OpenRoundDialog(session, Search())

    assert dialog.areas.reviewers[area] == "Lê Văn Cường"
    dialog.deleteLater()


def test_problems_stand_at_their_fields_and_nothing_typed_is_lost(session: Session, dialog: OpenRoundDialog) -> None:
    dialog.fields.fill({"name": "", "period_to": "1/1/2026", "deadline": "bao giờ xong"})

    dialog.yes_button.click()

    assert dialog.isVisible()
    assert all(dialog.fields.problem(name) for name in ("name", "period_to", "deadline"))
    assert dialog.fields["deadline"].typed() == "bao giờ xong"
    assert rounds.rounds(session.registry) == []


def test_models_that_nobody_can_look_at_are_told_at_the_choice(session: Session) -> None:
    dialog = OpenRoundDialog(session, Search(words="khong co mo hinh nao"))
    dialog.fields["search"].fill("shown")

    dialog.yes_button.click()

    assert dialog.fields.problem("search")
    assert dialog.opened is None
    dialog.deleteLater()
