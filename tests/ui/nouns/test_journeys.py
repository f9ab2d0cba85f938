"""A clerk writes down people, teams, households and camera points through the real window, by keys."""

from datetime import datetime, timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session
from registry_app.ui.structure.end_dialog import EndDialog
from registry_app.ui.structure.team_window import TeamWindow
from registry_app.ui.widgets.linked import Linked
from tests.ui.conftest import Asked, type_text

from .conftest import Ward

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def page_of(window: MainWindow, command: str, noun: str) -> NounPage:
    window.tools[command].trigger()
    return window.inside(noun)


def names(page: NounPage) -> list[str]:
    title = {"household": "head", "site": "title"}.get(page.key, "name")
    return [getattr(page.rows.row(place), title) for place in range(page.rows.rowCount())]


def control(page: NounPage, name: str) -> QWidget:
    return page.form.fields.editor(name).control


def write(page: NounPage, name: str, text: str) -> None:
    type_text(control(page, name), text)


def link(page: NounPage, name: str) -> Linked:
    editor = page.form.fields.editor(name)
    assert isinstance(editor, Linked)
    return editor


def test_a_person_is_written_down_mended_found_without_accents_and_undone(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page = page_of(window, "show_people", "person")
    window.tools["new"].trigger()
    write(page, "name", "Nguyễn Thị Ắng")
    write(page, "phone", "09123")

    window.tools["save"].trigger()

    assert "09123" in page.form.fields.problem("phone")
    assert page.rows.rowCount() == 0
    write(page, "phone", "45678")
    window.tools["save"].trigger()
    assert names(page) == ["Nguyễn Thị Ắng"]
    assert page.form.fields.one("phone") == "0912 345 678"
    assert "NG-00001" in page.form.notice

    type_text(page.search_box, "nguyen ang")
    qtbot.waitUntil(lambda: page.search.words == "nguyen ang")
    assert names(page) == ["Nguyễn Thị Ắng"]

    window.tools["undo"].trigger()
    assert names(page) == []
    assert page.form.number is None
    window.tools["redo"].trigger()
    assert names(page) == ["Nguyễn Thị Ắng"]


def test_a_team_is_added_to_a_site_found_by_typing(window: MainWindow, ward: Ward, qtbot: QtBot) -> None:
    page = page_of(window, "show_teams", "team")
    window.tools["new"].trigger()
    write(page, "name", "Tổ liên gia 1")
    window.tools["save"].trigger()
    assert page.form.fields.problem("site")

    field = link(page, "site")
    type_text(field.control, "camera to dan pho 5")
    field.suggest()
    popup = field.suggestions.popup()
    assert popup is not None
    assert popup.model().rowCount() == 1
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    window.tools["save"].trigger()

    assert field.number == ward.site
    assert names(page) == ["Tổ liên gia 1"]
    assert "Camera an ninh tổ 5" in page.form.header.texts[1]


def test_words_that_mean_no_site_are_told_at_the_field(window: MainWindow, ward: Ward) -> None:
    page = page_of(window, "show_cameras", "camera_point")
    window.tools["new"].trigger()
    write(page, "name", "Ngã ba chợ")
    write(page, "site", "không có đâu")

    window.tools["save"].trigger()

    assert "không có đâu" in page.form.fields.problem("site")
    assert page.rows.rowCount() == 0


def test_the_only_site_that_words_mean_is_taken_when_the_field_is_left(window: MainWindow, ward: Ward) -> None:
    page = page_of(window, "show_cameras", "camera_point")
    window.tools["new"].trigger()
    write(page, "name", "Ngã ba chợ")
    control(page, "site").setFocus()
    write(page, "site", "camera to dan pho 5")

    QTest.keyClick(control(page, "site"), Key.Key_Tab)
    window.tools["save"].trigger()

    assert names(page) == ["Ngã ba chợ"]


def test_saving_and_going_on_shows_the_next_row(window: MainWindow, ward: Ward) -> None:
    ward.person("Trần Văn An")
    ward.person("Lê Văn Bình")
    page = page_of(window, "show_people", "person")
    page.table.choose_first()
    write(page, "address", "Số 5")

    window.tools["save_and_next"].trigger()

    assert page.form.fields.one("name") == "Lê Văn Bình"
    assert page.rows.row(0).address == "Số 5"
    assert page.table.chosen == (page.form.number,)


def test_after_a_new_team_the_next_one_has_the_same_site(window: MainWindow, ward: Ward) -> None:
    ward.team("Tổ 1")
    page = page_of(window, "show_teams", "team")
    window.tools["new"].trigger()
    link(page, "site").fill(f"#{ward.site}")
    write(page, "name", "Tổ 2")

    window.tools["save_and_next"].trigger()

    assert names(page) == ["Tổ 1", "Tổ 2"]
    assert page.form.is_new
    assert page.form.fields.one("name") == ""
    assert link(page, "site").number == ward.site


def test_escape_asks_once_about_unsaved_work_and_goes_back_to_the_list(
    window: MainWindow, ward: Ward, asked: Asked
) -> None:
    ward.person("Trần Văn An")
    page = page_of(window, "show_people", "person")
    page.table.choose_first()
    page.form.fields.go_to("address")
    write(page, "address", "Số 5")
    assert window.isWindowModified()
    asked.will("discard")

    QTest.keyClick(control(page, "address"), Key.Key_Escape)

    assert len(asked.said) == 1
    assert page.form.fields.one("address") == ""
    assert not window.isWindowModified()


def test_unsaved_work_keeps_the_page_until_the_user_has_said_what_becomes_of_it(
    window: MainWindow, ward: Ward, asked: Asked
) -> None:
    page = page_of(window, "show_people", "person")
    window.tools["new"].trigger()
    write(page, "name", "Trần Văn An")
    asked.will("stay")

    window.pages.tabs.setCurrentIndex(1)

    assert page.isVisible()
    assert window.pages.tabs.currentIndex() == 4
    asked.will("save")
    window.pages.tabs.setCurrentIndex(1)
    assert window.models.isVisible()
    assert session_names(window) == ["Trần Văn An"]


def session_names(window: MainWindow) -> list[str]:
    return names(window.inside("person"))


def test_a_row_that_others_hang_on_is_not_deleted_and_says_why(window: MainWindow, ward: Ward, asked: Asked) -> None:
    ward.member(ward.person("Trần Văn An"), ward.team("Tổ 1"))
    page = page_of(window, "show_people", "person")
    page.table.choose_first()

    window.tools["trash"].trigger()

    assert "Trần Văn An" in asked.texts[-1]
    assert names(page) == ["Trần Văn An"]


def test_del_deletes_a_row_and_undo_brings_it_back(window: MainWindow, ward: Ward) -> None:
    ward.person("Trần Văn An")
    page = page_of(window, "show_people", "person")
    page.table.choose_first()
    page.table.setFocus()

    QTest.keyClick(page.table, Key.Key_Delete)

    assert names(page) == []
    window.tools["undo"].trigger()
    assert names(page) == ["Trần Văn An"]


def test_several_rows_are_deleted_after_asking(window: MainWindow, ward: Ward, asked: Asked) -> None:
    ward.person("Trần Văn An")
    ward.person("Lê Văn Bình")
    page = page_of(window, "show_people", "person")
    page.table.selectAll()
    asked.will(False)

    window.tools["trash"].trigger()

    assert len(names(page)) == 2


@pytest.mark.usefixtures("asked")
def test_a_team_that_ended_is_in_the_view_of_ended_ones_and_in_the_state_of_its_day(
    window: MainWindow, ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward.team("Tổ 1", valid_from="01/01/2020")
    page = page_of(window, "show_teams", "team")
    page.table.choose_first()

    def agree(dialog: EndDialog) -> bool:
        dialog.fields.fill({"on": "01/05/2024"})
        done = dialog.attempt()
        dialog.deleteLater()
        return done

    monkeypatch.setattr(EndDialog, "run", agree)

    window.tools["end_rows"].trigger()

    assert names(page) == []
    page.filters._day.fill("30/4/2024")
    page.filters._day.committed.emit()
    assert names(page) == ["Tổ 1"]
    assert "30/04/2024" in page.notice
    assert not window.tools["trash"].isEnabled()
    page.table.choose_first()
    assert not page.form.writable
    page.filters._day.fill("")
    page.filters._day.committed.emit()
    assert names(page) == []
    assert page.notice == ""


def test_a_day_that_is_none_is_told_and_nothing_changes(window: MainWindow, ward: Ward) -> None:
    ward.team("Tổ 1")
    page = page_of(window, "show_teams", "team")

    page.filters._day.fill("31/2/2024")
    page.filters._day.committed.emit()

    assert page.notice
    assert names(page) == ["Tổ 1"]


def test_a_person_shows_all_memberships_and_leads_to_the_team(
    window: MainWindow, ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, team = ward.person("Trần Văn An"), ward.team("Tổ 1")
    ward.member(person, team, "Tổ trưởng", valid_to="01/01/2025")
    ward.member(person, ward.team("Tổ 2"))
    page = page_of(window, "show_people", "person")
    page.table.choose_first()
    serving = page.form.records[0].table  # type: ignore[attr-defined]
    shown: list[int] = []
    monkeypatch.setattr(TeamWindow, "show_team", lambda _session, number, _parent: shown.append(number))

    cells = [[serving.item(row, column).text() for column in (0, 1, 3)] for row in range(serving.rowCount())]

    assert cells == [["Tổ 2", "Tổ viên", ""], ["Tổ 1", "Tổ trưởng", "01/01/2025"]]
    serving.itemDoubleClicked.emit(serving.item(1, 0))
    assert shown == [team]


def test_a_household_that_a_person_heads_leads_to_its_own_page(window: MainWindow, ward: Ward) -> None:
    person, household = ward.person("Trần Văn An"), ward.household("Trần Văn An")
    page = page_of(window, "show_households", "household")
    page.show_number(household)
    link(page, "head_person").fill(f"#{person}")
    window.tools["save"].trigger()
    people = page_of(window, "show_people", "person")
    people.table.choose_first()
    headed = people.form.records[0].households  # type: ignore[attr-defined]

    headed.itemDoubleClicked.emit(headed.item(0, 0))

    assert page.isVisible()
    assert page.form.number == household


def test_the_window_of_a_team_opens_from_its_form(window: MainWindow, ward: Ward, qtbot: QtBot) -> None:
    team = ward.team("Tổ 1")
    page = page_of(window, "show_teams", "team")
    page.show_number(team)

    page.form.row_wanted.emit("team", team)

    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, TeamWindow) and one.isVisible()]
    assert len(opened) == 1
    opened[0].close()


def test_a_filter_narrows_the_list_and_the_status_line_says_it(window: MainWindow, ward: Ward, qtbot: QtBot) -> None:
    ward.person("Trần Văn An", sex="Nam")
    ward.person("Lê Thị Bình", sex="Nữ")
    page = page_of(window, "show_people", "person")

    page.filters._choices["sex"].fill("female")
    page.filters.filters_changed.emit()

    assert names(page) == ["Lê Thị Bình"]
    qtbot.waitUntil(lambda: window.count_line == "Đang hiện 1/2 người")


def test_a_heading_sorts_and_sorts_the_other_way(window: MainWindow, ward: Ward) -> None:
    ward.person("Trần Văn An", born="1980")
    ward.person("Lê Văn Bình", born="1970")
    page = page_of(window, "show_people", "person")
    born = [column.of.name for column in page.rows.columns].index("born")

    page.table.horizontalHeader().sectionClicked.emit(born)
    assert names(page) == ["Lê Văn Bình", "Trần Văn An"]

    page.table.horizontalHeader().sectionClicked.emit(born)
    assert names(page) == ["Trần Văn An", "Lê Văn Bình"]


def test_the_chosen_rows_are_copied_with_the_columns_shown(window: MainWindow, ward: Ward) -> None:
    ward.person("Trần Văn An", phone="0912345678")
    page = page_of(window, "show_people", "person")
    page.table.selectAll()

    window.tools["copy"].trigger()

    heading, line = QApplication.clipboard().text().split("\n")
    assert heading.split("\t")[:2] == ["Mã", "Họ và tên"]
    assert line.split("\t")[:2] == ["NG-00001", "Trần Văn An"]


def test_what_is_chosen_stays_when_others_come_before_it(window: MainWindow, ward: Ward) -> None:
    ward.person("Trần Văn Bình")
    page = page_of(window, "show_people", "person")
    page.table.choose_first()
    chosen = page.table.chosen

    ward.person("Trần Văn An")

    assert names(page) == ["Trần Văn An", "Trần Văn Bình"]
    assert page.table.chosen == chosen
    assert page.table.currentIndex().row() == 1


def test_ctrl_f_goes_to_the_search_box_of_the_page(window: MainWindow, ward: Ward) -> None:
    page = page_of(window, "show_people", "person")

    window.tools["find"].trigger()

    assert page.isVisible()
    assert page.search_box.hasFocus() or page.search_box is window.focusWidget()


def test_a_saved_person_that_the_view_does_not_hold_is_shown_among_all(window: MainWindow, ward: Ward) -> None:
    page = page_of(window, "show_people", "person")
    page.views.chosen.emit("serving")
    assert page.search.view == "serving"
    window.tools["new"].trigger()
    write(page, "name", "Trần Văn An")

    window.tools["save"].trigger()

    assert page.search.view == "all"
    assert page.table.chosen == (page.form.number,)


def test_what_is_looked_up_is_shown_as_it_is_today(window: MainWindow, ward: Ward) -> None:
    team = ward.team("Tổ 1", valid_from="01/01/2020")
    ward.team("Tổ 2", valid_from="01/01/2025")
    page = page_of(window, "show_teams", "team")
    page.filters._day.fill("30/4/2024")
    page.filters._day.committed.emit()
    of_the_day = names(page), page.notice != ""

    page.begin()
    page.show_number(team)

    assert of_the_day == (["Tổ 1"], True)
    assert names(page) == ["Tổ 1", "Tổ 2"]
    assert page.notice == ""
    assert page.filters.day is None
    assert page.form.writable


def test_another_day_is_shown_only_when_unsaved_work_may_go(window: MainWindow, ward: Ward, asked: Asked) -> None:
    ward.team("Tổ 1")
    page = page_of(window, "show_teams", "team")
    page.table.choose_first()
    write(page, "notes", "Sắp sửa xong")
    asked.will("stay")

    page.filters._day.fill("30/4/2024")
    page.filters._day.committed.emit()

    assert page.filters.day is None
    assert page.form.writable
    assert page.form.is_dirty


def test_after_midnight_today_is_another_day(window: MainWindow, ward: Ward) -> None:
    ward.team("Tổ 1")
    tomorrow = datetime.now() + timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        page = page_of(window, "show_teams", "team")
        window.turn_the_day()

        page.filters._day.committed.emit()

        assert page.filters.day is None
        assert page.filters._day.typed() == f"{tomorrow:%d/%m/%Y}"


def test_columns_are_those_of_the_last_window(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    page = page_of(window, "show_people", "person")
    page.table._wear(tuple(one for one in page.table._worn() if one.field in ("name", "phone")))
    window.keep_shape()

    again = MainWindow(session, Choices())
    again.show()

    assert [column.of.name for column in again.inside("person").table.columns] == ["name", "phone"]
    again.close()
    again.deleteLater()


def test_the_head_of_a_household_brings_along_what_is_known(window: MainWindow, ward: Ward) -> None:
    person = ward.person("Trần Văn An", phone="0912345678", address="Số 5", area="Tổ dân phố 5")
    page = page_of(window, "show_households", "household")
    window.tools["new"].trigger()
    write(page, "address", "Số 7")

    link(page, "head_person").fill(f"#{person}")
    link(page, "head_person").committed.emit()
    window.tools["save"].trigger()

    row = page.rows.row(0)
    assert (row.head, row.phone, row.address, row.area) == ("Trần Văn An", "0912345678", "Số 7", "Tổ dân phố 5")
