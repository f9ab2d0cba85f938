"""A date as people write it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from registry_app.domain import kinds
from registry_app.domain.kinds import BadValue
from registry_app.ui.widgets.calendar import CalendarPopup
from registry_app.ui.widgets.date_field import DateField
from tests.ui.conftest import type_text

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
"""What the screen that is not there says of popups."""


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField()
    qtbot.addWidget(made)
    return made


def line(field: DateField) -> QLineEdit:
    found = field.control
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [
        ("5/3/26", "05/03/2026", "2026-03-05"),
        ("5.3.2026", "05/03/2026", "2026-03-05"),
        ("20260305", "05/03/2026", "2026-03-05"),
        ("05032026", "05/03/2026", "2026-03-05"),
        ("20102011", "20/10/2011", "2011-10-20"),
        ("03/2026", "03/2026", "2026-03"),
        ("3-2026", "03/2026", "2026-03"),
        ("2026", "2026", "2026"),
        ("ngày 5 tháng 3 năm 2026", "05/03/2026", "2026-03-05"),
    ],
)
def test_a_date_is_written_the_usual_way_once_it_is_left(
    field: DateField, qtbot: QtBot, typed: str, shown: str, value: str
) -> None:
    type_text(line(field), typed)
    assert line(field).text() == typed

    QTest.keyClick(line(field), Qt.Key.Key_Return)

    assert (field.typed(), field.value()) == (shown, value)


@pytest.mark.parametrize("typed", ["31/02/2026", "31022026x", "12345678", "hôm kia"])
def test_what_is_no_date_stays_as_typed(field: DateField, qtbot: QtBot, typed: str) -> None:
    type_text(line(field), typed)

    QTest.keyClick(line(field), Qt.Key.Key_Return)

    assert line(field).text() == typed
    with pytest.raises(BadValue):
        field.value()


def test_empty_is_a_value(field: DateField) -> None:
    field.fill("05/03/2026")

    field._clear.click()

    assert field.value() is None


def test_a_day_pointed_at_in_the_calendar_is_taken(field: DateField, qtbot: QtBot) -> None:
    field.fill("02/2024")
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)

    with qtbot.waitSignal(field.committed):
        popup.chosen.emit("2024-02-29")
    popup.close()

    assert field.value() == "2024-02-29"


def test_today_is_one_click_away(field: DateField, qtbot: QtBot) -> None:
    popup = CalendarPopup(field)
    with qtbot.waitSignal(popup.chosen) as told:
        popup.today.click()

    assert told.args == [date.today().isoformat()]


def test_a_month_field_takes_the_month_of_the_day_pointed_at(qtbot: QtBot) -> None:
    field = DateField(kinds.MONTH)
    qtbot.addWidget(field)

    field._take("2024-02-29")

    assert field.value() == "2024-02"


def test_a_locked_date_cannot_be_changed(field: DateField, qtbot: QtBot) -> None:
    field.fill("2024")

    field.lock(True)
    QTest.keyClick(line(field), Qt.Key.Key_Backspace)
    field._clear.click()

    assert field.typed() == "2024"
