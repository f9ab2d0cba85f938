"""A block of cells from a worksheet in the table of members: columns recognised, shown, mended, added as one action."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import TeamId
from registry_app.operations import inside, pasting_members
from registry_app.ui.session import Session
from registry_app.ui.structure import paste_dialog, roster
from registry_app.ui.structure.paste_dialog import PasteDialog
from registry_app.ui.structure.sheet_view import SheetView
from registry_app.ui.structure.team_window import TeamWindow

from .conftest import NAMES, line_of, type_cells

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
CTRL = Qt.KeyboardModifier.ControlModifier
BLOCK = (
    "STT\tHọ và tên\tNgày sinh\tChức vụ\tSố điện thoại\tSố CCCD\tĐịa chỉ\n"
    "1\tPhạm Thị Dung\t5/3/1968\tTổ phó\t912345678\t031168000123\tSố 5 Lê Lợi\n"
    "2\tVũ Giang\t1970\tTổ viên\t0912345679\t031070000124\tSố 6 Lê Lợi\n"
    "Tổng cộng: 2\t\t\t\t\t\t\n"
)


def pasted(session: Session, team: TeamId, qtbot: QtBot, text: str = BLOCK) -> PasteDialog:
    roles = [one.name for one in session.registry.lists.roles.values()]
    made = PasteDialog(session, team, pasting_members.recognise(text, roles))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.is_checked)
    return made


def take_for(dialog: PasteDialog, column: int, field: str, qtbot: QtBot) -> None:
    choice = dialog.choices[column]
    with qtbot.waitSignal(dialog.checked):
        choice.setCurrentIndex(choice.findData(field))


def meanings(dialog: PasteDialog) -> list[str]:
    return [str(choice.currentData()) for choice in dialog.choices]


def names(session: Session, team: TeamId) -> list[str]:
    return [row.name for row in roster.members(session.registry, team, session.moment)]


def test_columns_are_recognised_and_nothing_is_written_before_one_agrees(
    session: Session, team: TeamId, qtbot: QtBot
) -> None:
    dialog = pasted(session, team, qtbot)

    assert meanings(dialog) == ["", "name", "born", "role", "phone", "id_number", "address"]
    assert [one.texts["phone"] for one in dialog.sheet.now.filled] == ["0912 345 678", "0912 345 679"]
    assert len(names(session, team)) == 3
    dialog.yes_button.click()

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert set(names(session, team)) == {*NAMES, "Phạm Thị Dung", "Vũ Giang"}
    session.undo()
    assert names(session, team) == list(NAMES)


def test_a_column_can_be_taken_for_something_else_and_for_nothing(session: Session, team: TeamId, qtbot: QtBot) -> None:
    dialog = pasted(session, team, qtbot)

    take_for(dialog, 6, "notes", qtbot)
    assert [one.texts.get("notes") for one in dialog.sheet.now.filled] == ["Số 5 Lê Lợi", "Số 6 Lê Lợi"]

    take_for(dialog, 6, "name", qtbot)
    assert meanings(dialog) == ["", "", "born", "role", "phone", "id_number", "name"]
    assert dialog.sheet.now.filled[0].texts["name"] == "Số 5 Lê Lợi"


def test_a_column_that_the_table_does_not_show_comes_along(session: Session, team: TeamId, qtbot: QtBot) -> None:
    dialog = pasted(session, team, qtbot, "Họ và tên\tTrình độ\nPhạm Dung\tĐại học\n")
    take_for(dialog, 1, "education", qtbot)

    assert dialog.sheet.now.columns[-1].name == "education"
    assert len(dialog.sheet.now.filled) == 1


def test_rows_with_problems_are_told_and_mended_before_anything_is_written(
    session: Session, team: TeamId, qtbot: QtBot
) -> None:
    dialog = pasted(session, team, qtbot, BLOCK.replace("5/3/1968", "32/1/1968").replace("0912345679", "abc"))
    assert "2" in dialog.notice
    assert dialog.sheet.trouble.text
    dialog.yes_button.click()
    assert not dialog.result()
    assert len(names(session, team)) == 3

    view = dialog.sheet.view
    view.go_to(0, 2)
    type_cells(view, "31/1/1968")
    view.go_to(1, 4)
    type_cells(view, "0912345679")
    dialog.yes_button.click()

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert len(names(session, team)) == 5


def test_while_the_rows_are_checked_it_says_so_and_nothing_can_be_added(
    session: Session, team: TeamId, qtbot: QtBot
) -> None:
    dialog = PasteDialog(session, team, pasting_members.recognise(BLOCK))
    qtbot.addWidget(dialog)
    said, allowed = dialog.notice, dialog.yes_button.isEnabled()

    qtbot.waitUntil(lambda: dialog.is_checked)

    assert (said, allowed) == ("Đang đọc các dòng…", False)
    assert dialog.notice != said
    assert dialog.yes_button.isEnabled()


def test_rows_whose_check_was_cancelled_can_be_added_all_the_same(
    session: Session, team: TeamId, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PasteDialog(session, team, pasting_members.recognise(BLOCK))
    qtbot.addWidget(dialog)
    with monkeypatch.context() as locked, qtbot.waitSignal(dialog.checked):
        locked.setattr(session.registry, "read_only", True)  # the check ends as it does on Cancel: without an answer
    said = dialog.notice

    dialog.yes_button.click()

    assert said.startswith("Các dòng chưa được kiểm tra")
    assert {"Phạm Thị Dung", "Vũ Giang"} <= set(names(session, team))


def test_a_dialog_that_is_closed_while_it_reads_asks_the_register_nothing(
    session: Session, team: TeamId, qtbot: QtBot
) -> None:
    dialog = PasteDialog(session, team, pasting_members.recognise(BLOCK))
    qtbot.addWidget(dialog)

    dialog.reject()
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if one.name == "aside"])
    QApplication.processEvents()

    assert not session.is_lent
    assert len(dialog.sheet.now.filled) == 0


def test_what_the_register_would_refuse_is_told_at_once(session: Session, team: TeamId, qtbot: QtBot) -> None:
    dialog = pasted(session, team, qtbot, BLOCK.replace("Tổ phó", "Tổ trưởng"))

    assert "role" in dialog.sheet.now.lines[0].told
    assert len(names(session, team)) == 3


def test_somebody_who_may_be_known_is_asked_about(session: Session, team: TeamId, qtbot: QtBot) -> None:
    known = inside.save(session.registry, "person", 0, {"name": "Phạm Thị Dung", "born": "1968"}).id
    dialog = pasted(session, team, qtbot)

    assert "NG-" in dialog.sheet.twins.question
    dialog.sheet.twins.same_button.click()
    dialog.yes_button.click()

    assert known in [row.person_id for row in roster.members(session.registry, team, session.moment)]


@pytest.mark.parametrize("typing", [True, False])
def test_pasting_a_block_into_the_table_opens_the_dialog(
    session: Session,
    window: TeamWindow,
    table: SheetView,
    team: TeamId,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    typing: bool,
) -> None:
    def agree(dialog: PasteDialog) -> int:
        qtbot.waitUntil(lambda: dialog.is_checked)
        dialog.yes_button.click()
        return int(dialog.result())

    monkeypatch.setattr(paste_dialog.PasteDialog, "exec", agree)
    QGuiApplication.clipboard().setText(BLOCK)
    table.go_to(3, 0, typing=typing)

    QTest.keyClick(line_of(table) if typing else table, Qt.Key.Key_V, CTRL)

    assert {"Phạm Thị Dung", "Vũ Giang"} <= set(names(session, team))
    assert len(table.sheet.filled) == 5
    assert not window.is_dirty


def test_one_cell_is_pasted_where_it_is_typed(table: SheetView) -> None:
    QGuiApplication.clipboard().setText("0912345678\r\n")
    table.go_to(0, 4)

    QTest.keyClick(line_of(table), Qt.Key.Key_V, CTRL)
    QTest.keyClick(line_of(table), Qt.Key.Key_Tab)

    assert table.sheet.lines[0].texts["phone"] == "0912 345 678"


def test_a_block_fills_new_lines_of_the_households(window: TeamWindow) -> None:
    view = window.households.sheet.view
    window.tabs.setCurrentWidget(window.households)
    QGuiApplication.clipboard().setText("Vũ Hồng\tSố 9 Cát Dài\t4\nLê Mơ\tSố 10 Cát Dài\tnhiều\n")
    view.go_to(0, 0, typing=False)

    QTest.keyClick(view, Qt.Key.Key_V, CTRL)

    assert [one.texts["head"] for one in view.sheet.new] == ["Vũ Hồng", "Lê Mơ"]
    assert view.sheet.new[1].hinders
    assert not window.save()
