"""The acts on areas in the window: asked for with a day and a paper, shown beforehand, refused at the field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.area_changes import Act
from registry_app.domain.entries import Area
from registry_app.domain.ids import AreaId
from registry_app.domain.words import _
from registry_app.operations import areas
from registry_app.ui.lists.area_acts import RenameAreaDialog
from registry_app.ui.lists.area_history import AreaHistoryDialog
from registry_app.ui.lists.area_merge import MergeAreasDialog
from registry_app.ui.lists.area_page import AreaPage
from registry_app.ui.lists.area_renumber import RenumberAreasDialog
from registry_app.ui.lists.area_split import SplitAreaDialog
from registry_app.ui.lists.lists_dialog import ListsDialog
from registry_app.ui.session import Session

from ...peopled import household, person
from ..conftest import type_text

NAMES = ("Tổ dân phố 10", "Tổ dân phố 2")
PAPER = {"on": "01/07/2026", "paper_number": "12/NQ-HĐND"}


def area(session: Session, name: str) -> Area:
    """The area of that name."""
    return next(one for one in session.registry.lists.areas.values() if one.name == name)


def in_use(session: Session) -> set[str]:
    """The names of the areas in use, the ward itself left out."""
    every = session.registry.lists.areas.values()
    return {one.name for one in every if not one.retired and not one.whole_ward}


@pytest.fixture
def merging(session: Session, qtbot: QtBot) -> MergeAreasDialog:
    """Two areas that are to merge into a new one."""
    made = MergeAreasDialog(session, area(session, NAMES[0]))
    qtbot.addWidget(made)
    made.fields.fill({"areas": NAMES, "name": "Khu phố Sen"})
    return made


@pytest.fixture
def splitting(session: Session, qtbot: QtBot) -> SplitAreaDialog:
    """An area with two households and a person that is to become two."""
    of = area(session, NAMES[0])
    for head in ("Lê Văn Một", "Trần Thị Hai"):
        household(session.registry, head, area_id=of.id)
    person(session.registry, area_id=of.id)
    made = SplitAreaDialog(session, of)
    qtbot.addWidget(made)
    return made


def test_an_area_is_renamed_with_its_day_and_paper_typed(session: Session, qtbot: QtBot) -> None:
    dialog = RenameAreaDialog(session, area(session, NAMES[0]))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.fields["on"].typed() == date.today().strftime("%d/%m/%Y")

    dialog.fields["name"].control.selectAll()
    type_text(dialog.fields["name"].control, "Khu phố Sen")
    type_text(dialog.fields["paper_number"].control, "05/QĐ-UBND")
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.result() == dialog.DialogCode.Accepted
    assert in_use(session) == {"Tổ dân phố 5", "Khu phố Sen", NAMES[1]}


def test_what_is_wrong_is_told_at_its_field_and_stays_typed(session: Session, qtbot: QtBot) -> None:
    dialog = RenameAreaDialog(session, area(session, NAMES[0]))
    qtbot.addWidget(dialog)
    dialog.fields.fill({"name": NAMES[1], "on": "31/02/2026"})

    dialog.yes_button.click()
    assert dialog.fields.problem("on")

    dialog.fields.fill({"on": "01/07/2026"})
    dialog.yes_button.click()
    assert dialog.fields.problem("name")
    assert dialog.fields["name"].typed() == NAMES[1]


def test_numbers_are_typed_into_a_table_and_change_places(session: Session, qtbot: QtBot) -> None:
    dialog = RenumberAreasDialog(session, area(session, NAMES[1]))
    qtbot.addWidget(dialog)
    dialog.yes_button.click()
    assert "số mới" in dialog.notice

    dialog.table.type_number(area(session, NAMES[0]), "2")
    dialog.table.type_number(area(session, NAMES[1]), " 10 ")
    row = dialog.table.currentRow()
    assert dialog.table.model().index(row, 3).data() == "Tổ dân phố 10"
    dialog.yes_button.click()

    assert area(session, NAMES[0]).former_names == (NAMES[1],)
    assert area(session, NAMES[1]).former_names == (NAMES[0],)


def test_a_merge_says_beforehand_what_goes_over(merging: MergeAreasDialog) -> None:
    merging.show_preview()

    assert merging.preview.text().splitlines()[0] == f"Kết thúc: {NAMES[0]}, {NAMES[1]}"
    assert merging.preview.text().splitlines()[1].startswith("Sang Khu phố Sen: ")
    assert "Số điểm trùng" in merging.notes.text


def test_a_refused_merge_does_not_show_what_was_there_before(merging: MergeAreasDialog) -> None:
    merging.show()
    merging.show_preview()
    assert "Khu phố Sen" in merging.preview.text()

    merging.fields["name"].control.lineEdit().selectAll()
    QTest.keyClick(merging.fields["name"].control, Qt.Key.Key_Delete)
    merging.yes_button.click()

    assert merging.fields.problem("name")
    assert "Khu phố Sen" not in merging.preview.text()
    assert merging.preview.text().startswith("Ghi đủ và đúng")
    assert merging.notes.text == ""


def test_what_is_refused_before_the_dialog_is_seen_has_room(merging: MergeAreasDialog) -> None:
    merging.show_preview()
    merging.yes_button.click()

    merging.show()

    assert merging.fields.problem("paper_number")
    assert merging.notes.text
    assert merging._body.verticalScrollBar().maximum() == 0


def test_a_merge_needs_its_paper_and_is_undone_at_once(session: Session, merging: MergeAreasDialog) -> None:
    merging.yes_button.click()
    assert merging.fields.problem("paper_number")
    assert in_use(session) == {"Tổ dân phố 5", *NAMES}

    merging.fields.fill(PAPER)
    merging.yes_button.click()
    assert in_use(session) == {"Tổ dân phố 5", "Khu phố Sen"}

    session.undo()
    assert in_use(session) == {"Tổ dân phố 5", *NAMES}


def test_an_unknown_area_is_told_with_the_nearest(merging: MergeAreasDialog) -> None:
    merging.fields.fill({"areas": ("Tổ dân phố 11",), **PAPER})

    merging.yes_button.click()

    assert NAMES[0] in merging.fields.problem("areas")


def test_a_split_shows_who_goes_where_and_rows_are_sent(session: Session, splitting: SplitAreaDialog) -> None:
    splitting.fields.fill({"into": ("Khu phố Sen", "Khu phố Súng"), **PAPER})
    splitting.show_preview()
    assert splitting.division.rowCount() == 4
    assert "Khu phố Súng" in splitting.notes.text

    splitting._only.fill("household")
    splitting.table.selectAll()
    splitting._to.fill("1")
    splitting.send()
    assert splitting.preview.text().splitlines() == [
        "Sang Khu phố Sen: Điểm: 1 · Người: 1",
        "Sang Khu phố Súng: Hộ: 2",
    ]
    assert splitting.notes.text == ""

    splitting.yes_button.click()
    assert in_use(session) == {"Tổ dân phố 5", NAMES[1], "Khu phố Sen", "Khu phố Súng"}


def test_a_split_by_which_all_go_to_one_is_refused(session: Session, splitting: SplitAreaDialog) -> None:
    splitting.fields.fill({"into": ("Khu phố Sen", "Khu phố Súng"), **PAPER})

    splitting.yes_button.click()

    assert "Khu phố Súng" in splitting.notice
    assert NAMES[0] in in_use(session)


def test_a_name_taken_back_leaves_its_rows_to_the_others(splitting: SplitAreaDialog) -> None:
    splitting.fields.fill({"into": ("Sen", "Súng", "Bèo"), **PAPER})
    splitting.show_preview()
    splitting.table.selectRow(0)
    splitting._to.fill("2")
    splitting.send()

    splitting.fields.fill({"into": ("Sen", "Súng")})
    splitting.show_preview()

    assert splitting.division.wanted == {}
    assert splitting.preview.text().splitlines()[1] == "Sang Súng: không có gì"


def test_what_was_done_is_shown_newest_first(session: Session, merging: MergeAreasDialog, qtbot: QtBot) -> None:
    merging.fields.fill(PAPER)
    merging.yes_button.click()

    dialog = AreaHistoryDialog(session, area(session, NAMES[0]))
    qtbot.addWidget(dialog)

    rows = dialog.table.model()
    cells = [rows.index(0, column).data() for column in range(5)]
    assert cells == ["01/07/2026", "Sáp nhập", "; ".join(NAMES), "Khu phố Sen", "12/NQ-HĐND"]


def test_why_an_area_that_has_ended_is_not_offered_again_is_said(session: Session, qtbot: QtBot) -> None:
    gone, stays = (AreaId(area(session, name).id) for name in NAMES)
    areas.merge(session.registry, [gone], stays, Act(on="01/07/2026", paper_number="1"))
    dialog = ListsDialog(session)
    qtbot.addWidget(dialog)
    page = dialog.page("areas")
    page.retired_too.setChecked(True)
    page.table.choose(gone)

    page.retire_button.click()

    assert NAMES[0] in dialog._notice.text
    assert NAMES[0] not in in_use(session)


def test_acts_are_offered_for_areas_that_may_be_acted_upon(session: Session, qtbot: QtBot) -> None:
    dialog = ListsDialog(session)
    qtbot.addWidget(dialog)
    page = dialog.page("areas")
    assert isinstance(page, AreaPage)

    page.table.choose(next(one.id for one in session.registry.lists.areas.values() if one.whole_ward))
    assert not page.acts["rename"].isEnabled()
    assert not page.acts["split"].isEnabled()

    page.table.choose(area(session, NAMES[0]).id)
    assert all(button.isEnabled() for button in page.acts.values())
    assert _("&Merge…") == page.acts["merge"].text()
