"""A question offers what the caller said, and Escape never does what cannot be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from registry_app.ui import ask

pytestmark = pytest.mark.usefixtures("qtbot")


def when_asked(act: Callable[[QMessageBox], None]) -> list[str]:
    """Do ``act`` to the next box; returns what it said, once it has."""
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(5, look)
            return
        said.append(box.text())
        act(box)

    QTimer.singleShot(0, look)
    return said


def press(words: str) -> Callable[[QMessageBox], None]:
    """Press the button of those words."""

    def act(box: QMessageBox) -> None:
        button = next(one for one in box.buttons() if one.text().replace("&", "") == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


def key(wanted: Qt.Key) -> Callable[[QMessageBox], None]:
    """Press a key."""
    return lambda box: QTest.keyClick(box, wanted)


def test_agreeing_and_not() -> None:
    when_asked(press("Bỏ đi"))
    agreed = ask.confirm(None, "Bỏ?", yes="&Bỏ đi", no="&Giữ")
    when_asked(press("Giữ"))
    declined = ask.confirm(None, "Bỏ?", yes="&Bỏ đi", no="&Giữ")

    assert (agreed, declined) == (True, False)


def test_escape_and_enter_are_no() -> None:
    answers = []
    for wanted in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        when_asked(key(wanted))
        answers.append(ask.confirm(None, "Bỏ?", yes="&Bỏ đi", no="&Giữ"))

    assert answers == [False, False]


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (press("Lưu"), "save"),
        (press("Không lưu"), "discard"),
        (press("Tiếp tục sửa"), "stay"),
        (key(Qt.Key.Key_Return), "save"),
        (key(Qt.Key.Key_Escape), "stay"),
    ],
)
def test_unsaved_work_is_saved_by_enter_and_kept_by_escape(act: Callable[[QMessageBox], None], answer: str) -> None:
    when_asked(act)

    assert ask.save_discard_stay(None, "Chưa lưu.") == answer


def test_a_name_is_never_taken_for_markup() -> None:
    said = when_asked(key(Qt.Key.Key_Escape))

    ask.tell(None, "<b>Tổ 5</b> & <img src=x>")

    assert said == ["<b>Tổ 5</b> & <img src=x>"]


def test_a_box_goes_away_with_its_answer(qtbot: QtBot) -> None:
    when_asked(key(Qt.Key.Key_Escape))
    ask.tell(None, "Xong.")

    qtbot.waitUntil(lambda: not any(isinstance(one, QMessageBox) for one in QApplication.topLevelWidgets()))


def test_a_finished_file_is_opened_when_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(ask, "show_file", opened.append)
    for words in ("Mở tệp", "Mở thư mục", "Đóng"):
        when_asked(press(words))
        ask.finished(None, "Đã lưu.", tmp_path / "a.pdf")

    assert opened == [tmp_path / "a.pdf", tmp_path]
