"""Selection, current row and scroll stay with their models over every change; rows are painted whole."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Order, Search
from registry_app.operations import models
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.models.row_painter import RowPainter
from registry_app.ui.session import Session
from tests.ui.conftest import add


@pytest.fixture
def view(sample_session: Session, qtbot: QtBot) -> ModelListView:
    """The list on the sample ward, 20 rows high."""
    rows = ModelListModel(sample_session)
    shown = ModelListView(rows)
    sample_session.changed.connect(lambda _changes: rows.look_again())
    sample_session.closing.connect(rows.clear)
    qtbot.addWidget(shown)
    shown.resize(900, 530)
    rows.show(Search())
    shown.show()
    return shown


def click(view: ModelListView, line: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPoint(150, view.rowViewportPosition(line) + 5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, key, place)


def top(view: ModelListView) -> int:
    return view._rows.ids[view.rowAt(0)]


def test_a_click_makes_a_model_current(view: ModelListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed) as told:
        click(view, 3)

    assert told.args == [view._rows.ids[3]]
    assert view.chosen == (view._rows.ids[3],)


def test_several_are_chosen_from_top_to_bottom(view: ModelListView) -> None:
    click(view, 5)
    click(view, 2, Qt.KeyboardModifier.ControlModifier)

    assert view.chosen == (view._rows.ids[2], view._rows.ids[5])


def test_another_order_keeps_what_was_chosen_and_brings_it_into_sight(view: ModelListView) -> None:
    click(view, 2)
    click(view, 4, Qt.KeyboardModifier.ControlModifier)
    chosen, current = set(view.chosen), view.current

    view._rows.show(Search(order=(Order("code", descending=True),)))

    assert set(view.chosen) == chosen
    assert view.current == current
    assert view.visualRect(view.currentIndex()).isValid()
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_a_new_model_above_moves_neither_selection_nor_scroll(view: ModelListView, sample_session: Session) -> None:
    view.scrollTo(view._rows.index(60, 0), ModelListView.ScrollHint.PositionAtTop)
    click(view, 62)
    current, first = view.current, top(view)
    view.steps_on = True

    add(sample_session, name="A đứng đầu danh sách", type="camera an ninh")

    assert view.current == current
    assert top(view) == first


def test_when_the_current_model_leaves_the_next_takes_its_place(
    view: ModelListView, sample_session: Session, qtbot: QtBot
) -> None:
    click(view, 4)
    after = view._rows.ids[5]
    view.steps_on = True

    with qtbot.waitSignal(view.current_changed) as told:
        sample_session.run(models.trash, view.chosen)

    assert told.args == [after]
    assert view.chosen == (after,)


def test_unsaved_work_lets_no_other_model_take_the_place(view: ModelListView, sample_session: Session) -> None:
    click(view, 4)
    view.steps_on = False

    sample_session.run(models.trash, view.chosen)

    assert view.current is None
    assert view.chosen == ()


def test_choosing_by_id_tells_nobody_that_another_became_current(view: ModelListView) -> None:
    told: list[object] = []
    view.current_changed.connect(told.append)
    model = ModelId(view._rows.ids[100])

    assert view.choose(model)

    assert view.current == model
    assert told == []


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_what_the_program_chooses_is_chosen_alone_whatever_keys_are_held(
    view: ModelListView, held: Qt.KeyboardModifier
) -> None:
    click(view, 5)
    click(view, 2)
    QTest.keyPress(view, Qt.Key.Key_F12, held)

    view.choose(ModelId(view._rows.ids[7]))
    by_id = view.chosen
    view.choose_first()
    first = view.chosen
    view.choose_first()

    assert by_id == (view._rows.ids[7],)
    assert first == view.chosen == (view._rows.ids[0],)


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_A])
def test_all_are_chosen_whatever_was_chosen_before(view: ModelListView, key: Qt.Key) -> None:
    click(view, 2)

    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    view.selectAll()

    assert len(view.chosen) == len(view._rows.ids)


def test_after_the_program_chose_shift_chooses_from_there_on(view: ModelListView) -> None:
    click(view, 2)
    view.choose(ModelId(view._rows.ids[7]))

    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert view.chosen == tuple(view._rows.ids[7:9])


def test_choosing_a_model_that_is_not_listed_chooses_nothing(view: ModelListView) -> None:
    click(view, 1)

    assert not view.choose(ModelId(10_000))
    assert view.chosen == ()


def test_a_heading_asks_for_its_order_and_again_for_the_reverse(view: ModelListView, qtbot: QtBot) -> None:
    heads = view.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(0) + 20, 8)

    with qtbot.waitSignal(view.order_wanted) as first:
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.heads.show_order(first.args[0])
    with qtbot.waitSignal(view.order_wanted) as second:
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert first.args == [(Order("code"),)]
    assert second.args == [(Order("code", descending=True),)]


def test_enter_and_a_double_click_open_the_current_model(view: ModelListView, qtbot: QtBot) -> None:
    click(view, 1)

    with qtbot.waitSignal(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.opened):
        place = QPoint(150, view.rowViewportPosition(1) + 5)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_chosen_row_is_painted_in_the_colour_of_choice(view: ModelListView) -> None:
    click(view, 2)

    image = view.viewport().grab().toImage()
    line = view.rowViewportPosition(2) + view.rowHeight(2) // 2
    colours = {image.pixelColor(x, line).name() for x in range(2, view.viewport().width() - 2)}

    assert view.palette().color(QPalette.ColorRole.Highlight).name() in colours


def test_an_empty_list_says_what_to_do(view: ModelListView) -> None:
    view.hint = "Không có mô hình nào."

    view._rows.show(Search(words="zzzz"))
    image = view.viewport().grab().toImage()

    ground = view.palette().color(QPalette.ColorRole.Base)
    assert any(image.pixelColor(x, y) != QColor(ground) for x in range(300, 600, 2) for y in range(200, 320))


def test_only_a_text_that_is_cut_has_a_tool_tip(view: ModelListView) -> None:
    width = view.columnWidth(1)

    assert RowPainter(view).is_cut("Tổ liên gia " * 20, width, marked=False)
    assert not RowPainter(view).is_cut("Tổ 5", width, marked=False)
