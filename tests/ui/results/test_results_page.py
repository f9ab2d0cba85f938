"""A clerk writes down figures on their page, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Filter
from registry_app.operations import inside
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.results.results_foot import ResultsFoot
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice
from registry_app.ui.widgets.understood import Understood
from tests.ui.conftest import type_text


def control(page: NounPage, name: str) -> QWidget:
    return page.form.fields.editor(name).control


def write(page: NounPage, name: str, text: str) -> None:
    control(page, name).setFocus()
    type_text(control(page, name), text)


def meaning(page: NounPage, name: str) -> str:
    editor = page.form.fields.editor(name)
    assert isinstance(editor, Understood)
    return editor.meaning


def enter(session: Session, indicator: str, figure: str, **more: str) -> str:
    typed = {"indicator": indicator, "figure": figure, "period": "Q3/2026", "source": "Báo cáo", **more}
    return inside.save(session.registry, "result", 0, typed).code


def test_a_figure_is_written_as_papers_write_it_and_saved(window: MainWindow, page: NounPage, session: Session) -> None:
    window.tools["new"].trigger()
    write(page, "indicator", "Lượt người tham gia tuần tra, canh gác")
    write(page, "figure", "gần 40 nghìn")
    understood = meaning(page, "figure")
    QTest.keyClick(control(page, "figure"), Qt.Key.Key_Tab)
    exactness = page.form.fields.editor("exactness")
    assert isinstance(exactness, Choice)
    told = exactness.typed()
    write(page, "period", "6 tháng đầu 2026")
    days = meaning(page, "period")
    QTest.keyClick(control(page, "period"), Qt.Key.Key_Tab)

    window.tools["save"].trigger()

    assert understood == "gần 40.000"
    assert told == "nearly"
    assert days == "01/01/2026 – 30/06/2026"
    (kept,) = session.registry.inside.results.every()
    assert (kept.amount, kept.exactness, kept.as_written) == ("40000", "nearly", "gần 40 nghìn")
    assert page.form.header.texts[0] == "KQ-00001"


def test_what_is_missing_is_told_at_its_field_and_nothing_typed_is_lost(page: NounPage, window: MainWindow) -> None:
    window.tools["new"].trigger()
    write(page, "figure", "hàng trăm vụ")

    window.tools["save"].trigger()

    assert "hàng trăm vụ" in page.form.fields.problem("figure")
    assert page.form.fields.problem("indicator")
    assert page.form.fields.problem("period")
    assert page.form.fields.one("figure") == "hàng trăm vụ"


def test_what_waits_to_be_checked_is_found_in_its_view(page: NounPage, session: Session, qtbot: QtBot) -> None:
    enter(session, "TIN", "5")
    enter(session, "MTTH", "3,61 kg 7", exactness="check")

    page.asking.view("check")

    assert page.rows.rowCount() == 1
    assert page.rows.index(0, 2).data() == "“3,61 kg 7”"


def test_the_foot_tells_what_is_worth_a_look(page: NounPage, session: Session, qtbot: QtBot) -> None:
    assert isinstance(page.foot, ResultsFoot)
    before = page.foot.notice
    enter(session, "TIN", "5")
    enter(session, "TIN", "6")

    qtbot.waitUntil(lambda: "2 số liệu bị nhập hai lần" in page.foot.notice)  # type: ignore[union-attr]

    assert before == ""


def test_one_period_and_one_source_are_chosen_above_the_list(page: NounPage, session: Session, qtbot: QtBot) -> None:
    enter(session, "TIN", "5")
    enter(session, "TIN", "6", period="2025", source="Báo cáo năm")
    page.look_again()

    assert page.filters.texts == ("period", "source")
    page.asking.filter((Filter("period", ("2025-01-01/2025-12-31",)),))
    assert page.rows.rowCount() == 1
    page.asking.filter((Filter("source", ("Báo cáo",)),))
    assert page.rows.row(0).period == "2026-07-01/2026-09-30"


def test_numbers_stand_under_their_last_digit(page: NounPage, session: Session) -> None:
    enter(session, "TIN", "5")
    alignment = page.rows.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)

    assert alignment & Qt.AlignmentFlag.AlignRight


def test_another_figure_takes_over_period_and_source(window: MainWindow, page: NounPage, session: Session) -> None:
    window.tools["new"].trigger()
    write(page, "indicator", "Tin báo có giá trị")
    write(page, "figure", "40")
    write(page, "period", "Q3/2026")
    write(page, "source", "Báo cáo quý III")

    window.tools["save_and_next"].trigger()

    assert page.form.is_new
    assert (page.form.fields.one("period"), page.form.fields.one("source")) == ("quý III/2026", "Báo cáo quý III")
    assert page.form.fields.one("figure") == ""
    write(page, "indicator", "Tin báo khác")
    write(page, "figure", "5")
    window.tools["save"].trigger()
    assert [one.period_from for one in session.registry.inside.results.every()] == ["2026-07-01", "2026-07-01"]


def test_a_new_figure_is_of_the_period_that_is_looked_at(page: NounPage, session: Session, qtbot: QtBot) -> None:
    enter(session, "TIN", "6", period="2025", source="Báo cáo năm")
    page.asking.filter((Filter("period", ("2025-01-01/2025-12-31",)), Filter("source", ("Báo cáo năm",))))

    page.start_new()

    assert (page.form.fields.one("period"), page.form.fields.one("source")) == ("năm 2025", "Báo cáo năm")


def test_a_result_has_no_day_on_which_it_ends(page: NounPage, session: Session) -> None:
    enter(session, "TIN", "5")
    page.table.choose_first()

    assert not page.standing.endable
    assert page.standing.removable
