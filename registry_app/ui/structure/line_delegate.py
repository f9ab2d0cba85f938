"""The line in which a cell of a table is typed: opened in it, minded while it is there, taken or given up."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from .cell_line import CellLine

Index = QModelIndex | QPersistentModelIndex
End = QStyledItemDelegate.EndEditHint


class LineDelegate(QStyledItemDelegate):
    """What kinds of cells have in common; they make the line and say where what is typed in it goes."""

    stepped = Signal(str)
    """What was typed is taken, and the cell "right", "left", "up" or "down" of it is wanted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.line: CellLine | None = None

    def _open(self, line: CellLine, name: str) -> CellLine:
        """``line`` fills its cell, which people call ``name``."""
        line.setFrame(False)
        line.setAutoFillBackground(True)
        line.setAccessibleName(name)
        line.ended.connect(self._take)
        line.given_up.connect(self.give_up)
        self.line = line
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the cell holds; never over what is being typed."""
        if isinstance(editor, CellLine) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

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
        line: Any = self.line
        if line is not None:
            self.commitData.emit(line)
            self.closeEditor.emit(line, End.NoHint)

    def give_up(self) -> None:
        """What is being typed is not wanted."""
        if self.line is not None:
            self.closeEditor.emit(self.line, End.NoHint)

    def _take(self, way: str) -> None:
        self.commit()
        self.stepped.emit(way)
