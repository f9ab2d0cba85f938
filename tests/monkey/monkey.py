"""The monkey: chooses deeds by chance, does them one after the other, also inside dialogs that wait for an answer."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QThread, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from registry_app.ui.main_window import MainWindow

from . import deeds
from .deeds import Deed
from .watching import Watch

TICK_MS = 8
SOON_MS = 500
"""A timer that rings sooner is waited for."""
MOST_TURNS = 150
HURRY = 0.12
"""So often the next deed comes before the window has come to rest."""
OTHERS = 0.15
"""So often a deed is done in a window beside the main one, when there is any."""
PATIENCE, LAST_PATIENCE = 18, 40
"""So many deeds in one dialog, and it is left by Escape; so many more, and it cannot be left."""
WITHOUT = frozenset({"leave"})
Maker = Callable[[QWidget, Random], Deed]
ANYWHERE: tuple[tuple[Maker, int], ...] = (
    (deeds.press, 22),
    (deeds.click, 22),
    (deeds.write, 14),
    (deeds.take_row, 12),
    (deeds.type_text, 6),
    (deeds.paste, 3),
    (deeds.menu, 3),
    (deeds.drag, 4),
    (deeds.wheel, 3),
    (deeds.go_to, 6),
    (deeds.resize, 1),
)
IN_DIALOG: tuple[tuple[Maker, int], ...] = (*ANYWHERE, (deeds.push, 25), (deeds.accept, 25))
WRITING = {
    **dict.fromkeys(("save", "save_and_next", "save_and_add", "undo", "mark_reviewed", "bulk_edit", "replace"), 8),
    **dict.fromkeys(("redo", "change_status", "trash", "untrash", "duplicate", "new", "save_view", "edit_lists"), 4),
}
"""Commands that write are wanted more often than their share of the menus."""


class Monkey:
    """Plays with the windows of the program. ``now`` gives the main window of now, ``again`` starts one after it was
    closed; file dialogs are answered with files of ``folder``; ``before`` is called before each deed."""

    def __init__(
        self,
        seed: int,
        watch: Watch,
        now: Callable[[], MainWindow],
        again: Callable[[], None],
        folder: Path,
        log: Callable[[str], None],
        before: Callable[[], None],
    ) -> None:
        self._seed, self._watch, self._now, self._again = seed, watch, now, again
        self._folder, self._log, self._before = folder, log, before
        self._most = 0
        self.done = self._ends = 0
        self._where: tuple[int, int] = (0, 0)
        self._levels = [0]
        """How deep in event loops the deeds under way were begun."""

    def play(self, events: int, rest: Callable[[], None], every: int) -> None:
        """Do ``events`` deeds; ``rest`` is called after every ``every`` of them, when the window has come to rest."""
        self._most = events
        self._tick()
        looked = 0
        while self.done < events:
            if not self._now().isVisible():
                self._again()
                self.settle()
            chance = self.step()
            hurried = chance.random() < HURRY and " command " not in self._watch.now  # it may change the window itself
            self._watch.deeds = 2 if hurried else 1
            if not hurried:
                self.settle()
                if self.done - looked >= every and self._idle():
                    looked = self.done
                    self._watch.mark()
                    rest()
                    self._watch.mark()

    def finish(self) -> None:
        """Leave every dialog and come to rest."""
        for _try in range(60):
            self.settle()
            if not self._leave():
                return
        self._watch.fail("a dialog cannot be left at the end")

    def _idle(self) -> bool:
        return QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None

    # -- one deed --------------------------------------------------------------------------------------------------

    def step(self) -> Random:
        """One deed at the window that has the user now."""
        self._before()
        self.done += 1
        chance = Random(f"{self._seed}:{self.done}")
        window = self._window(chance)
        said, do = self._deed(window, chance)
        self._watch.now = f"event {self.done}: {said} [{type(window).__name__}]"
        self._log(self._watch.now)
        self._levels.append(QThread.currentThread().loopLevel())
        self._watch.mark()
        do()
        self._watch.beat()
        self._levels.pop()
        return chance

    def _window(self, chance: Random) -> QWidget:
        first = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if first is not None:
            return first
        main = self._now()
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not main]
        others = [one for one in others if isinstance(one, QDialog) or one.parent() is main]
        return chance.choice(others) if others and chance.random() < OTHERS else main

    def _deed(self, window: QWidget, chance: Random) -> Deed:
        stayed = self._stayed(window)
        if stayed > LAST_PATIENCE:
            self._watch.fail(f"{type(window).__name__} cannot be left")
            return "hide it", window.hide
        if stayed > PATIENCE:
            return deeds.leave(window) if chance.random() < 0.7 else deeds.close(window)
        if isinstance(window, QFileDialog):
            return deeds.answer_files(window, chance, self._folder)
        if isinstance(window, MainWindow):
            return self._at_main(window, chance)
        return _in_dialog(window, chance)

    def _at_main(self, window: MainWindow, chance: Random) -> Deed:
        luck = chance.random()
        if luck < 0.005:
            return deeds.close(window)
        actions = [action for action in _actions(window) if action.isEnabled() and action.objectName() not in WITHOUT]
        if luck < 0.16 and QThread.currentThread().loopLevel() == 0:
            weights = [WRITING.get(action.objectName(), 1) for action in actions]
            return deeds.trigger(chance.choices(actions, weights)[0])
        if luck < 0.24:
            return deeds.shortcut(window, chance, actions)
        if luck < 0.30 and window.models.isVisible() and window.models.form.model is not None:
            return deeds.errand(window, chance, window.models.form.fields.go_to)
        return _chosen(ANYWHERE, chance)(window, chance)

    def _stayed(self, window: QWidget) -> int:
        """How many deeds in a row were done in a window that is not the main one; those that come while work aside
        keeps it deaf do not count."""
        if self._idle():
            self._where = (0, 0)
            return 0
        key, times = self._where
        if _works_aside():
            return times
        self._where = (id(window), times + 1 if key == id(window) else 1)
        return self._where[1]

    # -- time ------------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """In dialogs that wait for their answer the loop of the deeds stands still: this goes on there."""
        QTimer.singleShot(TICK_MS, self._tick)
        self._watch.beat()
        if QThread.currentThread().loopLevel() > self._levels[-1] and self._at_rest():
            if self.done < self._most:
                self.step()
            else:
                self._leave()
        self._watch.mark()

    def _leave(self) -> bool:
        """Close what waits for an answer, if anything does; a question gets any of its answers, lest the same one be
        asked for ever."""
        window = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(window, QMessageBox):
            self._ends += 1
            deeds.push(window, Random(f"{self._seed}:end:{self._ends}"))[1]()
        elif window is not None:
            window.close()
        return window is not None

    def settle(self) -> None:
        """Let the window come to rest."""
        for _turn in range(MOST_TURNS):
            self._watch.mark()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the program's own loop does
            self._watch.beat()
            if self._at_rest():
                QApplication.processEvents()
                self._watch.mark()
                return
            QThread.msleep(4)

    def _at_rest(self) -> bool:
        if self._idle() and _works_aside():
            return False
        return not any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS
            for owner in (QCoreApplication.instance(), *QApplication.topLevelWidgets())
            if owner is not None
            for timer in owner.findChildren(QTimer)
        )


def _works_aside() -> bool:
    return any(one.name == "aside" for one in threading.enumerate())


def _in_dialog(window: QWidget, chance: Random) -> Deed:
    if isinstance(window, QMenu):
        return deeds.choose(window, chance)
    if isinstance(window, QMessageBox):
        return deeds.push(window, chance) if chance.random() < 0.8 else deeds.press(window, chance)
    if chance.random() < 0.04:
        return deeds.close(window)
    return _chosen(IN_DIALOG, chance)(window, chance)


def _chosen(among: tuple[tuple[Maker, int], ...], chance: Random) -> Maker:
    return chance.choices([maker for maker, _weight in among], [weight for _maker, weight in among])[0]


def _actions(window: MainWindow) -> Iterator[QAction]:
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            yield from _entries(menu)


def _entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _entries(inner)
        elif not action.isSeparator():
            yield action
