"""The preview of a bulk change: refused models first, hits marked, a button that names the number."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import bulk, models
from registry_app.operations.bulk_plan import Preview
from registry_app.operations.deeds import Deeds, MakeEmpty, ReplaceText, SetTo
from registry_app.operations.replacing import Wanted
from registry_app.ui.bulk.excerpt import excerpt
from registry_app.ui.bulk.preview_dialog import PreviewDialog
from registry_app.ui.bulk.preview_model import CODE, FIELD, NEW, OLD, SPANS
from registry_app.ui.session import Session

from ..conftest import Asked

ACCEPTED = QDialog.DialogCode.Accepted
Role = Qt.ItemDataRole


@pytest.fixture
def ids(session: Session) -> list[ModelId]:
    """In the order of names: two camera models with a bell between, or so."""
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


def preview(session: Session, qtbot: QtBot, ids: list[ModelId], deeds: Deeds, *, ticks: bool = True) -> PreviewDialog:
    shown = bulk.preview(session.registry, ids, deeds)
    made = PreviewDialog(session, shown, label=bulk.REPLACE, ticks=ticks)
    qtbot.addWidget(made)
    made.show()
    return made


def cell(dialog: PreviewDialog, row: int, column: int, role: int = Role.DisplayRole) -> object:
    return dialog.rows.data(dialog.rows.index(row, column), role)


def test_old_and_new_stand_side_by_side_with_their_hits(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    dialog = preview(session, qtbot, ids[:1], {"name": ReplaceText(Wanted(find="an ninh", by="trật tự"))})

    assert [cell(dialog, 0, column) for column in (FIELD, OLD, NEW)] == [
        "Tên mô hình",
        "Camera an ninh tổ 5",
        "Camera trật tự tổ 5",
    ]
    assert cell(dialog, 0, OLD, SPANS) == ((7, 14),)
    assert cell(dialog, 0, NEW, SPANS) == ((7, 14),)
    assert dialog.summary.text() == "Tên mô hình: 1 thay đổi"
    assert dialog.yes_button.text() == "&Sửa 1 mô hình"


def test_an_empty_value_is_said_to_be_empty(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    models.edit(session.registry, ids[0], {"notes": "bỏ đi"})
    dialog = preview(session, qtbot, ids, {"notes": MakeEmpty()})

    assert cell(dialog, 0, NEW) == "(trống)"


def test_unticked_changes_are_not_made(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    dialog = preview(session, qtbot, ids, {"name": ReplaceText(Wanted(find="a", by="e"))})
    names = [session.registry.models.one(model).name for model in ids]
    rows = dialog.rows.rowCount()

    dialog.table.choose(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)

    assert cell(dialog, 0, CODE, Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert dialog.yes_button.text() == f"&Sửa {rows - 1} mô hình"
    dialog.yes_button.click()
    after = [session.registry.models.one(model).name for model in ids]
    assert after[0] == names[0]
    assert after[1:] == [name.replace("a", "e").replace("A", "e") for name in names[1:]]


def test_with_nothing_ticked_there_is_nothing_to_do(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    dialog = preview(session, qtbot, ids, {"name": ReplaceText(Wanted(find="a", by="e"))})

    dialog.rows.tick_all(False)
    assert not dialog.yes_button.isEnabled()

    dialog.rows.tick_all(True)
    assert dialog.yes_button.isEnabled()


def test_refused_models_stand_first_and_must_be_left_out(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    deeds: Deeds = {"name": ReplaceText(Wanted(find="Camera an ninh tổ 5")), "funding": SetTo("Quỹ")}
    dialog = preview(session, qtbot, list(reversed(ids)), deeds)

    assert cell(dialog, 0, OLD) == "không sửa được"
    assert "tên" in str(cell(dialog, 0, NEW))
    assert cell(dialog, 0, CODE, Role.CheckStateRole) is None
    assert not dialog.yes_button.isEnabled()
    dialog.leave_out.setChecked(True)
    dialog.yes_button.click()

    assert dialog.result() == ACCEPTED
    assert [session.registry.models.one(model).funding for model in ids] == ["", "Quỹ", "Quỹ"]


def test_a_register_that_changed_meanwhile_is_told_and_nothing_done(
    asked: Asked, session: Session, qtbot: QtBot, ids: list[ModelId]
) -> None:
    dialog = preview(session, qtbot, ids, {"funding": SetTo("Quỹ")})
    models.edit(session.registry, ids[0], {"funding": "Của người khác"})

    dialog.yes_button.click()

    assert dialog.result() != ACCEPTED
    assert [session.registry.models.one(model).funding for model in ids] == ["Của người khác", "", ""]


@pytest.mark.parametrize(
    ("text", "spans", "shown", "moved"),
    [
        ("một hai", ((4, 7),), "một hai", ((4, 7),)),
        ("a\nb", (), "a↵b", ()),
        ("x" * 100 + "hai", ((100, 103),), "…" + "x" * 14 + "hai", ((15, 18),)),
        ("hai" + "x" * 400, ((0, 3), (300, 310)), "hai" + "x" * 237 + "…", ((0, 3),)),
    ],
)
def test_a_long_text_is_cut_around_its_first_hit(
    text: str, spans: tuple[tuple[int, int], ...], shown: str, moved: tuple[tuple[int, int], ...]
) -> None:
    assert excerpt(text, spans) == (shown, moved)


def test_of_ten_thousand_rows_only_those_in_sight_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, session: Session, qtbot: QtBot, ids: list[ModelId]
) -> None:
    shown = bulk.preview(session.registry, ids, {"funding": SetTo("Quỹ")})
    many = Preview(ids=shown.ids, deeds=shown.deeds, changes=shown.changes * 3334)
    dialog = PreviewDialog(session, many, label=bulk.BULK_EDIT, ticks=False)
    qtbot.addWidget(dialog)
    asked_for: set[int] = set()
    data = dialog.rows.data

    def counted(index: QModelIndex, role: int = Role.DisplayRole) -> object:
        asked_for.add(index.row())
        return data(index, role)

    monkeypatch.setattr(dialog.rows, "data", counted)
    dialog.show()
    dialog.grab()

    assert dialog.rows.rowCount() > 10_000
    assert asked_for
    assert max(asked_for) < 100
