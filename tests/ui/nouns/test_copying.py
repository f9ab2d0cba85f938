"""What of people's data goes to other programs by the clipboard is entered in the list of what was given out."""

import pytest
from PySide6.QtWidgets import QApplication

from registry_app.domain.saved_view import ShownColumn
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.session import Session

from .conftest import Ward


@pytest.fixture
def people(window: MainWindow, ward: Ward) -> NounPage:
    """The page of two people, one of whom leads a team."""
    leader = ward.person("Trần Văn An", phone="0912345678")
    ward.person("Lê Thị Bình")
    ward.member(leader, ward.team("Tổ liên gia số 3"), "Tổ trưởng")
    window.tools["show_people"].trigger()
    return window.inside("person")


def given(session: Session) -> list[tuple[str, str, int, str, str]]:
    return [(one.report, one.criteria, one.people, one.copy, one.way) for one in session.registry.given_out.all()]


def test_people_who_are_copied_are_entered(window: MainWindow, people: NounPage, session: Session) -> None:
    people.table.selectAll()

    window.tools["copy"].trigger()

    ((report, criteria, count, copy, way),) = given(session)
    assert (report, count, copy, way) == ("Người", 2, "full", "clipboard")
    assert criteria.startswith("Những dòng đã chọn")


def test_rows_in_which_nobody_stands_are_copied_and_not_entered(
    window: MainWindow, people: NounPage, session: Session
) -> None:
    window.tools["show_cameras"].trigger()
    window.inside("camera_point").table.selectAll()
    window.tools["copy"].trigger()
    window.turn_to("list")
    window.models.list.selectAll()
    window.tools["copy"].trigger()

    assert given(session) == []


@pytest.mark.parametrize("command", ["copy", "copy_cell"])
def test_models_are_entered_where_their_leaders_are_copied(
    window: MainWindow, people: NounPage, session: Session, ward: Ward, command: str
) -> None:
    window.turn_to("list")
    window.models.list.wear((ShownColumn(field="code"), ShownColumn(field="leaders")))
    window.models.list.choose(ward.model)  # type: ignore[arg-type]
    window.models.list.go_to_cell(ward.model, "leaders")  # type: ignore[arg-type]

    window.tools[command].trigger()

    assert "Trần Văn An" in QApplication.clipboard().text()
    assert [(report, count, way) for report, _criteria, count, _copy, way in given(session)] == [
        ("Mô hình", 1, "clipboard")
    ]


def test_a_register_that_can_only_be_read_is_copied_from_and_says_what_is_missing(
    window: MainWindow, people: NounPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.table.selectAll()
    monkeypatch.setattr(session.registry, "read_only", True)

    window.tools["copy"].trigger()

    assert "Trần Văn An" in QApplication.clipboard().text()
    assert "Chưa ghi được vào danh sách" in window.saved_notice
    assert given(session) == []
