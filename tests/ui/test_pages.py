"""The window turns between the list and what is to be done today, and begins with the one that was chosen."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.search import Search
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
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
