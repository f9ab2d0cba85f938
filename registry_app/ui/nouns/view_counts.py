"""How many rows each view of a noun holds: counted one by one in idle moments."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session

IDLE_MS = 20


class ViewCounts(QObject):
    """``counted`` comes for each view."""

    counted = Signal(str, int)

    def __init__(self, session: Session, noun: str, views: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._noun = session, noun
        self._views = tuple(views)
        self._known: dict[str, int] = {}
        self._waiting: list[str] = []
        self._at: Moment | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._count)

    def of(self, view: str) -> int | None:
        """How many rows ``view`` held when it was last counted; None when it never was."""
        return self._known.get(view)

    def look(self, at: Moment, first: str) -> None:
        """Count anew, the view ``first`` before the others."""
        self._at = at
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
        view = self._waiting.pop(0)
        found = self._session.registry.inside.of(self._noun).count(Search(view=view, noun=self._noun), self._at)
        self._known[view] = found
        if self._waiting:
            self._idle.start()
        self.counted.emit(view, found)
