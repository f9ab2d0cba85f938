"""Groups of the list folded and unfolded, by the mouse and by the keyboard."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from .header import ListHeader
from .list_model import ModelListModel
from .row_choice import RowChoice

Key = Qt.Key
TOGGLING = (Key.Key_Return, Key.Key_Enter, Key.Key_Space)


class Folding:
    """Folds groups of ``rows`` so that what is current in ``view`` never stands out of sight."""

    def __init__(self, view: QTableView, rows: ModelListModel, heads: ListHeader, choice: RowChoice) -> None:
        self._view, self._rows, self._heads, self._choice = view, rows, heads, choice

    def fold(self, line: int, *, folded: bool) -> None:
        """Show only the heading on ``line``, or its models again. A current model that goes makes the heading current;
        nobody is told."""
        if folded and self._rows.lines.heading_of(self._view.currentIndex().row()) == line:
            with self._choice.quietly():
                self._choice.step_to(line, self._heads.first)
        self._rows.fold(line, folded=folded)

    def fold_all(self, *, folded: bool) -> None:
        """Show only the headings, or all models again."""
        if self._rows.is_grouped:
            self._rows.fold_all(folded=folded)

    def toggle(self, line: int) -> None:
        """Fold what is open on ``line``, unfold what is folded."""
        self.fold(line, folded=self._rows.lines.is_open(line))

    def is_heading(self, line: int) -> bool:
        """Whether the heading of a group stands on ``line``."""
        return self._rows.lines.heading_at(line) is not None

    def take_key(self, key: int, at: QModelIndex) -> bool:
        """Whether ``key`` meant the groups while ``at`` was current."""
        if self.is_heading(at.row()):
            return self._take_on_heading(key, at.row())
        at_left = at.isValid() and at.column() == self._heads.first
        if key == Key.Key_Left and self._rows.is_grouped and at_left:
            self._view.setCurrentIndex(self._rows.index(self._rows.lines.heading_of(at.row()), at.column()))
            return True
        return False

    def _take_on_heading(self, key: int, line: int) -> bool:
        is_open = self._rows.lines.is_open(line)
        if key in TOGGLING or key == (Key.Key_Left if is_open else Key.Key_Right):
            self.toggle(line)
            return True
        return bool(key == Key.Key_Left)
