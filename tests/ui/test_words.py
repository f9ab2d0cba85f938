"""Qt's own buttons and menus speak Vietnamese; what the catalogue does not know stays as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QKeySequenceEdit,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from registry_app.domain import words
from registry_app.ui import keys
from registry_app.ui.words import AS_THEY_ARE, QT_WORDS, QtWords, locale


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


class Listening(QtWords):
    """Remembers what Qt asked for and our catalogue does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[str] = set()

    def translate(self, context: str, text: str, *others: Any) -> Any:
        """As QtWords."""
        found = super().translate(context, text, *others)
        if found is None and context not in AS_THEY_ARE:
            self.missing.add(text)
        return found


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[Listening]:
    """Every text that Qt asks for passes by."""
    translator = Listening()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_every_dialog_of_qt_that_we_show_speaks_vietnamese(listening: Listening, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "sổ.registry").touch()
    paper = printer()

    for make in SHOWN:
        widget = make(str(tmp_path), paper)
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitUntil(widget.isVisible)
        widget.close()

    assert {text for text in listening.missing if english(text)} == set()


def file_dialog(mode: QFileDialog.AcceptMode, files: QFileDialog.FileMode, folder: str) -> QFileDialog:
    dialog = QFileDialog(None, "Sổ", folder, "Sổ (*.registry)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setFileMode(files)
    return dialog


def message_box(_folder: str, _printer: QPrinter) -> QMessageBox:
    box = QMessageBox()
    for button in QMessageBox.StandardButton:
        if button.value.bit_count() == 1 and QMessageBox.StandardButton.Ok.value <= button.value:
            box.addButton(button)
    box.setDetailedText("…")
    return box


def with_menu(widget: QLineEdit | QTextEdit | QPlainTextEdit) -> QWidget:
    menu = widget.createStandardContextMenu()
    menu.deleteLater()
    return widget


def printer() -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return made


def english(text: str) -> bool:
    """Whether ``text`` has words that a reader of Vietnamese would stumble over."""
    return text not in SAME and any(part.isalpha() and len(part) > 2 for part in text.replace("%", " ").split())


SAME = ("Inches (in)", "Pica (P̸)", "Didot (DD)", "Cicero (CC)")
"""Units are called the same in every language."""
Mode, Files = QFileDialog.AcceptMode, QFileDialog.FileMode
SHOWN: tuple[Callable[[str, QPrinter], QWidget], ...] = (
    lambda folder, _printer: file_dialog(Mode.AcceptOpen, Files.ExistingFile, folder),
    lambda folder, _printer: file_dialog(Mode.AcceptSave, Files.AnyFile, folder),
    lambda folder, _printer: file_dialog(Mode.AcceptOpen, Files.Directory, folder),
    message_box,
    lambda _folder, _printer: QInputDialog(),
    lambda _folder, _printer: QProgressDialog(),
    lambda _folder, _printer: QKeySequenceEdit(),
    lambda _folder, _printer: QCalendarWidget(),
    lambda _folder, _printer: with_menu(QLineEdit()),
    lambda _folder, _printer: with_menu(QTextEdit()),
    lambda _folder, _printer: with_menu(QPlainTextEdit()),
    lambda _folder, printer: QPrintDialog(printer),
    lambda _folder, printer: QPrintPreviewDialog(printer),
)


def test_every_word_of_qt_has_its_vietnamese() -> None:
    assert [text for text in QT_WORDS if words_of(text) == text] == []


def words_of(text: str) -> str:
    return str(QtWords().translate("QDialog", text) or text)


def test_keys_are_called_what_stands_on_the_keyboard() -> None:
    names = ("Ctrl+Shift+P", "Del", "Home", "Print", "Ctrl+Enter", "PgUp")

    assert [QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText) for name in names] == list(names)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_enter_key_is_called_so_in_a_menu_and_works_as_before(language: str, qtbot: QtBot) -> None:
    words.use(language)
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction("Rà soát", window)
    action.setShortcut(QKeySequence("Ctrl+Return"))
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert keys.shown("Ctrl+Return") == "Ctrl+Enter"
    assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Enter"
    assert keys.portable("Ctrl+Return") == keys.portable("Ctrl+Enter") == "Ctrl+Return"


@pytest.mark.parametrize(("language", "number", "month"), [("vi", "1.234,50", "Tháng 5"), ("en", "1,234.50", "May")])
def test_numbers_and_months_are_those_of_the_language(language: str, number: str, month: str) -> None:
    words.use(language)

    assert locale().toString(1234.5, "f", 2) == number
    assert locale().standaloneMonthName(5).casefold() == month.casefold()
