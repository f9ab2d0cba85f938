"""Words and terms are looked for once typing pauses; what is typed is never changed unless somebody takes an offer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain.query import LONGEST
from registry_app.domain.query_offers import offers
from registry_app.ui.models.search_box import SearchBox
from tests.domain.test_query import LISTS
from tests.ui.conftest import type_text

Key = Qt.Key


@pytest.fixture
def one(qtbot: QtBot) -> Iterator[SearchBox]:
    """In a window that has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    one = SearchBox(window)
    one.resize(400, 24)
    one.offers = lambda text, cursor: offers(text, cursor, LISTS)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    one.setFocus()
    yield one
    window.close()


def offered(one: SearchBox) -> list[str]:
    """What stands in the list of offers on the screen."""
    if not one.is_offering:
        return []
    items = (one.completion.topLevelItem(number) for number in range(one.completion.topLevelItemCount()))
    return [item.text(0) for item in items if item]


def test_many_letters_are_one_search(one: SearchBox, qtbot: QtBot) -> None:
    told: list[str] = []
    one.searched.connect(told.append)

    for letter in "tổ 5":
        type_text(one, letter)
    with qtbot.waitSignal(one.searched):
        pass

    assert told == ["tổ 5"]


def test_spaces_stay_while_typing(one: SearchBox, qtbot: QtBot) -> None:
    type_text(one, "  camera ")
    with qtbot.waitSignal(one.searched):
        pass

    assert one.text() == "  camera "


def test_enter_searches_at_once_and_goes_to_the_list(one: SearchBox, qtbot: QtBot) -> None:
    type_text(one, "kẻng")

    with qtbot.waitSignals([one.searched, one.kept, one.left_downwards], order="strict"):
        QTest.keyClick(one, Key.Key_Return)


def test_escape_empties_the_box(one: SearchBox, qtbot: QtBot) -> None:
    type_text(one, "kẻng")

    with qtbot.waitSignal(one.searched) as told:
        QTest.keyClick(one, Key.Key_Escape)

    assert told.args == [""]


def test_keys_are_offered_and_the_text_stays_as_it_was_typed(one: SearchBox) -> None:
    type_text(one, "trang")

    assert offered(one) == ["trạng-thái:"]
    assert one.text() == "trang"
    assert one.selectedText() == ""
    assert one.hasFocus()


@pytest.mark.parametrize("typed", ["camera", "tổ 5", "c", "22:30", "an ninh"])
def test_plain_words_are_left_in_peace(one: SearchBox, typed: str) -> None:
    type_text(one, typed)

    assert not one.is_offering


def test_down_and_enter_take_a_key_and_then_its_value(one: SearchBox) -> None:
    type_text(one, "tổ loai")

    QTest.keyClick(one, Key.Key_Down)
    assert "loại:" in one.accessibleDescription()
    QTest.keyClick(one, Key.Key_Return)
    assert one.text() == "tổ loại:"
    type_text(one, "cam")
    QTest.keyClick(one, Key.Key_Tab)

    assert one.text() == 'tổ loại:"Camera an ninh" '
    assert not one.is_offering


def test_up_chooses_the_last_offer_and_the_ends_choose_none(one: SearchBox) -> None:
    type_text(one, "loại:")

    QTest.keyClick(one, Key.Key_Up)
    assert one.completion.chosen == len(offered(one)) - 1
    QTest.keyClick(one, Key.Key_Down)

    assert one.completion.chosen is None


def test_enter_without_a_choice_searches_for_what_is_typed(one: SearchBox, qtbot: QtBot) -> None:
    type_text(one, "lo")
    assert one.is_offering

    with qtbot.waitSignal(one.left_downwards):
        QTest.keyClick(one, Key.Key_Return)

    assert one.text() == "lo"
    assert not one.is_offering


def test_tab_takes_no_key_that_nobody_chose(one: SearchBox) -> None:
    type_text(one, "lo")

    QTest.keyClick(one, Key.Key_Tab)

    assert one.text() == "lo"


def test_escape_closes_the_offers_first(one: SearchBox) -> None:
    type_text(one, "trang")

    QTest.keyClick(one, Key.Key_Escape)
    assert one.text() == "trang"
    assert not one.is_offering
    QTest.keyClick(one, Key.Key_Escape)

    assert one.text() == ""


def test_a_click_takes_an_offer(one: SearchBox) -> None:
    type_text(one, "trang")

    item = one.completion.topLevelItem(0)
    assert item
    QTest.mouseClick(
        one.completion.viewport(), Qt.MouseButton.LeftButton, pos=one.completion.visualItemRect(item).center()
    )

    assert one.text() == "trạng-thái:"


def test_offers_go_when_the_box_loses_the_keyboard(one: SearchBox) -> None:
    type_text(one, "trang")

    one.clearFocus()

    assert not one.is_offering


def test_down_in_the_empty_box_offers_what_was_searched_for_lately(one: SearchBox, qtbot: QtBot) -> None:
    one.recent = lambda: ("camera tổ 5", "kẻng")

    QTest.keyClick(one, Key.Key_Down)
    assert offered(one) == ["camera tổ 5", "kẻng"]
    QTest.keyClick(one, Key.Key_Down)
    with qtbot.waitSignal(one.searched) as told:
        QTest.keyClick(one, Key.Key_Return)

    assert told.args == ["kẻng"]


def test_down_goes_to_the_list_when_nothing_was_searched_for_yet(one: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(one.left_downwards):
        QTest.keyClick(one, Key.Key_Down)


def test_a_megabyte_with_line_ends_is_one_line_and_cut_with_a_word(one: SearchBox, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("tổ\r\ndân\tphố\n" * 90_000)

    with qtbot.waitSignal(one.shortened):
        QTest.keyClick(one, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert len(one.text()) == LONGEST
    assert one.text().startswith("tổ dân phố tổ")


def test_what_fits_is_pasted_whole(one: SearchBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(one.shortened):
        one.take("camera\ntổ 5\n")

    assert one.text() == "camera tổ 5"


def test_typing_past_the_end_is_said(one: SearchBox, qtbot: QtBot) -> None:
    one.setText("a" * LONGEST)

    with qtbot.waitSignal(one.shortened):
        QTest.keyClicks(one, "b")


def test_a_part_that_cannot_be_read_is_underlined(one: SearchBox) -> None:
    one.setText("loại:xyz")
    before = one.grab().toImage()

    one.mark_wrong([(5, 8)])

    assert one.grab().toImage() != before
