"""Gives each cell of a sheet its line to type in, and hands on what is typed when it is left."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from .cell_line import CellLine
from .line_delegate import Index, LineDelegate
from .sheet_model import SheetModel
from .suggestions import Suggest, Suggestion


class CellDelegate(LineDelegate):
    """``suggest`` by column; those of ``slow`` columns ask the register."""

    picked = Signal(int, str, object)
    """Row, column and the Suggestion that was taken there."""
    block_pasted = Signal(str)
    save_wanted = Signal()

    def __init__(self, suggest: Mapping[str, Suggest], slow: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self._suggest, self._slow = suggest, slow

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line with the suggestions of its column."""
        model: Any = index.model()
        column = model.sheet.columns[index.column()]
        made = self._open(
            CellLine(parent, self._suggest.get(column.name), slow=column.name in self._slow), column.label
        )
        made.block_pasted.connect(self._paste)
        made.save_wanted.connect(self.save_wanted)
        row, place = index.row(), index.column()
        made.above_wanted.connect(lambda: made.setText(text_above(model, row, place)))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What is typed, and who was chosen."""
        if not isinstance(editor, CellLine) or not isinstance(model, SheetModel):
            return
        row, name, picked = index.row(), model.sheet.columns[index.column()].name, editor.picked
        editor.picked = None
        model.setData(index, editor.text())
        if isinstance(picked, Suggestion) and picked.key is not None:
            self.picked.emit(row, name, picked)

    def _paste(self, text: str) -> None:
        self.commit()
        self.block_pasted.emit(text)


def text_above(model: SheetModel, row: int, column: int) -> str:
    """What stands in the cell above; "" above the first row."""
    return str(model.index(row - 1, column).data(Qt.ItemDataRole.EditRole) or "") if row else ""
