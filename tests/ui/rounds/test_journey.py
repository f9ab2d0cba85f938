"""A whole round driven through the real window: opened, assigned, printed, entered by keyboard, filled in Excel,
closed, undone and done again."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.review import Review
from registry_app.domain.search import Search
from registry_app.operations import rounds
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.paper_window import PaperWindow
from registry_app.ui.rounds.assign_dialog import AssignDialog
from registry_app.ui.rounds.back_dialog import BackDialog
from registry_app.ui.rounds.close_dialog import CloseRoundDialog
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.open_dialog import OpenRoundDialog
from registry_app.ui.rounds.sheets_dialog import SheetsDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text

from .conftest import press, rows
from .filling import fill

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Clerk:
    """Meets the dialogs that the window waits for, one after the other."""

    def __init__(self) -> None:
        self.met: list[str] = []

    def meets(self, kind: type[QDialog], deed: Callable[..., None]) -> None:
        """Do ``deed`` with the dialog of that kind as soon as it is there."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind):
                QTimer.singleShot(5, look)
                return
            self.met.append(kind.__name__)
            deed(dialog)

        QTimer.singleShot(0, look)


@pytest.fixture
def clerk() -> Clerk:
    return Clerk()


def open_it(dialog: OpenRoundDialog) -> None:
    dialog.fields["name"].fill("")
    type_text(dialog.fields["name"].control, "Đợt rà soát cuối năm – phường thử")
    dialog.fields["search"].fill("all")
    dialog.yes_button.click()


def assign_it(dialog: AssignDialog) -> None:
    type_text(dialog.fields["reviewer"].control, "Nguyễn Thị Ánh")
    dialog.yes_button.click()


def close_it(dialog: CloseRoundDialog) -> None:
    assert [row.position for row in dialog.found.waiting] == [3]
    type_text(dialog.fields["leave_out_rest"].control, "Chưa rà soát kịp")
    dialog.yes_button.click()


def test_a_whole_round(session: Session, qtbot: QtBot, clerk: Clerk, asked: Asked, tmp_path: Path) -> None:
    main = MainWindow(session, Choices())
    main.models._open()
    main.resize(1300, 700)
    with qtbot.waitExposed(main):
        main.show()
    before = [reviews_of(session, number) for number in all_models(session)]

    # opened over what is there, from the menu
    clerk.meets(OpenRoundDialog, open_it)
    main.tools["new_round"].trigger()
    page, number = main.rounds, main.rounds.rounds.current
    assert page.shown is not None
    assert number is not None
    assert "3 dòng" in page.notice

    # somebody looks at all of it
    clerk.meets(AssignDialog, assign_it)
    main.tools["assign_reviewer"].trigger()
    assert {row.reviewer for row in rows(session, number)} == {"Nguyễn Thị Ánh"}

    # a worksheet on paper, and one as a file
    sheet_path = tmp_path / "phiếu.xlsx"

    def give_out(dialog: SheetsDialog) -> None:
        dialog.which.fill("all")
        dialog.print_them()
        (paper,) = dialog.findChildren(PaperWindow)
        with qtbot.waitSignal(paper.setting.shown, timeout=20_000):
            pass
        paper.reject()
        dialog.save_books()
        dialog.reject()

    asked.will(sheet_path)
    clerk.meets(SheetsDialog, give_out)
    main.tools["print_worksheets"].trigger()
    assert asked.files == [sheet_path]

    # the paper comes back: two rows by keyboard
    main.tools["enter_round"].trigger()
    (entry,) = main.findChildren(EntryWindow)
    with qtbot.waitActive(entry):
        entry.activateWindow()
    press(entry.view, "1", "+")
    type_text(entry.view, "h")
    type_text(entry.view.typing.line, "oạt động đều, đề nghị nhân rộng")  # type: ignore[arg-type]
    press(entry.view.typing.line, Key.Key_Return)  # type: ignore[arg-type]
    assert "2, 3" in entry.missing
    press(entry.view, "4", "-", Key.Key_Return)
    QTest.keyClick(entry.view, Key.Key_Z, CTRL)
    assert "2, 3" in entry.missing
    entry.reject()
    assert page.shown.entered == 1

    # the file comes back: the second row
    fill(sheet_path, row2={"grade": "Yếu", "effective": "Không", "findings": "Không còn sinh hoạt"})
    asked.will(sheet_path)
    clerk.meets(BackDialog, lambda dialog: dialog.yes_button.click())
    main.tools["read_worksheet"].trigger()
    assert "phiếu.xlsx" in page.notice
    assert page.shown.entered == 2

    # closed, with one reason for the row that waits
    clerk.meets(CloseRoundDialog, close_it)
    main.tools["close_round"].trigger()
    assert "2 lần rà soát" in page.notice
    assert "Ctrl+Z" in page.notice
    assert not rounds.one(session.registry, number).is_open
    found = rows(session, number)
    assert [row.left_out for row in found] == ["", "", "Chưa rà soát kịp"]
    assert reviews_of(session, found[0].model_id)[0].findings == "hoạt động đều, đề nghị nhân rộng"
    assert reviews_of(session, found[1].model_id)[0].effective == "no"

    # undone by one undo, done again by one redo
    main.tools["undo"].trigger()
    assert rounds.one(session.registry, number).is_open
    assert [reviews_of(session, number) for number in all_models(session)] == before
    assert page.snapshots.closings.rowCount() == 1
    main.tools["redo"].trigger()
    assert not rounds.one(session.registry, number).is_open
    assert reviews_of(session, found[0].model_id)[0].on == "2026-11-22"
    assert clerk.met == [
        "OpenRoundDialog",
        "AssignDialog",
        "SheetsDialog",
        "BackDialog",
        "CloseRoundDialog",
    ]
    main.close()
    main.deleteLater()


def all_models(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


def reviews_of(session: Session, model: ModelId) -> Sequence[Review]:
    """Newest first."""
    return session.registry.reviews.of(model)
