"""The rows of an entry screen as Qt asks for them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from registry_app.domain import options
from registry_app.domain.round_shown import ROW_STATES
from registry_app.domain.words import N_, _

from .entry_lines import Line

COLUMNS: Mapping[str, str] = {
    "position": N_("No."),
    "code": N_("Code"),
    "model": N_("Model"),
    "last_grade": N_("Last grade"),
    "grade": N_("Grade"),
    "effective": N_("Effective"),
    "findings": N_("Findings"),
    "decision": N_("Decision"),
    "on": N_("Date of review"),
}
NAMES = tuple(COLUMNS)
TYPED = ("findings", "decision", "on")
"""What is typed as text; the others have one key each."""
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class EntryModel(QAbstractTableModel):
    """Which rows there are is decided outside."""

    touched = Signal(int)
    """Something was typed over the line of that place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.icons: Mapping[str, QIcon] = {}
        """By state, and "problem"."""
        self.quiet = QColor()
        self._bold = QFont()
        self._bold.setBold(True)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def put(self, place: int, name: str, text: str) -> None:
        """Type ``text`` over a field."""
        self.lines[place].put(name, text)
        self.refresh(place)
        self.touched.emit(place)

    def refresh(self, place: int) -> None:
        """That line changed."""
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(NAMES) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(NAMES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return _(COLUMNS[NAMES[section]])
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All cells take the input method: a letter begins the findings, wherever one is."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """What was typed into a cell."""
        name = NAMES[index.column()]
        if role != Role.EditRole or name not in TYPED:
            return False
        self.put(index.row(), name, str(value))
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        line, name = self.lines[index.row()], NAMES[index.column()]
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return line.told.get(name) or self._text(line, name) if role == Role.ToolTipRole else self._text(line, name)
        if role == Role.DecorationRole:
            return self._icon(line, name)
        if role == Role.FontRole and name in ("grade", "effective"):
            return self._bold
        if role == Role.ForegroundRole and line.row.left_out:
            return self.quiet
        if role == Role.AccessibleTextRole:
            return self._said(line, name)
        return None

    def _text(self, line: Line, name: str) -> str:
        if name == "effective":
            return options.label(options.EFFECTIVE, line.text(name))
        if name == "findings" and line.row.left_out:
            return _("Left out: {reason}").format(reason=line.row.left_out)
        if name in ("grade", *TYPED):
            return line.text(name)
        return str(getattr(line.row, name))

    def _icon(self, line: Line, name: str) -> QIcon | None:
        if name == "position":
            return self.icons.get("problem" if line.told else line.state)
        return self.icons.get("problem") if name in line.told else None

    def _said(self, line: Line, name: str) -> str:
        said = f"{_(COLUMNS[name])}: {self._text(line, name)}"
        if name == "position":
            return f"{said}, {options.label(ROW_STATES, line.state)}"
        return f"{said}, {line.told[name]}" if name in line.told else said
