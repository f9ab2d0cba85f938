"""What happens to a bug: written to a log without any value a user typed, told once, and the window stays open."""

import sys
import threading
import time
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from registry_app import __version__
from registry_app.domain.words import N_, _
from registry_app.operations import preferences

from . import ask

LOG_LIMIT = 200_000
QUIET_SECONDS = 10.0
"""A bug in a model's data() comes once a cell: at most one dialog in this time."""

TEXT = N_(
    "Something in the program went wrong. What you saved is safe; what was being done just now was not carried out.\n\n"
    "Please send the file “{log}” to whoever looks after the program. It holds no names and no data of the register."
)


class Bugs(QObject):
    """Takes the place of sys.excepthook from ``install`` on."""

    _told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet_until = 0.0
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of exceptions in slots, overridden functions and threads."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Log one exception, and tell the user once the window is idle."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        write(kind, trace)
        if time.monotonic() >= self._quiet_until:
            self._quiet_until = time.monotonic() + QUIET_SECONDS
            self._told.emit()

    def _take_from_thread(self, found: threading.ExceptHookArgs) -> None:
        self.take(found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback)

    def _tell(self) -> None:
        ask.tell(QApplication.activeWindow(), _(TEXT).format(log=str(log_file())))
        self._quiet_until = time.monotonic() + QUIET_SECONDS


def log_file() -> Path:
    """Where bugs are written."""
    return preferences.path().with_name("errors.log")


def write(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Add one bug to the log: its type and where it was, never its message, which may hold what was typed."""
    lines = [f"{datetime.now().astimezone().isoformat(timespec='seconds')} {__version__} {kind.__name__}"]
    lines += [f"  {Path(file).name}:{line} {function}" for file, line, function, _text in traceback.extract_tb(trace)]
    sys.stderr.write("\n".join(lines) + "\n")
    log = log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.is_file() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8") as stream:
            stream.write("\n".join(lines) + "\n")
    except OSError:
        return  # a full disk: the terminal has it, and the dialog still comes
