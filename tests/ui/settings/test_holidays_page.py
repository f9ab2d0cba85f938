"""Holidays are written down year by year, in any usual spelling of a date, each day once."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.errors import Refused
from registry_app.ui.settings.holidays_page import DAY, NAME, WEEKDAY, HolidaysPage

DAYS = (("2026-01-01", "Tết Dương lịch"), ("2026-04-30", "Ngày Chiến thắng"), ("2027-02-06", "Tết Nguyên đán"))


@pytest.fixture
def page(qtbot: QtBot) -> HolidaysPage:
    made = HolidaysPage(DAYS)
    made.year.setCurrentText("2026")
    qtbot.addWidget(made)
    return made


def add(page: HolidaysPage, day: str, name: str = "") -> bool:
    page.day.fill(day)
    page.name.setText(name)
    return page.add()


def shown(page: HolidaysPage) -> list[str]:
    return [page.table.text(row, DAY) for row in range(page.table.rowCount())]


def test_one_year_is_shown_with_the_days_of_the_week(page: HolidaysPage) -> None:
    assert shown(page) == ["01/01/2026", "30/04/2026"]
    page.year.setCurrentText("2027")

    assert shown(page) == ["06/02/2027"]
    assert page.table.text(0, WEEKDAY) == "Thứ Bảy"
    assert not page.is_changed


def test_a_day_is_added_in_its_place_and_its_year_is_shown(page: HolidaysPage) -> None:
    assert add(page, "2-9-2028", "  Quốc khánh ")

    assert page.year.currentText() == "2028"
    assert page.wanted() == (*DAYS, ("2028-09-02", "Quốc khánh"))
    assert page.is_changed


@pytest.mark.parametrize("day", ["31/02/2026", "2026", "01/2026", "Tết", "1/1/2026", ""])
def test_a_day_that_is_none_or_there_already_is_refused_in_words(page: HolidaysPage, day: str) -> None:
    assert not add(page, day, "Tết")

    assert page.notice.text
    assert page.day.typed() == day
    assert page.name.text() == "Tết"


def test_a_day_that_was_typed_and_not_added_is_not_lost(page: HolidaysPage) -> None:
    page.day.fill("2/9/2026")

    assert page.is_changed
    assert ("2026-09-02", "") in page.wanted()


def test_a_wrong_day_that_was_typed_and_not_added_keeps_the_window_open(page: HolidaysPage) -> None:
    page.day.fill("31/2/2026")

    with pytest.raises(Refused):
        page.wanted()


def test_a_day_is_deleted(page: HolidaysPage) -> None:
    page.table.selectRow(0)
    page.table.setCurrentCell(0, DAY)

    page.delete_button.click()

    assert page.wanted() == DAYS[1:]


def test_a_cell_is_written_into(page: HolidaysPage) -> None:
    page.table.type(1, NAME, " Giải phóng  miền Nam")
    page.table.type(0, DAY, "2/1/26")

    assert page.wanted()[:2] == (("2026-01-02", "Tết Dương lịch"), ("2026-04-30", "Giải phóng miền Nam"))


@pytest.mark.parametrize("typed", ["31/2/2026", "30/4/2026"])
def test_a_cell_with_a_wrong_day_is_as_before_and_says_why(page: HolidaysPage, typed: str) -> None:
    page.table.type(0, DAY, typed)

    assert page.notice.text
    assert page.wanted() == DAYS


def test_this_year_and_the_next_are_always_offered(qtbot: QtBot) -> None:
    page = HolidaysPage(())
    qtbot.addWidget(page)

    years = [page.year.itemText(place) for place in range(page.year.count())]

    assert years == [str(date.today().year), str(date.today().year + 1)]
