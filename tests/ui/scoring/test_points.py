"""Points given in the review dialog: added up, turned into a grade, kept with the review."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import Lists
from registry_app.domain.ids import GradeId, ModelId, SheetId
from registry_app.domain.search import Search
from registry_app.operations import scoring
from registry_app.operations.details import details
from registry_app.operations.scoring import TypedCriterion, TypedStep
from registry_app.ui.reviews.review_dialog import ReviewDialog
from registry_app.ui.reviews.reviews_tab import ReviewsTab
from registry_app.ui.scoring.points_panel import POINTS, PointTable
from registry_app.ui.session import Session
from tests.ui.conftest import add


@pytest.fixture
def dated(session: Session) -> ModelId:
    """A model founded on 31/01/2020."""
    return ModelId(session.registry.models.ids(Search(words="camera an ninh to 5"), session.moment)[0])


@pytest.fixture
def sheet(session: Session) -> SheetId:
    """A sheet of two criteria, 60 and 40 points, and a scale by points from 2026 on."""
    rows = (
        TypedCriterion(number="1", name="Tổ chức", most="60"),
        TypedCriterion(number="2", name="Kết quả", most="40"),
    )
    number = scoring.save_sheet(session.registry, SheetId(0), "Bảng chấm", rows).id
    steps = [
        TypedStep(grade_id=grade(session, name), least=least)
        for name, least in (("Tốt", "80"), ("Khá", "65"), ("Yếu", "0"))
    ]
    scoring.save_scale(session.registry, "2026", steps)
    return number


def grade(session: Session, name: str) -> GradeId:
    return next(number for number, one in session.registry.lists.grades.items() if one.name == name)


def dialog(session: Session, qtbot: QtBot, *ids: ModelId) -> ReviewDialog:
    made = ReviewDialog(session, ids, None)
    qtbot.addWidget(made)
    return made


def offered(asking: ReviewDialog) -> list[str]:
    box = asking.fields["grade"].control
    return [box.itemText(row) for row in range(1, box.count())]


def test_the_points_propose_a_grade_and_stay_with_the_review(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})
    asking.points.table.type(0, POINTS, "50,5")
    assert asking.fields["grade"].typed() == ""

    asking.points.table.type(1, POINTS, "20")

    assert asking.fields["grade"].words == "Khá"
    assert "70,5" in asking.points.total.text()
    asking.yes_button.click()
    (review,) = session.registry.reviews.of(dated)
    assert review.grade_id == grade(session, "Khá")
    assert sum(session.registry.loop.scoring.points([review.id])[review.id].values()) == 705


def test_a_grade_that_somebody_chose_is_not_taken_away(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet), "grade": str(grade(session, "Yếu"))})

    asking.points.table.type(0, POINTS, "60")
    asking.points.table.type(1, POINTS, "40")

    assert asking.fields["grade"].words == "Yếu"


def test_too_many_points_are_told_at_once_and_earn_nothing(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})

    asking.points.table.type(0, POINTS, "61")
    asking.points.table.type(1, POINTS, "40")

    assert "61" in asking.points.trouble.text
    assert asking.fields["grade"].typed() == ""
    asking.yes_button.click()
    assert asking.points.trouble.text == "Tiêu chí 1: 61 điểm, vượt điểm chuẩn 60."
    assert asking.notice == ""
    assert not session.registry.reviews.of(dated)


def test_what_is_no_number_is_told_with_its_criterion(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})

    asking.points.table.type(0, POINTS, "50")
    asking.points.table.type(1, POINTS, "ba")

    assert asking.points.trouble.text.startswith("Tiêu chí 2: “ba” không phải là số")
    asking.yes_button.click()
    assert asking.notice == ""
    assert asking.points.table.wrong(1, POINTS) == asking.points.trouble.text
    assert asking.points.table.currentRow() == 1
    assert not session.registry.reviews.of(dated)


def test_each_of_many_wrong_points_is_marked_and_those_not_told_are_counted(
    session: Session, qtbot: QtBot, dated: ModelId
) -> None:
    rows = tuple(TypedCriterion(number=str(number), name=f"Mục {number}", most="10") for number in range(1, 7))
    number = scoring.save_sheet(session.registry, SheetId(0), "Bảng dài", rows).id
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(number)})

    for row, typed in enumerate(("5", "11", "x", "-1", "1,25", "7,5")):
        asking.points.table.type(row, POINTS, typed)
    asking.yes_button.click()

    assert [bool(asking.points.table.wrong(row, POINTS)) for row in range(6)] == [False, True, True, True, True, False]
    assert [line[:10] for line in asking.points.trouble.text.splitlines()] == [
        *(f"Tiêu chí {one}" for one in (2, 3, 4)),
        "và 1 mục k",
    ]
    assert "12,5/60" in asking.points.total.text()
    assert asking.notice == ""


def test_points_that_are_mended_are_no_longer_marked(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})
    asking.points.table.type(0, POINTS, "61")
    asking.yes_button.click()

    asking.points.table.type(0, POINTS, "60")

    assert (asking.points.table.wrong(0, POINTS), asking.points.trouble.text) == ("", "")


def test_what_only_the_register_knows_is_told_at_the_points_too(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})
    asking.points.table.type(0, POINTS, "50")
    left = [TypedCriterion(number="2", name="Kết quả", most="40")]
    scoring.save_sheet(session.registry, sheet, "Bảng chấm", left)

    asking.yes_button.click()

    assert asking.points.trouble.text == "Tiêu chí này không còn trong sổ."
    assert asking.notice == ""


def test_enter_goes_on_to_the_next_criterion(session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"sheet": str(sheet)})
    with qtbot.waitExposed(asking):
        asking.show()
    table = asking.points.table
    table.setFocus()
    table.setCurrentCell(0, POINTS)

    for row, points in enumerate(("5", "7")):
        QTest.keyClicks(table, points)
        (line,) = table.viewport().findChildren(QLineEdit)
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(has_text, table, row, points))
        qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))

    assert table.currentRow() == 1
    assert asking.isVisible()


def test_the_grades_offered_follow_the_year(session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "31/12/2025"})
    assert offered(asking) == ["Tốt", "Khá", "Trung bình", "Yếu", "Không phân loại"]

    asking.fields.fill({"on": "1/1/2026"})

    assert offered(asking) == ["Tốt", "Khá", "Yếu"]


def test_several_models_are_given_no_points(session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId) -> None:
    assert "sheet" in dialog(session, qtbot, dated).fields
    assert "sheet" not in dialog(session, qtbot, dated, add(session, name="Hai", type="camera an ninh")).fields


def test_the_points_of_a_wrong_review_stand_in_the_correction(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})
    asking.points.table.type(0, POINTS, "12,5")
    asking.yes_button.click()
    (wrong,) = session.registry.reviews.of(dated)

    right = ReviewDialog(session, [dated], wrong)
    qtbot.addWidget(right)

    assert right.points.table.text(0, POINTS) == "12,5"
    right.points.table.type(1, POINTS, "40")
    right.yes_button.click()
    newest = session.registry.reviews.of(dated)[0]
    assert sum(session.registry.loop.scoring.points([newest.id])[newest.id].values()) == 525


def has_text(table: PointTable, row: int, text: str) -> bool:
    return table.text(row, POINTS) == text


def cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def shown(session: Session, qtbot: QtBot, model: ModelId) -> ReviewsTab:
    tab = ReviewsTab(session)
    qtbot.addWidget(tab)
    tab.resize(420, 800)
    tab.show_details(details(session.registry, model, session.moment), session.registry.lists, writable=True)
    return tab


def test_total_and_points_are_shown_with_the_review(
    session: Session, qtbot: QtBot, dated: ModelId, sheet: SheetId
) -> None:
    asking = dialog(session, qtbot, dated)
    asking.fields.fill({"on": "1/11/2026", "sheet": str(sheet)})
    asking.points.table.type(0, POINTS, "50")
    asking.points.table.type(1, POINTS, "40")
    asking.yes_button.click()

    tab = shown(session, qtbot, dated)

    assert "90" in cell(tab.table, 0, 2)
    assert "1 Tổ chức: 50/60" in tab.text.toPlainText()


def test_grades_over_the_years_are_drawn_once_there_are_two(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    asking = dialog(session, qtbot, dated)
    for day, name in (("1/3/2024", "Khá"), ("1/3/2025", "Tốt")):
        tab = shown(session, qtbot, dated)
        assert tab.chart.drawing is None
        asking = dialog(session, qtbot, dated)
        asking.fields.fill({"on": day, "grade": str(grade(session, name))})
        asking.yes_button.click()

    tab = shown(session, qtbot, dated)

    assert tab.chart.drawing is not None
    assert tab.chart.accessibleDescription() == tab.chart.drawing.said
    assert "01/03/2024, Khá" in tab.chart.drawing.said
    tab.show_details(None, Lists(), writable=False)
    assert tab.chart.drawing is None


def test_where_there_is_little_room_the_chart_is_asked_for(session: Session, qtbot: QtBot, dated: ModelId) -> None:
    for day in ("1/3/2024", "1/3/2025"):
        asking = dialog(session, qtbot, dated)
        asking.fields.fill({"on": day, "grade": str(grade(session, "Tốt"))})
        asking.yes_button.click()
    tab = shown(session, qtbot, dated)
    assert not tab.chart.isHidden()

    tab.resize(420, 300)
    with qtbot.waitExposed(tab):
        tab.show()
    assert tab.chart.isHidden()
    tab.chart_button.click()

    assert (tab.chart.isHidden(), tab.text.isHidden()) == (False, True)
