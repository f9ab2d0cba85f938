"""The rows of one round as Qt asks for them; those that are wanted, by their positions in the round."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from registry_app.domain.round_shown import RowShown
from registry_app.domain.search import Search
from registry_app.ui.nouns.rows import NounRows
from registry_app.ui.session import Session

from .columns import ROWS
from .wanted import Wanted, found

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class RoundRows(NounRows):
    """All rows are known at once: a round is read as a whole. ``ids`` are positions."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, ROWS.name, parent)
        self._all: tuple[RowShown, ...] = ()
        self._by_position: dict[int, RowShown] = {}
        self._wanted = Wanted()
        self.icons: Mapping[str, QIcon] = {}
        """By state."""

    @property
    def all(self) -> tuple[RowShown, ...]:
        """Every row of the round, wanted or not."""
        return self._all

    @property
    def wanted(self) -> Wanted:
        """Which of them are shown."""
        return self._wanted

    def show_rows(self, rows: Sequence[RowShown]) -> None:
        """Show the wanted ones of ``rows``, which are all of a round."""
        self._all = tuple(rows)
        self._by_position = {row.position: row for row in rows}
        self.want(self._wanted)

    def want(self, wanted: Wanted) -> None:
        """Show these rows."""
        self._wanted = wanted
        self._replace(array("q", (row.position for row in found(self._all, wanted, self._holding))))
        self.filled.emit()

    def shown(self) -> list[RowShown]:
        """The rows that are shown, in their order."""
        return [self._by_position[position] for position in self.ids]

    def of(self, positions: Sequence[int]) -> list[RowShown]:
        """The rows at ``positions`` of the round."""
        return [self._by_position[position] for position in positions if position in self._by_position]

    def row(self, place: int) -> RowShown | None:
        """The row at ``place`` of those shown."""
        return self._by_position.get(self.ids[place])

    def clear(self) -> None:
        """Let go of the register."""
        self._all, self._by_position = (), {}
        super().clear()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says; the state has its mark, too."""
        if role == Role.DecorationRole and self.columns[index.column()].of.name == "state":
            row = self.row(index.row())
            return self.icons.get(row.state) if row else None
        return super().data(index, role)

    def _holding(self, word: str) -> frozenset[int]:
        if self._session.is_lent or not self._session.is_open:
            return frozenset()
        return frozenset(self._session.registry.models.ids(Search(words=word), self._session.moment))
