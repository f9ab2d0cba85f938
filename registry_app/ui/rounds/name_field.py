"""A field in which one name is typed: suggestions in a list below it, never text put in by itself."""

from PySide6.QtWidgets import QHBoxLayout

from registry_app.ui.structure.cell_line import CellLine
from registry_app.ui.structure.suggestions import Suggest
from registry_app.ui.widgets.editor import Editor, Typed, one_text


class NameField(Editor):
    """Alt+Down offers all; Tab and Enter go on as everywhere."""

    def __init__(self, suggest: Suggest) -> None:
        super().__init__()
        self.line = CellLine(self, suggest, slow=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.edited)
        self.line.editingFinished.connect(self.committed)
        self.line.refused.connect(self.refused)
        self.line.ended.connect(self._go_on)

    def typed(self) -> str:
        return str(self.line.text())

    def fill(self, typed: Typed) -> None:
        self.line.setText(one_text(typed))

    def lock(self, locked: bool) -> None:
        self.line.setReadOnly(locked)

    def _go_on(self, way: str) -> None:
        """The keys that end a cell go on to the next field, or the one before."""
        self.committed.emit()
        if way != "up":
            self.focusNextPrevChild(way != "left")
