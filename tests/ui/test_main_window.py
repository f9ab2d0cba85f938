"""The window shows what is open, allows what can be done, asks before it loses anything, and says what was saved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Order, Search
from registry_app.operations import files, models
from registry_app.ui.choices import Choices
from registry_app.ui.first_run.new_register_dialog import NewRegister, NewRegisterDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, add, type_text


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the session's three models."""
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.show()
    yield shown
    if session.is_open:
        shown.models.form.give_up()
    shown.close()
    shown.deleteLater()


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window while no register is open."""
    shown = MainWindow(Session(), Choices())
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def allowed(window: MainWindow, *names: str) -> list[bool]:
    return [window.tools[name].isEnabled() for name in names]


def name_field(window: MainWindow) -> QWidget:
    fields = window.models.form.findChildren(QWidget)
    return next(one for one in fields if one.accessibleName().startswith("Tên mô hình") and is_text(one))


def is_text(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit)


def type_name(window: MainWindow, text: str) -> None:
    type_text(name_field(window), text)


def names(window: MainWindow) -> list[str]:
    rows = window.models.rows
    return [row.name for row in rows.rows()]


# -- what is open ------------------------------------------------------------------------------------------------------


def test_the_title_names_ward_and_file(window: MainWindow) -> None:
    assert window.windowTitle().startswith("Phường Thử – phường thử.registry")


def test_without_a_register_only_opening_is_allowed(empty_window: MainWindow) -> None:
    assert allowed(empty_window, "new_register", "open_register", "open_sample") == [True] * 3
    assert not any(allowed(empty_window, "new", "save", "undo", "print_list", "edit_ward", "find", "mark_reviewed"))


def test_the_start_page_offers_what_was_opened_lately(new_register: Path, qtbot: QtBot) -> None:
    Choices().remember(new_register)
    window = MainWindow(Session(), Choices())
    window.show()

    texts = [button.text() for button in window.start_page.findChildren(QPushButton)]

    assert any(new_register.name in text for text in texts)
    window.close()


def test_opening_from_the_menu_shows_the_register(
    empty_window: MainWindow, sample_register: Path, asked: Asked, qtbot: QtBot
) -> None:
    asked.will(sample_register)

    empty_window.tools["open_register"].trigger()

    assert len(names(empty_window)) == 171
    assert str(sample_register) not in empty_window.windowTitle()
    qtbot.waitUntil(lambda: Choices().now.recent == (str(sample_register),))


def test_a_file_that_is_no_register_is_told_and_what_was_open_stays(
    window: MainWindow, tmp_path: Path, asked: Asked
) -> None:
    wrong = tmp_path / "thư.txt"
    wrong.write_text("Kính gửi")
    asked.will(wrong)

    window.tools["open_register"].trigger()

    assert "thư.txt" in asked.texts[-1]
    assert len(names(window)) == 3


def test_a_new_register_is_made_as_answered_and_opened(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mới.registry"
    answer = NewRegister(ward="phường Bến Đò", superior="", path=path, who="Trần Thị Lan", sample=False)
    monkeypatch.setattr(NewRegisterDialog, "ask", lambda *_others, **_named: answer)

    empty_window.tools["new_register"].trigger()

    assert path.is_file()
    assert empty_window.windowTitle().startswith("phường Bến Đò – mới.registry")
    assert Choices().now.who == "Trần Thị Lan"
    assert allowed(empty_window, "new", "undo") == [True, False]


def test_at_the_very_first_start_the_questions_come_by_themselves(
    empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str] = []
    monkeypatch.setattr(NewRegisterDialog, "ask", lambda *_others, **_named: asked_for.append("asked"))

    empty_window.begin()

    assert asked_for == ["asked"]
    assert empty_window.start_page.isVisible()


def test_at_later_starts_nobody_is_asked(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_window._choices.remember(tmp_path / "mất.registry")
    asked_for: list[str] = []
    monkeypatch.setattr(NewRegisterDialog, "ask", lambda *_others, **_named: asked_for.append("asked"))

    empty_window.begin()

    assert asked_for == []


def test_a_register_that_cannot_be_made_is_asked_about_again(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "có rồi.registry"
    taken.touch()
    answer = NewRegister(ward="phường Bến Đò", superior="", path=taken, who="Lan", sample=False)
    answers: list[NewRegister | None] = [answer, None]
    told: list[str] = []

    def ask(*_others: object, told_before: list[str] = told, **named: object) -> NewRegister | None:
        told_before.append(str(named.get("told", "")))
        return answers.pop(0)

    monkeypatch.setattr(NewRegisterDialog, "ask", ask)

    empty_window.tools["new_register"].trigger()

    assert told[0] == ""
    assert "có rồi.registry" in told[1]
    assert taken.read_bytes() == b""


def test_a_register_that_another_program_writes_is_read_only_and_says_who(
    session: Session, qtbot: QtBot, asked: Asked
) -> None:
    second = Session()
    window = MainWindow(second, Choices())
    window.show()

    second.open(session.registry.path)

    assert window.notice.isVisible()
    assert "Lan" in window.notice.text
    assert allowed(window, "new", "undo", "find", "print_list") == [False, False, True, True]
    window.close()


def test_writing_can_be_tried_again_once_the_other_has_closed(session: Session, qtbot: QtBot) -> None:
    second = Session()
    window = MainWindow(second, Choices())
    window.show()
    second.open(session.registry.path)

    session.close()
    window.notice.again_wanted.emit()

    assert not window.notice.isVisible()
    assert allowed(window, "new") == [True]
    window.close()


def test_opening_what_is_open_already_changes_nothing(window: MainWindow, session: Session, asked: Asked) -> None:
    asked.will(session.registry.path)

    window.tools["open_register"].trigger()

    assert not window.notice.isVisible()
    assert allowed(window, "new") == [True]


# -- what can be done --------------------------------------------------------------------------------------------------


def test_commands_on_models_wait_for_a_choice(window: MainWindow) -> None:
    before = allowed(window, "mark_reviewed", "change_status", "trash", "duplicate", "show_history")

    window.models.list.selectRow(0)
    one = allowed(window, "mark_reviewed", "change_status", "trash", "duplicate", "show_history")
    window.models.list.selectAll()
    several = allowed(window, "mark_reviewed", "change_status", "trash", "duplicate", "show_history")

    assert before == [False] * 5
    assert one == [True] * 5
    assert several == [True, True, True, False, False]


def test_undo_and_redo_say_what_they_are_about(window: MainWindow, session: Session) -> None:
    session.run(models.trash, [session.registry.models.by_code("CAM-2020-001")])
    named = window.tools["undo"].text().replace("&", "")

    window.tools["undo"].trigger()

    assert named == "Hoàn tác: Chuyển vào thùng rác"
    assert window.tools["redo"].text().replace("&", "") == "Làm lại: Chuyển vào thùng rác"
    assert len(names(window)) == 3


def test_undo_in_a_text_field_is_the_fields_own(window: MainWindow, session: Session) -> None:
    window.models.search_box.setFocus()
    type_text(window.models.search_box, "kẻng")

    QTest.keyClick(window.models.search_box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert window.models.search_box.text() == ""
    assert session.registry.models.count(Search(), session.moment) == 3


def test_one_model_goes_to_the_trash_without_a_question_and_several_with_one(
    window: MainWindow, session: Session, asked: Asked
) -> None:
    window.models.list.selectRow(0)
    window.tools["trash"].trigger()
    asked.will(False)
    window.models.list.selectAll()

    window.tools["trash"].trigger()

    assert session.registry.models.view_counts(session.moment)["trash"] == 1
    assert asked.texts == ["Chuyển 2 mô hình vào thùng rác?"]


def test_what_is_in_the_trash_can_only_be_taken_out(window: MainWindow, session: Session) -> None:
    window.models.list.selectRow(0)
    window.tools["trash"].trigger()
    window.models.sidebar.choose("trash")
    window.models.list.selectRow(0)
    in_trash = allowed(window, "trash", "untrash", "mark_reviewed", "duplicate")

    window.tools["untrash"].trigger()

    assert in_trash == [False, True, False, False]
    assert session.registry.models.view_counts(session.moment)["trash"] == 0


def test_rows_are_copied_as_a_table(window: MainWindow) -> None:
    window.models.list.selectAll()

    window.tools["copy"].trigger()

    assert len(QGuiApplication.clipboard().text().split("\n")) == 4


def test_a_duplicate_is_new_until_it_is_saved(window: MainWindow, session: Session, asked: Asked) -> None:
    window.models.list.choose(session.registry.models.by_code("CAM-2020-001"))

    window.tools["duplicate"].trigger()
    window.tools["save"].trigger()

    assert sorted(names(window)).count("Camera an ninh tổ 5") == 2


# -- what was saved, what is not ---------------------------------------------------------------------------------------


def test_saved_is_said_only_after_the_commit(window: MainWindow, session: Session) -> None:
    before = window.saved_notice

    session.run(models.trash, [session.registry.models.by_code("CAM-2020-001")])

    assert before == ""
    assert window.saved_notice.startswith("✓ Đã lưu lúc ")
    assert window.saved_notice.endswith("Chuyển vào thùng rác")


def test_an_edit_is_saved_by_the_command_and_stays_chosen(window: MainWindow, session: Session) -> None:
    window.models.show_model(session.registry.models.by_code("CAM-2020-001"))
    type_name(window, "Mới: ")
    dirty = allowed(window, "save")

    window.tools["save"].trigger()

    assert dirty == [True]
    assert any(name.startswith("Mới: ") or "Mới:" in name for name in names(window))
    assert window.models.chosen == (session.registry.models.by_code("CAM-2020-001"),)
    assert allowed(window, "save") == [False]


def test_another_model_is_not_shown_over_unsaved_work_without_asking(
    window: MainWindow, session: Session, asked: Asked, qtbot: QtBot
) -> None:
    first = session.registry.models.by_code("CAM-2020-001")
    window.models.show_model(first)
    type_name(window, "chưa lưu ")
    asked.will("stay")

    other = next(n for n in range(3) if window.models.rows.ids[n] != first)
    window.models.list.selectRow(other)
    qtbot.waitUntil(lambda: len(asked.said) == 1)

    assert window.models.chosen == (first,)
    assert window.models.form.model == first
    assert window.models.form.is_dirty


def test_closing_asks_about_unsaved_work_and_stays_when_told_so(
    window: MainWindow, session: Session, asked: Asked
) -> None:
    window.models.show_model(session.registry.models.by_code("CAM-2020-001"))
    type_name(window, "chưa lưu ")
    asked.will("stay")

    closed = window.close()

    assert not closed
    assert session.is_open


def test_closing_closes_the_register(window: MainWindow, session: Session) -> None:
    path = session.registry.path

    assert window.close()

    assert not session.is_open
    with files.open_register(path) as again:
        assert not again.read_only


# -- what is shown -----------------------------------------------------------------------------------------------------


def test_the_status_line_gives_the_official_count(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.count_line == "Đang hiện 3/3  ·  3 mô hình / 3 điểm / 0 tổ")

    window.models.search_box.setText("kẻng")

    qtbot.waitUntil(lambda: window.count_line == "Đang hiện 1/3  ·  1 mô hình / 2 điểm / 0 tổ")


def test_what_is_printed_is_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.models.sidebar.choose("overdue")
    window.models.search_box.setText("camera")
    with qtbot.waitSignal(window.models.search_box.searched):
        pass
    window.models.list.order_wanted.emit((Order("due"),))

    assert window.models.search == Search(view="overdue", words="camera", order=(Order("due"), Order("next_review")))


def test_counts_beside_the_views_follow_every_change(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    def shown() -> str:
        return str(window.models.sidebar.model().index(0, 1).data())

    qtbot.waitUntil(lambda: shown() == "3")
    add(session, name="Thêm một", type="camera an ninh")

    qtbot.waitUntil(lambda: shown() == "4")


def test_after_midnight_other_models_are_due(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    day = date.today().replace(year=date.today().year + 5)
    add(session, name="Đến hạn sau này", type="camera an ninh", review_on=f"01/01/{day.year}")
    qtbot.waitUntil(lambda: window.models.sidebar.model().index(1, 1).data() == "1")

    with time_machine.travel(day, tick=True):
        window.turn_the_day()
        qtbot.waitUntil(lambda: window.models.sidebar.model().index(1, 1).data() == "2")


def test_a_known_problem_is_told(window: MainWindow, session: Session, asked: Asked) -> None:
    session.problem.emit("Ổ đĩa đã đầy.")

    assert asked.texts == ["Ổ đĩa đã đầy."]


def test_no_two_commands_share_keys(window: MainWindow) -> None:
    keys = [action.shortcut().toString() for action in window.tools.all if not action.shortcut().isEmpty()]

    assert sorted(keys) == sorted(set(keys))
