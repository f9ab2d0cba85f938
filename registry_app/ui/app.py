"""Starting the window: Qt in our look and words, bugs caught, the register opened."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from registry_app import __version__
from registry_app.domain import words

from . import icons
from . import words as qt_words
from .bugs import Bugs
from .choices import Choices
from .garbage import Garbage
from .main_window import MainWindow
from .session import Session
from .warming import Warming
from .windows import Windows

NAME = "registry-app"


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
