"""Changing the status of one or many models."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations.details import details
from registry_app.ui.reviews.status_dialog import StatusDialog
from registry_app.ui.reviews.status_tab import StatusTab
from registry_app.ui.session import Session

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def all_models(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


@pytest.fixture
def asking(session: Session, qtbot: QtBot, all_models: list[ModelId]) -> StatusDialog:
    made = StatusDialog(session, all_models)
    qtbot.addWidget(made)
    return made


def label(session: Session, name: str) -> str:
    return str(next(one.id for one in session.registry.lists.statuses.values() if one.name == name))


def test_all_models_get_the_status_as_one_action(
    asking: StatusDialog, session: Session, all_models: list[ModelId]
) -> None:
    asking.fields.fill(
        {"status": label(session, "Thanh loại"), "on": "1/10/2026", "reason": "Hết giai đoạn", "paper_number": "7/QĐ"}
    )

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    rows = session.registry.models.window(all_models, session.moment)
    assert {(row.status, row.status_on) for row in rows} == {("Thanh loại", "2026-10-01")}
    session.undo()
    rows = session.registry.models.window(all_models, session.moment)
    assert {row.status_kind for row in rows} == {"active"}


def test_what_is_missing_is_told_at_its_field(asking: StatusDialog, session: Session) -> None:
    asking.fields.fill({"on": ""})
    asking.yes_button.click()
    assert asking.fields.problem("status")
    assert asking.fields.problem("on")

    asking.fields.fill({"status": label(session, "Tạm dừng"), "on": "1/10/2026"})
    asking.yes_button.click()
    assert asking.fields.problem("reason")
    assert asking.result() != ACCEPTED


def test_labels_stand_under_the_words_for_their_kinds(asking: StatusDialog) -> None:
    box = asking.fields["status"].control

    words = [box.itemText(row) for row in range(box.count())]

    assert words[:3] == ["(chọn)", "Đang chuẩn bị", "Đang xây dựng"]
    assert not box.model().item(1).isEnabled()
    assert box.model().item(2).isEnabled()


def test_the_tab_shows_every_change_with_its_reason(
    asking: StatusDialog, session: Session, qtbot: QtBot, all_models: list[ModelId]
) -> None:
    asking.fields.fill({"status": label(session, "Tạm dừng"), "on": "1/10/2026", "reason": "Chưa có kinh phí"})
    asking.yes_button.click()
    tab = StatusTab(session)
    qtbot.addWidget(tab)

    registry = session.registry
    tab.show_details(details(registry, all_models[0], session.moment), registry.lists, writable=False)

    cells = [tab.table.item(0, column).text() for column in range(3)]  # type: ignore[union-attr]
    assert cells == ["01/10/2026", "Tạm dừng", "Chưa có kinh phí"]
    assert "Chưa có kinh phí" in tab.text.toPlainText()
    assert not tab.change_button.isEnabled()
