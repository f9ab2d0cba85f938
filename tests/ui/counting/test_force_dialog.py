from datetime import date

from pytestqt.qtbot import QtBot

from registry_app.operations import force
from registry_app.ui.counting.force_dialog import ForceDialog
from registry_app.ui.session import Session


def cells(dialog: ForceDialog) -> dict[str, str]:
    """What stands in the last column, of all bodies together, by figure."""
    last = dialog.table.columnCount() - 1
    found = {}
    for row in range(dialog.table.rowCount()):
        name, value = dialog.table.item(row, 0), dialog.table.item(row, last)
        assert name is not None
        assert value is not None
        found[name.text()] = value.text()
    return found


def test_the_figures_are_those_of_the_register(sample_session: Session, qtbot: QtBot) -> None:
    dialog = ForceDialog(sample_session)
    qtbot.addWidget(dialog)
    total = force.read(sample_session.registry, date.today()).total

    found = cells(dialog)

    assert found["Thành viên thực tế"] == str(total.members_actual)
    assert len(found) == len(force.FIGURES)


def test_what_is_written_down_is_said_and_undone(sample_session: Session, qtbot: QtBot) -> None:
    dialog = ForceDialog(sample_session)
    qtbot.addWidget(dialog)
    before = sample_session.registry.undoable

    dialog.record_button.click()

    assert "đã ghi" in dialog.notice.lower()
    sample_session.undo()
    assert sample_session.registry.undoable == before


def test_a_day_that_is_none_is_told_and_the_figures_stay(sample_session: Session, qtbot: QtBot) -> None:
    dialog = ForceDialog(sample_session)
    qtbot.addWidget(dialog)
    before = cells(dialog)

    dialog.day.fill("31/02/2026")
    dialog.day.committed.emit()

    assert "31/02/2026" in dialog.notice
    assert cells(dialog) == before
