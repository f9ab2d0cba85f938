"""A team with three members, and its window as a clerk sees it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId, TeamId
from registry_app.domain.search import Search
from registry_app.operations import inside, team_sheet
from registry_app.operations.team_sheet import SheetRow
from registry_app.ui.session import Session
from registry_app.ui.structure.sheet_view import SheetView
from registry_app.ui.structure.team_window import TeamWindow
from tests.ui.conftest import type_text

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường")
Press = Callable[..., None]


@pytest.fixture
def model(session: Session) -> ModelId:
    """A model with one site, a residential area."""
    return ModelId(session.registry.models.ids(Search(words="camera an ninh to 5"), session.moment)[0])


@pytest.fixture
def team(session: Session, model: ModelId) -> TeamId:
    """A team of a leader and two plain members, since 01/03/2019."""
    registry = session.registry
    (site,) = registry.inside.sites.where("model_id", model)
    number = TeamId(inside.save(registry, "team", 0, {"name": "Tổ liên gia số 3"}, site_id=site.id).id)
    roles = ("Tổ trưởng", "Tổ viên", "Tổ viên")
    rows = [
        SheetRow(typed={"name": name, "role": role, "valid_from": "01/03/2019"})
        for name, role in zip(NAMES, roles, strict=True)
    ]
    team_sheet.write(registry, number, rows)
    return number


@pytest.fixture
def window(session: Session, team: TeamId, qtbot: QtBot) -> Iterator[TeamWindow]:
    """The window of the team, on the screen."""
    owner = QWidget()
    qtbot.addWidget(owner)
    with qtbot.waitExposed(owner):
        owner.show()
    made = TeamWindow.show_team(session, team, owner)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.done(0)
    made.deleteLater()


@pytest.fixture
def table(window: TeamWindow) -> SheetView:
    """The table of members."""
    return window.members.sheet.view


def line_of(view: SheetView) -> QWidget:
    """The line that is typed into."""
    assert view.line is not None, "no cell is typed into"
    return view.line


def type_cells(view: SheetView, *texts: str, end: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type ``texts`` into the current cell and those right of it, Tab between them, ``end`` after the last."""
    for place, text in enumerate(texts):
        type_text(line_of(view), text)
        QTest.keyClick(line_of(view), end if place == len(texts) - 1 else Qt.Key.Key_Tab)
