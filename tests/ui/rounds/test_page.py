"""The page of rounds: what it shows, what can be done on it, and what the commands of other pages do there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import RoundId
from registry_app.domain.saved_view import ShownColumn
from registry_app.operations import rounds, worksheets
from registry_app.operations.rounds import Entered
from registry_app.store.registry import Registry
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.columns import columns_of
from registry_app.ui.rounds import copying
from registry_app.ui.rounds.back_dialog import BackDialog
from registry_app.ui.rounds.columns import ROWS
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.leave_out_dialog import LeaveOutDialog
from registry_app.ui.rounds.page import PROGRESS, SNAPSHOTS, RoundsPage
from registry_app.ui.session import Session

from .conftest import NAME, opened, rows
from .filling import filled

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
Key = Qt.Key
OF_OTHERS = (
    "save",
    "save_and_next",
    "save_and_add",
    "duplicate",
    "mark_reviewed",
    "change_status",
    "trash",
    "end_rows",
)


def answering(deed: Callable[[QDialog], None]) -> None:
    """Do ``deed`` with the dialog that comes next."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        deed(dialog)

    QTimer.singleShot(0, take)


class TestRounds:
    def test_without_a_round_it_says_how_to_begin(self, main: MainWindow, page: RoundsPage) -> None:
        assert page._empty.isVisible()
        assert not page.tabs.isVisible()
        assert main.tools["new_round"].isEnabled()
        assert not main.tools["enter_round"].isEnabled()
        assert not main.tools["close_round"].isEnabled()

    def test_without_a_round_its_papers_cannot_be_printed_and_say_why(
        self, main: MainWindow, page: RoundsPage, session: Session
    ) -> None:
        def told(*names: str) -> list[tuple[bool, str]]:
            return [(main.tools[name].isEnabled(), main.tools[name].toolTip()) for name in names]

        none, new = told("print_list", "print_papers", "close_round"), told("new_round")
        opened(session)
        there = told("print_list", "print_papers")

        assert none == [(False, "Chưa có đợt rà soát nào")] * 3
        assert new[0][0]
        assert "Chưa có" not in new[0][1]
        assert there[0] == (True, "In giấy tờ của đợt (Ctrl+P)")
        assert there[1][0]
        assert there[1][1].startswith("Biên bản")

    def test_open_rounds_stand_before_closed_ones(self, session: Session, page: RoundsPage) -> None:
        first = opened(session, name="Đợt trước", period_from="1/1/2026", period_to="30/6/2026", deadline="")
        opened(session)
        second = opened(session, name="Đợt sau", period_to="30/11/2026", deadline="")
        rounds.close(session.registry, second, "22/11/2026", leave_out_rest="Chưa kịp")

        names = [page.rounds.item(row).text().split("\n")[0] for row in range(page.rounds.count())]

        assert names == [NAME, "Đợt trước", "Đợt sau"]
        assert page.rounds.choose(first)

    def test_how_far_a_round_has_come_is_said_in_words(
        self, session: Session, round_id: RoundId, page: RoundsPage
    ) -> None:
        rounds.enter(session.registry, round_id, [Entered(position=1, grade="Tốt")])
        rounds.leave_out(session.registry, round_id, [4], "Tạm dừng")

        assert "1/3" in page.rounds.item(0).text()
        assert page.head.standing.text == "Đang mở, hạn 15/12/2026 · Đã nhập 1/3 · còn 2 · 1 để ngoài đợt"

    def test_a_deadline_that_has_passed_is_said(self, session: Session, page: RoundsPage) -> None:
        opened(session, deadline="1/11/2026")

        assert "Trễ hạn: hạn 01/11/2026" in page.rounds.item(0).text()

    def test_the_chosen_round_stays_chosen_when_another_is_opened(self, session: Session, page: RoundsPage) -> None:
        first = opened(session)

        opened(session, name="Đợt hai", period_from="1/8/2026")

        assert page.shown is not None
        assert page.shown.round.id == first

    def test_figures_of_a_closing_that_was_undone_are_withdrawn(
        self, session: Session, round_id: RoundId, page: RoundsPage
    ) -> None:
        rounds.enter(session.registry, round_id, [Entered(position=1, grade="Tốt")])
        rounds.close(session.registry, round_id, "22/11/2026", leave_out_rest="Chưa kịp")
        state = page.snapshots.closings.item(0, 2)
        assert state is not None
        assert state.text() == "Có giá trị"

        session.undo()

        state = page.snapshots.closings.item(0, 2)
        assert state is not None
        assert state.text().startswith("Đã rút")
        assert state.font().strikeOut()
        page.tabs.setCurrentIndex(SNAPSHOTS)
        table = page.snapshots.closings
        assert table.columnWidth(2) >= table.sizeHintForColumn(2)
        assert table.horizontalScrollBar().maximum() == 0

    def test_progress_is_told_by_area_and_by_reviewer(
        self, session: Session, round_id: RoundId, page: RoundsPage
    ) -> None:
        area = [row.position for row in rows(session, round_id) if row.area == "Tổ dân phố 5"]
        rounds.assign(session.registry, round_id, area, "Nguyễn Văn An")
        rounds.enter(session.registry, round_id, [Entered(position=area[0], effective="Có")])

        page.tabs.setCurrentIndex(PROGRESS)

        lines = [[page.progress.reviewers.item(row, column).text() for column in range(3)] for row in range(2)]  # type: ignore[union-attr]
        assert lines == [["Nguyễn Văn An", "50%", "1/2"], ["(chưa phân công)", "0%", "0/2"]]
        assert page.progress.areas.rowCount() == 3


