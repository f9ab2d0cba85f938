"""The scales of grades and the score sheets in the settings: typed, pasted, saved as one action each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import SheetId
from registry_app.operations import scoring
from registry_app.operations.scoring import TypedCriterion
from registry_app.ui.scoring.scale_dialog import LEAST, ScaleDialog
from registry_app.ui.scoring.scales_page import ScalesPage
from registry_app.ui.scoring.sheet_dialog import SheetDialog
from registry_app.ui.scoring.sheet_table import MOST, NAME, NUMBER
from registry_app.ui.scoring.sheets_page import SheetsPage
from registry_app.ui.session import Session

ACCEPTED = QDialog.DialogCode.Accepted


def scale_dialog(session: Session, qtbot: QtBot, year: int | None = None) -> ScaleDialog:
    made = ScaleDialog(session, year)
    qtbot.addWidget(made)
    return made


def sheet_dialog(session: Session, qtbot: QtBot, number: SheetId = SheetId(0)) -> SheetDialog:
    made = SheetDialog(session, number)
    qtbot.addWidget(made)
    return made


def said(session: Session, year: int) -> list[tuple[str, int | None]]:
    grades = session.registry.lists.grades
    return [(grades[step.grade_id].name, step.least) for step in scoring.scale(session.registry, year)]


def test_a_scale_is_ticked_ordered_and_saved(session: Session, qtbot: QtBot) -> None:
    asking = scale_dialog(session, qtbot)
    asking.fields.fill({"year": "2026"})
    for name in ("Trung bình", "Không phân loại"):
        asking.table.tick(name, False)
    asking.table.type(0, LEAST, "80")
    asking.table.setCurrentCell(3, LEAST)
    asking.table.shift(-1)

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    assert said(session, 2026) == [("Tốt", 800), ("Khá", None), ("Yếu", None)]
    session.undo()
    assert scoring.scales(session.registry) == {}


def test_a_new_scale_begins_with_the_one_before(session: Session, qtbot: QtBot) -> None:
    asking = scale_dialog(session, qtbot)
    asking.table.type(0, LEAST, "80")
    asking.table.tick("Yếu", False)
    asking.yes_button.click()

    following = scale_dialog(session, qtbot)

    assert following.fields["year"].typed() == str(session.moment.on.year + 1)
    assert [step.least for step in following.table.steps()] == ["80", "", "", ""]


def test_points_that_do_not_fall_are_told_and_nothing_is_lost(session: Session, qtbot: QtBot) -> None:
    asking = scale_dialog(session, qtbot)
    asking.table.type(0, LEAST, "65")
    asking.table.type(1, LEAST, "80")

    asking.yes_button.click()

    assert asking.notice
    assert asking.table.text(1, LEAST) == "80"
    assert scoring.scales(session.registry) == {}


def test_the_page_of_scales_follows_what_is_saved_and_undone(session: Session, qtbot: QtBot) -> None:
    page = ScalesPage(session)
    qtbot.addWidget(page)
    session.run(scoring.copy_scale, "2026")
    assert page.table.rowCount() == 1

    page.table.choose(2026)
    page.delete()

    assert page.table.rowCount() == 0
    session.undo()
    page.table.choose(2026)
    assert page.table.chosen_key == 2026


def test_criteria_are_typed_row_by_row_and_added_up(session: Session, qtbot: QtBot) -> None:
    asking = sheet_dialog(session, qtbot)
    asking.fields.fill({"name": "Bảng chấm"})
    for row, (number, name, most) in enumerate((("1", "Tổ chức", "60"), ("2", "Kết quả", "40"))):
        for column, text in ((NUMBER, number), (NAME, name), (MOST, most)):
            asking.table.type(row, column, text)

    assert "100" in asking.total.text()
    assert not asking.note.text
    asking.yes_button.click()

    (kept,) = scoring.sheets(session.registry)
    assert [(one.number, one.name, one.most) for one in kept.criteria] == [("1", "Tổ chức", 600), ("2", "Kết quả", 400)]
    session.undo()
    assert scoring.sheets(session.registry) == []


def test_criteria_are_pasted_from_excel(session: Session, qtbot: QtBot) -> None:
    asking = sheet_dialog(session, qtbot)
    QGuiApplication.clipboard().setText("TT\tNội dung\tĐiểm chuẩn\n1\tTổ chức\t60\n2\tKết quả\t30\nTổng\t\t90\n")

    QTest.keyClick(asking.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [(one.number, one.name, one.most) for one in asking.table.criteria] == [
        ("1", "Tổ chức", "60"),
        ("2", "Kết quả", "30"),
    ]
    assert "90" in asking.note.text
    assert "Tổng" in asking.pasted.text()


@pytest.fixture
def kept(session: Session) -> SheetId:
    """A sheet of two criteria."""
    rows = (
        TypedCriterion(number="1", name="Tổ chức", most="60"),
        TypedCriterion(number="2", name="Kết quả", most="40"),
    )
    return scoring.save_sheet(session.registry, SheetId(0), "Bảng chấm", rows).id


def test_pasted_criteria_go_on_with_the_numbers_of_the_list(session: Session, qtbot: QtBot, kept: SheetId) -> None:
    asking = sheet_dialog(session, qtbot, kept)
    QGuiApplication.clipboard().setText(
        "TT\tNội dung\tĐiểm chuẩn\nI\tCông tác tổ chức\t\n1\tHọp\t5\n2.1\tBáo cáo\t5\nII\tKết quả\t\n1\tGiảm vụ\t5\n"
    )
    asking.table.setCurrentCell(2, NAME)

    QTest.keyClick(asking.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asking.yes_button.click()

    numbers = [one.number for one in scoring.sheet(session.registry, kept).criteria]
    assert numbers == ["1", "2", "3", "2.1", "4"]


def test_rows_are_moved_and_deleted(session: Session, qtbot: QtBot, kept: SheetId) -> None:
    asking = sheet_dialog(session, qtbot, kept)
    asking.table.setCurrentCell(1, NAME)
    asking.table.shift(-1)
    assert [one.name for one in asking.table.criteria] == ["Kết quả", "Tổ chức"]

    asking.table.setCurrentCell(1, NAME)
    asking.table.delete_row()
    asking.yes_button.click()

    assert [one.name for one in scoring.sheet(session.registry, kept).criteria] == ["Kết quả"]


def test_a_sheet_that_cannot_be_is_refused_with_its_rows(session: Session, qtbot: QtBot, kept: SheetId) -> None:
    asking = sheet_dialog(session, qtbot, kept)
    asking.table.type(0, MOST, "nhiều")
    asking.fields.fill({"name": ""})

    asking.yes_button.click()

    assert asking.fields.problem("name")
    assert asking.notice
    assert scoring.sheet(session.registry, kept).criteria[0].most == 600


def test_the_page_of_sheets_takes_one_out_of_use_and_offers_it_again(
    session: Session, qtbot: QtBot, kept: SheetId
) -> None:
    page = SheetsPage(session)
    qtbot.addWidget(page)
    page.table.choose(kept)
    page.retire()
    assert page.table.rowCount() == 0

    page.retired_too.setChecked(True)
    page.table.choose(kept)
    page.retire()

    assert [one.sheet.id for one in scoring.sheets(session.registry)] == [kept]
