"""What Ctrl+C takes out of the tables inside a model is entered as given out where it names people, and only there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId, TeamId
from registry_app.operations import inside
from registry_app.ui.session import Session
from registry_app.ui.structure.sheet_view import SheetView
from registry_app.ui.structure.structure_tab import StructureTab
from registry_app.ui.structure.structure_tree import LEADER, MEMBERS, NAME, StructureTree
from registry_app.ui.structure.team_window import TeamWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(session: Session, model: ModelId, team: TeamId, qtbot: QtBot) -> StructureTab:
    """What is inside the model that has the team."""
    made = StructureTab(session)
    qtbot.addWidget(made)
    made.show_model(model, writable=True)
    return made


@pytest.fixture
def tree(tab: StructureTab) -> StructureTree:
    """The tree of that model."""
    return tab.tree


def copy(view: QWidget, key: Qt.Key = Qt.Key.Key_C) -> str:
    """Copy what is current; the text on the clipboard."""
    QTest.keyClick(view, key, CTRL)
    return QGuiApplication.clipboard().text()


def given(session: Session) -> list[tuple[str, int, str, str]]:
    return [(one.report, one.people, one.copy, one.way) for one in session.registry.given_out.all()]


def stand_on_team(tree: StructureTree, column: int) -> None:
    top = tree.topLevelItem(0)
    assert top is not None
    item = top.child(0)
    assert item is not None
    tree.setCurrentItem(item, column)


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_Insert])
def test_a_leader_who_is_copied_from_the_tree_is_entered(session: Session, tree: StructureTree, key: Qt.Key) -> None:
    stand_on_team(tree, LEADER)

    assert copy(tree, key) == "Nguyễn Văn An"

    assert given(session) == [("Điểm và tổ", 1, "full", "clipboard")]
    assert session.registry.given_out.all()[0].criteria == "CAM-2020-001; Những ô đã chọn"


@pytest.mark.parametrize(("column", "text"), [(NAME, "Tổ liên gia số 3"), (MEMBERS, "3")])
def test_the_name_of_a_team_and_its_figures_are_not_entered(
    session: Session, tree: StructureTree, column: int, text: str
) -> None:
    stand_on_team(tree, column)

    assert copy(tree) == text

    assert given(session) == []


def test_a_team_nobody_leads_is_not_entered(session: Session, model: ModelId, tab: StructureTab) -> None:
    (site,) = session.registry.inside.sites.where("model_id", model)
    other = inside.save(session.registry, "team", 0, {"name": "Tổ liên gia số 4"}, site_id=site.id)
    tab.show_model(model, writable=True)
    tab.tree.choose("team", other.id)
    tab.tree.setCurrentItem(tab.tree.selectedItems()[0], LEADER)

    assert copy(tab.tree) == ""

    assert given(session) == []


def test_every_copy_is_entered_once(session: Session, tree: StructureTree) -> None:
    stand_on_team(tree, LEADER)

    copy(tree)
    copy(tree)

    assert len(given(session)) == 2


def test_cells_of_a_team_that_name_nobody_are_copied_and_not_entered(session: Session, table: SheetView) -> None:
    table.selectColumn([one.name for one in table.sheet.columns].index("role"))

    assert copy(table) == "Tổ trưởng\nTổ viên\nTổ viên\n"

    assert given(session) == []


def test_somebody_who_stands_twice_in_a_team_is_one_of_those_given_out(
    session: Session, team: TeamId, window: TeamWindow, table: SheetView
) -> None:
    an = session.registry.inside.members.where("team_id", team)[0].person_id
    inside.save(
        session.registry,
        "membership",
        0,
        {"role": "Tổ viên", "valid_from": "01/03/2010", "valid_to": "01/03/2012"},
        person_id=an,
        team_id=team,
    )
    window._show_all()
    table.selectAll()

    copy(table)

    assert given(session) == [("Thành viên", 3, "full", "clipboard")]


def test_the_menu_of_a_table_enters_as_the_keys_do(session: Session, table: SheetView) -> None:
    table.go_to(1, 0, typing=False)

    table.menu().actions()[0].trigger()

    assert given(session) == [("Thành viên", 1, "full", "clipboard")]


def test_households_who_are_copied_are_entered(session: Session, team: TeamId, window: TeamWindow) -> None:
    for head in ("Vũ Hồng", "Đỗ Lan"):
        inside.save(session.registry, "household", 0, {"head": head, "people": "4"}, team_id=team)
    view = window.households.sheet.view
    heads, people = (view.sheet.columns.index(view.sheet.column(name)) for name in ("head", "people"))
    view.selectColumn(people)
    copy(view)
    view.selectColumn(heads)

    assert "Vũ Hồng" in copy(view)

    assert given(session) == [("Hộ", 2, "full", "clipboard")]
