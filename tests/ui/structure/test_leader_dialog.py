"""Kiện toàn: one act in which the old membership ends, the new one begins, and the paper is recorded."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import TeamId
from registry_app.operations import inside
from registry_app.ui.session import Session
from registry_app.ui.structure import roster
from registry_app.ui.structure.leader_dialog import LeaderDialog
from registry_app.ui.structure.team_window import TeamWindow
from tests.ui.conftest import Asked, type_text

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def dialog(session: Session, team: TeamId, qtbot: QtBot) -> LeaderDialog:
    made = LeaderDialog(session, team)
    qtbot.addWidget(made)
    return made


def roles(session: Session, team: TeamId) -> dict[str, str]:
    return {row.name: row.role_kind for row in roster.members(session.registry, team, session.moment)}


def test_a_member_takes_over_and_the_old_leader_stays(session: Session, team: TeamId, dialog: LeaderDialog) -> None:
    type_text(dialog.person.control, "tran thi binh")
    dialog.fields.fill({"on": "1/9/2026", "paper": "21/QĐ-UBND", "old_stays_as": "Tổ viên"})

    dialog.yes_button.click()

    assert dialog.result() == ACCEPTED
    assert roles(session, team) == {"Nguyễn Văn An": "member", "Trần Thị Bình": "leader", "Lê Văn Cường": "member"}
    over = [one for one in session.registry.inside.members.where("team_id", team) if one.valid_to]
    assert {(one.valid_to, one.end_paper) for one in over} == {("2026-09-01", "21/QĐ-UBND")}
    session.undo()
    assert roles(session, team)["Nguyễn Văn An"] == "leader"


def test_somebody_new_leads_and_the_old_leader_leaves(session: Session, team: TeamId, dialog: LeaderDialog) -> None:
    type_text(dialog.person.control, "Phạm Thị Dung")
    dialog.fields.fill({"born": "1975", "phone": "0912345678", "on": "1/9/2026", "paper": "21/QĐ-UBND"})

    dialog.yes_button.click()

    assert dialog.result() == ACCEPTED
    assert roles(session, team)["Phạm Thị Dung"] == "leader"
    assert "Nguyễn Văn An" not in roles(session, team)


def test_somebody_who_may_be_known_is_asked_about(
    session: Session, team: TeamId, dialog: LeaderDialog, asked: Asked
) -> None:
    known = inside.save(session.registry, "person", 0, {"name": "Phạm Thị Dung", "born": "1975"}).id
    type_text(dialog.person.control, "Phạm Thị Dung")
    dialog.fields.fill({"born": "1975", "on": "1/9/2026"})
    asked.will(True)

    dialog.yes_button.click()

    assert roster.members(session.registry, team, session.moment)[0].person_id == known


def test_what_is_known_of_a_member_is_shown_and_locked(session: Session, team: TeamId, dialog: LeaderDialog) -> None:
    number = roster.members(session.registry, team, session.moment)[1]
    inside.save(session.registry, "person", number.person_id, {"phone": "0912345678", "sex": "nữ"})

    dialog.person.choose(number.person_id, number.name)

    assert dialog.fields["phone"].typed() == "0912 345 678"
    assert dialog.fields["sex"].typed() == "female"
    assert dialog.fields["phone"].control.isReadOnly()


@pytest.mark.parametrize(("typed", "field"), [({}, "name"), ({"on": ""}, "on"), ({"on": "31/02/2026"}, "on")])
def test_what_is_wrong_is_told_at_its_field(
    session: Session, team: TeamId, dialog: LeaderDialog, typed: dict[str, str], field: str
) -> None:
    if typed:
        type_text(dialog.person.control, "Trần Thị Bình")
    dialog.fields.fill(typed)

    dialog.yes_button.click()

    assert dialog.fields.problem(field)
    assert roles(session, team)["Nguyễn Văn An"] == "leader"


def test_the_window_shows_the_new_leader_and_undoes_it(
    session: Session, window: TeamWindow, team: TeamId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(dialog: LeaderDialog) -> bool:
        type_text(dialog.person.control, "Trần Thị Bình")
        dialog.fields.fill({"on": "1/9/2026", "paper": "21/QĐ"})
        dialog.yes_button.click()
        return bool(dialog.result())

    monkeypatch.setattr(LeaderDialog, "run", run)

    window.leader_button.click()

    first = window.members.sheet.now.lines[0]
    assert (first.texts["name"], first.texts["role"]) == ("Trần Thị Bình", "Tổ trưởng")
    window._undo()
    assert window.members.sheet.now.lines[0].texts["name"] == "Nguyễn Văn An"
