"""Closing a round: a preview first, rows that wait need one reason, the result is said with the way back."""

from collections.abc import Callable, Iterator

import pytest

from registry_app.domain.ids import RoundId
from registry_app.operations import models, rounds
from registry_app.operations.rounds import Entered
from registry_app.ui.rounds.close_dialog import CloseRoundDialog
from registry_app.ui.session import Session

from .conftest import rows

Shown = Callable[[], CloseRoundDialog]


@pytest.fixture
def shown(session: Session, round_id: RoundId) -> Iterator[Shown]:
    """Shows the dialog about the round as it is by then."""
    made: list[CloseRoundDialog] = []

    def show() -> CloseRoundDialog:
        registry = session.registry
        found = rounds.closing(registry, round_id)
        made.append(CloseRoundDialog(session, rounds.one(registry, round_id), found))
        made[-1].show()
        return made[-1]

    yield show
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


@pytest.fixture
def all_entered(session: Session, round_id: RoundId) -> None:
    """Every row has a result."""
    entries = [Entered(position=row.position, grade="Tốt", effective="Có") for row in rows(session, round_id)]
    rounds.enter(session.registry, round_id, entries)


def figures(dialog: CloseRoundDialog) -> list[tuple[str, str, str]]:
    table = dialog.figures
    cells = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [tuple(item.text() if item else "" for item in line) for line in cells]  # type: ignore[misc]


@pytest.mark.usefixtures("all_entered")
def test_what_would_be_done_is_shown_first(shown: Shown) -> None:
    dialog = shown()

    assert ("Lần rà soát sẽ ghi", "", "4") in figures(dialog)
    assert ("Xếp loại", "Tốt", "4") in figures(dialog)
    assert ("Hiệu quả", "Có hiệu quả", "4") in figures(dialog)
    assert "leave_out_rest" not in dialog.fields


@pytest.mark.usefixtures("all_entered")
def test_closing_records_the_reviews(session: Session, round_id: RoundId, shown: Shown) -> None:
    dialog = shown()

    dialog.yes_button.click()

    assert dialog.closed is not None
    assert dialog.closed.reviews == 4
    assert not rounds.one(session.registry, round_id).is_open
    session.undo()
    assert rounds.one(session.registry, round_id).is_open


def test_rows_that_wait_are_named_and_need_a_reason(session: Session, round_id: RoundId, shown: Shown) -> None:
    rounds.enter(session.registry, round_id, [Entered(position=2, grade="Khá")])
    dialog = shown()

    dialog.yes_button.click()

    assert dialog.isVisible()
    assert dialog.fields.problem("leave_out_rest") == "Chọn hoặc ghi lý do."
    assert dialog.notice == ""
    dialog.fields["leave_out_rest"].fill("Chưa rà soát kịp")
    dialog.yes_button.click()
    assert [row.left_out for row in rows(session, round_id)] == ["Chưa rà soát kịp", "", *["Chưa rà soát kịp"] * 2]


@pytest.mark.usefixtures("all_entered")
def test_a_closing_day_in_the_future_is_told_at_its_field(session: Session, round_id: RoundId, shown: Shown) -> None:
    dialog = shown()
    dialog.fields.fill({"on": "30/12/2026"})

    dialog.yes_button.click()

    assert "30/12/2026" in dialog.fields.problem("on")
    assert rounds.one(session.registry, round_id).is_open


@pytest.mark.usefixtures("all_entered")
def test_a_model_that_is_gone_meanwhile_is_told_before_anything_is_done(
    session: Session, round_id: RoundId, shown: Shown
) -> None:
    row = rows(session, round_id)[0]
    models.trash(session.registry, [row.model_id])

    dialog = shown()

    assert row.code in dialog.warning
    dialog.yes_button.click()
    assert dialog.isVisible()
    assert row.code in dialog.notice
    assert dialog.warning == ""
    assert rounds.one(session.registry, round_id).is_open
