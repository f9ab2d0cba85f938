"""What is pasted: one line where one is meant, nothing cut, nothing slow."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import Editor
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine
from registry_app.ui.widgets.multi_picker import MultiPicker
from registry_app.ui.widgets.pasting import one_line
from registry_app.ui.widgets.picker import Picker
from tests.ui.working import work_of

MEGABYTE = "Tổ dân phố số 5. " * 62_000
QUICK = 0.1


def paste(editor: Editor, text: str) -> None:
    """Press the keys that paste ``text``."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(editor.control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def editors() -> list[Editor]:
    return [OneLine(), WrappedLine(), LongText(), Picker(), MultiPicker(), DateField()]


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("Công an\r\nphường", "Công an phường"),
        ("Tổ 1\tTổ 2\n", "Tổ 1 Tổ 2"),
        ("a \n\n\t b\u2028c", "a b c"),
        ("  giữ khoảng trắng  ", "  giữ khoảng trắng  "),
        ("Trường học 🏫 an toàn", "Trường học 🏫 an toàn"),
    ],
)
def test_line_ends_and_tabs_become_spaces(pasted: str, line: str) -> None:
    assert one_line(pasted) == line


@pytest.mark.parametrize("kind", [OneLine, WrappedLine, Picker, DateField])
def test_lines_pasted_into_a_field_of_one_line_become_one(kind: type[Editor], qtbot: QtBot) -> None:
    editor = kind()
    qtbot.addWidget(editor)

    paste(editor, "Hội Phụ nữ\nphường\tAn Bình\n")

    assert editor.typed() == "Hội Phụ nữ phường An Bình"


def test_each_line_pasted_into_a_field_of_names_is_a_name(qtbot: QtBot) -> None:
    areas = MultiPicker(["Tổ dân phố 1", "Tổ dân phố 2"])
    qtbot.addWidget(areas)

    paste(areas, "to dan pho 1\nTổ dân phố 2\r\nXóm Mới\n")

    assert areas.typed() == ("Tổ dân phố 1", "Tổ dân phố 2", "Xóm Mới")


def test_a_long_text_keeps_its_lines(qtbot: QtBot) -> None:
    text = LongText()
    qtbot.addWidget(text)

    paste(text, "Một\nHai\tBa")

    assert text.typed() == "Một\nHai\tBa"


@pytest.mark.parametrize("number", range(6))
def test_a_megabyte_is_refused_at_once_with_the_limit_and_what_stood_there_stays(number: int, qtbot: QtBot) -> None:
    editor = editors()[number]
    qtbot.addWidget(editor)
    editor.fill("Cũ")
    before = editor.typed()

    with qtbot.waitSignal(editor.refused) as told:
        (took,) = work_of(lambda: paste(editor, MEGABYTE))

    assert took < QUICK
    assert "1.054.0" in told.args[0] or "1.053.999" in told.args[0]
    assert "10.000" in told.args[0] or " 300 " in told.args[0]
    assert editor.typed() == before


def test_a_refused_text_is_told_at_the_field(qtbot: QtBot) -> None:
    grid, line = FieldGrid(), OneLine()
    qtbot.addWidget(grid)
    grid.add("funding", "Kinh phí", line)

    paste(line, MEGABYTE)

    assert "300" in grid.problem("funding")


@pytest.mark.parametrize(("kind", "length"), [(OneLine, 600), (WrappedLine, 600), (LongText, 25_000)])
def test_a_text_somewhat_too_long_stays_to_be_shortened(kind: type[Editor], length: int, qtbot: QtBot) -> None:
    editor = kind()
    qtbot.addWidget(editor)
    editor.show()

    took = sum(work_of(lambda: paste(editor, "đ" * length), editor.grab))
    editor.hide()

    assert editor.typed() == "đ" * length
    assert took < 2 * QUICK


def test_what_is_marked_makes_room_for_what_is_pasted(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    line.setText("đ" * 900)
    line.selectAll()

    line.take("a\nb")
    line.undo()

    assert line.text() == "đ" * 900


def test_the_menu_pastes_the_same_way(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("một\nhai")

    menu = line.menu()
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.deleteLater()

    assert line.text() == "một hai"


def test_a_text_dropped_into_a_name_is_one_line(qtbot: QtBot) -> None:
    name = WrappedLine()
    qtbot.addWidget(name)
    edit = name.control
    assert isinstance(edit, QPlainTextEdit)
    dropped = QMimeData()
    dropped.setText("một\nhai")

    edit.insertFromMimeData(dropped)

    assert name.typed() == "một hai"


def test_a_locked_field_takes_nothing(qtbot: QtBot) -> None:
    line = OneLine()
    qtbot.addWidget(line)
    line.lock(True)

    paste(line, "thêm")

    assert line.typed() == ""
