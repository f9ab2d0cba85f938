"""The window turns between the list and what is to be done today, and begins with the one that was chosen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.pages import TABS
from registry_app.ui.session import Session


@pytest.fixture
def window_with(session: Session, qtbot: QtBot) -> Iterator[Callable[[Choices], MainWindow]]:
    made: list[MainWindow] = []

    def open_one(choices: Choices) -> MainWindow:
        window = MainWindow(session, choices)
        window.models._open()
        window.show()
        made.append(window)
        return window

    yield open_one
    for window in made:
        window.close()
        window.deleteLater()


def test_the_window_begins_with_the_list(window_with: Callable[[Choices], MainWindow]) -> None:
    assert window_with(Choices()).models.isVisible()


def test_the_window_begins_with_today_when_that_was_chosen(window_with: Callable[[Choices], MainWindow]) -> None:
    choices = Choices()
    choices.change(start_on="overview")

    assert window_with(choices).overview.isVisible()


def test_today_shows_what_is_due_and_leads_to_its_view(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())
    window.tools["show_today"].trigger()
    assert window.overview.isVisible()

    window.overview.lines.button("overdue").click()

    assert window.models.isVisible()
    assert window.models.search == Search(view="overdue")
    assert len(window.models.rows.ids) == 1


def test_a_model_of_today_is_shown_in_list_and_form(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())
    window.tools["show_today"].trigger()
    wanted = window.overview.urgent.topLevelItem(0)
    assert wanted is not None

    window.overview.urgent.itemDoubleClicked.emit(wanted, 0)

    assert window.models.isVisible()
    assert len(window.models.chosen) == 1


def test_on_the_page_of_today_nothing_is_done_to_models_that_are_not_seen(
    window_with: Callable[[Choices], MainWindow],
) -> None:
    window = window_with(Choices())
    window.models.list.selectRow(0)

    window.tools["show_today"].trigger()

    assert not window.tools["trash"].isEnabled()
    assert not window.tools["mark_reviewed"].isEnabled()


@pytest.mark.parametrize("command", ["new", "find", "show_list"])
def test_from_today_one_gets_back_to_the_list(window_with: Callable[[Choices], MainWindow], command: str) -> None:
    window = window_with(Choices())
    window.tools["show_today"].trigger()

    window.tools[command].trigger()

    assert window.models.isVisible()
    window.models.form.give_up()


INSIDE_COMMANDS = {
    "show_sites": "site",
    "show_teams": "team",
    "show_people": "person",
    "show_households": "household",
    "show_cameras": "camera_point",
}


@pytest.mark.parametrize(("command", "noun"), INSIDE_COMMANDS.items())
def test_each_page_of_the_inside_has_a_command_and_a_tab(
    window_with: Callable[[Choices], MainWindow], command: str, noun: str
) -> None:
    window = window_with(Choices())
    assert noun not in window.pages.made

    window.tools[command].trigger()

    assert window.inside(noun).isVisible()
    assert tuple(TABS)[window.pages.tabs.currentIndex()] == noun


def test_a_tab_turns_to_its_page(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())

    window.pages.tabs.setCurrentIndex(tuple(TABS).index("person"))

    assert window.inside("person").isVisible()
    assert not window.models.isVisible()


def test_commands_are_called_after_the_page_that_is_shown(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())
    usual = window.tools["new"].text()

    window.turn_to("person")
    assert window.tools["new"].text() == "&Thêm người"
    assert window.tools["new"].toolTip().startswith("Thêm người")

    window.turn_to("list")
    assert window.tools["new"].text() == usual


def test_commands_about_models_are_not_allowed_where_none_are_seen(
    window_with: Callable[[Choices], MainWindow],
) -> None:
    window = window_with(Choices())
    window.models.list.selectRow(0)

    window.turn_to("team")

    for command in ("mark_reviewed", "change_status", "filter_column", "group_by_column", "save_view"):
        assert not window.tools[command].isEnabled(), command


def test_a_row_of_urgent_models_leads_away_from_another_page(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())
    window.turn_to("person")

    window._go_to_view("overdue")

    assert window.models.isVisible()


def test_the_views_of_all_pages_are_put_away_together(window_with: Callable[[Choices], MainWindow]) -> None:
    window = window_with(Choices())
    window.turn_to("person")

    window._show_views(False)
    window.turn_to("team")

    assert window.inside("person").views.isHidden()
    assert window.inside("team").views.isHidden()
    assert window.models.sidebar.isHidden()


def test_a_page_of_another_register_begins_anew(
    window_with: Callable[[Choices], MainWindow], session: Session, sample_register: Path, tmp_path: Path
) -> None:
    window = window_with(Choices())
    window.turn_to("person")
    page = window.inside("person")
    page.search_box.setText("nguyen")
    other = tmp_path / "other.registry"
    shutil.copyfile(sample_register, other)

    session.open(other)
    window.turn_to("person")

    assert page.search_box.text() == ""
    assert page.rows.rowCount() > 0
