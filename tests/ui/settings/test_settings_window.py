"""The settings: what is kept in the register is one action, what is kept with the user holds at once."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.operations import preferences
from registry_app.ui.actions import menus
from registry_app.ui.choices import Choices
from registry_app.ui.lists.interval_preview import IntervalPreview
from registry_app.ui.session import Session
from registry_app.ui.settings.intervals_page import MONTHS
from registry_app.ui.settings.settings_window import TITLES, SettingsWindow
from tests.ui.conftest import Asked, type_text

ACCEPTED, REJECTED = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected


@pytest.fixture
def choices() -> Choices:
    return Choices()


@pytest.fixture
def settings(session: Session, choices: Choices, qtbot: QtBot) -> SettingsWindow:
    made = SettingsWindow(session, choices, menus.all_keys())
    qtbot.addWidget(made)
    return made


def answer_preview(*, agree: bool) -> None:
    """Agree to the preview of an interval, or not, once it is shown."""

    def press() -> None:
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, IntervalPreview)
        preview.done(ACCEPTED if agree else REJECTED)

    QTimer.singleShot(0, press)


def test_the_facts_of_the_ward_are_saved_as_typed_and_cleaned(settings: SettingsWindow, session: Session) -> None:
    settings.ward.fields.fill(
        {
            "committee": "Ban Chỉ đạo  138",
            "recipients": "Như trên;\n\n  Lưu: VT.",
            "within": "45",
            "needed": ("lead", "aim"),
        }
    )

    settings.save_button.click()

    ward = session.registry.settings.ward()
    assert settings.result() == ACCEPTED
    assert (ward.committee, ward.within, ward.needed) == ("Ban Chỉ đạo 138", 45, ("lead", "aim"))
    assert ward.recipients == ("Như trên;", "Lưu: VT.")
    assert session.moment.within == 45


def test_facts_and_holidays_are_one_action(settings: SettingsWindow, session: Session) -> None:
    settings.ward.fields.fill({"committee": "Ban Chỉ đạo 138"})
    settings.holidays.day.fill("30/4/27")
    type_text(settings.holidays.name, "Ngày Chiến thắng")
    settings.holidays.add_button.click()

    settings.save_button.click()

    assert session.registry.settings.ward().holidays == (("2027-04-30", "Ngày Chiến thắng"),)
    session.undo()
    ward = session.registry.settings.ward()
    assert (ward.committee, ward.holidays) == ("", ())


def test_nothing_changed_writes_nothing(settings: SettingsWindow, session: Session) -> None:
    before = session.registry.undoable

    settings.save_button.click()

    assert settings.result() == ACCEPTED
    assert session.registry.undoable == before
    assert not preferences.path().exists()


@pytest.mark.parametrize(("field", "typed"), [("name", "  "), ("within", "0"), ("within", "nhiều")])
def test_what_is_wrong_is_told_at_its_field(settings: SettingsWindow, field: str, typed: str) -> None:
    settings.turn_to("keys")
    settings.ward.fields.fill({field: typed})

    settings.save_button.click()

    assert settings.page == "ward"
    assert settings.ward.fields.problem(field)
    assert settings.result() != ACCEPTED


def test_a_field_needed_by_the_ward_makes_models_miss_information(settings: SettingsWindow, session: Session) -> None:
    settings.ward.fields.fill({"needed": ()})
    settings.save_button.click()

    assert session.registry.models.view_counts(session.moment)["missing"] == 0


def test_whether_paused_models_count_is_the_wards_choice(settings: SettingsWindow, session: Session) -> None:
    assert settings.ward.fields["count_paused"].typed() == ("count_paused",)

    settings.ward.fields.fill({"count_paused": ()})
    settings.save_button.click()

    assert not session.registry.settings.ward().count_paused


def test_an_interval_is_written_once_its_dates_were_agreed_to(settings: SettingsWindow, session: Session) -> None:
    row = interval_row(settings, "CAM")
    settings.intervals.table.type(row, MONTHS, "3")

    answer_preview(agree=False)
    settings.save_button.click()
    assert (settings.result(), settings.page) == (REJECTED, "intervals")
    answer_preview(agree=True)
    settings.save_button.click()

    assert settings.result() == ACCEPTED
    months = {one.code: one.interval_months for one in session.registry.lists.types.values()}
    assert months["CAM"] == 3


@pytest.mark.parametrize("typed", ["nhiều", "0", "-1", "100000", "1,5"])
def test_an_interval_that_is_none_is_told_at_once(settings: SettingsWindow, session: Session, typed: str) -> None:
    settings.intervals.table.type(interval_row(settings, "CAM"), MONTHS, typed)

    assert "Camera an ninh" in settings.intervals.notice.text
    settings.save_button.click()
    assert (settings.result(), settings.page) == (REJECTED, "intervals")


def test_an_emptied_interval_means_no_periodic_review(settings: SettingsWindow, session: Session) -> None:
    settings.intervals.table.type(interval_row(settings, "CAM"), MONTHS, "")

    answer_preview(agree=True)
    settings.save_button.click()

    months = {one.code: one.interval_months for one in session.registry.lists.types.values()}
    assert months["CAM"] is None


def test_choices_of_the_user_hold_at_once(settings: SettingsWindow, choices: Choices, session: Session) -> None:
    settings.computer.fields.fill({"who": " Lan  Anh", "theme": "dark", "font_points": "14", "start_on": "overview"})

    settings.save_button.click()

    now = choices.now
    assert (now.who, now.theme, now.font_points, now.start_on) == ("Lan Anh", "dark", 14, "overview")
    assert preferences.load() == now
    assert session.registry.who == "Lan Anh"


def test_the_sample_shows_the_letters_before_they_are_chosen(settings: SettingsWindow, choices: Choices) -> None:
    settings.computer.fields.fill({"font_points": "16"})

    assert settings.computer.sample_points == 16
    assert choices.now.font_points == preferences.AS_SYSTEM


def test_own_keys_are_saved_and_can_be_the_usual_ones_again(settings: SettingsWindow, choices: Choices) -> None:
    settings.keys.choose("new")
    settings.keys.press.setKeySequence(QKeySequence("Ctrl+Shift+M"))
    settings.keys.choose("save")
    settings.keys.press.clear()
    assert settings.keys.wanted() == {"new": "Ctrl+Shift+M", "save": ""}

    settings.keys.reset()
    settings.save_button.click()

    assert choices.now.shortcuts == {"new": "Ctrl+Shift+M"}


def test_keys_that_are_taken_are_told_at_once(settings: SettingsWindow) -> None:
    settings.keys.choose("new")

    settings.keys.press.setKeySequence(QKeySequence("Ctrl+S"))

    assert "“Lưu”" in settings.keys.notice.text
    assert settings.keys.wanted() == {}
    assert settings.keys.press.keySequence().toString() == "Ctrl+N"


def test_all_keys_can_be_the_usual_ones_again_and_strange_ones_stay(session: Session, qtbot: QtBot) -> None:
    choices = Choices()
    choices.change(shortcuts={"new": "Ctrl+Shift+M", "of a newer program": "Ctrl+9"})
    settings = SettingsWindow(session, choices, menus.all_keys())
    qtbot.addWidget(settings)

    settings.keys.reset_all()
    settings.save_button.click()

    assert choices.now.shortcuts == {"of a newer program": "Ctrl+9"}


def test_a_command_is_found_without_accents(settings: SettingsWindow) -> None:
    type_text(settings.keys.search, "ghi ra soat")

    assert settings.keys.table.rowCount() == 1
    assert settings.keys.chosen is not None
    assert settings.keys.chosen.name == "mark_reviewed"


@pytest.mark.parametrize(("answer", "saved"), [("discard", False), ("save", True)])
def test_leaving_asks_about_what_was_changed(
    settings: SettingsWindow, choices: Choices, asked: Asked, answer: str, saved: bool
) -> None:
    settings.computer.fields.fill({"theme": "dark"})
    asked.will(answer)

    settings.cancel_button.click()

    assert (choices.now.theme == "dark") is saved
    assert (settings.result() == ACCEPTED) is saved


def test_staying_keeps_what_was_typed(settings: SettingsWindow, asked: Asked) -> None:
    settings.show()
    settings.computer.fields.fill({"theme": "dark"})
    asked.will("stay")

    QTest.keyClick(settings, Qt.Key.Key_Escape)

    assert settings.isVisible()
    assert settings.computer.wanted()["theme"] == "dark"
    settings.done(REJECTED)


def test_without_a_register_only_what_is_the_users_is_shown(choices: Choices, qtbot: QtBot) -> None:
    settings = SettingsWindow(Session(), choices, menus.all_keys())
    qtbot.addWidget(settings)

    settings.turn_to("ward")
    settings.computer.fields.fill({"theme": "dark"})
    settings.save_button.click()

    assert settings.page == "computer"
    assert choices.now.theme == "dark"


def test_in_a_register_that_can_only_be_read_the_user_still_chooses(
    session: Session, choices: Choices, qtbot: QtBot
) -> None:
    path = session.registry.path
    reading = Session()
    assert reading.open(path)
    settings = SettingsWindow(reading, choices, menus.all_keys())
    qtbot.addWidget(settings)

    settings.computer.fields.fill({"theme": "dark"})
    settings.save_button.click()

    assert reading.registry.read_only
    assert not settings.holidays.isEnabled()
    assert choices.now.theme == "dark"
    reading.close()


def test_every_page_has_a_title_and_can_be_turned_to(settings: SettingsWindow) -> None:
    for page in TITLES:
        settings.turn_to(page)

        assert settings.page == page


def interval_row(settings: SettingsWindow, code: str) -> int:
    table = settings.intervals.table
    return next(row for row in range(table.rowCount()) if table.text(row, 1) == code)


def test_enter_adds_a_holiday_and_does_not_close_the_settings(settings: SettingsWindow) -> None:
    settings.turn_to("holidays")
    settings.show()
    settings.holidays.day.fill("2/9/2027")
    settings.holidays.name.setFocus()

    QTest.keyClick(settings.holidays.name, Qt.Key.Key_Return)

    assert settings.isVisible()
    assert settings.holidays.wanted() == (("2027-09-02", ""),)
    settings.done(REJECTED)


def test_ctrl_enter_saves(settings: SettingsWindow, choices: Choices) -> None:
    settings.turn_to("computer")
    settings.show()
    settings.computer.fields.fill({"theme": "dark"})

    QTest.keyClick(settings, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert choices.now.theme == "dark"
    assert not settings.isVisible()
