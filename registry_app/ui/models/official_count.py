"""The official count of what the list shows, and of the whole register, reckoned when the window has time for it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from registry_app.domain.search import Search
from registry_app.ui.session import Session

if TYPE_CHECKING:
    from registry_app.domain.counting import Official


class OfficialCount(QObject):
    """Remembers the count of the whole register until something changes; very large registers are not counted."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._whole: Official | None = None
        session.changed.connect(self._forget)
        session.closing.connect(self._forget)

    def whole(self) -> "Official | None":
        """The count of the whole register today."""
        on = self._session.moment.on
        if self._whole is None or self._whole.on != on:
            self._whole = self._counted(None)
        return self._whole

    def of(self, search: Search, ids: Sequence[int]) -> "Official | None":
        """The count of the models ``ids``, which ``search`` has found."""
        everything = search.view == "all" and not search.words.strip() and not search.filters
        return self.whole() if everything else self._counted(ids)

    def _counted(self, ids: Sequence[int] | None) -> "Official | None":
        from registry_app.operations import counting  # not before the first paint

        return counting.on_the_side(self._session.registry, self._session.moment.on, ids)

    def _forget(self) -> None:
        self._whole = None
