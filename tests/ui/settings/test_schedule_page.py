"""How due dates are reckoned and which summaries are asked for, written in the settings with a preview."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from registry_app.domain.errors import Refused
from registry_app.domain.summaries import USUAL_DAYS
from registry_app.domain.ward import Ward
from registry_app.ui.actions import menus
from registry_app.ui.choices import Choices
from registry_app.ui.schedule.dates_preview import DatesPreview
from registry_app.ui.session import Session
from registry_app.ui.settings.schedule_page import SchedulePage
from registry_app.ui.settings.settings_window import SettingsWindow
from tests.ui.conftest import add

WARD = Ward(summary_days=(*USUAL_DAYS, ("interim", "09-30")), summary_since="2026-11-22", off_days="back")
ACCEPTED, REJECTED = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected


@pytest.fixture
def page(qtbot: QtBot) -> SchedulePage:
    made = SchedulePage(WARD)
    qtbot.addWidget(made)
    return made


def test_it_shows_what_the_ward_has(page: SchedulePage) -> None:
    typed = page.fields.typed()

    assert (typed["due_by"], typed["off_days"]) == ("day", "back")
    assert (typed["interim"], typed["final"], typed["summary_since"]) == ("30/06; 30/09", "15/12", "22/11/2026")
    assert not page.is_changed
    assert page.wanted(WARD) == replace(WARD, summary_days=tuple(sorted(WARD.summary_days, key=lambda day: day[1][:2])))


def test_what_is_typed_is_wanted(page: SchedulePage) -> None:
    page.fields.fill({"due_by": "month", "off_days": "none", "interim": "", "final": "31/12, 5.1", "summary_since": ""})

    assert page.is_changed
    wanted = page.wanted(WARD)
    assert (wanted.due_by, wanted.off_days, wanted.summary_since) == ("month", "none", "")
    assert wanted.summary_days == (("final", "01-05"), ("final", "12-31"))


@pytest.mark.parametrize(
    ("field", "typed"), [("interim", "30/13"), ("final", "31/06"), ("final", "zork"), ("summary_since", "2026")]
)
def test_what_is_wrong_is_told_at_its_field(page: SchedulePage, field: str, typed: str) -> None:
    page.fields.fill({field: typed})

    with pytest.raises(Refused) as refused:
        page.wanted(WARD)
    page.show_problems(refused.value.problems)

    assert typed[:4] in page.fields.problem(field)


def answer(*, agree: bool, seen: list[int]) -> None:
    """Agree to the preview, or not, once it is shown; ``seen`` gets how many dates it shows."""

    def press() -> None:
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, DatesPreview)
        seen.append(preview.table.rowCount())
        preview.done(ACCEPTED if agree else REJECTED)

    QTimer.singleShot(0, press)


@pytest.fixture
def settings(session: Session, qtbot: QtBot) -> SettingsWindow:
    add(session, name="Camera tổ 6", type="camera an ninh", founded_on="2026-08-30", interval_months="6")
    made = SettingsWindow(session, Choices(), menus.all_keys())
    qtbot.addWidget(made)
    return made


def test_new_rules_are_written_once_their_dates_were_agreed_to(settings: SettingsWindow, session: Session) -> None:
    settings.schedule.fields.fill({"off_days": "forward"})
    before, seen = session.registry.undoable, list[int]()

    answer(agree=False, seen=seen)
    settings.save_button.click()
    assert (settings.result(), settings.page) == (REJECTED, "schedule")
    assert session.registry.undoable == before
    answer(agree=True, seen=seen)
    settings.save_button.click()

    assert settings.result() == ACCEPTED
    assert seen[0] == seen[1] > 0
    assert session.registry.settings.ward().off_days == "forward"
    session.undo()
    assert session.registry.settings.ward().off_days == "none"


def test_rules_that_change_no_date_are_written_without_a_question(settings: SettingsWindow, session: Session) -> None:
    settings.holidays.day.fill("30/4/27")

    settings.save_button.click()

    assert settings.result() == ACCEPTED
    assert session.registry.settings.ward().holidays == (("2027-04-30", ""),)


def test_other_facts_of_the_ward_need_no_preview(settings: SettingsWindow) -> None:
    settings.ward.fields.fill({"committee": "Ban Chỉ đạo 138"})

    settings.save_button.click()

    assert settings.result() == ACCEPTED
