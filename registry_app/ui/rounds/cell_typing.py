"""Gives a cell of a table its line to type in, and hands on what is typed when the line is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from registry_app.domain import kinds
from registry_app.ui.structure.cell_line import CellLine
from registry_app.ui.structure.suggestions import Suggest

Index = QModelIndex | QPersistentModelIndex
End = QStyledItemDelegate.EndEditHint
Edit = Qt.ItemDataRole.EditRole


@dataclass(frozen=True, slots=True)
class CellKind:
    """What is typed in a column: its name, what is suggested, how many letters it takes."""

    name: str
    suggest: Suggest | None = None
    limit: int = kinds.LINE_LIMIT


class CellTyping(QStyledItemDelegate):
    """``kinds`` by column; suggestions are asked for when typing pauses."""

    stepped = Signal(str)
    """What was typed is taken, and the cell "right", "left", "up" or "down" of it is wanted."""
    refused = Signal(str)
    """Why what was to be pasted was not let in."""

    def __init__(self, columns: Mapping[int, CellKind], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self.line: CellLine | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The line of the column."""
        kind = self._columns[index.column()]
        made = CellLine(parent, kind.suggest, slow=True)
        made.limit = kind.limit
        made.setFrame(False)
        made.setAutoFillBackground(True)
        made.setAccessibleName(kind.name)
        made.ended.connect(self._take)
        made.given_up.connect(self.give_up)
        made.refused.connect(self.refused)
        made.block_pasted.connect(lambda text: made.take(text))
        above = index.model().index(index.row() - 1, index.column())
        made.above_wanted.connect(lambda: made.setText(str(above.data(Edit) or "") if above.isValid() else ""))
        self.line = made
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What the cell holds; never over what is being typed."""
        if isinstance(editor, CellLine) and not editor.isModified():
            editor.setText(str(index.data(Edit) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What is typed; what nobody touched stays as it was, line ends and all."""
        if isinstance(editor, CellLine) and editor.text() != str(index.data(Edit) or "").replace("\n", " "):
            model.setData(index, editor.text())

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
