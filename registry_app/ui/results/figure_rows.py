"""The rows of the table of figures: indicators under their topics, what the register has, what is typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from registry_app.domain.entries import Indicator
from registry_app.domain.ids import IndicatorId
from registry_app.domain.words import N_, _
from registry_app.ui.widgets.marks import Mark

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NAME, UNIT, HELD, TYPED, MEANING = range(5)
HEADINGS = (N_("Indicator"), N_("Unit"), N_("In the register"), N_("New value"), N_("What it means"))
INDENT = "      "


class Meaning(Struct, frozen=True):
    """What is told beside a figure, and what kind of news it is."""

    text: str
    mark: Mark | None = None


class FigureRow(Struct, frozen=True, kw_only=True):
    """A topic (without an indicator) or an indicator; a part stands under its whole, if that is there."""

    title: str
    indicator: Indicator | None = None
    part: bool = False


def laid_out(indicators: Iterable[Indicator]) -> list[FigureRow]:
    """Those in use in their order, each topic once over the first of its indicators; parts after their wholes."""
    used = [one for one in indicators if not one.retired]
    numbers = {one.id for one in used}
    parts: dict[int, list[Indicator]] = {}
    for one in used:
        if one.part_of in numbers and one.part_of is not None:
            parts.setdefault(one.part_of, []).append(one)
    topics: dict[str, list[FigureRow]] = {}
    for one in used:
        if one.part_of not in numbers:
            rows = topics.setdefault(one.topic, [])
            rows.append(FigureRow(title=one.name, indicator=one))
            rows += (FigureRow(title=part.name, indicator=part, part=True) for part in parts.get(one.id, ()))
    found = []
    for topic, rows in topics.items():
        found += [FigureRow(title=topic or _("Other indicators")), *rows]
    return found


class FigureSheet(Struct):
    """What is typed, by indicator, what the register has, and what is told beside each."""

    typed: dict[IndicatorId, str] = field(default_factory=dict)
    held: Mapping[IndicatorId, str] = field(default_factory=dict)
    meanings: Mapping[IndicatorId, Meaning] = field(default_factory=dict)


class FigureRows(QAbstractTableModel):
    """``typed`` comes when a figure was typed."""

    typed = Signal()

    def __init__(self, rows: Sequence[FigureRow], parent: QObject) -> None:
        super().__init__(parent)
        self.rows, self.sheet = rows, FigureSheet()
        self.locked = False
        self.quiet = QColor()
        self.icons: dict[Mark, QIcon] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    def number(self, row: int) -> IndicatorId | None:
        """The indicator of a row; None for a topic."""
        one = self.rows[row].indicator
        return IndicatorId(one.id) if one else None

    def row_of(self, indicator: int) -> int:
        """Where an indicator stands; -1 when it is not offered."""
        return next((place for place in range(len(self.rows)) if self.number(place) == indicator), -1)

    def tell(self, held: Mapping[IndicatorId, str], meanings: Mapping[IndicatorId, Meaning]) -> None:
        """Show what the register has and what follows from what is typed."""
        self.sheet.held, self.sheet.meanings = held, meanings
        self.dataChanged.emit(self.index(0, HELD), self.index(len(self.rows) - 1, MEANING))

    def clear(self) -> None:
        """Nothing is typed."""
        self.sheet.typed.clear()
        self.tell({}, {})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Topics and indicators."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The columns of HEADINGS."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        return _(HEADINGS[section]) if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only figures can be typed; a topic is only read."""
        if self.number(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == TYPED and not self.locked else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        row, column = self.rows[index.row()], index.column()
        if row.indicator is None:
            return self._topic(row, column, role)
        text = self.text(index.row(), column)
        found: Any = None
        if role in (Role.DisplayRole, Role.EditRole):
            found = text
        elif role == Role.ToolTipRole:
            found = text or None
        elif role == Role.AccessibleTextRole:
            found = f"{row.title} – {_(HEADINGS[column])}: {text.strip()}"
        elif role == Role.DecorationRole and column == MEANING:
            meaning = self.sheet.meanings.get(IndicatorId(row.indicator.id))
            found = self.icons.get(meaning.mark) if meaning and meaning.mark else None
        elif role == Role.ForegroundRole and column in (UNIT, HELD):
            found = self.quiet
        return found

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        one = self.rows[row]
        number = self.number(row)
        if one.indicator is None or number is None:
            return one.title if column == NAME else ""
        if column == NAME:
            return INDENT * one.part + one.title
        if column == UNIT:
            return one.indicator.unit
        if column == HELD:
            return self.sheet.held.get(number, "")
        if column == TYPED:
            return self.sheet.typed.get(number, "")
        meaning = self.sheet.meanings.get(number)
        return meaning.text if meaning else ""

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take what was typed."""
        number = self.number(index.row())
        if role != Role.EditRole or number is None or index.column() != TYPED or self.locked:
            return False
        self.sheet.typed[number] = str(value)
        self.dataChanged.emit(index, index)
        self.typed.emit()
        return True

    def _topic(self, row: FigureRow, column: int, role: int) -> Any:
        if role == Role.FontRole:
            return self._bold
        if role in (Role.DisplayRole, Role.AccessibleTextRole) and column == NAME:
            return row.title
        return None
