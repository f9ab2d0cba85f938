"""Writes the rows of an entry screen, each as an action of its own, and takes back what it wrote."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from registry_app.domain.dates import show_date
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import ActionId
from registry_app.domain.kinds import BadValue
from registry_app.domain.review_round import ReviewRound
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.store.history import Changes
from registry_app.ui.session import Session

from .entry_lines import Line


class EntryWriter(QObject):
    """``lines`` by position; ``day`` is that of rows without a day of their own (ISO text or None; raises BadValue)."""

    written = Signal(object)
    """The positions of rows that the register has anew: saved, taken back, or changed by somebody else."""
    refused = Signal(int, str)
    """The position of a row that was not saved, and why, as sentences."""

    def __init__(
        self, session: Session, one: ReviewRound, lines: Mapping[int, Line], day: Callable[[], str | None]
    ) -> None:
        super().__init__()
        self._session, self._round, self._lines, self._day = session, one, lines, day
        self._mine: list[ActionId] = []
        self._saving = False
        session.changed.connect(self._follow)

    # -- saving ----------------------------------------------------------------------------------------------------

    def save_all(self) -> bool:
        """Write all that is typed and not saved; False when some of it was refused."""
        return all([self.save(line) for line in self._lines.values() if line.is_dirty])  # noqa: C419 - each is tried

    def save(self, line: Line) -> bool:
        """Write what is typed over ``line``; False when it was refused, and says so."""
        if not line.is_dirty or self._session.is_lent or self._saving:
            return not line.is_dirty
        if not self._dated(line):
            return False
        self._saving = True
        try:
            changes = self._session.run(rounds.enter, self._round.id, [line.entered()])
        except Refused as refused:
            self._refuse(line, refused.problems)
            return False
        finally:
            self._saving = False
        if changes is None:
            return False
        if changes.action is not None:
            self._mine.append(changes.action)
        line.forget()
        self._read_again([line.row.position])
        return True

    def _dated(self, line: Line) -> bool:
        """A row that has a result and no day of its own gets the day of all; False when that day cannot be read."""
        if line.state != "entered" or line.text("on"):
            return True
        try:
            day = self._day()
        except BadValue as wrong:
            self._refuse(line, [Problem("1.on", wrong.text, wrong.values)])
            return False
        line.put("on", show_date(day))
        return True

    def _refuse(self, line: Line, problems: Sequence[Problem]) -> None:
        line.told = {one.field.partition(".")[2]: str(one) for one in problems}
        text, row = _("Row {row} is not saved: {why}"), line.row.position
        named = [str(one) if "code" in one.values else text.format(row=row, why=one) for one in problems]
        self.refused.emit(row, " ".join(dict.fromkeys(named)))

    # -- undo ------------------------------------------------------------------------------------------------------

    @property
    def may_undo(self) -> bool:
        """Whether the newest action is one of those made here."""
        newest = self._session.registry.undoable
        return newest is not None and newest.id in self._mine

    @property
    def may_redo(self) -> bool:
        """Whether what was taken back last was made here."""
        newest = self._session.registry.redoable
        return newest is not None and newest.undoes in self._mine

    def undo(self) -> list[int]:
        """Take back the row that was saved last; the positions of what changed."""
        return self._positions(self._session.undo())

    def redo(self) -> list[int]:
        """Do again what was taken back last; the positions of what changed."""
        return self._positions(self._session.redo())

    # -- following -------------------------------------------------------------------------------------------------

    def _follow(self, changes: Changes) -> None:
        """The register changed, by undo or by somebody else."""
        if self._saving:
            return
        positions = self._positions(changes)
        if positions or "round_score" in changes.rows:
            self._read_again(positions or list(self._lines))

    def _positions(self, changes: Changes | None) -> list[int]:
        touched = changes.rows.get("round_row", frozenset()) if changes else frozenset()
        return [position for position, line in self._lines.items() if int(line.row.id) in touched]

    def _read_again(self, positions: Sequence[int]) -> None:
        registry = self._session.registry
        for facts in registry.loop.rounds.named(self._round.id, positions):
            self._lines[facts.row.position].follow(facts.row, registry.lists.grades)
        self.written.emit(list(positions))
