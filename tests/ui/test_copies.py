"""What Ctrl+C takes out of a table by itself, without a command of the window: entered where it names people."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from pytestqt.qtbot import QtBot

import registry_app.ui
from registry_app.domain.ids import ModelId
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.history.history_panel import HistoryPanel
from registry_app.ui.history.history_tree import CHANGE, WHAT
from registry_app.ui.lists.area_split import SplitAreaDialog
from registry_app.ui.lists.division_model import NAME, TO
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.serving_tab import ServingTab
from registry_app.ui.session import Session
from registry_app.ui.twins.twins_dialog import TwinsDialog
from registry_app.ui.widgets.copies import CopiesOut

from .. import peopled

CTRL = Qt.KeyboardModifier.ControlModifier
NAMING_NOBODY = frozenset(
    (
        "CellTable",  # points and grades
        "Completion",  # what a query may go on with
        "EntryView",  # models and what was found of them
        "FigureTable",  # results
        "NounViews",
        "PointTable",  # criteria of a round
        "PreviewView",  # texts of models
        "ReviewerTable",  # areas and officials
        "RoundsList",
        "ScaleTable",
        "SheetTable",
        "Sidebar",
        "UrgentList",  # models
        "ValueTree",  # values to tick in a filter
        "WeeksTable",  # how many reviews
        "_NumberTable",  # areas
    )
)
"""Tables of the window in which no member of the public stands."""


def copy(view: QAbstractItemView, index: QModelIndex, key: Qt.Key = Qt.Key.Key_C) -> str:
    """Copy the cell of ``index``; the text on the clipboard."""
    view.setCurrentIndex(index)
    QTest.keyClick(view, key, CTRL)
    return QGuiApplication.clipboard().text()


def given(session: Session) -> list[tuple[str, int, str]]:
    return [(one.report, one.people, one.way) for one in session.registry.given_out.all()]


def every_view(of: type[QAbstractItemView] = QAbstractItemView) -> set[type[QAbstractItemView]]:
    """The views that the window declares, headings left out."""
    for module in pkgutil.walk_packages(registry_app.ui.__path__, f"{registry_app.ui.__name__}."):
        importlib.import_module(module.name)
    found: set[type[QAbstractItemView]] = set()
    for one in of.__subclasses__():
        found |= {one} | every_view(one)
    return {one for one in found if one.__module__.startswith("registry_app.") and not issubclass(one, QHeaderView)}


def test_every_table_tells_whom_it_gives_out_or_names_nobody() -> None:
    silent = {one.__name__ for one in every_view() if not issubclass(one, CopiesOut)}

    assert silent == NAMING_NOBODY


def test_people_who_may_be_twins_are_entered_cell_by_cell(session: Session, qtbot: QtBot) -> None:
    peopled.person(session.registry, born="1980")
    peopled.person(session.registry, "NGUYỄN VĂN AN", born="1980")
    dialog = TwinsDialog(session)
    qtbot.addWidget(dialog)
    rows = dialog.table.model()

    assert "NGUYỄN VĂN AN" in copy(dialog.table, rows.index(0, 1))
    assert "cùng tên" in copy(dialog.table, rows.index(0, 2))

    assert given(session) == [("Các cặp người", 1, "clipboard")]


def test_the_address_of_a_household_is_entered_and_its_code_is_not(session: Session, qtbot: QtBot) -> None:
    head = peopled.person(session.registry)
    peopled.household(session.registry, "", head_id=head, address="Số 1 Lê Lợi")
    tab = ServingTab(session)
    qtbot.addWidget(tab)
    tab.show_for(head, session.moment, writable=True)
    rows = tab.households.model()

    assert copy(tab.households, rows.index(0, 1)) == "Số 1 Lê Lợi"
    copy(tab.households, rows.index(0, 0))

    assert [(people, way) for _report, people, way in given(session)] == [(1, "clipboard")]


def test_who_is_divided_among_new_areas_is_entered_by_name_only(session: Session, qtbot: QtBot) -> None:
    of = next(one for one in session.registry.lists.areas.values() if one.name == "Tổ dân phố 5")
    peopled.household(session.registry, "Lê Văn Một", area_id=of.id)
    dialog = SplitAreaDialog(session, of)
    qtbot.addWidget(dialog)
    dialog.fields.fill({"into": ("Một", "Hai"), "on": "01/07/2026", "paper_number": "1"})
    dialog.show_preview()
    rows = dialog.division
    shown = [rows.index(row, NAME).data() for row in range(rows.rowCount())]
    household = next(row for row, text in enumerate(shown) if "Lê Văn Một" in text)
    site = next(row for row, text in enumerate(shown) if "Lê Văn Một" not in text)

    copy(dialog.table, rows.index(household, NAME))
    copy(dialog.table, rows.index(household, TO))
    copy(dialog.table, rows.index(site, NAME))

    assert given(session) == [("Ai về đâu", 1, "clipboard")]


def test_what_the_history_tells_of_a_person_is_entered(session: Session, qtbot: QtBot) -> None:
    peopled.person(session.registry, "Lê Thị Bình", phone="0912345678", sex="female")
    panel = HistoryPanel(session)
    qtbot.addWidget(panel)
    panel.show_model(None)
    panel.show()
    action = panel.rows.index(0, 0)
    said = {
        panel.rows.index(row, WHAT, action).data(): panel.rows.index(row, CHANGE, action)
        for row in range(panel.rows.rowCount(action))
    }
    phone, sex = (next(at for what, at in said.items() if name in what) for name in ("Điện thoại", "Giới tính"))

    copy(panel.tree, panel.rows.index(0, CHANGE))
    copy(panel.tree, sex)
    assert given(session) == []

    assert "0912" in copy(panel.tree, phone)
    assert given(session) == [("Lịch sử", 1, "clipboard")]


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """The window, in front of it the list of two people, one of whom leads a team."""
    registry = session.registry
    model = registry.models.by_code("CAM-2020-001")
    site = registry.inside.sites.where("model_id", model)[0]
    leader = peopled.person(registry, "Trần Văn An", phone="0912345678")
    peopled.person(registry, "Lê Thị Bình")
    peopled.member(registry, peopled.team(registry, site.id), leader, "Tổ trưởng", valid_from="2024-01-01")
    shown = MainWindow(session, Choices())
    qtbot.addWidget(shown)
    shown.models._open()
    shown.turn_to("list")
    shown.show()
    shown.tools["show_people"].trigger()
    return shown


def people_cell(window: MainWindow, column: str) -> tuple[QAbstractItemView, QModelIndex]:
    table = window.inside("person").table
    names = [one.of.name for one in table.columns]
    return table, table.model().index(0, names.index(column))


@pytest.mark.parametrize(("column", "entered"), [("phone", 1), ("name", 1), ("code", 0)])
def test_keys_that_are_not_those_of_the_command_copy_a_cell_of_a_list(
    window: MainWindow, session: Session, column: str, entered: int
) -> None:
    table, index = people_cell(window, column)

    copy(table, index, Qt.Key.Key_Insert)

    assert given(session) == [("Người", 1, "clipboard")] * entered


def test_models_are_entered_where_their_leaders_are(window: MainWindow, session: Session) -> None:
    window.turn_to("list")
    view, rows = window.models.list, window.models.rows
    view.wear((ShownColumn(field="code"), ShownColumn(field="leaders")))
    names = [one.of.name for one in rows.columns]
    (model,) = session.registry.models.ids(Search(words="camera to 5"), session.moment)
    view.go_to_cell(ModelId(model), "leaders")

    assert copy(view, rows.index(view.currentIndex().row(), names.index("leaders")), Qt.Key.Key_Insert) == "Trần Văn An"
    copy(view, rows.index(view.currentIndex().row(), names.index("code")), Qt.Key.Key_Insert)

    assert given(session) == [("Danh sách mô hình", 1, "clipboard")]


def test_a_register_that_can_only_be_read_is_copied_from_and_says_what_is_missing(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, index = people_cell(window, "name")
    monkeypatch.setattr(session.registry, "read_only", True)

    assert copy(table, index, Qt.Key.Key_Insert)

    assert given(session) == []
    assert "không ghi được vào danh sách" in window.saved_notice
