"""Typing members at speed through the window of a team: keys, names that are known, what is wrong, saving, leaving."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId, TeamId
from registry_app.operations import inside, models
from registry_app.ui.session import Session
from registry_app.ui.structure import roster
from registry_app.ui.structure.end_dialog import EndDialog
from registry_app.ui.structure.sheet_view import SheetView
from registry_app.ui.structure.team_window import TeamWindow
from tests.ui.conftest import Asked, type_text

from .conftest import NAMES, line_of, type_cells

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def names(session: Session, team: TeamId) -> list[str]:
    return [row.name for row in roster.members(session.registry, team, session.moment)]


def texts(view: SheetView, row: int) -> dict[str, str]:
    return view.sheet.lines[row].written


def at(view: SheetView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


class TestTyping:
    def test_a_member_is_typed_from_cell_to_cell_and_saved(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        window.members.add_button.click()

        type_cells(table, "Phạm Thị Dung", "tv", "5/3/68", "nu", "912345678", "031168000123", "Số 5 Lê Lợi", "1/9/2024")
        QTest.keyClick(window, Key.Key_S, CTRL)

        assert names(session, team) == [*NAMES, "Phạm Thị Dung"]
        row = roster.members(session.registry, team, session.moment)[3]
        assert (row.role, row.born, row.sex, row.phone) == ("Tổ viên", "1968-03-05", "female", "0912345678")
        assert (row.id_number, row.address, row.valid_from) == ("031168000123", "Số 5 Lê Lợi", "2024-09-01")
        assert not window.is_dirty
        assert window.notice

    def test_enter_goes_to_the_next_line_where_this_one_began_and_there_is_always_another(
        self, window: TeamWindow, table: SheetView
    ) -> None:
        window.members.add_button.click()

        type_cells(table, "Phạm Dung", "tv", end=Key.Key_Return)
        assert at(table) == (4, 0)
        type_cells(table, "Vũ Giang", "tp", end=Key.Key_Return)
        assert at(table) == (5, 0)

        assert [one.texts["name"] for one in table.sheet.new] == ["Phạm Dung", "Vũ Giang"]

    def test_enter_in_the_last_column_begins_the_next_line(self, window: TeamWindow, table: SheetView) -> None:
        window.members.add_button.click()
        type_cells(table, "Phạm Dung")
        table.go_to(3, table.rows.columnCount() - 1)

        type_cells(table, "Ghi chú", end=Key.Key_Return)

        assert at(table) == (4, 0)

    def test_enter_goes_down_in_a_column_that_was_not_reached_by_tab(self, table: SheetView) -> None:
        table.go_to(0, 4)

        type_cells(table, "0912345678", end=Key.Key_Return)

        assert at(table) == (1, 4)

    def test_arrows_up_and_down_leave_a_cell_and_escape_gives_it_up(self, table: SheetView) -> None:
        table.go_to(1, 6)
        type_text(line_of(table), "Số 7")
        QTest.keyClick(line_of(table), Key.Key_Up)
        assert at(table) == (0, 6)
        assert texts(table, 1)["address"] == "Số 7"

        type_text(line_of(table), "Số 8")
        QTest.keyClick(line_of(table), Key.Key_Escape)

        assert table.line is None
        assert "address" not in texts(table, 0)

    def test_letters_begin_to_type_and_keep_what_an_input_method_composes(self, table: SheetView) -> None:
        table.go_to(0, 6, typing=False)

        QTest.keyClicks(table, "N")
        type_text(line_of(table), "gõ Hàng Kênh")

        assert line_of(table).text() == "Ngõ Hàng Kênh"  # type: ignore[attr-defined]

    def test_nothing_is_read_or_changed_while_one_types(self, table: SheetView) -> None:
        table.go_to(0, 4)

        type_text(line_of(table), "  chưa xong ")

        assert line_of(table).text() == "  chưa xong "  # type: ignore[attr-defined]
        assert not table.sheet.lines[0].told

    def test_tab_leaves_the_table_behind_its_last_cell(self, window: TeamWindow, table: SheetView) -> None:
        table.go_to(3, table.rows.columnCount() - 1, typing=False)

        QTest.keyClick(table, Key.Key_Tab)

        assert not table.hasFocus()
        assert at(table) == (3, table.rows.columnCount() - 1)

    def test_choices_are_offered_without_accents_and_taken_with_tab(self, table: SheetView) -> None:
        table.go_to(1, 1)

        type_text(line_of(table), "pho")
        line = table.line
        assert line is not None
        offered = [one.text for one in line._offered]
        assert "Tổ phó" in offered
        for _step in range(offered.index("Tổ phó") + 1):
            QTest.keyClick(line._popup, Key.Key_Down)
        QTest.keyClick(line, Key.Key_Tab)

        assert texts(table, 1)["role"] == "Tổ phó"
        assert at(table) == (1, 2)

    def test_what_stands_above_is_repeated_by_a_key(self, window: TeamWindow, table: SheetView) -> None:
        window.members.add_button.click()
        type_cells(table, "Phạm Dung", "tp")
        table.go_to(3, 7)

        QTest.keyClick(line_of(table), Key.Key_D, CTRL)
        QTest.keyClick(line_of(table), Key.Key_Tab)

        assert texts(table, 3)["valid_from"] == "01/03/2019"

    def test_a_new_line_has_the_plain_role_until_another_is_written_and_is_blank_again_without_a_name(
        self, window: TeamWindow, table: SheetView
    ) -> None:
        window.members.add_button.click()
        type_cells(table, "Phạm Dung")
        assert texts(table, 3)["role"] == "Tổ viên"

        table.go_to(3, 0, typing=False)
        QTest.keyClick(table, Key.Key_Delete)

        assert not window.is_dirty

    def test_saving_in_the_middle_of_a_word_goes_on_behind_it(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        window.members.add_button.click()
        type_text(line_of(table), "Phạm Thị")

        window.save()
        type_text(line_of(table), " Dung")
        window.save()

        assert names(session, team)[3] == "Phạm Thị Dung"

    def test_the_key_that_saves_works_while_names_are_offered(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        table.go_to(1, 1)
        type_text(line_of(table), "pho")
        line = table.line
        assert line is not None
        line.setText("Tổ phó")
        line.offer()
        assert line.is_offering

        QTest.keyClick(line._popup, Key.Key_S, CTRL)

        assert roster.members(session.registry, team, session.moment)[1].role == "Tổ phó"

    def test_delete_empties_the_chosen_cells(self, table: SheetView) -> None:
        table.go_to(1, 7, typing=False)

        QTest.keyClick(table, Key.Key_Delete)

        assert table.sheet.lines[1].changed == {"valid_from": ""}

    def test_the_menu_does_what_the_keys_do(self, table: SheetView) -> None:
        QGuiApplication.clipboard().setText("Tổ phó")
        table.go_to(1, 1, typing=False)
        copy, paste, above, empty = table.menu().actions()

        copy.trigger()
        assert QGuiApplication.clipboard().text() == "Tổ viên"
        above.trigger()
        assert texts(table, 1)["role"] == "Tổ trưởng"
        paste.trigger()
        assert not table.sheet.is_dirty
        table.go_to(1, 7, typing=False)
        empty.trigger()
        assert "valid_from" not in texts(table, 1)

    def test_chosen_cells_are_copied_as_a_worksheet_takes_them(self, table: SheetView) -> None:
        table.go_to(0, 0, typing=False)
        QTest.keyClick(table, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

        QTest.keyClick(table, Key.Key_C, CTRL)

        assert QGuiApplication.clipboard().text() == "Nguyễn Văn An\tTổ trưởng\nTrần Thị Bình\tTổ viên"

    def test_members_who_are_copied_are_entered_as_given_out(
        self, table: SheetView, window: TeamWindow, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        table.selectAll()

        QTest.keyClick(table, Key.Key_C, CTRL)
        monkeypatch.setattr(session.registry, "read_only", True)
        QTest.keyClick(table, Key.Key_C, CTRL)

        (given,) = session.registry.given_out.all()
        assert (given.report, given.people, given.copy, given.way) == ("Thành viên", 3, "full", "clipboard")
        assert given.criteria.startswith("Tổ liên gia số 3; ")
        assert "không ghi được vào danh sách" in window.notice


class TestWhoItIs:
    @pytest.fixture
    def known(self, session: Session) -> int:
        """Somebody of the register in no team."""
        typed = {"name": "Đặng Thị Mơ", "born": "1970", "phone": "0988000111", "address": "Số 1 Lê Lợi"}
        return inside.save(session.registry, "person", 0, typed).id

    def test_a_name_that_is_known_is_offered_and_fills_the_line(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, known: int, qtbot: QtBot
    ) -> None:
        window.members.add_button.click()
        type_text(line_of(table), "dang mo")
        line = table.line
        assert line is not None
        qtbot.waitUntil(lambda: line.is_offering)
        assert "NG-" in line._offered[0].label

        QTest.keyClick(line._popup, Key.Key_Down)
        QTest.keyClick(line, Key.Key_Return)
        window.save()

        assert [row.person_id for row in roster.members(session.registry, team, session.moment)][3] == known
        assert len(session.registry.inside.people.where("area_id", 0)) == 0
        assert names(session, team)[3] == "Đặng Thị Mơ"

    def test_nobody_is_taken_who_was_not_marked(
        self, window: TeamWindow, table: SheetView, known: int, qtbot: QtBot
    ) -> None:
        window.members.add_button.click()
        type_text(line_of(table), "Đặng Thị Mơ")
        line = table.line
        assert line is not None
        qtbot.waitUntil(lambda: line.is_offering)

        QTest.keyClick(line, Key.Key_Tab)

        assert table.sheet.lines[3].person is None
        assert texts(table, 3) == {"name": "Đặng Thị Mơ", "role": "Tổ viên"}

    def test_one_who_may_be_known_is_asked_about_and_used(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, known: int
    ) -> None:
        window.members.add_button.click()
        type_cells(table, "Đặng Thị Mơ", "tv", "1970")
        sheet = window.members.sheet

        assert "NG-" in sheet.twins.question  # type: ignore[attr-defined]
        sheet.twins.same_button.click()  # type: ignore[attr-defined]

        assert texts(table, 3)["phone"] == "0988 000 111"
        window.save()
        assert roster.members(session.registry, team, session.moment)[3].person_id == known

    def test_somebody_else_is_asked_about_once_and_remembered(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, known: int
    ) -> None:
        window.members.add_button.click()
        type_cells(table, "Đặng Thị Mơ", "tv", "1970")
        twins = window.members.sheet.twins  # type: ignore[attr-defined]

        twins.other_button.click()
        assert not twins.question
        type_cells(table, "nu", "0977000111")
        assert not twins.question
        window.save()

        other = roster.members(session.registry, team, session.moment)[3].person_id
        found = session.registry.connection.execute("SELECT one_id, other_id FROM not_the_same").fetchall()
        assert [tuple(row) for row in found] == [(known, other)]


class TestWrong:
    def test_what_is_wrong_stands_at_the_cell_and_below_and_nothing_is_lost(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        window.members.add_button.click()
        type_cells(table, "Phạm Dung", "tv", "31/02/1968")
        trouble = window.members.sheet.trouble

        assert "4" in trouble.text
        assert "31/02/1968" in trouble.text
        assert not window.save()

        assert at(table) == (3, 2)
        assert texts(table, 3)["born"] == "31/02/1968"
        assert names(session, team) == list(NAMES)
        type_cells(table, "28/02/1968")
        assert window.save()
        assert not trouble.text

    def test_a_lost_zero_is_put_back_by_a_button(self, window: TeamWindow, table: SheetView) -> None:
        table.go_to(0, 5)
        type_cells(table, "31068000123")

        window.members.sheet.trouble.fix_button.click()

        assert texts(table, 0)["id_number"] == "031068000123"
        assert not window.members.sheet.trouble.text

    def test_two_leaders_at_once_are_told_at_the_role_and_mended_elsewhere(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        table.go_to(1, 1)
        type_cells(table, "Tổ trưởng")

        assert not window.save()
        assert at(table) == (1, 1)
        table.go_to(0, 1)
        type_cells(table, "Tổ viên")

        assert window.save()
        kinds = {row.name: row.role_kind for row in roster.members(session.registry, team, session.moment)}
        assert kinds["Trần Thị Bình"] == "leader"

    def test_one_person_twice_is_told_at_the_name(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        again = roster.members(session.registry, team, session.moment)[1].person_id
        person = session.registry.inside.people.window([again], session.moment)[0]
        window.members.add_button.click()
        type_cells(table, person.name)
        window.members.sheet.take_person(3, person)

        assert not window.save()

        assert "name" in table.sheet.lines[3].told


class TestSavingAndLeaving:
    def test_all_that_was_typed_is_one_action_and_undone_by_one(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        table.go_to(0, 4)
        type_cells(table, "0912345678")
        window.members.add_button.click()
        type_cells(table, "Phạm Dung")
        window.households.sheet.begin()
        type_cells(window.households.sheet.view, "Vũ Thị Hồng", "Số 9 Cát Dài", "4")
        assert window.isWindowModified()
        window.save()
        assert len(session.registry.inside.households.where("team_id", team)) == 1

        QTest.keyClick(window, Key.Key_Z, CTRL)

        assert names(session, team) == list(NAMES)
        assert not session.registry.inside.households.where("team_id", team)
        assert "phone" not in texts(table, 0)
        assert len(table.sheet.filled) == 3

    def test_leaving_asks_once_and_can_save(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, asked: Asked
    ) -> None:
        window.members.add_button.click()
        type_text(line_of(table), "Phạm Dung")
        asked.will("save")

        window.close_button.click()

        assert not window.isVisible()
        assert names(session, team) == [*NAMES, "Phạm Dung"]

    def test_staying_keeps_what_is_typed_and_giving_up_drops_it(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, asked: Asked
    ) -> None:
        window.members.add_button.click()
        type_text(line_of(table), "Phạm Dung")
        asked.will("stay", "discard")

        window.close()
        assert window.isVisible()
        assert texts(table, 3)["name"] == "Phạm Dung"

        window.close()
        assert not window.isVisible()
        assert names(session, team) == list(NAMES)

    def test_nothing_is_asked_when_nothing_was_typed(self, window: TeamWindow, asked: Asked) -> None:
        window.close()

        assert not window.isVisible()
        assert not asked.said

    def test_a_change_from_elsewhere_is_shown_under_what_is_typed(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        table.go_to(1, 4)
        type_cells(table, "0912345678")
        number = roster.members(session.registry, team, session.moment)[1].id

        inside.save(session.registry, "membership", number, {"address": "Số 3"})

        assert texts(table, 1)["address"] == "Số 3"
        assert table.sheet.edited[0].changed == {"phone": "0912 345 678"}

    def test_the_window_goes_with_its_team(self, session: Session, window: TeamWindow, team: TeamId) -> None:
        for _time in range(2):
            session.undo()

        assert not session.registry.inside.teams.many([team])
        assert not window.isVisible()

    def test_members_of_a_model_in_the_trash_are_only_shown(
        self, session: Session, team: TeamId, model: ModelId, qtbot: QtBot
    ) -> None:
        models.trash(session.registry, [model])
        shown = TeamWindow(session, team)
        qtbot.addWidget(shown)

        assert not shown.members.add_button.isEnabled()
        assert not shown.members.sheet.now.writable

    def test_a_register_that_may_only_be_read_is_only_shown(self, session: Session, team: TeamId, qtbot: QtBot) -> None:
        session.registry.read_only = True
        shown = TeamWindow(session, team)
        qtbot.addWidget(shown)

        assert shown.members.sheet.view.rows.rowCount() == 3
        assert not shown.members.add_button.isEnabled()
        assert not shown.save_button.isEnabled()
        session.registry.read_only = False


def test_nothing_stays_behind_of_a_window_that_was_closed(session: Session, team: TeamId, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    counts = []
    for _time in range(4):
        shown = TeamWindow.show_team(session, team, owner)
        shown.members.sheet.begin()
        shown.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        counts.append((len(QApplication.allWidgets()), sum(type(one) is TeamWindow for one in gc.get_objects())))

    assert counts[1:] == [counts[1]] * 3
    assert counts[-1][1] <= 1


class TestDays:
    def test_the_roster_of_a_past_day_is_shown_to_be_read_and_what_is_typed_stays(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        number = roster.members(session.registry, team, session.moment)[2].id
        inside.end(session.registry, "membership", [number], "01/06/2024", reason="moved")
        assert len(table.sheet.filled) == 2
        table.go_to(0, 4)
        type_cells(table, "0912345678")

        window.members.day.fill("1/5/2024")
        window.members.day.committed.emit()
        assert [one.texts["name"] for one in table.sheet.lines] == list(NAMES)
        assert not window.members.add_button.isEnabled()
        QTest.keyClick(table, Key.Key_A)
        assert table.line is None

        window.members.day.fill("")
        window.members.day.committed.emit()
        assert texts(table, 0)["phone"] == "0912 345 678"
        assert window.is_dirty

    def test_the_head_and_the_tabs_are_about_the_day_that_is_shown(
        self, session: Session, window: TeamWindow, team: TeamId
    ) -> None:
        first, _second, third = (row.id for row in roster.members(session.registry, team, session.moment))
        inside.end(session.registry, "membership", [first, third], "01/06/2024", reason="moved")
        assert "Chưa có tổ trưởng" in window.head.text
        assert window.tabs.tabText(0) == "Thành viên (1)"
        assert "Ctrl+D" in window.members.hint

        window.members.day.fill("1/5/2024")
        window.members.day.committed.emit()
        assert f"Tổ trưởng: {NAMES[0]}" in window.head.text
        assert "Tại ngày 01/05/2024 · Thành viên: 3" in window.head.text
        assert window.tabs.tabText(0) == "Thành viên (3)"
        assert "Ctrl+D" not in window.members.hint
        assert not window.head.edit_button.isEnabled()

        window.tabs.setCurrentWidget(window.households)
        assert "Tại ngày" not in window.head.text
        assert "Thành viên: 1" in window.head.text

        window.tabs.setCurrentWidget(window.members)
        window.members.day.fill("")
        window.members.day.committed.emit()
        assert "Thành viên: 1" in window.head.text
        assert window.tabs.tabText(0) == "Thành viên (1)"
        assert "Ctrl+D" in window.members.hint
        assert window.head.edit_button.isEnabled()

    def test_saving_while_a_past_day_is_shown_returns_to_what_is_now(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId
    ) -> None:
        table.go_to(0, 4)
        type_cells(table, "0912345678")
        window.members.day.fill("1/1/2018")
        window.members.day.committed.emit()
        assert table.sheet.lines == []

        assert window.save()

        assert roster.members(session.registry, team, session.moment)[0].phone == "0912345678"
        assert len(table.sheet.filled) == 3
        assert window.members.add_button.isEnabled()
        assert window.members.day.typed() == ""

    def test_a_day_that_is_none_is_told_and_the_roster_stays(self, window: TeamWindow, table: SheetView) -> None:
        window.members.day.fill("32/1/2024")
        window.members.day.committed.emit()

        assert "32/1/2024" in window.members.said_of_the_day
        assert len(table.sheet.filled) == 3

    def test_members_end_from_a_day_on_by_a_dialog(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fill(dialog: EndDialog) -> bool:
            dialog.fields.fill({"on": "1/6/2024", "reason": "moved", "paper": "15/QĐ"})
            dialog.yes_button.click()
            return bool(dialog.result())

        monkeypatch.setattr(EndDialog, "run", fill)
        table.go_to(1, 0, typing=False)

        window.members.end_button.click()

        assert names(session, team) == [NAMES[0], NAMES[2]]
        (ended,) = [one for one in session.registry.inside.members.where("team_id", team) if one.valid_to]
        assert (ended.valid_to, ended.end_reason, ended.end_paper) == ("2024-06-01", "moved", "15/QĐ")

    def test_a_row_entered_by_mistake_is_deleted_after_asking_a_new_one_just_goes(
        self, session: Session, window: TeamWindow, table: SheetView, team: TeamId, asked: Asked
    ) -> None:
        window.members.add_button.click()
        type_cells(table, "Nhầm")
        table.go_to(3, 0, typing=False)
        window.members.delete_button.click()
        assert len(table.sheet.filled) == 3
        assert not asked.said

        asked.will(True)
        table.go_to(2, 0, typing=False)
        window.members.delete_button.click()

        assert names(session, team) == list(NAMES[:2])
