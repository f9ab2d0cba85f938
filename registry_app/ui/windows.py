"""The main window, and the one that takes its place when another language or other letters were chosen."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from registry_app.domain import words

from . import ask, theme
from . import words as qt_words
from .choices import Choices
from .main_window import MainWindow
from .session import Session


class Windows(QObject):
    """One window at a time. Each has a session and choices of its own: what listened to those of an old window ends
    with it, and only the open register goes over to the next."""

    def __init__(self, app: QApplication, session: Session, choices: Choices, *, language: str) -> None:
        super().__init__(app)
        self._app, self._session, self._choices = app, session, choices
        self._language, self._worn = language, self._wanted
        app.styleHints().colorSchemeChanged.connect(self._colour)
        self._dress()
        self._window = self._made(session, choices)

    @property
    def now(self) -> MainWindow:
        """The window that is there now."""
        return self._window

    @property
    def session(self) -> Session:
        """The session of the window that is there now."""
        return self._session

    @property
    def choices(self) -> Choices:
        """The choices of the window that is there now."""
        return self._choices

    @property
    def _wanted(self) -> tuple[str, int]:
        return self._choices.now.language, self._choices.now.font_points

    def say_news(self) -> None:
        """Say, once, what went wrong before there was a window to say it."""
        news = self._choices.take_news()
        if news:
            QTimer.singleShot(0, self._window, lambda: ask.tell(self._window, news))

    def renew(self) -> None:
        """Put a new window in the place of the one that is there, on the same register, search and model; unsaved work
        is asked about first, and where the user keeps to it the old language and letters stay chosen."""
        if self._wanted == self._worn:
            return
        if self._session.is_lent:
            self._session.came_back.connect(self._renew_soon, Qt.ConnectionType.SingleShotConnection)
            return
        if self._session.is_open and not self._window.page.may_leave():
            language, points = self._worn
            self._choices.change(language=language, font_points=points)
            return
        self._after(self._make_next)

    def _make_next(self) -> None:
        """Make the new window; nobody is heard until it stands in the place of the old one."""
        from .background import Deaf

        wanted = self._wanted
        if wanted == self._worn:
            return
        if wanted[0] != self._worn[0]:
            self._language = wanted[0]
        other_letters, self._worn = wanted[1] != self._worn[1], wanted
        old, gone = self._window, (self._window, self._session, self._choices)
        old.keep_shape()
        _close_children(old)
        session, choices = Session(), self._choices.heir()
        self._dress()
        new = self._made(session, choices)
        new.restoreGeometry(old.saveGeometry())
        new.models.take_shape(QByteArray() if other_letters else old.models.shape(), new.width())
        deaf = Deaf(self)

        def take_place() -> None:
            deaf.end()
            self._take_place(new, session, choices)
            for one in gone:
                one.deleteLater()
            gc.unfreeze()

        self._after(take_place)

    def _take_place(self, new: MainWindow, session: Session, choices: Choices) -> None:
        """Show ``new`` what the old window shows, and put it in its place."""
        old = self._window
        base, typed = old.models.asking.base, old.models.asking.query.text
        model, page = old.models.list.current, old.pages.key
        registry = self._session.give_away()
        self._window, self._session, self._choices = new, session, choices
        if registry is not None:
            session.adopt(registry)
            new.models.resume(base, typed, model)
            new.turn_to(page)
        new.show()
        old.hide()

    def _after(self, step: Callable[[], None]) -> None:
        """Do ``step`` once what waits was answered: each is work of its own."""
        timer = QTimer(self, singleShot=True, interval=0)
        timer.timeout.connect(step)
        timer.timeout.connect(timer.deleteLater)
        timer.start()

    def _made(self, session: Session, choices: Choices) -> MainWindow:
        choices.theme_changed.connect(self._colour)
        choices.window_outdated.connect(self._renew_soon)
        return MainWindow(session, choices)

    def _renew_soon(self) -> None:
        """Once the menu or the dialog is gone in which it was chosen."""
        self._after(self.renew)

    def _dress(self) -> None:
        words.use(self._language)
        QLocale.setDefault(qt_words.locale())
        theme.wear_letters(self._app, self._choices.now.font_points)
        self._colour()

    def _colour(self) -> None:
        theme.apply(self._app, self._choices.now.theme)


def _close_children(window: QWidget) -> None:
    """Windows beside the main one – the history, a print preview – close as if the user had closed them."""
    for child in window.findChildren(QWidget):
        if child.isWindow() and child.isVisible():
            child.close()
