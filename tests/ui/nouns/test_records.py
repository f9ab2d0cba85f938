"""What a person's form has beside the fields: teams to join and leave, courses, households."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from registry_app.operations import courses, inside
from registry_app.ui.attachments.files_tab import FilesTab
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.course_dialog import CourseDialog
from registry_app.ui.nouns.courses_tab import CoursesTab
from registry_app.ui.nouns.join_dialog import JoinDialog
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.nouns.serving_tab import ServingTab
from registry_app.ui.session import Session
from registry_app.ui.structure.end_dialog import EndDialog
from tests.ui.conftest import Asked

from .conftest import Ward

Agree = Callable[..., None]


@pytest.fixture
def agree(monkeypatch: pytest.MonkeyPatch) -> Agree:
    """``agree(Dialog, field=text …)``: the next dialog of that class is filled in so, and agreed to."""

    def will(dialog: type[FormDialog], **typed: str) -> None:
        def run(shown: FormDialog) -> bool:
            shown.fields.fill(typed)
            done = shown.attempt()
            shown.deleteLater()
            return done

        monkeypatch.setattr(dialog, "run", run)

    return will


@pytest.fixture
def person(ward: Ward) -> int:
    return ward.person("Trần Văn An")


@pytest.fixture
def page(window: MainWindow, person: int) -> NounPage:
    window.turn_to("person")
    window.inside("person").show_number(person)
    return window.inside("person")


def serving(page: NounPage) -> ServingTab:
    return cast(ServingTab, page.form.records[0])


def taken(page: NounPage) -> CoursesTab:
    return cast(CoursesTab, page.form.records[1])


def cells(tab: ServingTab | CoursesTab, column: int) -> list[str]:
    items = [tab.table.item(row, column) for row in range(tab.table.rowCount())]
    return [item.text() for item in items if item]


def test_a_person_joins_a_team(page: NounPage, ward: Ward, agree: Agree) -> None:
    team = ward.team("Tổ 1")
    agree(JoinDialog, team=f"#{team}", role="Tổ phó", valid_from="01/02/2025")

    serving(page).join_button.click()

    assert cells(serving(page), 0) == ["Tổ 1"]
    assert cells(serving(page), 1) == ["Tổ phó"]
    assert "Tổ 1" in page.form.header.texts[1]


def test_without_a_team_nobody_joins_and_it_is_told(session: Session, person: int) -> None:
    dialog = JoinDialog(session, person)

    dialog._go()

    assert dialog.fields.problem("team")
    assert dialog.isHidden()
    dialog.deleteLater()


def test_a_membership_is_ended_from_the_form(page: NounPage, ward: Ward, person: int, agree: Agree) -> None:
    ward.member(person, ward.team("Tổ 1"))
    agree(EndDialog, on="01/05/2025", reason="moved")

    serving(page).end_button.click()

    assert cells(serving(page), 3) == ["01/05/2025"]
    assert cells(serving(page), 5) == ["Chuyển đi"]
    assert not serving(page).end_button.isEnabled()


def test_a_person_who_ends_is_ended_in_every_team(
    page: NounPage, window: MainWindow, ward: Ward, person: int, agree: Agree
) -> None:
    ward.member(person, ward.team("Tổ 1"))
    ward.member(person, ward.team("Tổ 2"))
    agree(EndDialog, on="01/05/2025", reason="deceased")

    window.tools["end_rows"].trigger()

    assert cells(serving(page), 3) == ["01/05/2025"] * 2


def test_who_serves_nowhere_cannot_be_ended(page: NounPage, window: MainWindow, asked: Asked) -> None:
    window.tools["end_rows"].trigger()

    assert asked.said[0][0] == "tell"


def test_a_course_is_added_mended_and_taken_away(page: NounPage, session: Session, person: int, agree: Agree) -> None:
    agree(CourseDialog, name="Bồi dưỡng nghiệp vụ", on="5/2025")
    taken(page).add_button.click()
    assert cells(taken(page), 0) == ["05/2025"]

    agree(CourseDialog, name="Bồi dưỡng PCCC")
    taken(page).edit_button.click()
    assert cells(taken(page), 1) == ["Bồi dưỡng PCCC"]

    taken(page).remove_button.click()
    assert courses.courses(session.registry, person) == []
    assert not taken(page).edit_button.isEnabled()


def test_on_another_day_nothing_is_written(page: NounPage, ward: Ward, person: int) -> None:
    ward.member(person, ward.team("Tổ 1"))
    page.table.choose_first()
    page.filters._day.fill("01/01/2025")
    page.filters._day.committed.emit()

    tab = serving(page)

    written = (tab.join_button, tab.end_button, taken(page).add_button)
    assert [button.isEnabled() for button in written] == [False] * 3
    assert tab.open_button.isEnabled()


def test_files_are_kept_beside_a_camera_point_and_stay_its_own(
    session: Session, window: MainWindow, ward: Ward, tmp_path: Path
) -> None:
    first, second = (
        inside.save(session.registry, "camera_point", 0, {"name": name}, site_id=ward.site).id for name in ("A", "B")
    )
    paper = tmp_path / "biên bản.pdf"
    paper.write_bytes(b"%PDF-1.7")
    window.turn_to("camera_point")
    page = window.inside("camera_point")
    page.show_number(first)
    files = page.form.findChildren(FilesTab)[0]

    files.add([paper])
    assert [one.name for one in session.registry.attachments.of("camera_point", first)] == ["biên bản.pdf"]
    page.show_number(second)

    assert files.files.count() == 0
