"""Every question to the user goes through here; tests put a recorder in the place of these functions."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from registry_app.domain.words import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox

TITLE = N_("Register of models")


def tell(parent: QWidget | None, text: str) -> None:
    """Say ``text``; the user can only go on."""
    box = _box(parent, text)
    box.addButton(_("Close"), box.ButtonRole.AcceptRole)
    _pressed(box)


def confirm(parent: QWidget | None, text: str, *, yes: str, no: str) -> bool:
    """Whether the user agrees; ``yes`` and ``no`` say what each does. Enter and Escape both mean ``no``."""
    box = _box(parent, text, asks=True)
    agreed = box.addButton(yes, box.ButtonRole.AcceptRole)
    declined = box.addButton(no, box.ButtonRole.RejectRole)
    box.setDefaultButton(declined)
    box.setEscapeButton(declined)
    return _pressed(box) is agreed


def save_discard_stay(parent: QWidget | None, text: str) -> Literal["save", "discard", "stay"]:
    """What is to become of unsaved work. Enter saves, Escape stays."""
    box = _box(parent, text, asks=True)
    save = box.addButton(_("&Save"), box.ButtonRole.AcceptRole)
    discard = box.addButton(_("&Do not save"), box.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Keep editing"), box.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    pressed = _pressed(box)
    if pressed is save:
        return "save"
    return "discard" if pressed is discard else "stay"


def finished(parent: QWidget | None, text: str, file: Path) -> None:
    """Say that ``file`` was made and offer to open it or its folder."""
    box = _box(parent, text)
    open_file = box.addButton(_("&Open the file"), box.ButtonRole.ActionRole)
    open_folder = box.addButton(_("Open the &folder"), box.ButtonRole.ActionRole)
    close = box.addButton(_("Close"), box.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    pressed = _pressed(box)
    if pressed is open_file:
        show_file(file)
    elif pressed is open_folder:
        show_file(file.parent)


def show_file(file: Path) -> bool:
    """Hand ``file`` or a folder to the system's own program; False when it has none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def choose_save(parent: QWidget | None, title: str, suggested: Path, pattern: str) -> Path | None:
    """Where to save; a name without ending gets that of ``suggested``. ``pattern`` is like "PDF (*.pdf)". An existing
    file is only returned when the user agreed to replace it."""
    dialog = _file_dialog(parent, title, str(suggested.parent), pattern)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    return _chosen(dialog)


def choose_open(parent: QWidget | None, title: str, pattern: str) -> Path | None:
    """Which existing file to open."""
    dialog = _file_dialog(parent, title, "", pattern)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_files(parent: QWidget | None, title: str, pattern: str) -> list[Path]:
    """Which existing files, one or several; none when the user went back."""
    dialog = _file_dialog(parent, title, "", pattern)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    agreed = dialog.exec() == dialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return [Path(name) for name in names] if agreed else []


def line(parent: QWidget | None, title: str, label: str, text: str = "") -> str | None:
    """One line of text as typed; None when the user went back."""
    from PySide6.QtWidgets import QInputDialog

    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.resize(460, dialog.sizeHint().height())
    agreed = dialog.exec() == QInputDialog.DialogCode.Accepted
    typed: str = dialog.textValue()
    dialog.deleteLater()
    return typed if agreed else None


def _box(parent: QWidget | None, text: str, *, asks: bool = False) -> "QMessageBox":
    """A message box; imported when the first one is shown, not at the start."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(_(TITLE))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question if asks else QMessageBox.Icon.Information)
    box.setText(text)
    return box


def _pressed(box: "QMessageBox") -> "QAbstractButton | None":
    """Ask, and which button was the answer. The box goes away afterwards: told to go by ``finished``, it would be gone
    before its own loop has come back whenever something else was waiting there."""
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed


def _file_dialog(parent: QWidget | None, title: str, folder: str, pattern: str) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog(parent, title, folder, pattern)


def _chosen(dialog: "QFileDialog") -> Path | None:
    agreed = dialog.exec() == dialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if agreed and names else None
