"""Worksheets are given out by area or reviewer, on paper or as files; each has a code of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import RoundId
from registry_app.operations import rounds, worksheets
from registry_app.ui.printing.paper_window import PaperWindow
from registry_app.ui.rounds.sheets_dialog import SheetsDialog
from registry_app.ui.session import Session
from tests.ui.conftest import Asked

from .conftest import rows

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
Shown = Callable[..., SheetsDialog]


@pytest.fixture
def shown(session: Session, round_id: RoundId) -> Iterator[Shown]:
    """Shows the dialog about the round as it is by then, with some rows chosen."""
    made: list[SheetsDialog] = []

    def show(*chosen: int) -> SheetsDialog:
        found = rows(session, round_id)
        shown = rounds.one(session.registry, round_id)
        picked = [row for row in found if row.position in chosen]
        made.append(SheetsDialog(session, shown, found, picked, None))
        made[-1].show()
        return made[-1]

    yield show
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


def given(session: Session, number: RoundId) -> list[tuple[str, int]]:
    """Code and rows of every worksheet, newest first."""
    return [(sheet.code, len(sheet.rows)) for sheet in worksheets.worksheets(session.registry, number)]


def test_one_file_for_each_area_is_written_and_can_be_read_back(
    session: Session, round_id: RoundId, shown: Shown, asked: Asked, tmp_path: Path
) -> None:
    dialog = shown()
    asked.will(tmp_path / "phieu.xlsx")

    dialog.save_books()

    files = sorted(tmp_path.glob("phieu*.xlsx"))
    assert [file.name for file in files] == [
        "phieu Tổ dân phố 10.xlsx",
        "phieu Tổ dân phố 5.xlsx",
        "phieu không có địa bàn.xlsx",
    ]
    assert len(given(session, round_id)) == 3
    assert {len(worksheets.read_back(session.registry, file).missing) for file in files} == {1, 2}
    assert dialog.printed.rowCount() == 3
    assert len(asked.files) == 1
    assert asked.files[0] in files


def test_a_worksheet_of_the_chosen_rows_can_be_had(
    session: Session, round_id: RoundId, shown: Shown, asked: Asked, tmp_path: Path
) -> None:
    dialog = shown(2, 3)
    dialog.which.fill("chosen")
    asked.will(tmp_path / "hai dòng.xlsx")

    dialog.save_books()

    assert worksheets.worksheets(session.registry, round_id)[0].rows == (2, 3)


def test_a_name_that_cannot_be_written_gives_nothing_out_and_says_why(
    session: Session, round_id: RoundId, shown: Shown, asked: Asked, tmp_path: Path
) -> None:
    dialog = shown()
    dialog.which.fill("all")
    asked.will(tmp_path / "khong co" / "phieu.xlsx")

    dialog.save_books()

    assert "phieu.xlsx" in dialog._notice.text
    assert given(session, round_id) == []


def test_giving_up_the_name_gives_nothing_out(session: Session, round_id: RoundId, shown: Shown, asked: Asked) -> None:
    dialog = shown()
    asked.will(None)

    dialog.save_books()

    assert given(session, round_id) == []


def test_rows_that_are_left_out_are_on_no_worksheet(
    session: Session, round_id: RoundId, shown: Shown, asked: Asked
) -> None:
    rounds.leave_out(session.registry, round_id, [1, 2, 3, 4], "Tạm dừng")
    dialog = shown()

    dialog.save_books()

    assert dialog._notice.text
    assert asked.said == []


def test_worksheets_are_shown_as_they_will_be_printed(
    session: Session, round_id: RoundId, shown: Shown, qtbot: QtBot
) -> None:
    dialog = shown()

    dialog.print_them()

    (window,) = dialog.findChildren(PaperWindow)
    assert [window.choice.itemText(place)[:16] for place in range(3)] == [
        "DRS-2026-001-P01",
        "DRS-2026-001-P02",
        "DRS-2026-001-P03",
    ]
    assert len(given(session, round_id)) == 3
    with qtbot.waitSignal(window.setting.shown, timeout=20_000):
        pass
    window.reject()
