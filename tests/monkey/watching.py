"""What goes wrong while the monkey plays: exceptions, warnings of Qt, stretches in which the window does not answer."""

import sys
import time
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from registry_app.ui.bugs import Bugs
from tests.ui.working import pace

HARMLESS = (
    "This plugin does not support ",  # the screen that is not there says it of every window
    "QFSFileEngine::open: No file name specified",  # Qt's print dialog, told to print to a file without a name
    "Mouse event at ",  # a drag that ends outside the window
)


class Watch:
    """Notes each kind of failure once, with the event at which it first came."""

    def __init__(self, bugs: Bugs, limit_ms: float) -> None:
        self.found: dict[str, str] = {}
        """Failure → the event at which it came."""
        self.now = "start"
        self.longest = 0.0
        self.deeds = 1
        """How many deeds the event loop may have to answer in one turn."""
        self._bugs, self._limit = bugs, limit_ms
        self._pace = min(pace() for _time in range(10))
        self._last = time.thread_time()

    def install(self) -> None:
        """Hear of exceptions and warnings from now on."""
        sys.excepthook = self._take
        qInstallMessageHandler(self._hear)

    def fail(self, what: str) -> None:
        """Note a failure."""
        self.found.setdefault(what, self.now)

    def mark(self) -> None:
        """What was computed until now is not the window's."""
        self._last = time.thread_time()

    def beat(self) -> None:
        """The event loop turns: how long did it not?"""
        worked = 1000 * (time.thread_time() - self._last)
        if worked > self._limit:
            worked /= max(1.0, pace() / self._pace) * self.deeds
        self.mark()
        self.longest = max(self.longest, worked)
        if worked > self._limit:
            self.found[f"no answer for {worked:.0f} ms of work"] = self.now

    def _take(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        lines = "".join(traceback.format_exception(kind, problem, trace))
        place = traceback.extract_tb(trace)[-1:]
        where = f"{place[0].filename.rsplit('/', 1)[-1]}:{place[0].name}" if place else "nowhere"
        key = f"exception {kind.__name__} in {where}"
        if key not in self.found:
            sys.stdout.write(f"{lines}\n")
            sys.stdout.flush()
        self.fail(key)
        self._bugs.take(kind, problem, trace)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or text.startswith(HARMLESS):
            return
        self.fail(f"Qt says: {text}")
