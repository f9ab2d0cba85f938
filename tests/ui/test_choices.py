"""What a user chose holds at once and at the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from registry_app.operations import preferences
from registry_app.ui.choices import Choices


def test_a_choice_holds_at_the_next_start(qtbot: QtBot) -> None:
    choices = Choices()

    with qtbot.waitSignals([choices.changed, choices.theme_changed]):
        choices.change(theme="dark")

    assert Choices().now.theme == "dark"


def test_the_register_opened_last_stands_first_and_once(tmp_path: Path) -> None:
    choices = Choices()
    one, two = tmp_path / "một.registry", tmp_path / "hai.registry"

    for path in (one, two, one):
        choices.remember(path)

    assert Choices().now.recent == (str(one), str(two))


def test_a_register_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    choices = Choices()
    choices.remember(tmp_path / "một.registry")

    choices.forget(tmp_path / "một.registry")

    assert Choices().now.recent == ()


def test_a_choice_that_cannot_be_written_holds_and_says_so(preferences_folder: Path, qtbot: QtBot) -> None:
    preferences_folder.write_text("a file where the folder should be")
    choices = Choices()

    with qtbot.waitSignal(choices.problem):
        choices.change(who="Lan")

    assert choices.now.who == "Lan"


@pytest.mark.parametrize("chosen", [{"language": "en"}, {"font_points": 12}])
def test_another_language_or_other_letters_make_the_window_outdated(chosen: dict[str, object], qtbot: QtBot) -> None:
    choices = Choices()

    with qtbot.waitSignal(choices.window_outdated):
        choices.change(**chosen)


def test_another_theme_does_not_make_the_window_outdated(qtbot: QtBot) -> None:
    choices = Choices()

    with qtbot.assertNotEmitted(choices.window_outdated):
        choices.change(theme="dark", shortcuts={"new": "Ctrl+M"})


def test_an_heir_has_the_same_choices_and_other_listeners(qtbot: QtBot) -> None:
    before = Choices()
    before.change(who="Lan")

    heir = before.heir()
    with qtbot.assertNotEmitted(before.changed):
        heir.change(theme="dark")

    assert (heir.now.who, heir.now.theme) == ("Lan", "dark")
    assert preferences.load().theme == "dark"


def test_damaged_settings_are_news_once(preferences_folder: Path) -> None:
    preferences_folder.mkdir()
    (preferences_folder / preferences.FILE).write_bytes(b"\0\0")
    choices = Choices()

    assert ".damaged" in choices.take_news()
    assert choices.take_news() == ""
    assert Choices().take_news() == ""


def test_bytes_of_the_window_come_back() -> None:
    Choices().keep_shape("main_window", QByteArray(b"\x00\x01"))

    assert Choices().shape("main_window").data() == b"\x00\x01"
    assert Choices().shape("another").isEmpty()


def test_choices_for_a_picture_read_and_write_nothing(tmp_path: Path) -> None:
    Choices().change(theme="dark")
    picture = Choices(keeps=False)

    picture.remember(tmp_path / "một.registry")

    assert picture.now.theme == "system"
    assert preferences.load().recent == ()
