"""Editing many models together: what is typed is previewed, told at its field when wrong, done as one action."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.ids import ModelId
from registry_app.domain.model import LocalModel
from registry_app.domain.search import Search
from registry_app.operations.bulk_plan import Preview
from registry_app.ui.bulk import ahead_dialog
from registry_app.ui.bulk.bulk_dialog import BulkDialog
from registry_app.ui.bulk.preview_dialog import PreviewDialog
from registry_app.ui.bulk.wanted_editor import WantedEditor
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

from ..conftest import Asked, type_text

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def ids(session: Session) -> list[ModelId]:
    return [ModelId(number) for number in session.registry.models.ids(Search(), session.moment)]


@pytest.fixture
def asking(session: Session, qtbot: QtBot, ids: list[ModelId]) -> BulkDialog:
    """The dialog on the first two models; the third is not chosen."""
    made = BulkDialog(session, ids[:2])
    qtbot.addWidget(made)
    return made


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> list[Preview]:
    """Every preview is agreed to, refused models left out; what was shown is kept."""
    seen: list[Preview] = []

    class Agreeing(PreviewDialog):
        def exec(self) -> int:
            seen.append(self.shown)
            self.leave_out.setChecked(True)
            self.yes_button.click()
            return self.result()

    monkeypatch.setattr(ahead_dialog, "PreviewDialog", Agreeing)
    return seen


def stored(session: Session, ids: list[ModelId]) -> list[LocalModel]:
    return session.registry.models.many(ids)


def test_what_is_typed_is_done_to_the_chosen_models_only(
    asking: BulkDialog, session: Session, ids: list[ModelId], previews: list[Preview]
) -> None:
    before = stored(session, ids)
    asking.fields["funding"].choose("set")
    type_text(asking.fields["funding"].editor.control, "Ngân sách phường")
    asking.fields["level"].choose("set")
    asking.fields["level"].fill("ward")

    asking.yes_button.click()

    assert asking.result() == ACCEPTED
    after = stored(session, ids)
    assert [one.funding for one in after] == ["Ngân sách phường", "Ngân sách phường", ""]
    assert after[2] == before[2]
    session.undo()
    assert stored(session, ids) == before


@pytest.fixture
def agreeing(asked: Asked) -> Asked:
    """New names are to be added to their lists."""
    asked.will(True)
    return asked


def test_new_names_are_asked_about_and_added_with_the_change(
    agreeing: Asked, asking: BulkDialog, session: Session, ids: list[ModelId], previews: list[Preview]
) -> None:
    asking.fields["lead"].choose("set")
    type_text(asking.fields["lead"].editor.control, "Hội Hoàn Toàn Mới")

    asking.yes_button.click()

    assert "Hội Hoàn Toàn Mới" in agreeing.texts[0]
    lead = stored(session, ids)[0].lead_id
    assert lead is not None
    assert session.registry.lists.organisations[lead].name == "Hội Hoàn Toàn Mới"


def test_whoever_wants_to_look_again_finds_the_name_marked(
    asked: Asked, asking: BulkDialog, previews: list[Preview]
) -> None:
    asked.will(False)
    asking.fields["areas"].choose("add")
    asking.fields["areas"].fill(("Tổ rất mới",))

    asking.yes_button.click()

    assert "Tổ rất mới" in asking.fields.problem("areas")
    assert not previews


def test_text_is_replaced_with_accents_as_typed(
    asking: BulkDialog, session: Session, ids: list[ModelId], previews: list[Preview]
) -> None:
    asking.fields["name"].choose("replace")
    editor = asking.fields["name"].editor
    assert isinstance(editor, WantedEditor)
    type_text(editor.sought.control, "an ninh")
    type_text(editor.by.control, "trật tự")

    asking.yes_button.click()

    (preview,) = previews
    assert [one.old for one in preview.changes] == ["Camera an ninh tổ 5", "Tiếng kẻng an ninh"]
    assert [one.name for one in stored(session, ids[:2])] == ["Camera trật tự tổ 5", "Tiếng kẻng trật tự"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("founded_on", "31/02/2020"), ("interval_months", "ba"), ("funding", ""), ("funding", "x" * 400)],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_saved(
    asking: BulkDialog, session: Session, ids: list[ModelId], previews: list[Preview], name: str, typed: str
) -> None:
    before = stored(session, ids)
    asking.fields[name].choose("set")
    asking.fields[name].fill(typed)

    asking.yes_button.click()

    assert asking.fields.problem(name)
    assert asking.fields[name].typed() == typed
    assert not previews
    assert asking.result() != ACCEPTED
    assert stored(session, ids) == before


def test_nothing_chosen_is_told(asking: BulkDialog, previews: list[Preview]) -> None:
    asking.yes_button.click()

    assert "ít nhất một trường" in asking.notice
    assert not previews


def test_what_would_change_nothing_is_told(asking: BulkDialog, previews: list[Preview]) -> None:
    asking.fields["notes"].choose("empty")

    asking.yes_button.click()

    assert asking.notice == "Không có gì thay đổi."
    assert not previews


def test_counts_follow_what_is_typed(asking: BulkDialog, qtbot: QtBot) -> None:
    asking.show()
    asking.fields["level"].choose("set")
    asking.fields["level"].fill("ward")

    qtbot.waitUntil(lambda: asking.counts.text() == "Cấp: 2 thay đổi")


def test_required_fields_offer_no_emptying(asking: BulkDialog) -> None:
    ways = {name: _ways(asking, name) for name in ("name", "type", "kind", "notes", "areas", "level")}

    assert ways["name"] == ["leave", "set", "replace"]
    assert ways["type"] == ways["kind"] == ["leave", "set"]
    assert ways["notes"] == ["leave", "set", "replace", "empty"]
    assert ways["areas"] == ["leave", "set", "add", "remove", "empty"]
    assert ways["level"] == ["leave", "set", "empty"]


def test_only_extra_fields_that_all_have_are_offered(session: Session, qtbot: QtBot, ids: list[ModelId]) -> None:
    cameras = [one.id for one in stored(session, ids) if one.name != "Tiếng kẻng an ninh"]
    alike, mixed = BulkDialog(session, cameras), BulkDialog(session, ids)
    qtbot.addWidget(alike)
    qtbot.addWidget(mixed)

    assert "extra.eyes" in alike.fields
    assert "extra.eyes" not in mixed.fields


def test_what_was_typed_stays_while_another_way_is_tried(asking: BulkDialog) -> None:
    editor = asking.fields["notes"]
    editor.choose("set")
    editor.fill("một ghi chú")

    editor.choose("empty")
    editor.choose("set")

    assert editor.typed() == "một ghi chú"


def test_the_command_changes_no_row_that_the_list_hides(
    sample_session: Session, qtbot: QtBot, previews: list[Preview], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(sample_session, Choices(keeps=False))
    qtbot.addWidget(window)
    window.models.show_search(Search(words="camera"))
    window.models.list.selectAll()
    chosen = list(window.models.chosen)
    everything = [ModelId(one) for one in sample_session.registry.models.ids(Search(), sample_session.moment)]
    before = {one.id: one for one in stored(sample_session, everything)}

    def typing(dialog: BulkDialog) -> bool:
        dialog.fields["funding"].choose("set")
        dialog.fields["funding"].fill("Quỹ mới")
        dialog.yes_button.click()
        return dialog.result() == ACCEPTED

    monkeypatch.setattr(BulkDialog, "run", typing)
    window.tools["edit_together"].trigger()

    changed = [one.id for one in stored(sample_session, everything) if one != before[one.id]]
    assert 0 < len(chosen) < len(everything)
    assert sorted(changed) == sorted(chosen)


def _ways(dialog: BulkDialog, name: str) -> list[str]:
    box = dialog.fields[name].control
    return [str(box.itemData(row, Qt.ItemDataRole.UserRole)) for row in range(box.count())]
