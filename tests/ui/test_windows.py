"""Another language or other letters: a new window takes the place of the old one, and nothing of the old one stays."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import preferences
from registry_app.operations.preferences import Preferences
from registry_app.store.registry import Registry
from registry_app.ui import app as program
from registry_app.ui import theme
from registry_app.ui.actions.choosing import choose_language, choose_letters
from registry_app.ui.main_window import MainWindow
from registry_app.ui.printing.print_window import PrintWindow
from registry_app.ui.settings.settings_window import SettingsWindow
from registry_app.ui.windows import Windows

from .conftest import Asked

SEARCH = "camera"


@pytest.fixture
def register(sample_register: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample_register, tmp_path / "mẫu.registry"))


@pytest.fixture
def windows(register: Path, qapp: QApplication) -> Iterator[Windows]:
    """The program's window on the sample, shown; the letters of the test run come back afterwards."""
    font, locale, palette = qapp.font(), QLocale(), qapp.palette()
    made = program.windows(qapp, register)
    made.now.show()
    yield made
    made.now.close()
    made.now.deleteLater()
    made.deleteLater()
    forget_the_dead()
    qapp.setFont(font)
    qapp.setPalette(palette)
    QLocale.setDefault(locale)


def forget_the_dead() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def change(windows: Windows, qtbot: QtBot, language: str) -> None:
    old = windows.now
    choose_language(old._desk, language)
    qtbot.waitUntil(lambda: windows.now is not old)


def test_another_language_holds_at_once(windows: Windows, qtbot: QtBot) -> None:
    change(windows, qtbot, "en")

    assert windows.now.isVisible()
    assert windows.now.tools["new"].text() == "&New model"
    assert windows.now.models.sidebar.accessibleName() == "Views"
    assert QLocale().toString(1234.5, "f", 2) == "1,234.50"
    assert preferences.load().language == "en"


def test_the_register_the_search_and_the_model_stay(windows: Windows, qtbot: QtBot) -> None:
    registry, models = windows.session.registry, windows.now.models
    models.search_box.setText(SEARCH)
    qtbot.waitUntil(lambda: models.search.words == SEARCH)
    models.list.selectRow(2)
    search, model = models.search, models.list.current

    change(windows, qtbot, "en")

    after = windows.now.models
    assert windows.session.registry is registry
    assert (after.search, after.list.current) == (search, model)
    assert after.search_box.text() == SEARCH
    qtbot.waitUntil(lambda: after.form.model == model)


def test_the_register_can_be_written_and_taken_back_afterwards(windows: Windows, qtbot: QtBot) -> None:
    from registry_app.operations import models

    change(windows, qtbot, "en")
    with qtbot.waitSignal(windows.session.changed):
        windows.session.run(models.trash, [ModelId(windows.now.models.rows.ids[0])])

    assert windows.now.tools["undo"].isEnabled()
    assert windows.session.undo()


def test_unsaved_work_is_asked_about_and_staying_keeps_the_language(
    windows: Windows, qtbot: QtBot, asked: Asked
) -> None:
    old = windows.now
    old.models.start_new()
    old.models.form.fields.fill({"name": "Đang viết dở"})
    asked.will("stay")

    choose_language(old._desk, "en")
    qtbot.waitUntil(lambda: len(asked.said) == 1)

    assert windows.now is old
    assert (words.language(), preferences.load().language) == ("vi", "vi")
    asked.will("discard")
    change(windows, qtbot, "en")


def test_the_settings_change_the_language_once_they_are_closed(windows: Windows, qtbot: QtBot) -> None:
    old = windows.now

    def choose() -> None:
        settings = QApplication.activeModalWidget()
        assert isinstance(settings, SettingsWindow)
        settings.computer.fields.fill({"language": "en", "theme": "dark"})
        settings.save_button.click()

    QTimer.singleShot(0, choose)
    old.tools["change_settings"].trigger()
    qtbot.waitUntil(lambda: windows.now is not old)

    assert windows.now.tools["new"].text() == "&New model"
    assert theme.is_dark(windows.now.palette())
    windows.choices.change(theme="light")
    qtbot.waitUntil(lambda: not theme.is_dark(windows.now.palette()))


