"""A worksheet that was filled on a computer: shown before it is entered, refused as a whole, never half entered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from registry_app.domain.ids import RoundId
from registry_app.operations import rounds, worksheets
from registry_app.ui.rounds import back_dialog
from registry_app.ui.rounds.back_dialog import BackDialog
from registry_app.ui.session import Session

from .conftest import rows
from .filling import filled

Rows = dict[str, str]
Shown = Callable[..., BackDialog]
GOOD = {"grade": "Tốt", "effective": "Có", "findings": "Hoạt động đều"}


@pytest.fixture
def shown(session: Session, round_id: RoundId, tmp_path: Path) -> Iterator[Shown]:
    """Makes a worksheet of all rows, fills it, and shows the dialog about it."""
    made: list[BackDialog] = []
    sheet = worksheets.make(session.registry, round_id)

    def show(**by_row: Rows) -> BackDialog:
        path = filled(session.registry, sheet, tmp_path / "phieu.xlsx", **by_row)
        made.append(BackDialog(session, path, back_dialog.read(session.registry, path)))
        made[-1].show()
        return made[-1]

    yield show
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


def told(dialog: BackDialog) -> str:
    items = (dialog.problems.item(row, 0) for row in range(dialog.problems.rowCount()))
    return " | ".join(item.text() for item in items if item)


def test_what_would_be_entered_and_what_is_missing_is_shown_first(
    session: Session, round_id: RoundId, shown: Shown
) -> None:
    dialog = shown(row1=GOOD, row3={"grade": "Khá"})

    assert dialog.yes_button.text() == "&Nhập 2 dòng"
    assert dialog._missing.text.endswith(": 2, 4")
    assert not any(row.entered for row in rows(session, round_id))


def test_it_is_entered_as_one_action(session: Session, round_id: RoundId, shown: Shown) -> None:
    dialog = shown(row1=GOOD, row3={"grade": "Khá"})

    dialog.yes_button.click()

    assert [row.grade for row in rows(session, round_id)] == ["Tốt", "", "Khá", ""]
    assert rows(session, round_id)[0].findings == "Hoạt động đều"
    session.undo()
    assert not any(row.entered for row in rows(session, round_id))


def test_a_sheet_with_a_problem_is_not_entered_at_all(session: Session, round_id: RoundId, shown: Shown) -> None:
    dialog = shown(row1=GOOD, row2={"grade": "Tuyệt vời"})

    assert "Tuyệt vời" in told(dialog)
    assert not dialog.yes_button.isEnabled()
    assert not any(row.entered for row in rows(session, round_id))


def test_a_sheet_that_was_entered_before_is_asked_about(session: Session, round_id: RoundId, shown: Shown) -> None:
    shown(row1=GOOD).yes_button.click()

    again = shown(row1=GOOD)

    assert not again.yes_button.isEnabled()
    assert again.all_the_same.isVisible()
    again.all_the_same.setChecked(True)
    again.yes_button.click()
    assert rows(session, round_id)[0].grade == "Tốt"


def test_a_round_that_was_closed_meanwhile_is_told_and_the_dialog_stays(
    session: Session, round_id: RoundId, shown: Shown
) -> None:
    dialog = shown(row1=GOOD)
    rounds.enter(session.registry, round_id, [rounds.Entered(position=1, grade="Khá")])
    rounds.close(session.registry, round_id, "22/11/2026", leave_out_rest="Chưa kịp")

    dialog.yes_button.click()

    assert dialog.isVisible()
    assert dialog.notice
    assert rows(session, round_id)[0].grade == "Khá"


def test_a_file_that_is_no_worksheet_is_told_in_one_sentence(
    session: Session, round_id: RoundId, tmp_path: Path
) -> None:
    path, said = tmp_path / "khac.xlsx", list[str]()
    path.write_bytes(b"PK\x03\x04 nothing of ours")
    session.problem.connect(said.append)

    done = BackDialog.read(session, path)

    assert done is None
    assert len(said) == 1
    assert "khac.xlsx" in said[0]
