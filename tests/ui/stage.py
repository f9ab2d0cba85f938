"""The program on a stage: the sample ward on a day that stands still, one main window, and time to settle."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import time_machine
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QLocale, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Search
from registry_app.operations import files, sample
from registry_app.ui import theme
from registry_app.ui import words as qt_words
from registry_app.ui.choices import Choices
from registry_app.ui.main_window import MainWindow
from registry_app.ui.session import Session

DAY = datetime.fromisoformat("2026-11-22T09:00:00+07:00")
WINDOW = QSize(1366, 768)
SETTLE_MS = 25
MODAL_MS = 40
LONGEST_MS = 2000
"""A window that is never at rest is looked at all the same."""
Look = Callable[[QWidget], None]


class Stage(Struct, frozen=True, kw_only=True):
    """What a window is built from. ``main`` is shown, with its form; the register is a copy of the sample ward."""

    session: Session
    choices: Choices
    main: MainWindow
    place: Path

    @property
    def some(self) -> tuple[ModelId, ...]:
        """A few models of the list."""
        return tuple(ModelId(number) for number in self.main.models.rows.ids[:7])

    @property
    def all(self) -> tuple[ModelId, ...]:
        """All models of the list."""
        return tuple(ModelId(number) for number in self.main.models.rows.ids)

    def reset(self) -> None:
        """The list of all models again, the first of them in the form."""
        screen = self.main.models
        if screen.is_dirty:
            screen.form.give_up()
        self.main.turn_to("list")
        screen.search_box.reset()
        screen.sidebar.choose("all")
        screen.show_search(Search())
        settle()
        screen.list.selectRow(3)
        screen.form.fields.setCurrentIndex(0)
        settle()


@contextmanager
def staged(place: Path, *, points: int = 10, colours: str = "light", source: Path | None = None) -> Iterator[Stage]:
    """A stage with its register in ``place``, in the language in use; ``source`` is a sample register to be copied."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    theme.wear_letters(app, points)
    theme.apply(app, colours)
    QLocale.setDefault(qt_words.locale())
    register = place / "so-mau.registry"
    with time_machine.travel(DAY, tick=False):
        if source is None:
            sample.make(register, who="Lan").close()
        else:
            shutil.copyfile(source, register)
        session, choices = Session(), Choices(keeps=False)
        main = MainWindow(session, choices)
        session.adopt(files.open_register(register, who="Lan"))
        main.resize(WINDOW)
        main.show()
        stage = Stage(session=session, choices=choices, main=main, place=place)
        settle(200)
        stage.reset()
        yield stage
        main.close()
        dispose(main)


def settle(wait: int = SETTLE_MS) -> None:
    """Let what is shown load and paint, on a busy machine until nothing is left to do."""
    loop, until = QEventLoop(), QDeadlineTimer(wait + LONGEST_MS)
    QTimer.singleShot(wait, loop.quit)
    loop.exec()
    while loop.processEvents() and not until.hasExpired():
        pass


def dispose(widget: QWidget) -> None:
    """Take a widget away at once, its children with it."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Visit = Callable[[Stage, Look], None]
"""Builds a window, shows it, has it looked at, and takes it away."""


def beside(make: Callable[[Stage], QWidget], *, wait: int = SETTLE_MS) -> Visit:
    """A window of its own, made by ``make``."""

    def visit(stage: Stage, look: Look) -> None:
        shown = make(stage)
        shown.show()
        settle(wait)
        look(shown)
        dispose(shown)

    return visit


def within(deed: Callable[[Stage], QWidget | None], *, wait: int = SETTLE_MS) -> Visit:
    """What the main window shows after ``deed``; where that gives a widget, only this is looked at."""

    def visit(stage: Stage, look: Look) -> None:
        shown = deed(stage)
        settle(wait)
        look(stage.main if shown is None else shown)
        stage.reset()

    return visit


def modal(deed: Callable[[Stage], object]) -> Visit:
    """The dialog that ``deed`` waits for; it is gone back from."""

    def visit(stage: Stage, look: Look) -> None:
        problems: list[BaseException] = []

        def take() -> None:
            settle(0)
            shown = QApplication.activeModalWidget()
            try:
                assert isinstance(shown, QDialog), f"no dialog is there but {shown}"
                look(shown)
            except BaseException as problem:  # noqa: BLE001 - raised again below, outside of Qt
                problems.append(problem)
            if isinstance(shown, QDialog):
                QDialog.reject(shown)

        QTimer.singleShot(MODAL_MS, take)
        deed(stage)
        for problem in problems:
            raise problem

    return visit
