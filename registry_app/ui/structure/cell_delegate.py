"""Gives each cell of a sheet its line to type in, and hands on what is typed when it is left."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .cell_line import CellLine
from .sheet_model import SheetModel
from .suggestions import Suggest, Suggestion

Index = QModelIndex | QPersistentModelIndex
End = QStyledItemDelegate.EndEditHint


class CellDelegate(QStyledItemDelegate):
    """``suggest`` by column; those of ``slow`` columns ask the register."""

    stepped = Signal(str)
    picked = Signal(int, str, object)
    """Row, column and the Suggestion that was taken there."""
    block_pasted = Signal(str)
    save_wanted = Signal()

    def __init__(self, suggest: Mapping[str, Suggest], slow: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self._suggest, self._slow = suggest, slow
        self.line: CellLine | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line with the suggestions of its column."""
        model: Any = index.model()
        column = model.sheet.columns[index.column()]
        made = CellLine(parent, self._suggest.get(column.name), slow=column.name in self._slow)
        made.setFrame(False)
        made.setAutoFillBackground(True)
        made.setAccessibleName(column.label)
        made.ended.connect(self._take)
        made.given_up.connect(self._give_up)
        made.block_pasted.connect(self._paste)
        made.save_wanted.connect(self.save_wanted)
        row, place = index.row(), index.column()
        made.above_wanted.connect(lambda: made.setText(text_above(model, row, place)))
        self.line = made
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the cell holds; never over what is being typed."""
        if isinstance(editor, CellLine) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What is typed, and who was chosen."""
        if not isinstance(editor, CellLine) or not isinstance(model, SheetModel):
            return
        row, name, picked = index.row(), model.sheet.columns[index.column()].name, editor.picked
        editor.picked = None
        model.setData(index, editor.text())
        if isinstance(picked, Suggestion) and picked.key is not None:
            self.picked.emit(row, name, picked)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The line is gone."""
        if editor is self.line:
            self.line = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line minds its own keys; Qt minds that the keyboard goes elsewhere."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Take what is being typed."""
        if self.line is not None:
            line = self.line
            self.commitData.emit(line)
            self.closeEditor.emit(line, End.NoHint)

    def _take(self, way: str) -> None:
        self.commit()
        self.stepped.emit(way)

    def _give_up(self) -> None:
        if self.line is not None:
            self.closeEditor.emit(self.line, End.NoHint)

    def _paste(self, text: str) -> None:
        self.commit()
        self.block_pasted.emit(text)


def text_above(model: SheetModel, row: int, column: int) -> str:
    """What stands in the cell above; "" above the first row."""
    return str(model.index(row - 1, column).data(Qt.ItemDataRole.EditRole) or "") if row else ""
