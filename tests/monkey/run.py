"""One run: a process of its own, a folder of its own, the program started as its user starts it."""

import faulthandler
import os
import shutil
import sys
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from registry_app.operations import preferences, sample
from registry_app.operations.preferences import Preferences
from registry_app.ui import app as program
from registry_app.ui.bugs import Bugs
from registry_app.ui.main_window import MainWindow
from registry_app.ui.nouns.page import NounPage
from registry_app.ui.picture import picture_application
from registry_app.ui.windows import Windows

from . import ledger, truths
from .ledger import Tables
from .monkey import Monkey
from .watching import Watch

EVERY = 8
LIMIT_MS = 100.0
HANGS_S = 240


class Play:
    """The program, the monkey at it, and the register files that were written."""

    def __init__(self, seed: int, folder: Path, limit_ms: float) -> None:
        self._folder = folder
        self._started: dict[Path, tuple[Tables, int]] = {}
        self.written = 0
        """How many actions the registers hold that the monkey did."""
        self._register = _register(folder)
        _seed_choices(seed, self._register)
        self.app = picture_application()
        self.app.setQuitOnLastWindowClosed(False)
        self._opener = _Opener()
        QDesktopServices.setUrlHandler("file", self._opener, "open")  # type: ignore[arg-type]
        self._bugs = Bugs(self.app)
        self._bugs.install()
        self.watch = Watch(self._bugs, limit_ms)
        self.watch.install()
        self._windows: Windows | None = None
        self._start()
        self._log = (folder / "events.log").open("w", encoding="utf-8")
        self.monkey = Monkey(
            seed, self.watch, self._now, self._start, folder / "files", self._write, self.watch_register
        )

    def _now(self) -> MainWindow:
        assert self._windows is not None
        return self._windows.now

    def _start(self) -> None:
        """Start the program, or start it again after its window was closed."""
        if self._windows is not None:
            if self._windows.session.is_open:
                self.watch.fail("the window was closed and its register was not")
            self._windows.now.deleteLater()
            self._windows.deleteLater()
        self._windows = program.windows(self.app, self._register)
        self.watch.mark()
        self.watch_register()
        window = self._windows.now
        window.show()
        window.activateWindow()
        window.begin()

    def watch_register(self) -> None:
        """Remember what a register held when it was first seen open for writing."""
        assert self._windows is not None
        session = self._windows.session
        if (
            session.is_open
            and not session.is_lent
            and not session.registry.read_only
            and session.registry.path not in self._started
        ):
            path = session.registry.path
            self._started[path] = (ledger.tables(path), ledger.newest(path))

    def look(self) -> None:
        """Whether all holds that must."""
        assert self._windows is not None
        for what in truths.broken(self._windows.now, self._windows.session):
            self.watch.fail(what)

    def end(self) -> None:
        """Leave all, close the window, read the files."""
        assert self._windows is not None
        self.watch.now = "end"
        self.monkey.finish()
        window = self._windows.now
        if self._windows.session.is_open:
            window.models.form.give_up()
            for page in window.findChildren(NounPage):
                page.form.give_up()
        window.close()
        self.monkey.settle()
        if self._windows.session.is_open:
            self.watch.fail("the window does not close")
            self._windows.session.close()
        for path, (start, since) in self._started.items():
            self.written += ledger.newest(path) - since
            for problem in ledger.problems(path, start, since):
                self.watch.fail(problem)
        self._log.close()

    def _write(self, line: str) -> None:
        self._log.write(f"{line}\n")
        self._log.flush()


class _Opener(QObject):
    """Files that are to be opened by other programs are left alone."""

    @Slot(QUrl)
    def open(self, _address: QUrl) -> None:
        """Do nothing."""


def play(seed: int, events: int, folder: Path, limit_ms: float = LIMIT_MS) -> list[str]:
    """Let the monkey play; what failed, one line each. The environment of this process is changed."""
    _own_folder(folder)
    with (folder / "crash.log").open("w") as crash:
        faulthandler.enable(crash)
        faulthandler.dump_traceback_later(HANGS_S + events, exit=True, file=crash)
        game = Play(seed, folder, limit_ms)
        game.monkey.settle()
        game.monkey.play(events, game.look, EVERY)
        game.end()
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.write(f"{game.written} actions written; longest stretch of work {game.watch.longest:.0f} ms\n")
        return [f"{what}  ({when})" for what, when in game.watch.found.items()]


def leave(code: int) -> None:
    """End the process at once: what Qt takes down at its end is not what is looked at."""
    sys.stdout.flush()
    os._exit(code)


def _own_folder(folder: Path) -> None:
    home = folder / "home"
    home.mkdir(parents=True)
    (folder / "tmp").mkdir()
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        del os.environ[name]
    os.environ.update(
        QT_QPA_PLATFORM="offscreen",
        HOME=str(home),
        TMPDIR=str(folder / "tmp"),
        REGISTRY_APP_CONFIG=str(folder / "config"),
    )
    os.chdir(home)


def _register(folder: Path) -> Path:
    """The sample ward, from here on not taken back; and other files that can be chosen to be opened."""
    files = folder / "files"
    files.mkdir()
    path = files / "phường mẫu.registry"
    with sample.make(path, who="Lan") as made, made.change("start", barrier=True):
        made.connection.execute("UPDATE model SET notes = notes || ' ' WHERE id = 1")
    shutil.copyfile(path, files / "phường khác.registry")
    shutil.copyfile(path, files / "hỏng.registry")
    with (files / "hỏng.registry").open("r+b") as spoilt:
        spoilt.truncate(5000)
    (files / "không phải sổ.txt").write_text("xin chào", "utf-8")
    return path


def _seed_choices(seed: int, register: Path) -> None:
    chance = Random(seed)
    wanted = Preferences(
        who="Lan",
        recent=(str(register),),
        tour_seen=chance.random() < 0.7,
        theme=chance.choice(preferences.THEMES),
        language=chance.choice(preferences.LANGUAGES),
        start_on=chance.choice(preferences.STARTS),
    )
    preferences.save(wanted)
