"""The lists of a ward: add, rename, take out of use, offer again, delete."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import Area, Entry, ExtraField, ModelType, Organisation, Status, Tag
from registry_app.domain.ids import TypeId
from registry_app.domain.search import Search
from registry_app.operations import lists as operations
from registry_app.ui.lists.declared import EXTRAS, LISTINGS, Listing
from registry_app.ui.lists.entry_dialog import EntryDialog, free_key
from registry_app.ui.lists.entry_page import EntryPage
from registry_app.ui.lists.interval_preview import IntervalPreview
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.session import Session

ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def all_lists(session: Session, qtbot: QtBot) -> ListsDialog:
    made = ListsDialog(session)
    qtbot.addWidget(made)
    return made


def listing(plural: str) -> Listing:
    return next(one for one in (*LISTINGS, EXTRAS) if one.plural == plural)


def dialog(session: Session, qtbot: QtBot, plural: str, entry: Entry) -> EntryDialog:
    made = EntryDialog(session, listing(plural), entry)
    qtbot.addWidget(made)
    return made


def entry(session: Session, plural: str, name: str) -> Entry:
    found: dict[int, Entry] = getattr(session.registry.lists, plural)
    return next(one for one in found.values() if one.name == name)


def names(session: Session, plural: str) -> set[str]:
    found: dict[int, Entry] = getattr(session.registry.lists, plural)
    return {one.name for one in found.values()}


def choose(page: EntryPage, chosen: Entry) -> None:
    page.table.choose(chosen.id)


def when_asked(kind: type[QDialog], answer: Callable[[QDialog], None]) -> None:
    """Answer the next modal dialog of ``kind``."""

    def act() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, kind)
        answer(shown)

    QTimer.singleShot(0, act)


def test_every_list_has_a_page_that_shows_its_entries(all_lists: ListsDialog, session: Session) -> None:
    for one in LISTINGS:
        page = all_lists.page(one.plural)
        shown = {page.table.item(row, 0).text() for row in range(page.table.rowCount())}  # type: ignore[union-attr]
        assert shown == names(session, one.plural)


def test_an_entry_is_added_with_its_name_cleaned(session: Session, qtbot: QtBot) -> None:
    asking = dialog(session, qtbot, "organisations", Organisation())
    asking.fields.fill({"name": "  Ban  quản lý bến xe "})

    asking.yes_button.click()

    made = entry(session, "organisations", "Ban quản lý bến xe")
    assert isinstance(made, Organisation)
    assert made.code


@pytest.mark.parametrize(("typed", "told"), [("", "trống"), ("cong an phuong", "Công an phường"), ("đ" * 301, "300")])
def test_a_wrong_name_is_told_at_its_field(session: Session, qtbot: QtBot, typed: str, told: str) -> None:
    asking = dialog(session, qtbot, "organisations", Organisation())
    asking.fields.fill({"name": typed})

    asking.yes_button.click()

    assert asking.result() != ACCEPTED
    assert told in asking.fields.problem("name")


def test_a_renamed_area_keeps_its_old_name_for_the_search(session: Session, qtbot: QtBot) -> None:
    asking = dialog(session, qtbot, "areas", entry(session, "areas", "Tổ dân phố 5"))
    asking.fields.fill({"name": "Khu phố Hòa Bình"})

    asking.yes_button.click()

    area = entry(session, "areas", "Khu phố Hòa Bình")
    assert isinstance(area, Area)
    assert area.former_names == ("Tổ dân phố 5",)
    assert len(session.registry.models.ids(Search(words="to dan pho 5"), session.moment)) == 1


def test_an_entry_in_use_is_taken_out_of_use_and_offered_again(all_lists: ListsDialog, session: Session) -> None:
    page = all_lists.page("areas")
    choose(page, entry(session, "areas", "Tổ dân phố 5"))
    assert not page.delete_button.isEnabled()

    page.retire()
    assert entry(session, "areas", "Tổ dân phố 5").retired
    page.retired_too.setChecked(True)
    choose(page, entry(session, "areas", "Tổ dân phố 5"))
    page.retire()

    assert not entry(session, "areas", "Tổ dân phố 5").retired


def test_an_entry_that_nothing_uses_is_deleted_and_comes_back_by_undo(all_lists: ListsDialog, session: Session) -> None:
    operations.save_entry(session.registry, Tag(name="thừa"))
    page = all_lists.page("tags")
    choose(page, entry(session, "tags", "thừa"))

    page.delete()
    assert "thừa" not in names(session, "tags")
    session.undo()

    assert "thừa" in names(session, "tags")
    assert page.table.rowCount() == 1


def test_the_ward_itself_and_the_last_active_label_stay_in_use(all_lists: ListsDialog, session: Session) -> None:
    page = all_lists.page("areas")
    choose(page, next(one for one in session.registry.lists.areas.values() if one.whole_ward))
    assert not page.retire_button.isEnabled()

    page = all_lists.page("statuses")
    choose(page, entry(session, "statuses", "Đang hoạt động"))
    assert not page.retire_button.isEnabled()
    choose(page, entry(session, "statuses", "Ghép"))
    assert page.retire_button.isEnabled()


def test_an_entry_is_found_by_folded_words(all_lists: ListsDialog) -> None:
    page = all_lists.page("organisations")

    page.search.setText("an phuong cong")

    assert page.chosen is not None
    assert page.chosen.name == "Công an phường"


def test_a_new_label_stands_last_and_its_kind_is_fixed_once_it_is_used(session: Session, qtbot: QtBot) -> None:
    asking = dialog(session, qtbot, "statuses", Status())
    asking.fields.fill({"name": "Chờ củng cố", "kind": "paused"})
    asking.yes_button.click()

    made = list(session.registry.lists.statuses.values())[-1]
    assert (made.name, made.kind) == ("Chờ củng cố", "paused")
    used = dialog(session, qtbot, "statuses", entry(session, "statuses", "Đang hoạt động"))
    assert not used.fields["kind"].control.isEnabled()


class TestTypes:
    @pytest.fixture
    def cameras(self, session: Session) -> ModelType:
        found = entry(session, "types", "Camera an ninh")
        assert isinstance(found, ModelType)
        return found

    def test_a_changed_interval_is_written_after_its_dates_were_agreed_to(
        self, session: Session, qtbot: QtBot, cameras: ModelType
    ) -> None:
        asking = dialog(session, qtbot, "types", cameras)
        asking.fields.fill({"interval_months": "3"})
        cells: list[str] = []

        def agree(shown: QDialog) -> None:
            assert isinstance(shown, IntervalPreview)
            cells.extend(shown.table.item(0, column).text() for column in range(4))  # type: ignore[union-attr]
            shown.accept()

        when_asked(IntervalPreview, agree)
        asking.yes_button.click()

        assert cells == ["CAM-2020-001", "Camera an ninh tổ 5", "31/07/2020", "30/04/2020"]
        assert session.registry.lists.types[TypeId(cameras.id)].interval_months == 3

    def test_an_interval_looked_at_again_is_not_written(
        self, session: Session, qtbot: QtBot, cameras: ModelType
    ) -> None:
        asking = dialog(session, qtbot, "types", cameras)
        asking.fields.fill({"interval_months": "", "name": "Camera"})

        when_asked(IntervalPreview, lambda shown: shown.reject())
        asking.yes_button.click()

        assert session.registry.lists.types[TypeId(cameras.id)] == cameras
        assert asking.fields["name"].typed() == "Camera"

    @pytest.mark.parametrize("typed", ["0", "121", "nửa năm"])
    def test_an_impossible_interval_is_told_at_its_field(
        self, session: Session, qtbot: QtBot, cameras: ModelType, typed: str
    ) -> None:
        asking = dialog(session, qtbot, "types", cameras)
        asking.fields.fill({"interval_months": typed})

        asking.yes_button.click()

        assert asking.fields.problem("interval_months")

    def test_an_extra_field_gets_a_key_of_its_own(self, session: Session, qtbot: QtBot, cameras: ModelType) -> None:
        asking = dialog(session, qtbot, "extras", ExtraField(type_id=TypeId(cameras.id)))
        asking.fields.fill({"name": "Số cột điện", "kind": "choice"})
        asking.yes_button.click()
        assert asking.fields.problem("choices")

        asking.fields.fill({"choices": "Gỗ\n\n  Bê tông \nGỗ"})
        asking.yes_button.click()

        made = entry(session, "extras", "Số cột điện")
        assert isinstance(made, ExtraField)
        assert (made.key, made.choices) == ("so_cot_dien", ("Gỗ", "Bê tông"))

    def test_keys_of_one_type_never_meet(self) -> None:
        assert free_key("Số mắt!", []) == "so_mat"
        assert free_key("Số mắt", [ExtraField(key="so_mat"), ExtraField(key="so_mat_2")]) == "so_mat_3"
        assert free_key("…", []) == "field"
