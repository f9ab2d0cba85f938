"""A Sheet for a table view: texts, marks of what is wrong, row numbers with a sign at what is not saved."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from registry_app.domain.words import _
from registry_app.operations import people_shown
from registry_app.ui.widgets.copies import NAMED, Named

from .sheet import Line, Sheet, Told

Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
UNSAVED, TO_GO_ON = "●", "+"
PERSONAL = people_shown.FACTS | people_shown.PERSONAL["household"]
"""Columns that name somebody."""


class SheetModel(QAbstractTableModel):
    """Writes into its sheet; ``committed`` names the cell that was left."""

    committed = Signal(int, str)
    touched = Signal()
    """Texts or what is said of them changed."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._rows = len(sheet.lines)
        self.alert, self.note, self.known = QIcon(), QIcon(), QIcon()
        self.quiet = QColor()
        self.hint = ""
        """What stands in grey where the next line begins."""

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self._rows = len(sheet.lines)
        self.endResetModel()
        self.touched.emit()

    def refresh(self) -> None:
        """The sheet was changed beside this model."""
        self.beginResetModel()
        self._rows = len(self._sheet.lines)
        self.endResetModel()
        self.touched.emit()

    def line(self, row: int) -> Line:
        """The line of ``row``."""
        return self._sheet.lines[row]

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._sheet.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002 - all cells alike
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self._sheet.writable else found

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        one, name = self._sheet.lines[index.row()], self._sheet.columns[index.column()].name
        text, told = one.texts.get(name, ""), one.told.get(name)
        if role == NAMED:
            return Named(frozenset([_who(one)])) if text and name in PERSONAL else None
        hint = "" if text else self._hint_of(one, index.column())
        if role == Role.DecorationRole:
            return self._mark(one, name, told)
        if role == Role.ForegroundRole:
            return self.quiet if hint else None
        said = {
            Role.EditRole: text,
            Role.DisplayRole: text or hint,
            Role.ToolTipRole: told.text if told else text,
            Role.AccessibleTextRole: f"{text}. {told.text}" if told else text or hint,
        }
        return said.get(Role(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            column = self._sheet.columns[section]
            return column.heading if role == Role.DisplayRole else column.label if role == Role.ToolTipRole else None
        if role == Role.DisplayRole:
            return self._row_name(section)
        if role == Role.ToolTipRole and self._is_unsaved(section):
            return _("Not saved yet")
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not self._sheet.writable:
            return False
        row, name = index.row(), self._sheet.columns[index.column()].name
        before = self._sheet.lines[row].texts.get(name, "")
        if str(value) != before:
            self._sheet.write(row, name, str(value))
            self.follow(row)
            self.committed.emit(row, name)
        return True

    def follow(self, row: int) -> None:
        """A line was changed: show it, and the lines that came after it."""
        grown = len(self._sheet.lines)
        if grown > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, grown - 1)
            self._rows = grown
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, row, self._rows - 1)
        self.touched.emit()

    def retell(self) -> None:
        """What is said of many cells changed, and nothing else: who types goes on where they are."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self.columnCount() - 1))
        self.touched.emit()

    def _mark(self, one: Line, name: str, told: Told | None) -> QIcon | None:
        """What is wrong; of a new line, whether it is somebody whom the register knows."""
        if told:
            return self.note if told.notice else self.alert
        return self.known if name == self._sheet.who and one.is_new and one.person else None

    def _hint_of(self, one: Line, column: int) -> str:
        return self.hint if one.is_blank and not column and self._sheet.writable else ""

    def _is_unsaved(self, row: int) -> bool:
        one = self._sheet.lines[row]
        return not one.is_blank and (one.is_new or bool(one.changed))

    def _row_name(self, row: int) -> str:
        one = self._sheet.lines[row]
        if one.is_blank:
            return TO_GO_ON
        return f"{row + 1} {UNSAVED}" if self._is_unsaved(row) else str(row + 1)


def _who(one: Line) -> tuple[str, int]:
    """Tells who stands in ``one`` from others: the same person may stand in a team twice."""
    if one.person:
        return ("person", one.person)
    return ("row", one.key) if one.key else ("new", id(one))
