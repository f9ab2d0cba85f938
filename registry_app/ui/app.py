"""Starting the window: Qt in our look and words, bugs caught, the register opened; and a picture of the window."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QLocale, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from registry_app import __version__, resources
from registry_app.domain import words
from registry_app.domain.errors import RegistryError, system_reason
from registry_app.domain.words import N_
from registry_app.operations import files

from . import icons, theme
from . import words as qt_words
from .bugs import Bugs
from .choices import Choices
from .garbage import Garbage
from .main_window import MainWindow
from .session import Session
from .warming import Warming
from .windows import Windows

NAME = "registry-app"
FONT = "Liberation Sans"
FONT_POINTS = 10
PICTURE_SIZE = QSize(1366, 768)
SETTLE_MS = 400


def main(register: Path | None) -> int:
    """Open the window on ``register``, else on the one opened last, else on what can be opened; the exit code."""
    app = application()
    bugs = Bugs(app)
    bugs.install()
    window = start(app, register)
    window.show()
    QTimer.singleShot(0, window, window.begin)
    return int(app.exec())


def application() -> QApplication:
    """Qt itself, made once in a process: our style, icon and words."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([NAME, "-style", "fusion"])  # setStyle() would wrap a QStyle: 11 ms for its enums
    Garbage(app)
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    app.setWindowIcon(icons.app_icon())
    qt_words.install(app)
    return app


def picture_application() -> QApplication:
    """The same for pictures, with the same letters on every machine: where there is no screen there may be no fonts
    either."""
    app = application()
    for file in sorted((resources.folder() / "fonts").glob("LiberationSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(QFont(FONT, FONT_POINTS))
    return app


def start(app: QApplication, register: Path | None) -> MainWindow:
    """The window, its register open, not yet shown."""
    return windows(app, register).now


def windows(app: QApplication, register: Path | None) -> Windows:
    """The window, and what puts another in its place when language or letters change."""
    choices = Choices()
    session = Session()
    made = Windows(app, session, choices, language=_language(choices))
    last = next((Path(name) for name in choices.now.recent[:1] if Path(name).is_file()), None)
    path = register or last
    if path is not None:
        session.open(path, who=choices.now.who)
    made.say_news()
    Warming(made)
    return made


def _language(choices: Choices) -> str:
    """The language chosen in the window; one that the command line asked for goes before it, for this time."""
    return choices.now.language if words.language() == words.DEFAULT else words.language()


def picture(register: Path, png: Path) -> None:
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
