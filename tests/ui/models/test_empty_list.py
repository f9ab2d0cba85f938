"""A list without rows says what was searched in vain or how to begin, and offers the way on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Filter, Search
from registry_app.ui.models.empty_list import EmptyList
from registry_app.ui.models.hints import searched_hint
from registry_app.ui.models.screen import ModelsScreen
from registry_app.ui.session import Session
from tests.ui.conftest import add, opened, type_text


@pytest.fixture
def empty(new_register: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session without any model."""
    one = opened(new_register, tmp_path / "trống.registry")
    yield one
    one.close()


def screen_on(session: Session, qtbot: QtBot) -> ModelsScreen:
    made = ModelsScreen(session)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made._open()
    made.show()
    qtbot.waitUntil(lambda: made.rows.is_filled)
    return made


def offers(screen: ModelsScreen) -> list[str]:
    laid = screen.findChild(EmptyList)
    if laid is None or laid.isHidden():
        return []
    return [button.accessibleName() for button in laid.findChildren(QPushButton)]


def press(screen: ModelsScreen, name: str) -> None:
    laid = screen.findChild(EmptyList)
    assert laid is not None
    next(one for one in laid.findChildren(QPushButton) if one.accessibleName() == name).click()


def test_a_register_without_models_offers_three_ways_to_begin(empty: Session, qtbot: QtBot) -> None:
    screen = screen_on(empty, qtbot)

    qtbot.waitUntil(lambda: len(offers(screen)) == 3)

    with qtbot.waitSignal(screen.wanted) as told:
        press(screen, "Thêm mô hình đầu tiên")
    assert told.args == ["new"]


def test_the_choices_go_when_the_first_model_is_there(empty: Session, qtbot: QtBot) -> None:
    screen = screen_on(empty, qtbot)
    qtbot.waitUntil(lambda: bool(offers(screen)))

    add(empty, name="Camera tổ 1", type="camera an ninh")

    qtbot.waitUntil(lambda: offers(screen) == [])
    assert len(screen.rows.ids) == 1


def test_a_search_in_vain_can_be_cleared_and_stays_in_its_view(session: Session, qtbot: QtBot) -> None:
    screen = screen_on(session, qtbot)
    screen.sidebar.choose("paused")
    type_text(screen.search_box, "không có đâu")
    qtbot.waitUntil(lambda: offers(screen) == ["Bỏ tìm kiếm", "Hiện tất cả mô hình"])

    press(screen, "Bỏ tìm kiếm")

    assert screen.search == Search(view="paused")
    assert screen.search_box.text() == ""
    assert offers(screen) == []


def test_from_a_search_in_vain_one_gets_to_all_models(session: Session, qtbot: QtBot) -> None:
    screen = screen_on(session, qtbot)
    screen.sidebar.choose("paused")
    type_text(screen.search_box, "kẻng")
    qtbot.waitUntil(lambda: bool(offers(screen)))

    press(screen, "Hiện tất cả mô hình")

    assert screen.search == Search()
    assert len(screen.rows.ids) == 3


def test_an_empty_view_that_was_not_searched_stays_bare(session: Session, qtbot: QtBot) -> None:
    screen = screen_on(session, qtbot)

    screen.sidebar.choose("paused")
    qtbot.waitUntil(lambda: screen.rows.is_filled)

    assert offers(screen) == []


def test_what_was_searched_is_said_with_its_view() -> None:
    said = searched_hint(Search(view="soon", words=" kẻng ", filters=(Filter("type", (1,)),)), 45)

    assert said.split("\n") == [
        "Không có mô hình nào chứa “kẻng” và khớp 1 bộ lọc.",
        "Đã tìm trong khung nhìn “Đến hạn trong 45 ngày”.",
    ]


def test_an_endless_search_is_said_in_part() -> None:
    assert len(searched_hint(Search(words="kẻng " * 9999), 30)) < 200
