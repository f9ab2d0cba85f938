"""How long the thread of the window works: its own computing time, since other programs may have the processor; and
nothing that other tests left behind is looked through meanwhile."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
