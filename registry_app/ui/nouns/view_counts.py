"""How many rows each view of a noun holds: counted one by one in idle moments, a slice of the rows at a time."""

import time
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session

IDLE_MS = 20
FIRST_SLICE = 1024
SHORT_S = 0.012
"""A slice that took less is followed by one twice as long."""


class Counted(Struct, frozen=True, kw_only=True):
    """How much of a view is counted: the rows ``found`` so far, the number that comes ``next``, and of how many
    ``rows`` the next slice is."""

    found: int = 0
    next: int = 0
    rows: int = FIRST_SLICE


_NOTHING = Counted()


class ViewCounts(QObject):
    """``counted`` comes for each view."""

    counted = Signal(str, int)

    def __init__(self, session: Session, noun: str, views: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._noun = session, noun
        self._views = tuple(views)
        self._known: dict[str, int] = {}
        self._waiting: list[str] = []
        self._so_far = _NOTHING
        self._at: Moment | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._count)

    def of(self, view: str) -> int | None:
        """How many rows ``view`` held when it was last counted; None when it never was."""
        return self._known.get(view)

    def look(self, at: Moment, first: str) -> None:
        """Count anew, the view ``first`` before the others."""
        self._at, self._so_far = at, _NOTHING
        self._waiting = sorted(self._views, key=lambda view: view != first)
        self._idle.start()

    def forget(self) -> None:
        """Let go of the register."""
        self._idle.stop()
        self._known.clear()

    def _count(self) -> None:
        if not self._session.is_open or self._at is None:
            return
        if self._session.is_lent:
            self._idle.start()
            return
        view = self._waiting[0]
        if self._count_on(view, self._at):
            self._waiting.pop(0)
            self._known[view], self._so_far = self._so_far.found, _NOTHING
        if self._waiting:
            self._idle.start()
        if self._so_far is _NOTHING:
            self.counted.emit(view, self._known[view])

    def _count_on(self, view: str, at: Moment) -> bool:
        """Count the next slice of ``view``, a longer one where the last took no time; whether it was the last."""
        shelf, so_far, begun = self._session.registry.inside.of(self._noun), self._so_far, time.monotonic()
        until = shelf.after(so_far.next, so_far.rows)
        found = shelf.count(Search(view=view, noun=self._noun), at, since=so_far.next, until=until)
        rows = so_far.rows * 2 if time.monotonic() - begun < SHORT_S else so_far.rows
        self._so_far = Counted(found=so_far.found + found, next=until or 0, rows=rows)
        return until is None
