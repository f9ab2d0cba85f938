"""The page of recognition: its year, where the ward stands, a year entered and judged at once."""

from collections.abc import Iterator

import pytest

from registry_app.domain.recognition_rules import sentence, verdict
from registry_app.operations import printing, recognising
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.honours.outcome_dialog import COLUMNS, OutcomeDialog
from registry_app.ui.honours.standing_foot import StandingFoot
from registry_app.ui.honours.year_dialog import YearDialog
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session
from tests.ui.conftest import Asked

RESULT, REASON = COLUMNS.index("recognised"), COLUMNS.index("reason")
YEAR = 2026


def foot(page: NounPage) -> StandingFoot:
    found = page.foot
    assert isinstance(found, StandingFoot)
    return found


def test_the_page_begins_with_this_year_and_says_where_the_ward_stands(
    recognition: NounPage, sample_session: Session
) -> None:
    standing = recognising.ward_standing(sample_session.registry, YEAR)

    assert recognition.search.view == "this-year"
    assert recognition.rows.rowCount() == standing.subjects
    figures, meaning = foot(recognition).texts
    assert "đạt 22/36 (61,1%)" in figures
    assert meaning == verdict(standing)


def test_the_foot_the_paper_and_the_sentence_say_the_same(recognition: NounPage, sample_session: Session) -> None:
    registry, at = sample_session.registry, sample_session.moment
    said = sentence(YEAR, recognising.ward_standing(registry, YEAR))
    paper = printing.prepare(registry, *recognition.printing()[:2], at)

    assert said in paper.report.total
    assert foot(recognition).texts[1] in said


def test_another_year_is_chosen_above_the_list(recognition: NounPage) -> None:
    recognition.filters.choose("year", "2025")

    assert recognition.search.view == "all"
    assert recognition.rows.rowCount() == 36
    assert foot(recognition).texts[0].startswith("Năm 2025: đăng ký 35/35 (100%)")
    assert foot(recognition).texts[1].startswith("Đạt các điều kiện")


def test_a_new_row_is_of_the_year_that_is_looked_at(recognition: NounPage) -> None:
    recognition.filters.choose("year", "2024")

    recognition.start_new()

    assert recognition.form.fields.one("year") == "2024"


def test_a_change_of_a_row_changes_the_standing(recognition: NounPage) -> None:
    recognition.table.choose_first()
    recognition.form.fields.editor("recognised").fill("no")
    recognition.form.fields.editor("reason").fill("Có trọng án")
    for name in ("recognised", "reason"):
        recognition.form.fields.edited.emit(name)

    assert recognition.save()

    assert "đạt 21/36" in foot(recognition).texts[0]


# -- a year is entered -------------------------------------------------------------------------------------------------


def test_the_dialog_says_beforehand_what_it_would_enter(sample_session: Session) -> None:
    dialog = YearDialog(sample_session, YEAR + 1)

    assert dialog.preview == "Dòng mới của năm 2027: 24 khu dân cư, 12 đối tượng khác. Đã có: 0."
    dialog.fields.fill({"year": "2026"})
    dialog.fields.edited.emit("year")
    assert dialog.preview == "Dòng mới của năm 2026: 0 khu dân cư, 1 đối tượng khác. Đã có: 36."
    dialog.fields.fill({"year": "2025"})
    dialog.fields.edited.emit("year")
    assert dialog.preview == "Năm 2025 đã nhập đủ: 36 đối tượng."
    dialog.fields.fill({"year": "20"})
    dialog.fields.edited.emit("year")
    assert dialog.preview == ""
    dialog.deleteLater()


def test_the_button_below_the_list_enters_a_year(
    recognition: NounPage, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(dialog: FormDialog) -> bool:
        dialog.fields.fill({"year": "2027", "registered_on": "2026"})
        done = dialog.attempt()
        dialog.deleteLater()
        return done

    monkeypatch.setattr(YearDialog, "run", agree)

    foot(recognition).register_button.click()

    assert len(recognising.rows(sample_session.registry, 2027)) == 36


# -- a year is judged --------------------------------------------------------------------------------------------------


@pytest.fixture
def outcome(sample_session: Session, asked: Asked) -> Iterator[OutcomeDialog]:
    dialog = OutcomeDialog(sample_session, YEAR)
    yield dialog
    dialog.deleteLater()


def row_of(dialog: OutcomeDialog, title: str) -> int:
    return next(place for place in range(dialog.table.rowCount()) if dialog.table.text(place, 0) == title)


def test_one_letter_is_a_result_and_all_is_one_action(outcome: OutcomeDialog, sample_session: Session) -> None:
    school, agency = row_of(outcome, "Trường THCS Chánh Bình"), row_of(outcome, "Trạm Y tế phường")
    outcome.table.type(school, RESULT, "x")
    outcome.table.type(agency, RESULT, "k")
    assert (outcome.table.text(school, RESULT), outcome.table.text(agency, RESULT)) == ("Đạt", "Không đạt")
    outcome.table.type(agency, REASON, "Có cán bộ vi phạm")

    outcome.yes_button.click()

    assert outcome.result() == OutcomeDialog.DialogCode.Accepted
    found = {row.title: row.recognised for row in recognising.rows(sample_session.registry, YEAR)}
    assert (found["Trường THCS Chánh Bình"], found["Trạm Y tế phường"]) == ("yes", "no")
    assert recognising.ward_standing(sample_session.registry, YEAR).recognised == 23
    sample_session.registry.undo()
    assert recognising.ward_standing(sample_session.registry, YEAR).recognised == 22


def test_what_is_refused_stays_in_the_table_and_nothing_is_written(
    outcome: OutcomeDialog, sample_session: Session
) -> None:
    school, agency = row_of(outcome, "Trường THCS Chánh Bình"), row_of(outcome, "Trạm Y tế phường")
    outcome.table.type(school, RESULT, "x")
    outcome.table.type(agency, RESULT, "k")

    outcome.yes_button.click()

    assert outcome.notice == "Trạm Y tế phường: Hãy ghi lý do không đạt."
    assert (outcome.table.currentRow(), outcome.table.currentColumn()) == (agency, REASON)
    assert outcome.table.text(school, RESULT) == "Đạt"
    assert recognising.ward_standing(sample_session.registry, YEAR).waiting == 12


def test_a_word_that_is_no_result_is_told(outcome: OutcomeDialog) -> None:
    outcome.table.type(0, RESULT, "có lẽ")

    outcome.yes_button.click()

    assert "“có lẽ”" in outcome.notice


def test_typed_outcomes_are_given_up_by_name_only(outcome: OutcomeDialog, asked: Asked) -> None:
    outcome.show()
    outcome.table.type(0, REASON, "Có trộm cắp")
    asked.will(False, True)

    outcome.reject()
    assert outcome.isVisible()

    outcome.reject()
    assert not outcome.isVisible()


def test_without_anything_typed_nobody_is_asked(outcome: OutcomeDialog, asked: Asked) -> None:
    outcome.reject()

    assert asked.said == []