class TestRows:
    def test_all_rows_of_the_round_are_listed_in_their_order(
        self, session: Session, round_id: RoundId, page: RoundsPage
    ) -> None:
        assert list(page.rows.rows.ids) == [1, 2, 3, 4]
        assert page.rows.rows.index(0, 3).data() == rows(session, round_id)[0].model

    def test_find_goes_to_the_rows_of_the_round(
        self, main: MainWindow, round_id: RoundId, page: RoundsPage, qtbot: QtBot
    ) -> None:
        main.tools["find"].trigger()
        with qtbot.waitSignal(page.rows.search_box.searched):
            page.rows.search_box.setText("cau lac bo")

        assert [row.model for row in page.rows.rows.shown()] == ["Câu lạc bộ phòng, chống tội phạm"]

    def test_rows_are_narrowed_to_what_waits(self, session: Session, round_id: RoundId, page: RoundsPage) -> None:
        rounds.enter(session.registry, round_id, [Entered(position=2, grade="Tốt")])

        page.rows.state.fill("waiting")
        page.rows.state.committed.emit()

        assert list(page.rows.rows.ids) == [1, 3, 4]

    def test_chosen_rows_are_copied_as_cells(self, main: MainWindow, round_id: RoundId, page: RoundsPage) -> None:
        page.rows.table.selectRow(1)

        main.tools["copy"].trigger()

        head, line = QGuiApplication.clipboard().text().split("\n")
        assert head.split("\t")[:3] == ["STT", "Tình trạng", "Mã"]
        assert line.split("\t")[:2] == ["2", "Chưa nhập"]

    def test_rows_are_left_out_with_a_reason_and_taken_in_again(
        self, session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        def leave_out(dialog: QDialog) -> None:
            assert isinstance(dialog, LeaveOutDialog)
            dialog.yes_button.click()
            assert dialog.fields.problem("reason")
            dialog.fields["reason"].fill("Tạm dừng trong kỳ này")
            dialog.yes_button.click()

        page.rows.table.selectRow(2)
        answering(leave_out)
        main.tools["leave_out"].trigger()

        assert rows(session, round_id)[2].left_out == "Tạm dừng trong kỳ này"
        assert not main.tools["leave_out"].isEnabled()
        main.tools["take_in"].trigger()
        assert rows(session, round_id)[2].left_out == ""

    def test_without_any_chosen_all_rows_that_are_shown_get_the_reviewer(
        self, session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        def assign(dialog: QDialog) -> None:
            dialog.fields["reviewer"].fill("Lê Văn Cường")  # type: ignore[attr-defined]
            dialog.yes_button.click()  # type: ignore[attr-defined]

        page.rows.area.fill("Tổ dân phố 5")
        page.rows.area.committed.emit()
        answering(assign)
        main.tools["assign_reviewer"].trigger()

        assert {row.area for row in rows(session, round_id) if row.reviewer} == {"Tổ dân phố 5"}

    def test_enter_opens_the_entry_screen_at_the_row(
        self, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        page.rows.table.selectRow(2)
        QTest.keyClick(page.rows.table, Key.Key_Return)

        (entry,) = main.findChildren(EntryWindow)
        assert entry.lines[entry.view.place].row.position == 3
        entry.reject()

    def test_the_page_looks_again_once_the_entry_screen_is_closed(
        self, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        main.tools["enter_round"].trigger()
        (entry,) = main.findChildren(EntryWindow)
        QTest.keyClicks(entry.view, "1")

        entry.reject()

        assert page.rows.rows.shown()[0].grade == "Tốt"
        assert "1/4" in page.rounds.item(0).text()

    def test_the_model_of_a_row_is_shown_in_the_list(
        self, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        page.rows.table.selectRow(1)
        wanted = page.chosen[0].model_id

        main.tools["show_model"].trigger()

        assert main.pages.key == "list"
        assert main.models.list.current == wanted


class TestReading:
    def test_leaders_that_are_copied_are_entered_as_given_out(
        self, session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        found = [replace(row, leader="Lê Văn Cường; Nguyễn Văn An") for row in rows(session, round_id)]

        with_leader = copying.gathered(found, columns_of(ROWS, [ShownColumn(field="leader")]))
        without = copying.gathered(found, columns_of(ROWS, [ShownColumn(field="model")]))

        assert (with_leader.people, without.people) == (2, 0)

    def test_a_register_that_can_only_be_read_shows_its_rounds(
        self, session: Session, round_id: RoundId, qtbot: QtBot
    ) -> None:
        path = session.registry.path
        session.close()
        session.adopt(Registry.open(path, read_only=True))
        main = MainWindow(session, Choices())
        main.show()
        main.turn_to("round")

        assert list(main.rounds.rows.rows.ids) == [1, 2, 3, 4]
        allowed = [name for name in ("new_round", "enter_round", "close_round") if main.tools[name].isEnabled()]
        assert allowed == []
        assert main.tools["print_papers"].isEnabled()
        main.close()
        main.deleteLater()


class TestCommands:
    def test_commands_of_other_pages_are_greyed_out(
        self, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        page.rows.table.selectRow(0)

        assert [name for name in OF_OTHERS if main.tools[name].isEnabled()] == []
        assert main.tools["copy"].isEnabled()

    def test_commands_of_rounds_are_greyed_out_on_other_pages(self, main: MainWindow, round_id: RoundId) -> None:
        main.turn_to("round")
        main.turn_to("list")

        assert main.tools["new_round"].isEnabled()
        assert not main.tools["close_round"].isEnabled()
        assert not main.tools["enter_round"].isEnabled()

    def test_a_closed_round_takes_no_results_any_more(
        self, session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage
    ) -> None:
        rounds.close(session.registry, round_id, "22/11/2026", leave_out_rest="Chưa kịp")
        page.rows.table.selectRow(0)

        closed = [
            name
            for name in ("enter_round", "close_round", "leave_out", "assign_reviewer", "read_worksheet")
            if main.tools[name].isEnabled()
        ]
        assert closed == []
        assert main.tools["edit_round"].isEnabled()

    def test_new_on_this_page_is_a_new_round(self, main: MainWindow, page: RoundsPage) -> None:
        assert main.tools["new"].text() == "&Mở đợt mới…"
        answering(lambda dialog: dialog.yes_button.click())  # type: ignore[attr-defined]

        main.tools["new"].trigger()

        assert page.shown is not None
        assert page.shown.rows == 3
        assert "Ctrl+Z" in page.notice

    def test_a_worksheet_that_is_dropped_is_read(
        self, session: Session, main: MainWindow, round_id: RoundId, page: RoundsPage, tmp_path: Path
    ) -> None:
        sheet = worksheets.make(session.registry, round_id)
        path = filled(session.registry, sheet, tmp_path / "phieu.xlsx", row1={"grade": "Khá"})
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        met: list[str] = []

        def enter() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, BackDialog):
                QTimer.singleShot(10, enter)
                return
            met.append(dialog.windowTitle())
            dialog.yes_button.click()

        QTimer.singleShot(0, enter)
        none = Qt.KeyboardModifier.NoModifier
        drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        page.dropEvent(drop)
        while not met or QApplication.activeModalWidget():
            QApplication.processEvents()

        assert rows(session, round_id)[0].grade == "Khá"
        assert "phieu.xlsx" in page.notice
        assert "Ctrl+Z" in page.notice
