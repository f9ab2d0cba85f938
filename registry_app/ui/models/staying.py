"""Keeps what is chosen, current and topmost in the list in its place while the rows are read anew."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from registry_app.domain.ids import ModelId

from .list_model import ModelListModel
from .row_choice import RowChoice, nearest

FEW = 16


class Kept(Struct, frozen=True):
    """What is to be found again after a reset: models chosen, the current one with its line and column, the topmost
    one."""

    chosen: tuple[int, ...] = ()
    current: int | None = None
    line: int = 0
    section: int = 0
    top: int | None = None


class Staying:
    """Follows the resets of ``rows``; makes what was chosen and current before the choice after them."""

    def __init__(self, view: QTableView, rows: ModelListModel, choice: RowChoice) -> None:
        self._view, self._rows, self._choice = view, rows, choice
        self._kept = Kept()
        self.steps_on = False
        """When the current model leaves the list: whether the one after it becomes current (else none)."""
        rows.modelAboutToBeReset.connect(self._keep)
        rows.modelReset.connect(self._restore)
        rows.filled.connect(self._restore_late)

    def _keep(self) -> None:
        line, index = self._view.rowAt(0), self._view.currentIndex()
        top = nearest(line, self._rows) if line >= 0 else None
        self._kept = Kept(
            chosen=self._choice.chosen,
            current=self._choice.current,
            line=index.row(),
            section=index.column(),
            top=None if top is None else self._rows.model_at(top),
        )

    def _restore(self) -> None:
        kept, rows, choice = self._kept, self._rows, self._choice
        if kept.current is None and not kept.chosen:
            return
        with choice.quietly():
            found = _lines_of(kept, rows)
            chosen = set(kept.chosen)
            lines = (line for model, line in found.items() if model in chosen)
            selected = _selection(lines, rows)
            self._view.selectionModel().select(selected, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if kept.current in found:
                self._become_current(found[kept.current])
            elif rows.is_filled and self.steps_on and (line := nearest(kept.line, rows)) is not None:
                choice.choose_line(line)
        if rows.is_filled:
            self._kept = Kept()
            if choice.current != kept.current:
                choice.current_changed.emit(choice.current)

    def _restore_late(self) -> None:
        """Rows beyond the first page have come: what was chosen may be among them."""
        if self._kept.current is not None and self._choice.current != self._kept.current:
            self._restore()
        self._kept = Kept()

    def _become_current(self, line: int) -> None:
        self._choice.step_to(line, min(max(0, self._kept.section), self._rows.columnCount() - 1))
        if self._kept.top is not None and self.steps_on:
            top = self._rows.number_of(ModelId(self._kept.top))
            if top is not None:
                self._view.scrollTo(self._rows.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return
        self._choice.show_line(line)


def _lines_of(kept: Kept, rows: ModelListModel) -> dict[int, int]:
    """On which lines the kept models stand now, as far as they are listed."""
    wanted = dict.fromkeys((*kept.chosen, *([kept.current] if kept.current is not None else [])))
    if len(wanted) <= FEW:
        lines = ((model, rows.number_of(ModelId(model))) for model in wanted)
        return {model: line for model, line in lines if line is not None}
    places = (place for place, model in enumerate(rows.ids) if model in wanted)
    found = ((rows.ids[place], rows.lines.line_of(place)) for place in places)
    return {model: line for model, line in found if line is not None}


def _selection(lines: Iterable[int], rows: ModelListModel) -> QItemSelection:
    """The rows on ``lines``, as few ranges as may be."""
    found, last = QItemSelection(), rows.columnCount() - 1
    for first, behind in _runs(sorted(lines)):
        found.select(rows.index(first, 0), rows.index(behind - 1, last))
    return found


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    """``lines`` in order as (from, behind) of those that follow one another."""
    first = behind = None
    for line in lines:
        if line != behind:
            if first is not None and behind is not None:
                yield first, behind
            first = line
        behind = line + 1
    if first is not None and behind is not None:
        yield first, behind
