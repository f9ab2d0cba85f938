"""Commands about the list work on the current cell and the chosen rows, and what they change is kept with the user."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order, Search
from registry_app.ui.actions import list_columns
from registry_app.ui.actions.command import State
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models.column_chooser import ColumnChooser
from registry_app.ui.models.inline_edit import InlineEdit
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.resize(1366, 768)
    shown.show()
    shown.models.list.setFocus()
    yield shown
    shown.models.may_leave = lambda: True  # type: ignore[method-assign]
    shown.close()
    shown.deleteLater()


def clipboard() -> str:
    return str(QGuiApplication.clipboard().text())


def edits(window: MainWindow) -> list[InlineEdit]:
    return [one for one in window.models.list.viewport().findChildren(InlineEdit) if not one.isHidden()]


def test_the_chosen_rows_are_copied_with_the_columns_shown(window: MainWindow) -> None:
    window.models.list.wear((ShownColumn(field="code"),))
    window.models.list.selectAll()

    window.tools["copy"].trigger()

    assert clipboard().split("\n")[0] == "Mã"
    assert len(clipboard().split("\n")) == 4


def test_very_many_rows_are_copied_after_asking(
    window: MainWindow, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_columns, "ASK_FROM", 2)
    QGuiApplication.clipboard().setText("vorher")
    window.models.list.selectAll()
    asked.will(False, True)

    window.tools["copy"].trigger()
    refused = clipboard()
    window.tools["copy"].trigger()

    assert refused == "vorher"
    assert len(clipboard().split("\n")) == 4
    assert asked.texts[0].startswith("Chép 3 dòng?")


def test_one_cell_is_copied(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.list.choose(model)
    window.models.list.go_to_cell(model, "name")

    window.tools["copy_cell"].trigger()

    assert clipboard() == "Camera an ninh tổ 5"


def test_the_list_is_sorted_and_grouped_by_the_current_column(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.list.choose(model)
    window.models.list.go_to_cell(model, "type")

    window.tools["sort_descending"].trigger()
    window.tools["group_by_column"].trigger()
    grouped = window.models.search
    window.tools["group_by_column"].trigger()

    assert grouped == Search(order=(Order("type", descending=True),), group="type")
    assert window.models.search.group is None
    assert window.models.list.current == model


def test_all_groups_are_folded_and_unfolded(window: MainWindow) -> None:
    window.models.asking.group("type")
    full = window.models.rows.rowCount()

    window.tools["fold_groups"].trigger()
    folded = window.models.rows.rowCount()
    window.tools["fold_groups"].trigger()

    assert folded == len(window.models.rows.lines.headings) < full
    assert window.models.rows.rowCount() == full


def test_the_view_menu_says_what_rows_are_grouped_by(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "group_by")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Trạng thái").trigger()

    ticked = [action.text() for action in menu.actions() if action.isChecked()]

    assert window.models.search.group == "status"
    assert ticked == ["Trạng thái"]


def test_a_cell_is_edited_by_f2(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.list.choose(model)
    window.models.list.go_to_cell(model, "name")

    window.tools["edit_here"].trigger()

    (edit,) = edits(window)
    type_text(edit.editor.control, "Tên mới")
    assert edit.save()
    assert session.registry.models.one(model).name == "Tên mới"


def test_closing_saves_what_is_typed_over_a_cell_or_stays_open(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.list.choose(model)
    window.models.list.go_to_cell(model, "name")
    window.tools["edit_here"].trigger()
    edits(window)[0].editor.fill("")

    closed = window.close()

    assert not closed
    assert edits(window)[0].problem
    edits(window)[0].give_up()


def test_a_saved_cell_is_said_below_the_form(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.show_model(model)
    window.models.list.go_to_cell(model, "name")
    window.tools["edit_here"].trigger()
    edits(window)[0].editor.fill("Tên khác")

    edits(window)[0].save()

    assert window.models.form.notice == "Đã lưu CAM-2020-001."


def test_a_field_that_fits_no_cell_is_edited_in_the_form(window: MainWindow, session: Session) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.show_model(model)
    window.models.list.go_to_cell(model, "type")

    window.tools["edit_here"].trigger()

    assert edits(window) == []
    assert window.models.form.isAncestorOf(window.focusWidget())


def test_unsaved_work_in_the_form_is_asked_about_before_a_cell_is_edited(
    window: MainWindow, session: Session, asked: Asked
) -> None:
    model = session.registry.models.by_code("CAM-2020-001")
    window.models.show_model(model)
    type_text(window.models.form.fields.main["name"].control, "chưa lưu ")
    window.models.list.go_to_cell(model, "lead")
    asked.will("stay")

    window.tools["edit_here"].trigger()

    assert edits(window) == []


def test_a_read_only_register_offers_no_editing(window: MainWindow, session: Session) -> None:
    window.models.list.choose(session.registry.models.by_code("CAM-2020-001"))
    window.tools.allow(State(is_open=True, may_write=False, chosen=1))

    assert not window.tools["edit_here"].isEnabled()
    assert window.tools["copy"].isEnabled()


def test_columns_are_chosen_in_a_dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = (ShownColumn(field="name"), ShownColumn(field="funding"))
    monkeypatch.setattr(ColumnChooser, "choose", lambda *_arguments: wanted)

    window.tools["choose_columns"].trigger()

    assert window.models.list.columns == wanted


def test_columns_and_the_kept_first_one_are_those_of_the_last_window(window: MainWindow, qtbot: QtBot) -> None:
    window.models.list.wear((ShownColumn(field="name", width=2500), ShownColumn(field="lead")))
    frozen = window.findChild(QAction, "keep_first_column")
    assert isinstance(frozen, QAction)
    frozen.trigger()
    window.keep_shape()

    again = MainWindow(Session(), Choices())
    qtbot.addWidget(again)

    assert [column.field for column in again.models.list.columns] == ["name", "lead"]
    assert abs(again.models.list.columns[0].width - 2500) < 20
    assert not again.models.list.heads.frozen


def test_saving_and_going_on_steps_over_headings(window: MainWindow, session: Session) -> None:
    window.models.asking.group("type")
    last = window.models.rows.lines.headings[0].count
    window.models.show_model(window.models.rows.model_at(last))  # type: ignore[arg-type]
    type_text(window.models.form.fields.main["name"].control, " ")

    window.models.save_and_next()

    assert window.models.list.current == window.models.rows.model_at(last + 2)


def test_a_right_click_on_a_group_offers_to_fold_it(window: MainWindow) -> None:
    window.models.asking.group("type")
    view = window.models.list
    full = window.models.rows.rowCount()

    place = QPoint(40, view.rowViewportPosition(0) + 5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)

    assert view.chosen == ()
    assert window.models.rows.rowCount() == full
