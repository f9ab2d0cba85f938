"""Work aside from the window's thread, with progress and Cancel after 400 ms.

It works over values only; the one that works on the register is ``Session.run_long``, which lends it.
"""

import threading
import time
import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from registry_app.domain.errors import RegistryError
from registry_app.domain.words import _

T = TypeVar("T")
Progress = Callable[[int, int], bool]
"""Called by the work with (done, of); False asks it to come back early: its result is then dropped."""

PATIENCE_MS = 400
REPORT_EVERY_S = 0.05


def run_aside(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    *,
    title: str,
    over: QWidget | None = None,
    keeps: bool = False,
) -> "Task[T]":
    """Run ``work`` in a thread; ``done`` or ``failed`` is called on the window's thread, neither after Cancel or once
    ``owner`` is gone. An exception that is a bug goes to ``failed`` and then on to the excepthook, which logs it.

    The progress stands over the window of ``over`` (usual: of ``owner``). With ``keeps`` what came back counts even
    after Cancel: the work itself knows whether it stopped in time.
    """
    return Task(owner, work, done, failed, title, over or owner, keeps)


def wait_aside(owner: QObject, work: Callable[[Progress], T], *, title: str) -> T:
    """As ``run_aside``, and return when the work has come back: the window goes on painting, but nobody can type or
    click. Raises what ``work`` raised."""
    results: list[T] = []
    problems: list[Exception] = []
    loop, deaf = QEventLoop(), Deaf(owner)
    task = run_aside(owner, work, results.append, problems.append, title=title, keeps=True)
    task.ended.connect(deaf.end)  # at once: a question asked meanwhile must be answered before this returns
    task.ended.connect(loop.quit)
    loop.exec()
    if problems:
        raise problems[0]
    return results[0]


class Task(QObject, Generic[T]):
    """Work under way. ``ended`` comes last in every case."""

    ended = Signal()

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        title: str,
        over: QObject,
        keeps: bool,
    ) -> None:
        super().__init__(owner)
        self._done, self._failed, self._title = done, failed, title
        self._over, self._keeps = weakref.ref(over), keeps  # a child that holds its parent crashes when both go
        self._stop = threading.Event()
        self._dialog: _Waiting | None = None
        self._wire = _Wire()
        self._wire.progress.connect(self._show_progress)
        self._wire.came_back.connect(self._finish)
        self.destroyed.connect(self._stop.set)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self._patience.start()
        threading.Thread(target=_labour, args=(work, self._wire, self._stop), name="aside").start()

    def cancel(self) -> None:
        """Ask the work to stop; what it gives back is dropped."""
        self._stop.set()

    def _show(self) -> None:
        over = self._over()
        self._dialog = _Waiting(self._title, over.window() if isinstance(over, QWidget) and isValid(over) else None)
        self._dialog.rejected.connect(self.cancel)
        self._dialog.open()

    def _show_progress(self, so_far: int, of: int) -> None:
        if self._dialog:
            self._dialog.show_progress(so_far, of)

    def _finish(self, result: T, problem: Exception | None) -> None:
        self._patience.stop()
        if self._dialog:
            self._dialog.leave()
            self._dialog = None
        try:
            if self._stop.is_set() and not self._keeps:
                return
            if problem is None:
                self._done(result)
            else:
                self._failed(problem)
                if _is_bug(problem):
                    raise problem
        finally:
            self.ended.emit()
            self._done = self._failed = _nothing  # they may belong to the parent
            self.deleteLater()


def _nothing(_result: object) -> None:
    """What is called when the work has come back already."""


class Deaf(QObject):
    """While it lives, nobody types or clicks anywhere but in the window that shows the progress. It covers the time
    until that window is there, and windows that it does not stand over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._app = QApplication.instance()
        if self._app:
            self._app.installEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """Swallow what the user does."""
        if event.type() not in UNHEARD:
            return False
        if isinstance(receiver, QWidget):
            if isinstance(receiver.window(), _Waiting):
                return False
            event.ignore()
            return True
        return event.type() in SHORTCUTS

    def end(self) -> None:
        """Hear again."""
        if self._app:
            self._app.removeEventFilter(self)
        self.deleteLater()


Kind = QEvent.Type
SHORTCUTS = frozenset({Kind.Shortcut, Kind.ShortcutOverride})
UNHEARD = SHORTCUTS | {
    Kind.KeyPress,
    Kind.InputMethod,
    Kind.MouseButtonPress,
    Kind.MouseButtonDblClick,
    Kind.Wheel,
    Kind.ContextMenu,
    Kind.DragEnter,
    Kind.Drop,
    Kind.Close,
}


class _Wire(QObject):
    """Lives as long as the thread needs it, whatever becomes of the task."""

    progress = Signal(int, int)
    came_back = Signal(object, object)


def _labour(work: Callable[[Progress], T], wire: _Wire, stop: threading.Event) -> None:
    last = 0.0

    def report(so_far: int, of: int) -> bool:
        nonlocal last
        if time.monotonic() - last > REPORT_EVERY_S:
            last = time.monotonic()
            wire.progress.emit(so_far, of)
        return not stop.is_set()

    try:
        wire.came_back.emit(work(report), None)
    except Exception as problem:  # noqa: BLE001 - carried to the window's thread, where a bug is raised again
        wire.came_back.emit(None, problem)


def _is_bug(problem: Exception) -> bool:
    return not isinstance(problem, RegistryError | OSError)


class _Waiting(QDialog):
    """What is being done, how far it is, Cancel."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = QProgressBar(maximum=0)
        self._bar.setAccessibleName(title)
        label = QLabel(title, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self._buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        for part in (label, self._bar, self._buttons):
            rows.addWidget(part)
        self.setMinimumWidth(380)

    def show_progress(self, so_far: int, of: int) -> None:
        """``of`` 0: nobody knows how much there is."""
        self._bar.setMaximum(of)
        self._bar.setValue(so_far)

    def reject(self) -> None:
        """Cancel: the window stays until the work has come back."""
        self._buttons.setEnabled(False)
        self._bar.setMaximum(0)
        self.rejected.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is Cancel."""
        event.ignore()
        self.reject()

    def leave(self) -> None:
        """The work has come back."""
        self.hide()
        self.deleteLater()
