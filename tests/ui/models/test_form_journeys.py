"""The form in the window, by keyboard: save, next, back, undo of typing; pages that fit a low screen; bad input."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel
from registry_app.operations import models
from registry_app.ui.choices import Choices
from registry_app.ui.history.history_panel import HistoryPanel
from registry_app.ui.main_window import MainWindow
from registry_app.ui.models.form import ModelForm
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text
from tests.ui.working import work_of

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
CTRL = Qt.KeyboardModifier.ControlModifier
LOW = (1366, 685)
"""What is left of a screen of 1366 × 768 under the title bar and over the task bar."""


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    yield from shown(session, qtbot)


@pytest.fixture
def sample_window(sample_session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    yield from shown(sample_session, qtbot)


def shown(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as it opens on a low screen, its form at the first model."""
    made = MainWindow(session, Choices())
    made.models._open()
    made.resize(*LOW)
    made.models.take_shape(QByteArray(), LOW[0])
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.models.list.selectRow(0)
    yield made
    made.models.form.give_up()
    made.close()
    made.deleteLater()


def form(window: MainWindow) -> ModelForm:
    return window.models.form


def field(window: MainWindow, name: str) -> QWidget:
    """The field ``name``, its page shown, with the keyboard."""
    form(window).fields.go_to(name)
    grid = form(window).fields._grid_of(name)
    assert grid is not None
    control = grid[name].control
    assert isinstance(control, QWidget)
    return control


