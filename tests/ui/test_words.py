"""Qt's own buttons and menus speak Vietnamese; what the catalogue does not know stays as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.ui.words import QtWords


@pytest.fixture(autouse=True)
def qt_words(qapp: QApplication) -> Iterator[QtWords]:
    """Qt asks us for its words."""
    translator = QtWords()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_buttons_of_dialogs_are_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert {button.text().replace("&", "") for button in box.buttons()} == {"Đồng ý", "Hủy"}


def test_the_menu_of_a_text_field_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()

    texts = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()

    assert texts == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]


def test_what_we_do_not_know_stays() -> None:
    assert QCoreApplication.translate("Anything", "Not in any catalogue") == "Not in any catalogue"


def test_in_english_qt_speaks_for_itself() -> None:
    words.use("en")

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
