"""How long the thread of the window works: its own computing time, since other programs may have the processor; and
nothing that other tests left behind is looked through meanwhile."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from msgspec import Struct, field
from PySide6.QtCore import QEventLoop, QTimer

LIMIT_S, WALL_S = 0.1, 1.0
BEAT_MS = 2
QUIET_BEATS = 40
"""So many beats without a longer stretch of work, and a step has come to its end."""
WORK_S = 0.002
USUAL_PACE_S = 0.0033
"""What ``pace`` is on an idle machine."""


def pace() -> float:
    """How long this machine takes now for a given piece of work: other programs beside it make it slower."""
    before = time.thread_time()
    sum(range(200_000))
    return time.thread_time() - before


def slowness() -> float:
    """How many times longer than usual this machine computes now; at least 1."""
    return max(1.0, median(pace() for _time in range(5)) / USUAL_PACE_S)


@contextmanager
def undisturbed() -> Iterator[None]:
    """What was made before belongs to nobody who is measured here."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def work_of(*deeds: Callable[[], object]) -> list[float]:
    """The seconds that this thread computes to do each of ``deeds``."""
    took = []
    with undisturbed():
        for deed in deeds:
            started = time.thread_time()
            deed()
            took.append(time.thread_time() - started)
    return took


class Heart(Struct):
    """The longest stretches between two beats, by the step that they belong to."""

    worked: dict[str, float] = field(default_factory=dict)
    waited: dict[str, float] = field(default_factory=dict)

    def during(self, name: str, step: Callable[[], object], until: Callable[[], bool] = lambda: True) -> None:
        """Let the user do ``step`` and measure until the window is quiet again, but not before ``until`` says so."""
        with undisturbed():
            self._measure(name, step, until)

    def _measure(self, name: str, step: Callable[[], object], until: Callable[[], bool]) -> None:
        loop, beat = QEventLoop(), QTimer(interval=BEAT_MS)
        before = slowness()
        last, quiet = [time.thread_time(), time.monotonic()], 0

        def pulse() -> None:
            nonlocal quiet
            worked, waited = time.thread_time() - last[0], time.monotonic() - last[1]
            if worked > LIMIT_S:
                worked /= max(before, slowness())
            self.worked[name] = max(worked, self.worked.get(name, 0.0))
            self.waited[name] = max(waited, self.waited.get(name, 0.0))
            quiet = 0 if worked > WORK_S or not until() else quiet + 1
            last[:] = time.thread_time(), time.monotonic()
            if quiet > QUIET_BEATS:
                loop.quit()

        beat.timeout.connect(pulse)
        beat.start()
        QTimer.singleShot(0, step)
        loop.exec()
        beat.stop()

    @property
    def late(self) -> dict[str, str]:
        """The steps in which the window did not answer in time."""
        return {
            name: f"{1000 * worked:.0f} ms of work, {1000 * self.waited[name]:.0f} ms on the wall"
            for name, worked in self.worked.items()
            if worked > LIMIT_S or self.waited[name] > WALL_S
        }
