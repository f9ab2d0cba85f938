"""Labels, editors and what is wrong with each: the rows of every form and dialog."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from registry_app.domain.words import _

from . import marks
from .editor import Editor, Typed
from .marked_label import MarkedLabel
from .prose import Prose

LABEL_LETTERS = 17
GAP = 6
BESIDE = 8
REQUIRED = "\N{NO-BREAK SPACE}*"
"""Behind the label of a field that must be filled; never alone on a line."""


class FieldGrid(QWidget):
    """Rows by field name. A problem stands under its editor, with a mark, and is read out with the field."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, label_letters: int = LABEL_LETTERS, gap: int = GAP) -> None:
        super().__init__(parent)
        self._editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._cells: dict[str, QHBoxLayout] = {}
        self._shared: list[QHBoxLayout] = []
        self._problems: dict[str, MarkedLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BESIDE)
        self._grid.setVerticalSpacing(gap)
        self._label_width = self.fontMetrics().averageCharWidth() * label_letters
        self._grid.setColumnMinimumWidth(0, self._label_width)
        self._grid.setColumnStretch(1, 1)
        self._line_height = _line_height()

    def add(
        self, name: str, label: str, editor: Editor, *, required: bool = False, note: str = "", beside: str = ""
    ) -> None:
        """Add a row; ``label`` is translated, and may have a mnemonic; ``note`` stands under the editor. With
        ``beside`` the field is in the row of that one: after it where there is room, else under it."""
        shown = QLabel(f"{label}{REQUIRED}" if required else label)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setMinimumHeight(self._line_height)
        shown.setBuddy(editor.control)
        plain = label.replace("&", "")
        editor.control.setAccessibleName(_("{label}, required").format(label=plain) if required else plain)
        problem = MarkedLabel()
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(editor)
        if note:
            cell.addWidget(Prose(note))
            editor.control.setAccessibleDescription(note)
        cell.addWidget(problem)
        cell.addStretch(1)
        self._place(name, shown, cell, beside)
        self._editors[name], self._labels[name], self._problems[name] = editor, shown, problem
        editor.edited.connect(lambda: self._edited(name))
        editor.committed.connect(lambda: self.committed.emit(name))
        editor.refused.connect(lambda why: self.say(name, why))

    def _place(self, name: str, label: QLabel, cell: QVBoxLayout, beside: str) -> None:
        if beside:
            row = self._cells[beside]
            row.setStretch(0, 0)
            row.setSpacing(BESIDE)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(cell, 1)
            self._shared.append(row)
            return
        label.setWordWrap(True)
        label.setFixedWidth(self._label_width)
        row = self._cells[name] = QHBoxLayout()
        row.addLayout(cell, 1)
        number = self._grid.rowCount()
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(row, number, 1)  # without alignment: with it a layout gets no more than its size hint

    def minimumSizeHint(self) -> QSize:
        """As narrow as fields that share a row are when each has its own."""
        hint = super().minimumSizeHint()
        if not self._shared:
            return hint
        widest = max(editor.minimumSizeHint().width() for editor in self._editors.values())
        return QSize(min(hint.width(), self._label_width + BESIDE + widest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields that share a row stand side by side only where both have room."""
        super().resizeEvent(event)
        room = self.width() - self._label_width - BESIDE
        for row in self._shared:
            items = [item for item in map(row.itemAt, range(row.count())) if item]
            needed = sum(item.minimumSize().width() + BESIDE for item in items) - BESIDE
            way = QBoxLayout.Direction.LeftToRight if needed <= room else QBoxLayout.Direction.TopToBottom
            row.setDirection(way)
            row.setSpacing(BESIDE if needed <= room else 0)

    def narrow_labels(self) -> None:
        """Let the labels take no more room than the widest of them needs."""
        rows = [label for name, label in self._labels.items() if name in self._cells]
        letters = self.fontMetrics().horizontalAdvance
        self._label_width = min(self._label_width, max(letters(label.text()) for label in rows) + 2)
        self._grid.setColumnMinimumWidth(0, self._label_width)
        for label in rows:
            label.setFixedWidth(self._label_width)

    def add_wide(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def finish(self) -> None:
        """No more rows: what room is left stays under them."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def __contains__(self, name: object) -> bool:
        return name in self._editors

    def __getitem__(self, name: str) -> Any:
        """The editor of ``name``."""
        return self._editors[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields, top to bottom."""
        return tuple(self._editors)

    def label(self, name: str) -> str:
        """What stands before the field, without signs."""
        return str(self._labels[name].text()).removesuffix(REQUIRED).replace("&", "")

    def typed(self) -> dict[str, Typed]:
        """What stands in every editor."""
        return {name: editor.typed() for name, editor in self._editors.items()}

    def fill(self, values: Mapping[str, Typed]) -> None:
        """Fill the editors that ``values`` names; one that holds the same already is left alone, cursor and all."""
        for name, value in values.items():
            if name in self._editors and self._editors[name].typed() != value:
                self._editors[name].fill(value)

    def lock(self, locked: bool, names: Iterable[str] | None = None) -> None:
        """Lock or free ``names``, else all."""
        for name in self.names if names is None else names:
            self._editors[name].lock(locked)

    def show_row(self, name: str, shown: bool) -> None:
        """Show or hide one row."""
        self._labels[name].setVisible(shown)
        self._editors[name].setVisible(shown)

    def say(self, name: str, text: str) -> None:
        """Say what is wrong with a field."""
        self._problems[name].say(text, marks.PROBLEM)
        self._editors[name].control.setAccessibleDescription(text)

    def problem(self, name: str) -> str:
        """What is said to be wrong with a field; "" when nothing is."""
        return self._problems[name].text

    def clear_problems(self) -> None:
        """Nothing is wrong any more."""
        for name in self._editors:
            self.say(name, "")

    def first_problem(self) -> str | None:
        """The topmost field with a problem."""
        return next((name for name in self._editors if self.problem(name)), None)

    def _edited(self, name: str) -> None:
        if self.problem(name):
            self.say(name, "")
        self.edited.emit(name)


def _line_height() -> int:
    """How high a field of one line is: a label stands on its middle."""
    line = QLineEdit()
    height = line.sizeHint().height()
    line.deleteLater()
    return height
