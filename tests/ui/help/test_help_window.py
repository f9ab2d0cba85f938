"""Help opens for where one stands, also over a dialog; it is searched without accents and follows links."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.ui.choices import Choices
from registry_app.ui.help import cards
from registry_app.ui.help.help_window import HelpWindow
from registry_app.ui.help.here import card_of
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session
from tests.ui.conftest import type_text


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    made = HelpWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def main(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(session, Choices())
    shown.models._open()
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def test_all_cards_are_listed_and_the_first_is_shown(window: HelpWindow) -> None:
    assert len(window.titles) == len(cards.CARDS)
    assert window.shown == "start"
    assert "Cả cuốn sổ nằm trong một tệp" in window.text


@pytest.mark.parametrize("name", cards.CARDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_card_can_be_shown(name: str, language: str, qtbot: QtBot) -> None:
    words.use(language)
    window = HelpWindow()
    qtbot.addWidget(window)

    window.choose(name)

    assert window.shown == name
    assert window.text.startswith(next(card.title for card in cards.cards() if card.name == name))


def test_a_search_without_accents_lists_the_cards_that_hold_the_words(window: HelpWindow) -> None:
    type_text(window.findChild(QLineEdit) or window, "hoan tac")

    assert window.titles[0] == "Lịch sử và hoàn tác"
    assert 1 < len(window.titles) < len(cards.CARDS)


def test_a_search_in_vain_says_so_and_keeps_the_card(window: HelpWindow) -> None:
    before = window.text

    window.look_for("kính thiên văn")

    assert window.titles == []
    assert not window._nothing.isHidden()
    assert window.text == before


def test_a_link_leads_to_its_card_and_nowhere_else(window: HelpWindow) -> None:
    window._text.anchorClicked.emit(QUrl("find.md"))
    window._text.anchorClicked.emit(QUrl("https://example.org/add.html"))

    assert window.shown == "find"


def test_the_part_around_the_keyboard_says_which_card(main: MainWindow) -> None:
    assert card_of(main.models.sidebar) == "views"
    assert card_of(main.models.search_box) == "find"
    assert card_of(main.models.list.viewport()) == "find"
    assert card_of(main.models.form.fields) == "add"
    assert card_of(main) == "start"


def test_a_picture_is_never_wider_than_the_card(window: HelpWindow, qtbot: QtBot) -> None:
    window.resize(560, 500)
    window.show()
    window.choose("start")

    qtbot.waitUntil(lambda: window._text.horizontalScrollBar().maximum() == 0)


def test_f1_shows_help_for_where_one_stands_and_lets_work_go_on(main: MainWindow) -> None:
    main.models.go_to_search()

    main.tools["show_help"].trigger()

    shown = main.findChild(HelpWindow)
    assert shown is not None
    assert shown.shown == "find"
    assert not shown.isModal()


def test_asked_again_the_same_window_comes_with_another_card(main: MainWindow) -> None:
    one = HelpWindow.show_card(main, "print")
    two = HelpWindow.show_card(main, "lists")

    assert one is two
    assert two.shown == "lists"


def test_f1_helps_in_a_modal_dialog_too(main: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(main)
    dialog.setProperty("guide", "status")
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(field.hasFocus)

    QTest.keyClick(field, Qt.Key.Key_F1)
    shown = [one.shown for one in dialog.findChildren(HelpWindow)]
    dialog.reject()
    dialog.deleteLater()

    assert shown == ["status"]


def test_a_widget_that_names_a_card_that_is_not_there_is_passed_over(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    outer.setProperty("guide", "find")
    inner.setProperty("guide", "nowhere")

    assert card_of(inner) == "find"
