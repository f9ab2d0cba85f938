"""The tree of a model's sites in its form: what stands where, what is greyed, what the buttons do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId, TeamId
from registry_app.operations import inside
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from registry_app.ui.structure.noun_dialog import NounDialog
from registry_app.ui.structure.structure_tab import StructureTab
from registry_app.ui.structure.structure_tree import CAMERAS, HOUSEHOLDS, LEADER, MEMBERS, NAME
from registry_app.ui.structure.team_window import TeamWindow
from tests.ui.conftest import Asked

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")


@pytest.fixture
def tab(session: Session, model: ModelId, team: TeamId, qtbot: QtBot) -> StructureTab:
    """The tab of the model that has the team."""
    made = StructureTab(session)
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show_model(model, writable=True)
    return made


def top(tab: StructureTab, place: int = 0) -> QTreeWidgetItem:
    item = tab.tree.topLevelItem(place)
    assert item is not None
    return item


def child(tab: StructureTab, place: int = 0) -> QTreeWidgetItem:
    item = top(tab).child(place)
    assert item is not None
    return item


def below(tab: StructureTab) -> list[str]:
    return [child(tab, place).text(NAME) for place in range(top(tab).childCount())]


def answer(monkeypatch: pytest.MonkeyPatch, **typed: str) -> None:
    """The next dialog is filled in and agreed to."""

    def run(dialog: NounDialog) -> bool:
        dialog.fields.fill(typed)
        dialog.yes_button.click()
        assert dialog.result(), dialog.notice
        return True

    monkeypatch.setattr(NounDialog, "run", run)


def test_sites_stand_with_their_teams_leaders_and_figures(session: Session, tab: StructureTab, team: TeamId) -> None:
    inside.save(session.registry, "team", team, {"decided": "5"})
    inside.save(session.registry, "household", 0, {"head": "Vũ Hồng"}, team_id=team)
    inside.save(session.registry, "camera_point", 0, {"name": "Ngã ba", "eyes": "4"}, site_id=tab.tree.site)

    tab.show_model(tab._model, writable=True)

    site, one, camera = top(tab), child(tab, 0), child(tab, 1)
    assert [site.text(column) for column in (NAME, MEMBERS, HOUSEHOLDS, CAMERAS)] == ["Tổ dân phố 5", "3", "1", "1"]
    assert [one.text(column) for column in range(5)] == ["Tổ liên gia số 3", "Nguyễn Văn An", "3/5", "1", ""]
    assert [camera.text(NAME), camera.text(CAMERAS), camera.text(LEADER)] == ["Ngã ba", "4", ""]


def test_what_has_ended_is_shown_greyed_only_when_it_is_wanted(
    session: Session, tab: StructureTab, team: TeamId
) -> None:
    inside.end(session.registry, "team", [team], "01/06/2024")
    tab.show_model(tab._model, writable=True)
    assert below(tab) == []

    tab.ended.setChecked(True)

    (name,) = below(tab)
    assert name == "Tổ liên gia số 3 (thôi từ 01/06/2024)"
    assert child(tab).foreground(NAME) != top(tab).foreground(NAME)


def test_a_site_a_team_and_a_camera_point_are_added(
    session: Session, tab: StructureTab, model: ModelId, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, name="Chợ Sắt", place_kind="market")
    tab.add_site.click()
    tab.show_model(model, writable=True)
    tab.tree.setCurrentItem(top(tab, 1))

    answer(monkeypatch, name="Ngã tư chợ", eyes="8", sign="yes")
    tab.add_camera.click()

    site = session.registry.inside.sites.where("model_id", model)[1]
    (camera,) = session.registry.inside.cameras.where("site_id", site.id)
    assert (site.name, site.place_kind) == ("Chợ Sắt", "market")
    assert (camera.name, camera.eyes, camera.sign) == ("Ngã tư chợ", 8, "yes")
    session.undo()
    session.undo()
    assert len(session.registry.inside.sites.where("model_id", model)) == 1


def test_a_new_team_opens_so_that_its_members_can_be_typed(
    session: Session, tab: StructureTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, name="Tổ liên gia số 4", decided="12")

    tab.add_team.click()

    (window,) = tab.findChildren(TeamWindow)
    assert "Tổ liên gia số 4" in window.windowTitle()
    assert window.members.sheet.view.line is not None
    window.close()


def test_what_is_wrong_with_a_team_is_told_at_its_field(session: Session, model: ModelId, qtbot: QtBot) -> None:
    from registry_app.domain.team import Team
    from registry_app.ui.structure.team_dialog import TeamDialog

    dialog = TeamDialog(session, Team(), model)
    qtbot.addWidget(dialog)
    dialog.fields.fill({"decided": "nhiều", "valid_from": "1/5/2024", "valid_to": "1/4/2024"})
    dialog.yes_button.click()
    assert dialog.fields.problem("decided")

    dialog.fields.fill({"decided": "5"})
    dialog.yes_button.click()

    assert all(dialog.fields.problem(name) for name in ("name", "site", "valid_to"))
    assert dialog.fields["valid_from"].typed()


def test_a_problem_on_the_other_page_of_a_camera_point_turns_to_it(
    session: Session, model: ModelId, tab: StructureTab, qtbot: QtBot
) -> None:
    from registry_app.domain.camera_point import CameraPoint
    from registry_app.domain.ids import SiteId
    from registry_app.ui.structure.camera_dialog import CameraDialog

    dialog = CameraDialog(session, CameraPoint(site_id=SiteId(tab.tree.site or 0)), model)
    qtbot.addWidget(dialog)
    dialog.fields.fill({"name": "Ngã ba", "days_kept": "một tháng"})

    dialog.yes_button.click()

    assert dialog.fields.problem("days_kept")
    assert dialog.pages.tabs.currentIndex() == 1
    assert not dialog.pages.tabs.tabIcon(1).isNull()
    assert dialog.pages.tabs.tabIcon(0).isNull()


def test_a_double_click_opens_the_team(tab: StructureTab, team: TeamId) -> None:
    tab.tree.itemDoubleClicked.emit(child(tab), NAME)

    (window,) = tab.findChildren(TeamWindow)
    assert window._team == team
    window.close()


def test_a_site_with_teams_is_not_deleted_and_it_is_said_why(
    session: Session, tab: StructureTab, model: ModelId, asked: Asked
) -> None:
    tab.tree.setCurrentItem(top(tab))
    asked.will(True)

    tab.delete_button.click()

    assert [function for function, _text in asked.said] == ["confirm", "tell"]
    assert len(session.registry.inside.sites.where("model_id", model)) == 1


def test_nothing_can_be_done_with_a_model_that_may_only_be_read(tab: StructureTab, model: ModelId) -> None:
    tab.show_model(model, writable=False)
    tab.tree.setCurrentItem(child(tab))

    buttons = (tab.add_site, tab.add_team, tab.add_camera, tab.end_button, tab.delete_button)
    assert not any(button.isEnabled() for button in buttons)
    assert tab.open_button.isEnabled()


class TestInTheForm:
    @pytest.fixture
    def main(self, session: Session, model: ModelId, team: TeamId, qtbot: QtBot) -> Iterator[MainWindow]:
        made = MainWindow(session, Choices(keeps=False))
        made.models._open()
        made.turn_to("list")
        with qtbot.waitExposed(made):
            made.show()
        made.models.show_model(model)
        qtbot.waitUntil(lambda: made.models.form.model == model)
        yield made
        made.close()
        made.deleteLater()

    def test_the_tab_is_made_when_it_is_first_looked_at_and_follows_the_register(
        self, session: Session, main: MainWindow, team: TeamId
    ) -> None:
        records = main.models.form._records
        assert records._structure is None

        fields = main.models.form.fields
        fields.setCurrentWidget(records._structure_page)
        assert below(records.structure) == ["Tổ liên gia số 3"]
        inside.save(session.registry, "team", team, {"name": "Tổ liên gia số 30"})

        assert below(records.structure) == ["Tổ liên gia số 30"]
        QTest.keyClick(records.structure.tree, Qt.Key.Key_Down)
        session.undo()
        assert below(records.structure) == ["Tổ liên gia số 3"]
