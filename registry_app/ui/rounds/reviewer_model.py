"""The areas of a round that is about to be opened, with the name of who looks there, as Qt asks for them."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from registry_app.domain.ids import AreaId
from registry_app.domain.words import N_, _

HEADINGS = (N_("Area"), N_("Number of rows"), N_("Reviewer"))
AREA, MODELS, REVIEWER = range(len(HEADINGS))
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class AreaLine(Struct, frozen=True):
    """An area and how many models of the round are looked at there."""

    area: AreaId
    name: str
    models: int


class ReviewerModel(QAbstractTableModel):
    """Names that were typed stay, whichever areas are shown meanwhile."""

    def __init__(self, names: Mapping[AreaId, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AreaLine, ...] = ()
        self._names = dict(names)

    @property
    def reviewers(self) -> dict[AreaId, str]:
        """Who looks in the areas that are shown."""
        return {line.area: name for line in self._lines if (name := self._names.get(line.area, "").strip())}

    def show_lines(self, lines: Sequence[AreaLine]) -> None:
        """Show these areas."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many areas there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Area, models, reviewer."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(HEADINGS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only names of reviewers are typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == REVIEWER else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; cut ones are read in the tool tip."""
        if role == Role.TextAlignmentRole and index.column() == MODELS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return None
        line = self._lines[index.row()]
        if index.column() == REVIEWER:
            return self._names.get(line.area, "")
        return line.name if index.column() == AREA else str(line.models)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Keep the name as typed, but for the blanks around it."""
        if role != Role.EditRole or index.column() != REVIEWER:
            return False
        self._names[self._lines[index.row()].area] = " ".join(str(value).split())
        self.dataChanged.emit(index, index)
        return True
