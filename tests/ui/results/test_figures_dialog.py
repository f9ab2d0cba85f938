"""The table of figures: typed one below the other, checked meanwhile, written as one action."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import Indicator
from registry_app.domain.ids import IndicatorId
from registry_app.operations import inside
from registry_app.ui.results.figure_rows import HELD, MEANING, TYPED, laid_out
from registry_app.ui.results.figures_dialog import FiguresDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked, type_text

Key = Qt.Key


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[FiguresDialog]:
    shown = FiguresDialog(session)
    shown.show()
    yield shown
    shown.table.rows.clear()
    shown.close()
    shown.deleteLater()


def number(session: Session, code: str) -> IndicatorId:
    return next(IndicatorId(one.id) for one in session.registry.lists.indicators.values() if one.code == code)


def cell(dialog: FiguresDialog, session: Session, code: str, column: int) -> str:
    rows = dialog.table.rows
    return str(rows.text(rows.row_of(number(session, code)), column))


def head(dialog: FiguresDialog, period: str = "Q3/2026", source: str = "Báo cáo quý III") -> None:
    type_text(dialog.fields["period"].control, period)
    type_text(dialog.fields["source"].control, source)


def write(dialog: FiguresDialog, *figures: str) -> None:
    """Type ``figures`` one below the other from the top, each ended by Enter."""
    dialog.table.go_to_first()
    for figure in figures:
        line = QApplication.focusWidget()
        assert line is not None
        type_text(line, figure)
        QTest.keyClick(line, Key.Key_Return)


def test_figures_are_typed_downwards_and_saved_as_one_action(dialog: FiguresDialog, session: Session) -> None:
    head(dialog)
    write(dialog, "18.160", "3.136", "9.625", "3.932", "1.467", "trên 780")

    QTest.keyClick(dialog, Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert dialog.entered is not None
    assert (dialog.entered.new, dialog.entered.changed) == (6, 0)
    assert [one.amount for one in session.registry.inside.results.every()] == [
        "18160",
        "3136",
        "9625",
        "3932",
        "1467",
        "780",
    ]
    session.registry.undo()
    assert session.registry.inside.results.every() == []


def test_topics_are_passed_over_by_enter(dialog: FiguresDialog, session: Session) -> None:
    head(dialog)
    write(dialog, "1", "", "", "", "", "", "9")

    assert cell(dialog, session, "VU-HS", TYPED) == "9"


def test_a_sum_is_checked_while_one_types(dialog: FiguresDialog, session: Session, qtbot: QtBot) -> None:
    head(dialog)
    write(dialog, "18.160", "3.136", "9.625", "3.932", "1.466")
    qtbot.waitUntil(lambda: "18.159 = 3.136" in cell(dialog, session, "TIN", MEANING))
    rows = dialog.table.rows

    rows.setData(rows.index(rows.row_of(number(session, "TIN-KHAC")), TYPED), "1.467")

    wanted = "18.160 = 3.136 + 9.625 + 3.932 + 1.467"
    qtbot.waitUntil(lambda: cell(dialog, session, "TIN", MEANING) == wanted)


def test_what_cannot_be_read_is_told_beside_it_and_nothing_is_written(
    dialog: FiguresDialog, session: Session, qtbot: QtBot
) -> None:
    head(dialog)
    write(dialog, "18.160 vụ", "hàng trăm")

    dialog.save_button.click()

    assert dialog.entered is None
    assert "Có 2 số liệu không đọc được." in dialog.notice
    assert "vụ" in dialog.row_notice
    assert "hàng trăm" in cell(dialog, session, "TIN-ANCT", MEANING)
    assert cell(dialog, session, "TIN", TYPED) == "18.160 vụ"
    assert session.registry.inside.results.every() == []


def test_without_a_period_nothing_is_written(dialog: FiguresDialog, session: Session) -> None:
    head(dialog, period="")
    write(dialog, "5")

    dialog.save_button.click()

    assert dialog.fields.problem("period")
    assert session.registry.inside.results.every() == []


def test_what_the_register_has_of_the_period_is_shown_and_written_over(
    dialog: FiguresDialog, session: Session, qtbot: QtBot
) -> None:
    typed = {"indicator": "TIN", "figure": "97", "period": "Q3/2026", "source": "Báo cáo quý III"}
    inside.save(session.registry, "result", 0, typed)
    head(dialog)
    QTest.keyClick(dialog.fields["source"].control, Key.Key_Tab)
    qtbot.waitUntil(lambda: cell(dialog, session, "TIN", HELD) == "97")

    write(dialog, "98")
    dialog.save_button.click()

    assert dialog.entered is not None
    assert dialog.entered.changed == 1
    assert [one.amount for one in session.registry.inside.results.every()] == ["98"]


def test_typed_figures_are_not_given_up_by_accident(dialog: FiguresDialog, asked: Asked) -> None:
    head(dialog)
    write(dialog, "5")
    asked.will(False, True)

    dialog.reject()
    stayed = dialog.isVisible()
    dialog.reject()

    assert stayed
    assert not dialog.isVisible()


def test_a_model_that_was_only_typed_is_told(dialog: FiguresDialog, session: Session) -> None:
    head(dialog)
    type_text(dialog.fields["model"].control, "không có mô hình này")
    write(dialog, "5")

    dialog.save_button.click()

    assert "không có mô hình này" in dialog.fields.problem("model")


def test_enter_in_a_field_above_does_not_save(dialog: FiguresDialog) -> None:
    head(dialog)

    QTest.keyClick(dialog.fields["period"].control, Key.Key_Return)

    assert dialog.notice == ""
    assert dialog.isVisible()


def test_parts_stand_under_their_whole_and_what_is_out_of_use_is_left_out() -> None:
    listed = [
        Indicator(id=1, name="Một phần", topic="A", part_of=IndicatorId(3)),
        Indicator(id=2, name="Khác", topic="B"),
        Indicator(id=3, name="Tổng", topic="A", kind="sum"),
        Indicator(id=4, name="Cũ", topic="A", retired=True),
        Indicator(id=5, name="Phần của cái cũ", topic="", part_of=IndicatorId(4)),
    ]

    rows = laid_out(listed)

    shown = [(row.title, row.indicator is None, row.part) for row in rows]
    assert [one for one in shown if one[0] in ("B", "Khác")] == [("B", True, False), ("Khác", False, False)]
    assert shown.index(("Một phần", False, True)) == shown.index(("Tổng", False, False)) + 1
    assert "Cũ" not in [row.title for row in rows]
    assert rows[-1].title == "Phần của cái cũ"
