"""Results typed by keyboard alone: one key for a grade, letters for findings; each row is saved when it is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.ids import RoundId
from registry_app.operations import models, rounds, worksheets
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text

from .conftest import press, rows

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def line_of(entry: EntryWindow) -> QWidget:
    assert entry.view.typing.line is not None, "no cell is typed into"
    return entry.view.typing.line


def position(entry: EntryWindow) -> int:
    return entry.lines[entry.view.place].row.position


class TestKeys:
    def test_the_first_row_without_a_result_is_current(self, entry: EntryWindow) -> None:
        assert position(entry) == 1

    def test_a_digit_is_a_grade_and_enter_goes_to_the_next_row(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "1", Key.Key_Return, "3", Key.Key_Return)

        assert [row.grade for row in rows(session, round_id)] == ["Tốt", "Trung bình", "", ""]
        assert position(entry) == 3

    def test_plus_and_minus_say_whether_it_is_effective(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "+", Key.Key_Return, "-", Key.Key_Down)

        assert [row.effective for row in rows(session, round_id)[:3]] == ["yes", "no", None]

    def test_a_row_with_a_result_gets_the_day_of_all_rows(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        entry.bar.day.fill("5/10/2026")

        press(entry.view, "1", Key.Key_Return)

        assert rows(session, round_id)[0].on == "2026-10-05"

    def test_a_row_can_have_a_day_of_its_own(self, session: Session, round_id: RoundId, entry: EntryWindow) -> None:
        press(entry.view, "1", Key.Key_F3)
        type_text(line_of(entry), "6/10/2026")
        press(line_of(entry), Key.Key_Return)

        assert rows(session, round_id)[0].on == "2026-10-06"

    def test_a_letter_begins_the_findings_and_digits_there_are_letters(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "2")
        type_text(entry.view, "đ")
        type_text(line_of(entry), "ã hoạt động 12 tháng")
        press(line_of(entry), Key.Key_Return)

        row = rows(session, round_id)[0]
        assert (row.findings, row.grade) == ("đã hoạt động 12 tháng", "Khá")
        assert position(entry) == 2

    def test_more_findings_are_written_behind_those_that_are_there(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        for text in ("thiếu sổ", "và biển"):
            entry.view.go_to(0)
            type_text(entry.view, text[0])
            type_text(line_of(entry), text[1:])
            press(line_of(entry), Key.Key_Return)

        assert rows(session, round_id)[0].findings == "thiếu sổ và biển"

    def test_escape_gives_up_what_is_being_typed_and_keeps_the_window(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        type_text(entry.view, "n")
        press(line_of(entry), Key.Key_Escape)

        assert entry.isVisible()
        assert entry.view.typing.line is None
        assert rows(session, round_id)[0].findings == ""

    def test_a_digit_beyond_the_scale_is_told_and_changes_nothing(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "9", Key.Key_Return)

        assert "9" in entry.notice
        assert not any(row.entered for row in rows(session, round_id))

    def test_backspace_empties_the_row(self, session: Session, round_id: RoundId, entry: EntryWindow) -> None:
        press(entry.view, "1+", Key.Key_Return, Key.Key_Up, Key.Key_Backspace, Key.Key_Return)

        row = rows(session, round_id)[0]
        assert (row.grade_id, row.effective, row.on) == (None, None, None)

    def test_a_decision_is_offered_and_typed(self, session: Session, round_id: RoundId, entry: EntryWindow) -> None:
        press(entry.view, "1", Key.Key_F4)
        type_text(line_of(entry), "Giữ nguyên")
        press(line_of(entry), Key.Key_Return)

        assert rows(session, round_id)[0].decision == "Giữ nguyên"


class TestMissing:
    def test_what_is_missing_is_named_and_gone_to(self, entry: EntryWindow) -> None:
        press(entry.view, "1", Key.Key_Down, Key.Key_Down, "1")

        assert "2, 4" in entry.missing
        press(entry.view, Key.Key_F8)
        assert position(entry) == 4
        press(entry.view, Key.Key_F8)
        assert position(entry) == 2
        QTest.keyClick(entry.view, Key.Key_Down, CTRL)
        assert position(entry) == 4

    def test_nothing_is_missing_at_the_end(self, entry: EntryWindow) -> None:
        for _row in range(4):
            press(entry.view, "1", Key.Key_Return)

        assert entry.missing == "Đã nhập đủ các dòng."
        assert not entry.save_button.isEnabled()

    def test_a_row_that_is_left_out_takes_no_result_and_is_not_missing(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        rounds.leave_out(session.registry, round_id, [1], "Tạm dừng")
        entry.view.go_to(0)

        press(entry.view, "1", Key.Key_Return)

        assert "Tạm dừng" in entry.notice
        assert "2, 3, 4" in entry.missing
        assert rows(session, round_id)[0].grade_id is None


class TestWhichRows:
    def test_an_area_has_its_own_rows(self, session: Session, round_id: RoundId, entry: EntryWindow) -> None:
        area = next(row for row in rows(session, round_id) if row.area == "Tổ dân phố 5")

        entry.choose(f"area:{area.area_id}")

        assert {line.row.area for line in entry.lines} == {"Tổ dân phố 5"}
        assert len(entry.lines) == 2

    def test_the_code_of_a_page_leads_to_its_worksheet(self, session: Session, round_id: RoundId) -> None:
        sheet = worksheets.make(session.registry, round_id, rows=[2, 4])
        entry = EntryWindow(session, rounds.one(session.registry, round_id), rows(session, round_id), None)

        entry.bar.code.setText(sheet.payload(1))
        entry.bar.look_up()

        assert [line.row.position for line in entry.lines] == [2, 4]
        assert position(entry) == 2
        entry.done(0)
        entry.deleteLater()

    def test_a_row_number_and_the_code_of_a_model_lead_to_the_row(self, entry: EntryWindow) -> None:
        entry.bar.code.setText("3")
        entry.bar.look_up()
        assert position(entry) == 3

        entry.bar.code.setText(entry.lines[1].row.code.lower())
        entry.bar.look_up()
        assert position(entry) == 2

    def test_a_code_that_means_nothing_is_told(self, entry: EntryWindow) -> None:
        entry.bar.code.setText("RS1-ABCD-DRS-2025-009-P01-1")
        entry.bar.look_up()

        assert "DRS-2025-009-P01" in entry.notice


class TestSaving:
    def test_every_row_is_an_action_of_its_own_and_undo_goes_back_to_it(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "1", Key.Key_Return, "2", Key.Key_Return)

        QTest.keyClick(entry.view, Key.Key_Z, CTRL)

        assert [row.grade for row in rows(session, round_id)[:2]] == ["Tốt", ""]
        assert position(entry) == 2
        assert entry.lines[1].text("grade") == ""
        QTest.keyClick(entry.view, Key.Key_Y, CTRL)
        assert rows(session, round_id)[1].grade == "Khá"
        assert entry.lines[1].text("grade") == "Khá"

    def test_undo_takes_back_what_is_typed_and_not_saved_first(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "1", Key.Key_Return, "2")

        QTest.keyClick(entry.view, Key.Key_Z, CTRL)

        assert entry.lines[1].text("grade") == ""
        assert rows(session, round_id)[0].grade == "Tốt"

    def test_undo_never_takes_back_what_was_done_before(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        QTest.keyClick(entry.view, Key.Key_Z, CTRL)

        assert rounds.one(session.registry, round_id).rows == 4
        assert entry.notice

    def test_a_day_outside_the_period_is_told_at_the_row_and_nothing_typed_is_lost(
        self, session: Session, round_id: RoundId, entry: EntryWindow, asked: Asked
    ) -> None:
        press(entry.view, "1", Key.Key_F3)
        type_text(line_of(entry), "5/6/2026")
        press(line_of(entry), Key.Key_Return)
        QApplication.processEvents()

        assert "05/06/2026" in entry.notice
        assert position(entry) == 1
        assert entry.lines[0].text("on") == "5/6/2026"
        assert not rows(session, round_id)[0].entered
        asked.will(False)
        entry.reject()
        assert entry.isVisible()
        asked.will(True)
        entry.reject()
        assert not entry.isVisible()

    def test_what_is_typed_is_saved_when_the_window_closes(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "1")
        type_text(entry.view, "t")

        entry.reject()

        row = rows(session, round_id)[0]
        assert (row.grade, row.findings) == ("Tốt", "t")

    def test_a_row_that_stays_under_the_cursor_is_saved_after_a_pause(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        press(entry.view, "1")
        assert entry._pause.isActive()

        entry._pause.timeout.emit()

        assert rows(session, round_id)[0].grade == "Tốt"

    def test_findings_of_several_lines_stay_so_when_they_are_only_looked_at(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        rounds.enter(session.registry, round_id, [rounds.Entered(position=1, grade="Tốt", findings="một\nhai")])
        entry.view.go_to(0)

        press(entry.view, Key.Key_F2)
        press(line_of(entry), Key.Key_Return)

        assert rows(session, round_id)[0].findings == "một\nhai"

    def test_a_model_that_is_gone_meanwhile_can_still_be_entered_and_is_told_at_the_closing(
        self, session: Session, round_id: RoundId, entry: EntryWindow
    ) -> None:
        models.trash(session.registry, [rows(session, round_id)[0].model_id])

        press(entry.view, "1", Key.Key_Return)

        assert rows(session, round_id)[0].grade == "Tốt"
        with pytest.raises(Refused):
            rounds.close(session.registry, round_id, "22/11/2026", leave_out_rest="Chưa kịp")
