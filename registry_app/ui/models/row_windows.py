"""Rows of the list as far as they were looked at: read in windows by need, the oldest forgotten first."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import islice

from registry_app.domain.model import ModelRow
from registry_app.domain.search import Moment
from registry_app.ui.session import Session

WINDOW = 32
"""Few: reading the rows that no one sees yet is what the first paint waits for longest."""
KEPT_WINDOWS = 64


class RowWindows:
    """Rows by their place in the list; ``clear`` it when places mean other rows."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._windows: OrderedDict[int, dict[int, ModelRow]] = OrderedDict()

    def clear(self) -> None:
        """Forget every row."""
        self._windows.clear()

    def take(self, ids: Sequence[int], rows: Iterable[ModelRow]) -> None:
        """Remember ``rows``, which are those of ``ids``, the first of the list."""
        known: dict[int, ModelRow] = {row.id: row for row in rows}
        for first in range(0, len(ids), WINDOW):
            some = ids[first : first + WINDOW]
            self._windows[first // WINDOW] = {number: known[number] for number in some if number in known}

    def row(self, place: int, ids: Sequence[int], at: Moment | None) -> ModelRow | None:
        """The row at ``place`` of ``ids`` at that moment; None when it is gone or cannot be read now."""
        rows = self._windows.get(place // WINDOW)
        if rows is None:
            if at is None or self._session.is_lent:
                return None
            rows = self._read(place // WINDOW, ids, at)
        return rows.get(ids[place])

    def _read(self, window: int, ids: Sequence[int], at: Moment) -> dict[int, ModelRow]:
        wanted = ids[window * WINDOW : (window + 1) * WINDOW]
        rows: dict[int, ModelRow] = {row.id: row for row in self._session.registry.models.window(wanted, at)}
        self._windows[window] = rows
        for oldest in tuple(islice(self._windows, max(0, len(self._windows) - KEPT_WINDOWS))):
            del self._windows[oldest]
        return rows
