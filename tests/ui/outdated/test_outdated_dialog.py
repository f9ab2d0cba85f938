"""Models that look outdated, in the window: the evidence is told, one is excused, one is shown in the list."""

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.operations import outdated
from registry_app.ui.outdated.excuse_dialog import ExcuseDialog
from registry_app.ui.outdated.outdated_dialog import OutdatedDialog
from registry_app.ui.session import Session

from ...making import add
from ..conftest import type_text


@pytest.fixture
def old(session: Session) -> ModelId:
    """A model that nobody has looked at for years."""
    return add(session.registry, "Tiếng chuông báo yên", founded_on="2010", interval_months="12")


@pytest.fixture
def dialog(session: Session, old: ModelId, qtbot: QtBot) -> OutdatedDialog:
    """What looks outdated."""
    made = OutdatedDialog(session)
    qtbot.addWidget(made)
    made.refresh()
    made.table.choose(old)
    return made


def listed(dialog: OutdatedDialog) -> list[str]:
    """The names of the models that are listed."""
    return [str(dialog.table.model().index(row, 2).data()) for row in range(dialog.table.rowCount())]


def test_each_reason_is_told_with_its_evidence(dialog: OutdatedDialog) -> None:
    count = dialog.table.rowCount()
    assert dialog.summary.text() == f"{count} mô hình có dấu hiệu không còn phù hợp"
    first, *reasons = dialog.evidence.text().splitlines()
    assert first.endswith("Tiếng chuông báo yên")
    assert reasons[0] == "• Chưa rà soát lần nào từ khi thành lập 2010"
    assert len(reasons) == 3


def test_an_excused_one_goes_and_comes_back_when_the_excuse_is_taken_back(
    session: Session, dialog: OutdatedDialog, old: ModelId
) -> None:
    outdated.excuse(session.registry, [old], "31/12/2099", "chờ sáp nhập")
    dialog.refresh()
    assert "Tiếng chuông báo yên" not in listed(dialog)

    dialog.excused.setChecked(True)
    dialog.table.choose(old)
    assert "chờ sáp nhập" in dialog.evidence.text()
    dialog.withdraw_button.click()

    dialog.excused.setChecked(False)
    assert "Tiếng chuông báo yên" in listed(dialog)


def test_what_is_opened_is_wanted_in_the_list(dialog: OutdatedDialog, old: ModelId) -> None:
    dialog.table.opened.emit(old)

    assert dialog.wanted == old
    assert dialog.result() == OutdatedDialog.DialogCode.Accepted


def test_an_excuse_is_typed_and_nothing_typed_is_lost_to_a_refusal(
    session: Session, old: ModelId, qtbot: QtBot
) -> None:
    dialog = ExcuseDialog(session, [old], ["Tiếng chuông báo yên"])
    qtbot.addWidget(dialog)
    dialog.yes_button.click()
    assert dialog.result() == 0

    type_text(dialog.fields["reason"].control, "chờ quyết định ghép")
    dialog.yes_button.click()

    found = session.registry.loop.outdated.excused(session.moment.on)
    assert found[old].reason == "chờ quyết định ghép"
