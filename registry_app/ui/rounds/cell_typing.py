"""Gives a cell of a table its line to type in, and hands on what is typed when the line is left."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QObject, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from registry_app.domain import kinds
from registry_app.ui.structure.cell_line import CellLine
from registry_app.ui.structure.line_delegate import Index, LineDelegate
from registry_app.ui.structure.suggestions import Suggest

Edit = Qt.ItemDataRole.EditRole


class CellKind(Struct, frozen=True):
    """What is typed in a column: its name, what is suggested, how many letters it takes."""

    name: str
    suggest: Suggest | None = None
    limit: int = kinds.LINE_LIMIT


class CellTyping(LineDelegate):
    """``kinds`` by column; suggestions are asked for when typing pauses."""

    refused = Signal(str)
    """Why what was to be pasted was not let in."""

    def __init__(self, columns: Mapping[int, CellKind], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The line of the column."""
        kind = self._columns[index.column()]
        made = self._open(CellLine(parent, kind.suggest, slow=True), kind.name)
        made.limit = kind.limit
        made.refused.connect(self.refused)
        made.block_pasted.connect(lambda text: made.take(text))
        above = index.model().index(index.row() - 1, index.column())
        made.above_wanted.connect(lambda: made.setText(str(above.data(Edit) or "") if above.isValid() else ""))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What is typed; what nobody touched stays as it was, line ends and all."""
        if isinstance(editor, CellLine) and editor.text() != str(index.data(Edit) or "").replace("\n", " "):
            model.setData(index, editor.text())
