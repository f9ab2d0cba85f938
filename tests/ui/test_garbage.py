"""Garbage is looked for on the window's thread only."""

import threading
import weakref

from PySide6.QtCore import QObject

from registry_app.ui.garbage import Garbage


class Knot(QObject):
    """Garbage that only a collector finds."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_nothing_is_collected_aside(garbage: Garbage) -> None:
    garbage.look()
    where: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: where.append(threading.current_thread()))
    aside = threading.Thread(target=lambda: [[number] for number in range(100_000)])
    aside.start()
    aside.join()
    assert not where
    kept = [[number] for number in range(2_000)]
    garbage.look()
    assert where == [threading.current_thread()]
    assert kept
