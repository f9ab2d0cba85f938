"""Headings sort by one column or several, ask for a filter at their mark, and the first one may stay in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionHeader
from pytestqt.qtbot import QtBot

from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Filter, Order, Search
from registry_app.ui.models.header import EDGE, turned
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def view(sample_session: Session, qtbot: QtBot) -> ModelListView:
    """The list on the sample ward, narrower than its columns."""
    rows = ModelListModel(sample_session)
    shown = ModelListView(rows)
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    rows.show(Search())
    shown.show()
    return shown


def click(view: ModelListView, field: str, key: Qt.KeyboardModifier = NONE, *, at: int = 20) -> None:
    section = [column.field for column in view._rows.columns].index(field)
    place = QPoint(view.heads.left_of(section) + at, 8)
    QTest.mouseClick(view.heads.viewport(), Qt.MouseButton.LeftButton, key, place)


def test_the_style_paints_the_ground_of_a_heading_and_no_words(view: ModelListView) -> None:
    option = QStyleOptionHeader()

    view.heads.initStyleOptionForIndex(option, 0)

    assert view.heads.model().headerData(0, Qt.Orientation.Horizontal)
    assert option.text == ""


def wanted(view: ModelListView) -> list[tuple[Order, ...]]:
    """What headings ask for, which the rows then follow."""
    told: list[tuple[Order, ...]] = []
    view.order_wanted.connect(told.append)
    view.order_wanted.connect(view.heads.show_order)
    return told


def test_shift_adds_a_column_and_turns_it_and_control_takes_it_away(view: ModelListView) -> None:
    told = wanted(view)

    click(view, "name")
    click(view, "status", SHIFT)
    click(view, "status", SHIFT)
    click(view, "name", CONTROL)

    assert told == [
        (Order("name"),),
        (Order("name"), Order("status")),
        (Order("name"), Order("status", descending=True)),
        (Order("status", descending=True),),
    ]


def test_a_plain_click_sorts_by_that_column_alone(view: ModelListView) -> None:
    told = wanted(view)
    view.heads.show_order((Order("status"), Order("name")))

    click(view, "name")

    assert told == [(Order("name"),)]


def test_a_column_that_cannot_be_sorted_by_asks_for_nothing(view: ModelListView) -> None:
    view.wear((ShownColumn(field="aim"), ShownColumn(field="code")))
    told = wanted(view)

    click(view, "aim")

    assert told == []


def test_a_click_on_the_mark_asks_for_a_filter_and_sorts_nothing(view: ModelListView, qtbot: QtBot) -> None:
    told = wanted(view)
    width = view.heads.sectionSize(1)

    with qtbot.waitSignal(view.filter_wanted) as asked:
        click(view, "name", at=width - EDGE - 5)

    field, place = asked.args
    assert field == "name"
    assert place.width() == width
    assert place.topLeft() == view.heads.viewport().mapToGlobal(QPoint(view.heads.left_of(1), 0))
    assert told == []


def test_alt_and_the_arrow_down_ask_for_a_filter_of_the_current_column(view: ModelListView, qtbot: QtBot) -> None:
    view.choose_first()
    view.setCurrentIndex(view._rows.index(0, 3))

    with qtbot.waitSignal(view.filter_wanted) as asked:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert asked.args[0] == "status"


def test_a_filtered_heading_looks_different(view: ModelListView) -> None:
    before = view.heads.grab().toImage()

    view.heads.show_filtered(frozenset(("name",)))

    assert view.heads.grab().toImage() != before


def test_the_first_column_stays_where_it_is(view: ModelListView) -> None:
    line = view.rowViewportPosition(2) + 5
    view.horizontalScrollBar().setValue(400)

    assert view.heads.frozen_edge == view.columnWidth(0)
    assert view.indexAt(QPoint(10, line)).column() == 0
    assert view.indexAt(QPoint(view.columnWidth(0) + 10, line)).column() > 1
    assert view.visualRect(view._rows.index(2, 0)).left() == 0


def test_the_first_heading_still_sorts_while_it_covers_others(view: ModelListView) -> None:
    told = wanted(view)
    view.horizontalScrollBar().setValue(400)

    click(view, "code")

    assert told == [(Order("code"),)]


def test_a_cell_beneath_the_first_column_comes_out(view: ModelListView) -> None:
    view.horizontalScrollBar().setValue(400)

    view.scrollTo(view._rows.index(0, 1))

    assert view.visualRect(view._rows.index(0, 1)).left() >= view.columnWidth(0)


def test_without_being_kept_the_first_column_scrolls_away(view: ModelListView) -> None:
    view.freeze(False)

    view.horizontalScrollBar().setValue(400)

    assert view.heads.frozen_edge == 0
    assert view.visualRect(view._rows.index(0, 0)).left() < 0


def test_a_scrolled_list_paints_the_first_column_as_before(view: ModelListView) -> None:
    def painted() -> object:
        return view.viewport().grab().toImage().copy(0, 0, view.columnWidth(0) - 2, 200)

    before = painted()

    view.horizontalScrollBar().setValue(300)

    assert painted() == before


def test_what_the_signs_of_a_heading_mean_is_read_aloud(view: ModelListView) -> None:
    order = (Order("type"), Order("name", descending=True))
    view._rows.show(Search(order=order, filters=(Filter("name", holds="camera"),)))

    said = view._rows.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Tên mô hình, xếp giảm dần, thứ 2, đang lọc"


@pytest.mark.parametrize(
    ("order", "found"),
    [((), (Order("a"),)), ((Order("a"),), (Order("a", True),)), ((Order("b"),), (Order("b"), Order("a")))],
)
def test_an_order_is_turned_or_gets_one_more(order: tuple[Order, ...], found: tuple[Order, ...]) -> None:
    assert turned(order, "a") == found
