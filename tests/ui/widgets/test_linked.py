"""A row is found by typing and chosen; words that mean nothing stay as they were typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from registry_app.domain.vietnamese import fold
from registry_app.ui.widgets.linked import Linked, number_of
from registry_app.ui.widgets.small_button import SmallButton
from tests.ui.conftest import type_text

ROWS = {7: "Tổ liên gia 1", 8: "Tổ liên gia 12", 9: "Tổ hòa giải"}


@pytest.fixture
def field(qtbot: QtBot) -> Linked:
    made = Linked(
        lambda typed: tuple((number, name) for number, name in ROWS.items() if fold(typed) in fold(name)),
        lambda number: ROWS.get(number, ""),
    )
    qtbot.addWidget(made)
    made.show()
    return made


def leave(field: Linked) -> None:
    QTest.keyClick(field.control, Qt.Key.Key_Return)


def test_it_shows_the_label_of_the_number_it_is_filled_with(field: Linked) -> None:
    field.fill("#9")

    assert (field.words, field.number, field.typed()) == ("Tổ hòa giải", 9, "#9")


def test_only_a_field_that_holds_something_can_be_emptied(field: Linked) -> None:
    (clear,) = field.findChildren(SmallButton)
    usable = [clear.isEnabled()]
    type_text(field.control, "xy")
    usable.append(clear.isEnabled())

    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    usable.append(clear.isEnabled())
    field.fill("#9")
    usable.append(clear.isEnabled())
    field.lock(True)
    usable.append(clear.isEnabled())

    assert (field.typed(), usable) == ("#9", [False, True, False, True, False])


def test_typing_over_it_forgets_what_was_chosen(field: Linked) -> None:
    field.fill("#9")

    type_text(field.control, "x")

    assert field.number is None
    assert "Tổ hòa giải" in field.typed()


@pytest.mark.parametrize(("typed", "number"), [("hoa giai", 9), ("TO LIEN GIA 1", 7)])
def test_what_words_alone_mean_is_taken_when_the_field_is_left(field: Linked, typed: str, number: int) -> None:
    type_text(field.control, typed)

    leave(field)

    assert field.number == number


@pytest.mark.parametrize("typed", ["liên gia", "không có"])
def test_words_that_mean_several_or_none_stay(field: Linked, typed: str) -> None:
    type_text(field.control, typed)

    leave(field)

    assert (field.number, field.typed()) == (None, typed)


def test_one_of_the_suggestions_is_chosen_by_keys(field: Linked) -> None:
    type_text(field.control, "lien gia")
    field.suggest()
    popup = field.suggestions.popup()
    assert popup is not None

    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert field.number == 8
    assert field.words == "Tổ liên gia 12"


def test_digits_that_are_typed_are_no_number_of_a_row() -> None:
    assert number_of("7") is None
    assert number_of("#7") == 7
    assert number_of("#") is None


def test_a_locked_field_offers_nothing(field: Linked) -> None:
    field.lock(True)

    field.suggest()

    popup = field.suggestions.popup()
    assert popup is None or not popup.isVisible()