def stored(window: MainWindow, model: ModelId | None) -> LocalModel:
    assert model is not None
    return window.models._session.registry.models.one(model)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press ``key`` where the keyboard is."""
    QTest.keyClick(window.focusWidget(), key, modifiers)


class TestNext:
    def test_ctrl_enter_saves_and_goes_to_the_next_model_with_the_cursor_in_the_same_field(
        self, window: MainWindow
    ) -> None:
        first, second = window.models.rows.ids[:2]
        type_text(field(window, "funding"), "Ngân sách phường")

        press(window, Qt.Key.Key_Return, CTRL)

        assert stored(window, ModelId(first)).funding == "Ngân sách phường"
        assert (form(window).model, window.models.list.current) == (second, second)
        assert window.focusWidget() is field(window, "funding")
        assert not form(window).is_dirty

    def test_what_was_said_of_the_save_can_still_be_read_after_it(self, window: MainWindow) -> None:
        code = window.models.chosen_rows[0].code
        type_text(field(window, "notes"), "Ghi chú")

        press(window, Qt.Key.Key_Return, CTRL)

        assert code in form(window).notice

    def test_without_a_change_it_only_goes_on(self, window: MainWindow) -> None:
        before = window.models._session.registry.undoable
        field(window, "funding")

        press(window, Qt.Key.Key_Return, CTRL)

        assert form(window).model == window.models.rows.ids[1]
        assert window.models._session.registry.undoable == before

    def test_the_last_model_stays_and_says_so(self, window: MainWindow) -> None:
        window.models.list.selectRow(2)
        type_text(field(window, "funding"), "Xã hội hóa")

        press(window, Qt.Key.Key_Return, CTRL)

        assert form(window).model == window.models.rows.ids[2]
        assert "cuối danh sách" in form(window).notice

    def test_a_refused_save_stays_at_the_field(self, window: MainWindow) -> None:
        type_text(field(window, "founded_on"), "x")

        press(window, Qt.Key.Key_Return, CTRL)

        assert form(window).model == window.models.rows.ids[0]
        assert form(window).fields.problem("founded_on")
        assert form(window).is_dirty

    def test_after_a_new_model_another_of_its_type_is_begun(self, window: MainWindow) -> None:
        window.tools["new"].trigger()
        form(window).fields.fill({"type": "Tiếng kẻng an ninh"})
        type_text(field(window, "name"), "Kẻng tổ 7")

        press(window, Qt.Key.Key_Return, CTRL)

        assert form(window).is_new
        assert (form(window).fields.one("type"), form(window).fields.one("name")) == ("Tiếng kẻng an ninh", "")
        assert "Kẻng tổ 7" in [row.name for row in window.models.rows.rows()]


class TestEscape:
    def test_with_nothing_unsaved_it_goes_back_to_the_list(self, window: MainWindow) -> None:
        field(window, "name")

        press(window, Qt.Key.Key_Escape)

        assert window.focusWidget() is window.models.list

    def test_unsaved_work_is_asked_about_once_and_kept_when_the_user_stays(
        self, window: MainWindow, asked: Asked
    ) -> None:
        name = field(window, "name")
        type_text(name, "Mới ")
        asked.will("stay")

        press(window, Qt.Key.Key_Escape)

        assert len(asked.texts) == 1
        assert asked.texts[0].startswith("Bỏ những gì chưa lưu")
        assert (window.focusWidget(), form(window).is_dirty) == (name, True)

    def test_unsaved_work_is_given_up_when_the_user_says_so(self, window: MainWindow, asked: Asked) -> None:
        before = form(window).fields.one("name")
        type_text(field(window, "name"), "Mới ")
        asked.will("discard")

        press(window, Qt.Key.Key_Escape)

        assert (form(window).fields.one("name"), form(window).is_dirty) == (before, False)
        assert window.focusWidget() is window.models.list

    def test_an_empty_new_model_makes_room_for_the_one_before(self, window: MainWindow) -> None:
        before = form(window).model
        window.tools["new"].trigger()

        press(window, Qt.Key.Key_Escape)

        assert (form(window).model, window.models.list.current) == (before, before)

    @pytest.mark.parametrize("name", ["type", "areas", "founded_on", "aim", "kind"])
    def test_it_works_in_every_kind_of_field(self, window: MainWindow, name: str) -> None:
        field(window, name)

        press(window, Qt.Key.Key_Escape)

        assert window.focusWidget() is window.models.list


class TestUndoOfTyping:
    @pytest.mark.parametrize("name", ["name", "lead", "areas", "founded_on", "aim", "funding"])
    def test_ctrl_z_in_a_field_takes_back_typing_and_never_an_action(self, window: MainWindow, name: str) -> None:
        registry = window.models._session.registry
        before, action = form(window).fields.one(name), registry.undoable
        control = field(window, name)
        type_text(control, "Ừ")
        assert form(window).fields.one(name) != before

        for _times in range(3):
            QTest.keyClick(control, Qt.Key.Key_Z, CTRL)

        assert form(window).fields.one(name) == before
        assert not form(window).is_dirty
        assert registry.undoable == action

    def test_ctrl_z_in_the_list_takes_back_the_last_action(self, window: MainWindow) -> None:
        model = ModelId(window.models.rows.ids[0])
        models.edit(window.models._session.registry, model, {"funding": "Nhầm"})
        window.models.list.setFocus()

        press(window, Qt.Key.Key_Z, CTRL)

        assert stored(window, model).funding == ""


class TestLook:
    def test_every_page_fits_a_low_screen_without_a_scroll_bar(self, sample_window: MainWindow) -> None:
        rows = sample_window.models.rows.rows()
        camera = next(number for number, row in enumerate(rows) if row.code == "CAM-2019-001")
        sample_window.models.list.selectRow(camera)

        assert scrolled_pages(form(sample_window)) == []

    def test_a_new_model_fits_too(self, sample_window: MainWindow) -> None:
        sample_window.tools["new"].trigger()
        form(sample_window).fields.fill({"type": "Camera an ninh"})
        form(sample_window).fields.committed.emit("type")

        assert scrolled_pages(form(sample_window)) == []

    def test_unsaved_work_is_marked_on_the_form_and_in_the_title(self, window: MainWindow) -> None:
        type_text(field(window, "name"), "Mới ")

        assert "● Chưa lưu" in form(window).header.unsaved
        assert window.isWindowModified()

    def test_the_history_is_made_when_it_is_first_looked_at(self, window: MainWindow) -> None:
        assert form(window).findChild(HistoryPanel) is None

        form(window).fields.setCurrentIndex(form(window).fields.count() - 1)

        assert form(window).findChild(HistoryPanel) is not None

    def test_the_history_follows_to_the_model_at_which_one_stops(self, window: MainWindow, qtbot: QtBot) -> None:
        form(window).fields.setCurrentIndex(form(window).fields.count() - 1)
        panel = form(window).findChild(HistoryPanel)
        assert isinstance(panel, HistoryPanel)

        window.models.list.selectRow(1)
        window.models.list.selectRow(2)

        qtbot.waitUntil(lambda: panel._model == window.models.rows.ids[2])

    def test_another_model_is_shown_at_once(self, sample_window: MainWindow) -> None:
        took = work_of(*(partial(sample_window.models.list.selectRow, number) for number in range(1, 41)))

        assert sorted(took)[len(took) // 2] < 0.03


def scrolled_pages(shown: ModelForm) -> list[str]:
    found = []
    for number in range(shown.fields.count()):
        shown.fields.setCurrentIndex(number)
        QApplication.processEvents()
        page = shown.fields.widget(number)
        if isinstance(page, QScrollArea) and page.verticalScrollBar().maximum():
            found.append(shown.fields.tabText(number))
    return found


class TestBadInput:
    def test_a_name_of_several_lines_is_one_line(self, window: MainWindow) -> None:
        name = field(window, "name")
        QGuiApplication.clipboard().setText("Camera\tan ninh\r\ntổ dân phố 9\n")
        press(window, Qt.Key.Key_A, CTRL)
        press(window, Qt.Key.Key_V, CTRL)

        press(window, Qt.Key.Key_S, CTRL)

        assert name is field(window, "name")
        assert stored(window, form(window).model).name == "Camera an ninh tổ dân phố 9"

    def test_a_megabyte_is_refused_at_the_field_and_the_window_stays_quick(self, window: MainWindow) -> None:
        before = form(window).fields.one("aim")
        field(window, "aim")
        QGuiApplication.clipboard().setText("Nội dung dài. " * 80_000)

        (took,) = work_of(lambda: press(window, Qt.Key.Key_V, CTRL))

        assert took < 0.1
        assert form(window).fields.one("aim") == before
        assert "10.000" in form(window).fields.problem("aim")

    @pytest.mark.parametrize(("name", "limit"), [("name", "300"), ("lead", "300"), ("funding", "300")])
    def test_a_text_too_long_stays_with_its_limit_told_when_the_field_is_left(
        self, window: MainWindow, name: str, limit: str
    ) -> None:
        typed = "đ" * 301
        QGuiApplication.clipboard().setText(typed)
        field(window, name)
        press(window, Qt.Key.Key_A, CTRL)
        press(window, Qt.Key.Key_V, CTRL)

        press(window, Qt.Key.Key_Tab)

        assert form(window).fields.one(name) == typed
        assert limit in form(window).fields.problem(name)

    def test_an_impossible_day_is_told_at_its_field_when_it_is_left(self, window: MainWindow) -> None:
        type_text(field(window, "launched_on"), "31/02/2026")

        press(window, Qt.Key.Key_Tab)

        assert "31" in form(window).fields.problem("launched_on")
        assert form(window).fields.one("launched_on") == "31/02/2026"

    def test_a_day_in_eight_digits_is_saved(self, window: MainWindow) -> None:
        type_text(field(window, "launched_on"), "05032026")

        press(window, Qt.Key.Key_S, CTRL)

        assert stored(window, form(window).model).launched_on == "2026-03-05"

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("Trường học 🏫 an toàn", "Trường học 🏫 an toàn"),
            ("To\u0302\u0309 da\u0302n pho\u0302\u0301", "Tổ dân phố"),
            ("Quỹ\x00 \x07phường\u200b", "Quỹ phường"),
        ],
    )
    def test_what_is_typed_is_cleaned_when_it_is_saved(self, window: MainWindow, typed: str, kept: str) -> None:
        type_text(field(window, "funding"), typed)

        press(window, Qt.Key.Key_S, CTRL)

        assert stored(window, form(window).model).funding == kept
        assert not form(window).is_dirty

    def test_a_number_with_a_dot_between_thousands_is_read_as_vietnamese_write_it(self, window: MainWindow) -> None:
        form(window).fields.fill({"type": "Camera an ninh"})
        form(window).fields.committed.emit("type")
        eyes = field(window, "extra.eyes")
        type_text(eyes, "1.234")

        press(window, Qt.Key.Key_S, CTRL)

        assert "1234" in stored(window, form(window).model).extra.values()
        assert form(window).fields.one("extra.eyes") == "1.234"
