"""Finding and replacing in the rows that are chosen or shown."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations.bulk_plan import Preview
from registry_app.ui.bulk import ahead_dialog
from registry_app.ui.bulk.preview_dialog import PreviewDialog
from registry_app.ui.bulk.replace_dialog import ReplaceDialog
from registry_app.ui.session import Session

from ..conftest import add, type_text


@pytest.fixture
def ids(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> list[Preview]:
    """Every preview is agreed to; what was shown is kept."""
    seen: list[Preview] = []

    class Agreeing(PreviewDialog):
        def exec(self) -> int:
            seen.append(self.shown)
            self.yes_button.click()
            return self.result()

    monkeypatch.setattr(ahead_dialog, "PreviewDialog", Agreeing)
    return seen


def dialog(session: Session, qtbot: QtBot, shown: list[ModelId], chosen: list[ModelId]) -> ReplaceDialog:
    made = ReplaceDialog(session, shown, chosen)
    qtbot.addWidget(made)
    return made


def names(session: Session, ids: list[ModelId]) -> list[str]:
    return [session.registry.models.one(model).name for model in ids]


def test_what_is_typed_is_replaced_everywhere_shown_as_one_action(
    session: Session, qtbot: QtBot, ids: list[ModelId], previews: list[Preview]
) -> None:
    before = names(session, ids)
    asking = dialog(session, qtbot, ids, ids[:1])
    type_text(asking.fields["find"].control, "An Ninh")
    type_text(asking.fields["by"].control, "trật tự")

    asking.yes_button.click()

    assert asking.result() == QDialog.DialogCode.Accepted
    assert names(session, ids) == [name.replace("an ninh", "trật tự") for name in before]
    undo = session.registry.undoable
    assert undo is not None
    assert undo.label == "Find and replace"
    session.undo()
    assert names(session, ids) == before


def test_several_chosen_rows_are_the_only_ones_looked_into(
    session: Session, qtbot: QtBot, ids: list[ModelId], previews: list[Preview]
) -> None:
    before = names(session, ids)
    asking = dialog(session, qtbot, ids, ids[1:])
    asking.fields["find"].fill("a")

    asking.yes_button.click()

    assert names(session, ids)[0] == before[0]
    assert {one.id for one in previews[0].changes} <= set(ids[1:])


def test_only_ticked_fields_are_looked_into(
    session: Session, qtbot: QtBot, ids: list[ModelId], previews: list[Preview]
) -> None:
    asking = dialog(session, qtbot, ids, [])
    asking.fields["where"].fill(("notes",))
    asking.fields["find"].fill("Camera")

    asking.yes_button.click()

    assert asking.notice == "Không có gì thay đổi."
    assert not previews


def test_text_fields_of_the_type_are_looked_into(session: Session, qtbot: QtBot, previews: list[Preview]) -> None:
    model = add(session, name="Tiếng kẻng", type="tiếng kẻng an ninh", **{"extra.ring_time": "21 giờ"})
    asking = dialog(session, qtbot, [model], [])
    asking.fields["find"].fill("giờ")
    asking.fields["by"].fill("h")

    asking.yes_button.click()

    assert [(one.field, one.new) for one in previews[0].changes] == [("extra.ring_time", "21 h")]


def test_accents_matter_unless_unticked(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    asking = dialog(session, qtbot, ids, [])
    asking.fields["find"].fill("tieng keng")
    asking.count()
    assert asking.counts.text().startswith("3 mô hình giữ nguyên")

    asking.fields["options"].fill(())
    asking.count()

    assert asking.counts.text().startswith("Tên mô hình: 1 thay đổi")


def test_what_is_missing_is_told_at_its_field(
    session: Session, qtbot: QtBot, ids: list[ModelId], previews: list[Preview]
) -> None:
    asking = dialog(session, qtbot, ids, [])
    asking.fields["where"].fill(())

    asking.yes_button.click()

    assert asking.fields.problem("find")
    assert asking.fields.problem("where")
    assert not previews
