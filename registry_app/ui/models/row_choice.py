"""Which models of the list are chosen and which one is current: by id, whatever line they stand on."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTableView

from registry_app.domain.ids import ModelId

from .list_model import ModelListModel

Flag = QItemSelectionModel.SelectionFlag


class RowChoice(QObject):
    """What is chosen in ``view``, which shows ``rows`` already."""

    current_changed = Signal(object)
    """ModelId or None: another model became current."""
    selection_changed = Signal()

    def __init__(self, view: QTableView, rows: ModelListModel) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self._quiet = False
        self._awaited: ModelId | None = None
        rows.filled.connect(self._choose_awaited)
        selected = view.selectionModel()
        selected.currentRowChanged.connect(lambda *_indexes: self._tell_current())
        selected.selectionChanged.connect(lambda *_selections: self._tell_selection())

    @property
    def chosen(self) -> tuple[ModelId, ...]:
        """The models of the selected rows, from top to bottom."""
        found: list[int] = []
        for first, last in self._blocks():
            found += self._rows.models_between(first, last)
        return tuple(ModelId(model) for model in found)

    @property
    def count(self) -> int:
        """How many rows are selected, without naming them."""
        lines = self._rows.lines
        return sum(end - begin for first, last in self._blocks() for begin, end in lines.spans(first, last))

    @property
    def current(self) -> ModelId | None:
        """The model of the current row."""
        return self._rows.model_at(self._view.currentIndex().row())

    def choose(self, model: ModelId | None) -> bool:
        """Make ``model`` the only chosen and the current one and bring it into sight, without telling that another
        became current. None chooses nothing. False when it is not in the list."""
        line = None if model is None else self._line_of(model)
        with self.quietly():
            self._view.clearSelection()
            if line is None:
                self._view.setCurrentIndex(QModelIndex())
            else:
                self.choose_line(line)
        return line is not None or model is None

    def choose_soon(self, model: ModelId) -> None:
        """``choose`` it as soon as all rows are known, unless another becomes current before: it may be a new one, and
        nobody waits for the place of one row among very many."""
        if self._rows.is_filled or self._rows.number_of(model) is not None:
            self.choose(model)
        else:
            self._awaited = model

    def choose_first(self) -> None:
        """Make the first model chosen and current."""
        line = nearest(0, self._rows)
        if line is not None:
            self.choose_line(line)

    def choose_line(self, line: int) -> None:
        """Make the model on ``line`` the only chosen and the current one and bring it into sight."""
        self._select_alone(line)
        self.step_to(line, max(0, self._view.currentIndex().column()))
        self.show_line(line)

    def step_to(self, line: int, section: int) -> None:
        """Make a cell the current one; what is chosen stays."""
        self._view.selectionModel().setCurrentIndex(self._rows.index(line, section), Flag.NoUpdate)

    def show_line(self, line: int) -> None:
        """Bring ``line`` into sight without scrolling sideways."""
        sideways = self._view.horizontalScrollBar().value()
        self._view.scrollTo(self._rows.index(line, 0))
        self._view.horizontalScrollBar().setValue(sideways)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Nobody is told what becomes current; once at the end that something else may be chosen."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
        self.selection_changed.emit()

    def _blocks(self) -> list[tuple[int, int]]:
        """The selected lines as (first, last), headings among them."""
        blocks = self._view.selectionModel().selection()
        ranges = (blocks.at(number) for number in range(blocks.size()))
        return sorted({(one.top(), one.bottom()) for one in ranges})

    def _select_alone(self, line: int) -> None:
        """Qt would ask which keys are down, and take Shift or Ctrl of a command's own keys for “these too”."""
        usual = self._view.selectionMode()
        self._view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._view.selectRow(line)
        self._view.setSelectionMode(usual)

    def _line_of(self, model: ModelId) -> int | None:
        """On which line ``model`` stands, once all rows are known and its group is unfolded."""
        line = self._rows.number_of(model)
        if line is None and not self._rows.is_filled:
            self._rows.fetch_rest()
            line = self._rows.number_of(model)
        if line is None and self._rows.is_grouped:
            self._rows.unfold_for(model)
            line = self._rows.number_of(model)
        return line

    def _choose_awaited(self) -> None:
        model, self._awaited = self._awaited, None
        if model is not None:
            self.choose(model)

    def _tell_current(self) -> None:
        if not self._quiet:
            self._awaited = None
            self.current_changed.emit(self.current)

    def _tell_selection(self) -> None:
        if not self._quiet:
            self.selection_changed.emit()


def nearest(line: int, rows: ModelListModel) -> int | None:
    """The first line from ``line`` on that is a model, else the last one before it."""
    last = rows.rowCount() - 1
    below = range(max(0, min(line, last)), last + 1)
    above = range(min(line, last), -1, -1)
    return next((one for way in (below, above) for one in way if rows.model_at(one) is not None), None)
