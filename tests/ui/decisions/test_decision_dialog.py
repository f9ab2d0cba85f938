"""Deciding about models in the window: the fields follow the kind, a merge is shown beforehand, all is one action."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import decided
from registry_app.operations.details import details
from registry_app.ui.decisions.decision_dialog import DecisionDialog
from registry_app.ui.reviews.status_tab import StatusTab
from registry_app.ui.session import Session
from tests.ui.conftest import add

ACCEPTED = QDialog.DialogCode.Accepted
ONLY = ("target", "areas", "names", "status")


@pytest.fixture
def dated(session: Session) -> ModelId:
    """A model founded on 31/01/2020, in Tổ dân phố 5."""
    return ModelId(session.registry.models.ids(Search(words="camera an ninh to 5"), session.moment)[0])


@pytest.fixture
def other(session: Session) -> ModelId:
    """Another in the same area."""
    return add(session, name="Camera phường", type="camera an ninh", areas="Tổ dân phố 5", founded_on="2021")


def dialog(session: Session, qtbot: QtBot, *ids: ModelId, kind: str = "") -> DecisionDialog:
    made = DecisionDialog(session, ids, kind)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("keep", set()),
        ("strengthen", set()),
        ("replicate", {"areas", "names"}),
        ("merge", {"target", "status"}),
        ("pause", {"status"}),
        ("end", {"status"}),
    ],
)
def test_only_the_fields_of_the_decision_are_shown(
    session: Session, qtbot: QtBot, dated: ModelId, kind: str, shown: set[str]
) -> None:
    asking = dialog(session, qtbot, dated)

    asking.fields.fill({"kind": kind})

    assert {name for name in ONLY if not asking.fields[name].isHidden()} == shown


def test_a_merge_is_said_beforehand_and_done_as_one_action(
    session: Session, qtbot: QtBot, dated: ModelId, other: ModelId
) -> None:
    asking = dialog(session, qtbot, dated, kind="merge")
    asking.fields.fill({"target": f"#{other}", "on": "1/11/2026", "paper_number": "12/QĐ-UBND"})
    asking.show_preview()
    assert asking.preview.text().count("Tổ dân phố 5") == 2

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    (one,) = decided.decisions(session.registry, dated)
    assert (one.decision.kind, one.target_name) == ("merge", "Camera phường")
    session.undo()
    assert decided.decisions(session.registry) == []


def test_a_replication_adds_sites_in_the_areas_chosen(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    asking = dialog(session, qtbot, dated, kind="replicate")
    asking.fields.fill({"areas": ("Tổ dân phố 2",), "names": ("Chợ Long Sơn",), "on": "1/11/2026", "paper_number": "9"})

    asking.yes_button.click()

    (one,) = decided.decisions(session.registry, dated)
    assert one.sites == ("Tổ dân phố 2", "Chợ Long Sơn")


def test_what_is_missing_is_told_at_its_field_and_nothing_typed_is_lost(
    session: Session, qtbot: QtBot, dated: ModelId
) -> None:
    asking = dialog(session, qtbot, dated, kind="end")
    asking.fields.fill({"reason": "hết dịch"})

    asking.yes_button.click()

    assert asking.fields.problem("paper_number")
    assert asking.fields["reason"].typed() == "hết dịch"
    assert decided.decisions(session.registry) == []


def test_several_models_are_not_offered_what_is_for_one(
    session: Session, qtbot: QtBot, dated: ModelId, other: ModelId
) -> None:
    asking = dialog(session, qtbot, dated, other)
    box = asking.fields["kind"].control

    assert box.count() == 5
    assert box.findData("replicate") < 0


def cell(tab: StatusTab, row: int) -> str:
    item = tab.table.item(row, 1)
    assert item is not None
    return item.text()


def test_the_status_page_lists_what_was_decided(session: Session, qtbot: QtBot, dated: ModelId, other: ModelId) -> None:
    asking = dialog(session, qtbot, dated, kind="merge")
    asking.fields.fill({"target": f"#{other}", "on": "1/11/2026", "paper_number": "12/QĐ-UBND", "reason": "trùng"})
    asking.yes_button.click()
    tab = StatusTab(session)
    qtbot.addWidget(tab)

    tab.show_details(details(session.registry, dated, session.moment), session.registry.lists, writable=True)

    cells = [cell(tab, row) for row in range(tab.table.rowCount())]
    assert cells[0] == "Ghép"
    assert "Ghép vào mô hình khác" in cells[1]
    tab.table.selectRow(1)
    assert "12/QĐ-UBND" in tab.text.toPlainText()
    assert not tab.decide_button.isEnabled()
    tab.show_details(details(session.registry, other, session.moment), session.registry.lists, writable=True)
    assert tab.decide_button.isEnabled()
    assert "CAM-2020-001" in cell(tab, 0)
