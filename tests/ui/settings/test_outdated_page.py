"""Weights and limits of what looks outdated, written in the settings."""

import pytest
from pytestqt.qtbot import QtBot

from registry_app.domain.entries import Grade
from registry_app.domain.errors import Refused
from registry_app.domain.outdated import RULES
from registry_app.ui.settings.outdated_page import LIMIT, WEIGHT, OutdatedPage

GRADES = [Grade(id=1, name="Tốt", rank=1), Grade(id=2, name="Yếu", rank=4), Grade(id=3, name="Không", rank=None)]
OVERDUE = next(place for place, rule in enumerate(RULES) if rule.key == "overdue")


@pytest.fixture
def page(qtbot: QtBot) -> OutdatedPage:
    """The rules as they come."""
    made = OutdatedPage((), 0, GRADES)
    qtbot.addWidget(made)
    return made


def test_as_they_come_nothing_is_changed(page: OutdatedPage) -> None:
    assert not page.is_changed
    assert page.wanted() == ((), 0)


def test_what_is_written_is_wanted_and_only_that(page: OutdatedPage) -> None:
    page.table.type(OVERDUE, WEIGHT, "7")
    page.table.type(OVERDUE, LIMIT, "60")
    page.weak.fill("4")

    assert page.is_changed
    assert page.wanted() == ((("overdue", 7, 60),), 4)


@pytest.mark.parametrize("typed", ["zork", "-1", "100"])
def test_a_wrong_weight_is_told_at_once_and_refused(page: OutdatedPage, typed: str) -> None:
    page.table.type(OVERDUE, WEIGHT, typed)

    assert "Quá hạn rà soát" in page.notice.text
    with pytest.raises(Refused):
        page.wanted()
    assert page.is_changed


def test_what_the_ward_said_before_stands_there(qtbot: QtBot) -> None:
    made = OutdatedPage((("overdue", 0, 45),), 4, GRADES)
    qtbot.addWidget(made)

    assert made.table.text(OVERDUE, WEIGHT) == "0"
    assert made.wanted() == ((("overdue", 0, 45),), 4)
    assert not made.is_changed
