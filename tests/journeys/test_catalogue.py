"""A clerk's first morning, through the window only: a new register, a first model, found, changed, undone, kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Moment, Search
from registry_app.operations import files
from registry_app.ui.choices import Choices
from registry_app.ui.first_run.new_register_dialog import NewRegisterDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from tests.ui.conftest import type_text


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as it stands when nothing has ever been opened."""
    shown = MainWindow(Session(), Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def field(window: MainWindow, label: str) -> QWidget:
    """The control that a reader aloud calls ``label``."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
    found = [one for kind in kinds for one in window.models.form.findChildren(kind)]
    return next(one for one in found if one.accessibleName().startswith(label))


def fill(window: MainWindow, label: str, text: str) -> None:
    control = field(window, label)
    control.setFocus()
    if isinstance(control, QComboBox):
        control = control.lineEdit() or control
    type_text(control, text)
    QTest.keyClick(control, Qt.Key.Key_Tab)


def names(window: MainWindow) -> list[str]:
    return [row.name for row in window.models.rows.rows()]


def answer_questions(ward: str, path: Path, who: str) -> None:
    """Answer the questions about a new register, once they are on the screen."""

    def act() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, NewRegisterDialog)
        for name, text in (("name", ward), ("path", str(path)), ("who", who)):
            control = shown.fields[name].control
            control.clear()
            type_text(control, text)
        QTimer.singleShot(0, shown, shown.reject)
        shown.yes_button.click()

    QTimer.singleShot(0, act)


def test_from_an_empty_screen_to_a_register_with_a_model(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sổ.registry"
    answer_questions("phường Bến Đò", path, "Trần Thị Lan")
    window.start_page.wanted.emit("new_register")
    assert window.windowTitle().startswith("phường Bến Đò – sổ.registry")
    assert Choices().now.who == "Trần Thị Lan"

    window.tools["new"].trigger()
    fill(window, "Loại mô hình", "camera an ninh")
    fill(window, "Tên mô hình", "Camera an ninh tổ 5")
    window.tools["save"].trigger()
    assert names(window) == ["Camera an ninh tổ 5"]

    type_text(window.models.search_box, "to 5 camera")
    qtbot.waitUntil(lambda: window.count_line.startswith("Đang hiện 1/1"))
    window.models.list.selectRow(0)
    window.tools["trash"].trigger()
    assert names(window) == []

    window.tools["undo"].trigger()
    assert names(window) == ["Camera an ninh tổ 5"]

    assert window.close()
    QApplication.processEvents()
    with files.open_register(path) as kept:
        (model,) = kept.models.ids(Search(), Moment(date.today()))
        assert kept.models.one(ModelId(model)).name == "Camera an ninh tổ 5"
        assert kept.redo_label == "Move to trash"
