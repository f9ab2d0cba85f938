"""Reads the history in slices that the window does not feel, until as much is there as was asked for."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from registry_app.domain.ids import ActionId
from registry_app.operations import history_pages
from registry_app.operations.histories import Entry
from registry_app.operations.history_pages import Wanted
from registry_app.ui.session import Session

PAGE = 200
"""Actions shown at first, and added when the last one is scrolled to."""
AT_ONCE = 20
"""Actions looked at in one go: some milliseconds."""
SLICE_S = 0.02
LENT_MS = 50


class Reader(QObject):
    """``found`` brings entries, newest first, in the order of their age over all slices."""

    found = Signal(object)
    """A tuple of Entry, at least one."""
    paused = Signal()
    """All that was asked for is there, or there is no more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = Wanted()
        self._before: ActionId | None = None
        self._missing = 0
        self._has_more = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._slice)

    @property
    def is_reading(self) -> bool:
        """Whether there is more to come by itself."""
        return self._next.isActive()

    @property
    def has_more(self) -> bool:
        """Whether older actions have not been looked at yet."""
        return self._has_more

    def start(self, wanted: Wanted, least: int = PAGE) -> None:
        """Read the newest ``least`` that answer to ``wanted``; the first slice at once."""
        self._wanted, self._before = wanted, None
        self._missing, self._has_more = least, True
        self._slice()

    def go_on(self) -> None:
        """Read PAGE more, if there are."""
        if self._has_more and not self.is_reading:
            self._missing = PAGE
            self._slice()

    def stop(self) -> None:
        """Read no further."""
        self._next.stop()
        self._has_more = False

    def _slice(self) -> None:
        if self._session.is_lent:
            self._next.start(LENT_MS)
            return
        self._next.stop()
        entries: list[Entry] = []
        began = time.monotonic()
        while self._has_more and self._missing > 0 and time.monotonic() - began < SLICE_S:
            page = self._session.run(history_pages.page, self._wanted, self._before, AT_ONCE)
            if page is None:
                self._has_more = False
                break
            entries += page.entries
            self._missing -= len(page.entries)
            self._before, self._has_more = page.older, page.older is not None
        if self._has_more and self._missing > 0:
            self._next.start(0)
        if entries:
            self.found.emit(tuple(entries))
        if not self.is_reading:
            self.paused.emit()
