"""Where and when Python looks for garbage. On the window's thread only: work aside makes objects, too, and would set it
off, and a widget that is destroyed on another thread takes the program down. And between events, not within one."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Takes the place of Python's own collector from now on; ends with ``parent``. What was made before the first look
    lives as long as the program: looking through it would only cost time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._new = True
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that Python would collect by now."""
        if self._new:
            self._new = False
            gc.freeze()
            return
        due = [number for number in range(3) if gc.get_count()[number] > gc.get_threshold()[number]]
        if due:
            gc.collect(due[-1])
