"""Points of a row where the round goes by a score sheet: from criterion to criterion, total and grade beside them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import RoundId, SheetId
from registry_app.operations import rounds, scoring
from registry_app.operations.scoring import TypedCriterion, TypedStep
from registry_app.ui.rounds.entry_window import EntryWindow
from registry_app.ui.rounds.points_line import PointsLine
from registry_app.ui.session import Session
from tests.ui.conftest import type_text

from .conftest import opened, press, rows

Key = Qt.Key


@pytest.fixture
def scored(session: Session) -> RoundId:
    """A round whose sheet has two criteria, 60 and 40 points; from 90 on the grade is the best."""
    least = dict(zip(session.registry.lists.grades, ("90", "70", "50", "", ""), strict=True))
    steps = [TypedStep(grade_id=grade, least=text) for grade, text in least.items()]
    scoring.save_scale(session.registry, "2026", steps)
    criteria = [TypedCriterion(number="1", name="Nền nếp", most="60"), TypedCriterion(name="Hiệu quả", most="40")]
    sheet = scoring.save_sheet(session.registry, SheetId(0), "Bảng 100 điểm", criteria)
    return opened(session, sheet_id=sheet.id)


@pytest.fixture
def scored_entry(session: Session, scored: RoundId, qtbot: QtBot) -> Iterator[EntryWindow]:
    """The entry screen of that round."""
    found = rounds.one(session.registry, scored)
    made = EntryWindow(session, found, rows(session, scored), None)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    yield made
    made.done(0)
    made.deleteLater()


def line_of(entry: EntryWindow) -> PointsLine:
    assert entry.points is not None
    return entry.points


def type_points(entry: EntryWindow, *points: str) -> None:
    """Type them, Enter after each."""
    press(entry.view, Key.Key_Tab)
    for field, text in zip(line_of(entry)._fields.values(), points, strict=False):
        assert field.hasFocus()
        field.clear()
        type_text(field, text)
        QTest.keyClick(field, Key.Key_Return)


def test_points_are_typed_from_criterion_to_criterion_and_make_the_grade(
    session: Session, scored: RoundId, scored_entry: EntryWindow
) -> None:
    type_points(scored_entry, "52,5", "38")

    row = rows(session, scored)[0]
    assert sorted(points for _criterion, points in row.scores) == [380, 525]
    assert row.grade == "Tốt"
    assert scored_entry.view.place == 1
    assert scored_entry.view.hasFocus()


def test_total_and_grade_are_said_while_points_are_typed(scored_entry: EntryWindow) -> None:
    type_points(scored_entry, "52,5")

    assert line_of(scored_entry)._sum.text() == "Tổng 52,5/100 điểm"
    last = list(line_of(scored_entry)._fields.values())[1]
    type_text(last, "38")
    assert line_of(scored_entry)._sum.text() == "Tổng 90,5/100 điểm – đề xuất: Tốt"


def test_a_grade_that_was_typed_outdoes_the_points(
    session: Session, scored: RoundId, scored_entry: EntryWindow
) -> None:
    press(scored_entry.view, "3")

    type_points(scored_entry, "52,5", "38")

    assert rows(session, scored)[0].grade == "Trung bình"


def test_too_many_points_are_told_and_stay_as_typed(
    session: Session, scored: RoundId, scored_entry: EntryWindow
) -> None:
    type_points(scored_entry, "61", "38")
    scored_entry.save()

    assert "61" in scored_entry.notice
    assert rows(session, scored)[0].scores == ()
    assert scored_entry.lines[0].points
    scored_entry.lines[0].forget()


def test_points_that_were_saved_are_shown_with_their_row(
    session: Session, scored: RoundId, scored_entry: EntryWindow
) -> None:
    type_points(scored_entry, "52,5", "38")
    press(scored_entry.view, Key.Key_Up)

    assert [field.text() for field in line_of(scored_entry)._fields.values()] == ["52,5", "38"]


def test_escape_goes_back_to_the_table(scored_entry: EntryWindow) -> None:
    press(scored_entry.view, Key.Key_Tab)
    press(next(iter(line_of(scored_entry)._fields.values())), Key.Key_Escape)

    assert scored_entry.isVisible()
    assert scored_entry.view.hasFocus()
    assert scored_entry.view.place == 0