def test_the_menu_ticks_what_holds(windows: Windows, qtbot: QtBot) -> None:
    windows.choices.change(theme="dark")

    ticked = {action.text().replace("&", "") for action in windows.now.findChildren(QAction) if action.isChecked()}

    assert {"Tiếng Việt", "Tối"} <= ticked


def test_windows_beside_the_main_one_close(windows: Windows, qtbot: QtBot) -> None:
    PrintWindow(windows.session, "models", Search(), [], windows.now).show()

    change(windows, qtbot, "en")

    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [windows.now]


def test_another_language_waits_for_long_work(windows: Windows, qtbot: QtBot) -> None:
    old, go_on = windows.now, Event()

    def work(_registry: Registry) -> None:
        go_on.wait(5)

    task = windows.session.run_long(old, work, title="")
    choose_language(old._desk, "en")
    QTest.qWait(50)
    meanwhile = windows.now
    with qtbot.waitSignal(task.ended):
        go_on.set()
    qtbot.waitUntil(lambda: windows.now is not old)

    assert meanwhile is old
    assert windows.session.is_open
    assert windows.now.isVisible()


def test_the_size_of_the_window_is_kept(windows: Windows, qtbot: QtBot) -> None:
    windows.now.resize(700, 500)
    before = windows.now.size()

    change(windows, qtbot, "en")

    assert windows.now.size() == before


def test_without_a_register_the_start_page_speaks_the_other_language(qapp: QApplication, qtbot: QtBot) -> None:
    made = program.windows(qapp, None)
    made.now.show()

    change(made, qtbot, "en")

    assert made.now.start_page.isVisible()
    made.now.close()
    made.now.deleteLater()
    made.deleteLater()


def test_larger_letters_make_larger_rows_at_once(windows: Windows, qtbot: QtBot) -> None:
    old = windows.now
    before = old.models.list.verticalHeader().defaultSectionSize()

    choose_letters(old._desk, 16)
    qtbot.waitUntil(lambda: windows.now is not old)

    assert windows.now.font().pointSize() == 16
    assert windows.now.models.list.verticalHeader().defaultSectionSize() > before
    change(windows, qtbot, "en")
    choose_letters(windows.now._desk, preferences.AS_SYSTEM)


def test_nothing_is_left_of_the_windows_before(windows: Windows, qtbot: QtBot) -> None:
    change(windows, qtbot, "en")
    change(windows, qtbot, "vi")
    forget_the_dead()
    widgets, kept = len(QApplication.allWidgets()), living()

    for _turn in range(10):
        change(windows, qtbot, "en")
        change(windows, qtbot, "vi")
    forget_the_dead()

    assert living() == kept
    assert len(QApplication.allWidgets()) <= widgets


def living() -> int:
    """How many main windows Python still knows."""
    return sum(type(one) is MainWindow for one in gc.get_objects())


def test_a_damaged_settings_file_is_told_once(
    preferences_folder: Path, qapp: QApplication, qtbot: QtBot, asked: Asked
) -> None:
    preferences_folder.mkdir()
    (preferences_folder / preferences.FILE).write_bytes(b"\0" * 300)

    made = program.windows(qapp, None)
    made.now.show()
    qtbot.waitUntil(lambda: bool(asked.said))

    assert "registry_app.ini.damaged" in asked.texts[0]
    change(made, qtbot, "en")
    assert len(asked.said) == 1
    made.now.close()
    made.now.deleteLater()
    made.deleteLater()


def test_letters_chosen_before_hold_at_the_start(register: Path, qapp: QApplication) -> None:
    font = qapp.font()
    preferences.save(Preferences(font_points=14))

    window = program.start(qapp, register)

    assert window.font().pointSize() == 14
    window.close()
    qapp.setFont(font)


def test_no_widget_of_an_old_window_stays_on_the_screen(windows: Windows, qtbot: QtBot) -> None:
    change(windows, qtbot, "en")

    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [windows.now]


def test_the_page_that_was_shown_is_shown_in_the_other_language(windows: Windows, qtbot: QtBot) -> None:
    windows.now.turn_to("person")

    change(windows, qtbot, "en")

    assert windows.now.inside("person").isVisible()
    assert windows.now.tools["new"].text() == "&New person"
