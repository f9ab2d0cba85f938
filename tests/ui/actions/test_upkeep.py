"""Areas by decision and people entered twice, from the menu: done, seen in the window's own lists, taken back there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.lists.area_merge import MergeAreasDialog
from registry_app.ui.lists.area_page import AreaPage
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from registry_app.ui.twins.twins_dialog import TwinsDialog

from ...peopled import person


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on a small ward with two people who may be one."""
    for _ in range(2):
        person(session.registry, born="1980")
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def meanwhile(kind: type[QDialog], deed: Callable[..., None]) -> None:
    """Do ``deed`` with the next modal dialog, of ``kind``, and close it if it is still there."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        deed(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, act)


def areas_of_models(session: Session) -> set[str]:
    """The areas that the models name."""
    shelf = session.registry.models
    rows = shelf.window(list(shelf.ids(Search(), session.moment)), session.moment)
    return {area for row in rows for area in row.areas}


def test_areas_merge_from_the_menu_and_the_models_follow_until_undone(window: MainWindow, session: Session) -> None:
    def merge(dialog: ListsDialog) -> None:
        page = dialog.page("areas")
        assert isinstance(page, AreaPage)
        area = next(one for one in session.registry.lists.areas.values() if one.name == "Tổ dân phố 10")
        page.table.choose(area.id)
        meanwhile(MergeAreasDialog, fill)
        page.acts["merge"].click()

    def fill(dialog: MergeAreasDialog) -> None:
        names = ("Tổ dân phố 10", "Tổ dân phố 2")
        dialog.fields.fill({"areas": names, "name": "Khu phố Sen", "on": "01/07/2026", "paper_number": "12/NQ"})
        dialog.yes_button.click()

    meanwhile(ListsDialog, merge)
    window.tools["change_areas"].trigger()

    assert areas_of_models(session) == {"Tổ dân phố 5", "Khu phố Sen"}
    window.tools["undo"].trigger()
    assert areas_of_models(session) == {"Tổ dân phố 5", "Tổ dân phố 10", "Tổ dân phố 2"}


def test_people_are_joined_from_the_menu(window: MainWindow, session: Session) -> None:
    meanwhile(TwinsDialog, lambda dialog: dialog.join_button.click())
    window.tools["find_twins"].trigger()

    assert session.registry.inside.people.count(Search(noun="person"), session.moment) == 1
    window.tools["undo"].trigger()
    assert session.registry.inside.people.count(Search(noun="person"), session.moment) == 2
