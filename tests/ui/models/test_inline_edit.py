"""A cell edited in its place is saved by the rules of the form; what is refused stays to be mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.fields import BY_NAME, listed
from registry_app.domain.ids import ModelId
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Search
from registry_app.ui.models.inline_edit import InlineEdit, fits_a_cell, start
from registry_app.ui.models.list_model import ModelListModel
from registry_app.ui.models.list_view import ModelListView
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, add, type_text

COLUMNS = ("code", "name", "founded_on", "lead", "notes", "interval_months")


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> ModelListView:
    rows = ModelListModel(session)
    shown = ModelListView(rows)
    session.changed.connect(lambda _changes: rows.look_again())
    session.closing.connect(rows.clear)
    qtbot.addWidget(shown)
    shown.resize(1100, 300)
    shown.wear(tuple(ShownColumn(field=name) for name in COLUMNS))
    rows.show(Search())
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    return shown


@pytest.fixture
def model(session: Session) -> ModelId:
    return session.registry.models.by_code("CAM-2020-001")


def editing(view: ModelListView, session: Session, model: ModelId, field: str) -> InlineEdit:
    view.choose(model)
    assert view.go_to_cell(model, field)
    made = start(view, session)
    assert made is not None
    return made


def open_edits(view: ModelListView) -> list[InlineEdit]:
    return [one for one in view.viewport().findChildren(InlineEdit) if not one.isHidden()]


def test_enter_saves_what_is_typed(view: ModelListView, session: Session, model: ModelId) -> None:
    edit = editing(view, session, model, "founded_on")
    edit.editor.fill("5/3/2021")

    QTest.keyClick(edit.editor.control, Qt.Key.Key_Return)

    assert session.registry.models.one(model).founded_on == "2021-03-05"
    assert open_edits(view) == []
    assert view.current == model


def test_escape_leaves_the_cell_as_it_was(view: ModelListView, session: Session, model: ModelId) -> None:
    edit = editing(view, session, model, "name")
    type_text(edit.editor.control, "Khác")

    QTest.keyClick(edit.editor.control, Qt.Key.Key_Escape)

    assert session.registry.models.one(model).name == "Camera an ninh tổ 5"
    assert open_edits(view) == []


def test_what_is_refused_is_told_at_the_cell_and_stays(view: ModelListView, session: Session, model: ModelId) -> None:
    edit = editing(view, session, model, "founded_on")
    edit.editor.fill("31/02/2021")

    QTest.keyClick(edit.editor.control, Qt.Key.Key_Return)

    assert "31/02/2021" in edit.problem
    assert edit.editor.typed() == "31/02/2021"
    assert open_edits(view) == [edit]
    edit.give_up()


def test_an_empty_name_is_refused_as_in_the_form(view: ModelListView, session: Session, model: ModelId) -> None:
    edit = editing(view, session, model, "name")
    edit.editor.fill("")

    assert not edit.save()

    assert edit.problem
    edit.give_up()


def test_tab_saves_and_goes_on_with_the_next_cell_that_can_be_edited(
    view: ModelListView, session: Session, model: ModelId
) -> None:
    edit = editing(view, session, model, "lead")
    edit.editor.fill("")

    QTest.keyClick(edit.editor.control, Qt.Key.Key_Tab)

    (following,) = open_edits(view)
    assert view.current_column.field == "interval_months"
    following.editor.fill("6")
    QTest.keyClick(following.editor.control, Qt.Key.Key_Backtab)
    assert session.registry.models.one(model).interval_months == 6
    assert view.current_column.field == "lead"
    open_edits(view)[0].give_up()


def test_nothing_typed_is_nothing_written(view: ModelListView, session: Session, model: ModelId) -> None:
    edit = editing(view, session, model, "name")
    before = session.registry.undoable

    assert edit.save()

    assert session.registry.undoable == before


def test_leaving_the_cell_saves_it(view: ModelListView, session: Session, model: ModelId, qtbot: QtBot) -> None:
    edit = editing(view, session, model, "name")
    qtbot.waitUntil(lambda: edit.editor.control.hasFocus())
    edit.editor.fill("Camera mới")

    view.setFocus()

    assert session.registry.models.one(model).name == "Camera mới"
    assert open_edits(view) == []


def test_a_new_organisation_is_added_after_asking(
    view: ModelListView, session: Session, model: ModelId, asked: Asked
) -> None:
    edit = editing(view, session, model, "lead")
    edit.editor.fill("Tổ công tác đặc biệt")
    asked.will(True)

    assert edit.save()

    lead = session.registry.models.one(model).lead_id
    assert lead is not None
    assert session.registry.lists.organisations[lead].name == "Tổ công tác đặc biệt"


def test_a_new_organisation_that_is_looked_at_again_stays_typed(
    view: ModelListView, session: Session, model: ModelId, asked: Asked
) -> None:
    edit = editing(view, session, model, "lead")
    edit.editor.fill("Tổ công tác đặc biệt")
    asked.will(False)

    assert not edit.save()

    assert edit.editor.typed() == "Tổ công tác đặc biệt"
    edit.give_up()


def test_an_extra_field_is_edited_only_where_the_type_has_it(
    view: ModelListView, session: Session, model: ModelId
) -> None:
    extra = next(one for one in session.registry.lists.extras.values() if one.kind == "number")
    kind = session.registry.lists.types[extra.type_id].name
    other = add(session, name="Có trường riêng", type=kind)
    view.wear((ShownColumn(field="name"), ShownColumn(field=f"extra.{extra.key}")))
    edit = editing(view, session, other, f"extra.{extra.key}")
    edit.editor.fill("7")

    assert edit.save()

    assert session.registry.models.one(other).extra == {extra.id: "7"}


def test_an_extra_field_of_another_type_is_not_edited(view: ModelListView, session: Session, model: ModelId) -> None:
    camera = session.registry.models.one(model).type_id
    other = next(one for one in session.registry.lists.extras.values() if one.type_id != camera)
    view.wear((ShownColumn(field="name"), ShownColumn(field=f"extra.{other.key}")))
    view.choose(model)
    view.go_to_cell(model, f"extra.{other.key}")

    assert start(view, session) is None


def test_one_value_fits_a_cell_and_lists_and_long_texts_do_not(session: Session) -> None:
    fitting = {name for name in BY_NAME if fits_a_cell(BY_NAME[name])}

    assert {"name", "lead", "field", "founded_on", "interval_months", "kind"} <= fitting
    assert not fitting & {"code", "type", "areas", "tags", "aim", "notes", "status", "due", "last_review"}
    extras = (name for name in listed(session.registry.lists) if name.startswith("extra."))
    assert all(fits_a_cell(listed(session.registry.lists)[name]) for name in extras)
