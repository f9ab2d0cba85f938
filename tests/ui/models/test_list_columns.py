"""The columns of the list: chosen, moved, widened, kept for the next start and lent to a saved view."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import ExtraField
from registry_app.domain.ids import ModelId
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order, Search
from registry_app.ui.models import header_menu
from registry_app.ui.models.columns import USUAL_SHOWN
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session


@pytest.fixture
def view(sample_session: Session, qtbot: QtBot) -> ModelListView:
    return made(sample_session, qtbot)


def made(session: Session, qtbot: QtBot) -> ModelListView:
    rows = ModelListModel(session)
    shown = ModelListView(rows)
    session.closing.connect(rows.clear)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    rows.show(Search())
    shown.show()
    return shown


def fields(view: ModelListView) -> list[str]:
    return [column.field for column in view.columns]


def test_at_first_there_are_the_usual_columns(view: ModelListView) -> None:
    assert view.columns == USUAL_SHOWN


def test_other_columns_keep_what_is_chosen(view: ModelListView) -> None:
    view.selectRow(7)
    chosen = view.chosen

    view.wear((ShownColumn(field="name", width=4000), ShownColumn(field="aim")))

    assert view.columns == (ShownColumn(field="name", width=4000), ShownColumn(field="aim"))
    assert view.chosen == chosen
    assert view.current == chosen[0]


def test_a_heading_that_is_dragged_and_widened_is_told_and_kept(
    view: ModelListView, sample_session: Session, qtbot: QtBot
) -> None:
    view.heads.moveSection(1, 0)
    view.setColumnWidth(1, 333)
    view.freeze(False)

    again = made(sample_session, qtbot)
    again.take_shape(view.shape())

    assert fields(again)[:2] == ["name", "code"]
    assert abs(again.columnWidth(0) - 333) <= 1
    assert not again.heads.frozen


@pytest.mark.parametrize("shape", [b"", b"{", b'{"columns": [["gone", 5]]}'])
def test_a_damaged_shape_means_the_usual_columns(view: ModelListView, shape: bytes) -> None:
    view.take_shape(QByteArray(shape))

    assert view.columns == USUAL_SHOWN
    assert view.heads.frozen


def test_columns_of_another_register_are_not_forgotten(view: ModelListView) -> None:
    view.wear((ShownColumn(field="name"), ShownColumn(field="extra.elsewhere", width=700)))

    assert fields(view) == ["name"]
    assert b"extra.elsewhere" in view.shape().data()


def test_columns_of_a_view_give_way_to_the_users_own(view: ModelListView) -> None:
    view.hide_field("grade")
    own = view.columns

    view.show_columns((ShownColumn(field="lead"),))
    lent = (view.columns, view.shape())
    view.show_columns(())

    assert lent[0] == (ShownColumn(field="lead"),)
    assert b"grade" not in lent[1].data()
    assert b"areas" in lent[1].data()
    assert view.columns == own


def test_the_last_column_stays(view: ModelListView) -> None:
    view.wear((ShownColumn(field="name"),))

    view.hide_field("name")

    assert fields(view) == ["name"]


def test_an_extra_field_is_a_column_with_its_values(view: ModelListView) -> None:
    name = next(name for name in view.fields if name.startswith("extra."))

    view.wear((ShownColumn(field="code"), ShownColumn(field=name)))
    texts = {view._rows.data(view._rows.index(line, 1)) for line in range(view._rows.rowCount())}

    assert len(texts) > 1


def test_an_extra_field_that_is_renamed_has_its_new_name_at_once(view: ModelListView, sample_session: Session) -> None:

    extra: ExtraField = next(iter(sample_session.registry.lists.extras.values()))
    view.wear((ShownColumn(field="code", width=5000), ShownColumn(field=f"extra.{extra.key}")))

    with sample_session.registry.change("Edit list"):
        sample_session.registry.entries.save(replace(extra, name="Tên mới của cột"))
        sample_session.registry.forget_lists()
    view._rows.look_again()

    assert "Tên mới của cột" in str(view._rows.headerData(1, Qt.Orientation.Horizontal))
    assert view.columns[0].width == 5000


def test_the_menu_of_a_heading_sorts_groups_hides_and_shows(view: ModelListView) -> None:
    told: list[object] = []
    view.order_wanted.connect(told.append)
    view.group_wanted.connect(told.append)
    menu = header_menu.fill(QMenu(view), view, "type")
    actions = {action.text().replace("&", ""): action for action in menu.actions()}

    actions["Sắp xếp giảm dần"].trigger()
    actions["Nhóm theo cột này"].trigger()
    actions["Ẩn cột này"].trigger()
    ticks = actions["Các cột đang hiện"].menu().actions()  # type: ignore[attr-defined]
    next(action for action in ticks if action.text() == "Kinh phí").trigger()

    assert told == [(Order("type", descending=True),), "type"]
    assert "type" not in fields(view)
    assert fields(view)[-1] == "funding"


def test_the_menu_of_a_long_text_neither_sorts_nor_groups(view: ModelListView) -> None:
    menu = header_menu.fill(QMenu(view), view, "aim")

    allowed = {action.text().replace("&", ""): action.isEnabled() for action in menu.actions()}

    assert not allowed["Sắp xếp tăng dần"]
    assert not allowed["Nhóm theo cột này"]


def test_words_that_were_searched_for_are_marked(view: ModelListView) -> None:
    before = view.viewport().grab().toImage()

    view.highlight(("camera",))
    marked = view.viewport().grab().toImage()
    view.highlight(())

    assert marked != before
    assert view.viewport().grab().toImage() == before


def test_numbers_end_where_their_column_ends(view: ModelListView) -> None:
    view.wear((ShownColumn(field="interval_months", width=4000), ShownColumn(field="code")))
    line = next(n for n in range(view._rows.rowCount()) if view._rows.data(view._rows.index(n, 0)))
    view.scrollTo(view._rows.index(line, 0), ModelListView.ScrollHint.PositionAtTop)

    image = view.viewport().grab().toImage()
    place = view.visualRect(view._rows.index(line, 0))
    ground = image.pixelColor(place.left() + 2, place.center().y())
    inked = [
        x
        for x in range(place.left(), place.right())
        for y in range(place.top() + 4, place.bottom() - 4)
        if image.pixelColor(x, y) != ground
    ]

    assert min(inked) > place.center().x()


def test_letters_typed_in_the_list_look_through_no_rows(view: ModelListView) -> None:
    view.selectRow(3)
    model = view.current

    QTest.keyClick(view, Qt.Key.Key_Z)

    assert view.current == model


def test_a_cell_is_found_by_model_and_field(view: ModelListView) -> None:
    model = ModelId(view._rows.ids[4])

    assert view.go_to_cell(model, "status")

    assert view.current == model
    assert view.current_column.field == "status"
    assert not view.go_to_cell(model, "aim")
    assert view.indexAt(QPoint(2, 2)).isValid()
