"""Editors of plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from registry_app.ui.widgets.lines import LongText, OneLine, WrappedLine
from tests.ui.conftest import type_text


def test_nothing_is_trimmed_while_typing(qtbot: QtBot) -> None:
    line = OneLine()
    qtbot.addWidget(line)

    type_text(line.control, "  tổ  ")

    assert line.typed() == "  tổ  "


def test_a_long_name_is_shown_whole_over_more_lines(qtbot: QtBot) -> None:
    name = WrappedLine(most=3)
    qtbot.addWidget(name)
    name.resize(300, 200)
    name.show()
    name.fill("Ngắn")
    low = name.control.height()

    name.fill("Vận động nhân dân bảo đảm trật tự an toàn giao thông, trật tự đô thị, vệ sinh môi trường")
    high = name.control.height()
    name.hide()

    assert high > low


def test_enter_makes_no_new_line_in_a_name(qtbot: QtBot) -> None:
    name = WrappedLine()
    qtbot.addWidget(name)
    type_text(name.control, "Tên")

    with qtbot.waitSignal(name.committed):
        QTest.keyClick(name.control, Qt.Key.Key_Return)

    assert name.typed() == "Tên"


@pytest.mark.parametrize(("length", "said"), [(10, "10/100 ký tự"), (101, "101/100 ký tự: quá dài")])
def test_a_long_text_counts_its_letters(qtbot: QtBot, length: int, said: str) -> None:
    text = LongText(limit=100)
    qtbot.addWidget(text)

    text.fill("đ" * length)

    assert text._count.text() == said


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    text = LongText()
    qtbot.addWidget(text)
    edit = text.control
    assert isinstance(edit, QPlainTextEdit)

    assert edit.tabChangesFocus()
