"""Pictures of the window, the same on every machine: for who has no screen, and for the pages about the program."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QLocale, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from registry_app import resources
from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_
from registry_app.operations import files

from . import theme
from . import words as qt_words
from .app import application
from .choices import Choices
from .main_window import MainWindow
from .session import Session

FONT = "Liberation Sans"
FONT_POINTS = 10
PICTURE_SIZE = QSize(1366, 768)
SETTLE_MS = 400


def picture_application() -> QApplication:
    """Qt as ``app.application`` makes it, with the same letters on every machine: where there is no screen
    there may be no fonts either."""
    app = application()
    for file in sorted((resources.folder() / "fonts").glob("LiberationSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(QFont(FONT, FONT_POINTS))
    return app


def save_picture(register: Path, png: Path) -> None:
    """Save a picture of the window on ``register``, light, 1366 × 768; needs no screen and leaves no trace.

    Raises RegistryError when the register cannot be opened or the picture not written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = picture_application()
    theme.apply(app, "light")
    QLocale.setDefault(qt_words.locale())
    session = Session()
    window = MainWindow(session, Choices(keeps=False))
    session.adopt(files.open_register(register))
    try:
        window.resize(PICTURE_SIZE)
        window.models.take_shape(QByteArray(), PICTURE_SIZE.width())
        window.show()
        window.models.list.selectRow(0)
        settled = QEventLoop()
        QTimer.singleShot(SETTLE_MS, settled.quit)
        settled.exec()
        _save(window, png)
    finally:
        window.close()
        window.deleteLater()


def _save(window: MainWindow, png: Path) -> None:
    part = png.with_name(png.name + ".part")
    try:
        if not window.grab().save(str(part), "PNG"):
            raise RegistryError(N_("The picture “{name}” could not be written."), name=png.name)
        part.replace(png)
    except OSError as problem:
        text = N_("The picture “{name}” could not be written: {why}.")
        raise RegistryError(text, name=png.name, why=system_reason(problem)) from problem
