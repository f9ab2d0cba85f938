"""What a bulk change would do, as Qt asks for it: refused models first, then every field that would change."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from registry_app.domain.entries import Lists
from registry_app.domain.words import N_, _
from registry_app.operations.bulk_plan import Place, Planned, Preview, Rejected
from registry_app.operations.deeds import ReplaceText
from registry_app.operations.replacing import Replacer, Span

from .excerpt import excerpt
from .fields import label_of

HEADINGS = (N_("Code"), N_("Name of the model"), N_("Which field"), N_("Now"), N_("Afterwards"))
CODE, NAME, FIELD, OLD, NEW = range(len(HEADINGS))
EMPTY = N_("(empty)")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SPANS = Role.UserRole
QUIET = Role.UserRole + 1
"""Whether the cell only says that there is nothing."""


class PreviewModel(QAbstractTableModel):
    """Cells are made when they are asked for. With ``ticks`` every change can be unticked."""

    ticked = Signal()

    def __init__(
        self, shown: Preview, lists: Lists, icon: QIcon, *, ticks: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: tuple[Rejected | Planned, ...] = (*shown.refused, *shown.changes)
        self._lists, self._icon, self._ticks = lists, icon, ticks
        self._unticked: set[Place] = set()
        self._replacers = {
            name: Replacer(deed.wanted) for name, deed in shown.deeds.items() if isinstance(deed, ReplaceText)
        }
        self._labels: dict[str, str] = {}

    @property
    def unticked(self) -> frozenset[Place]:
        """The changes that are not wanted."""
        return frozenset(self._unticked)

    @property
    def ticked_models(self) -> int:
        """How many models would change."""
        return len({row.id for row in self._rows if isinstance(row, Planned) and row.place not in self._unticked})

    def tick(self, numbers: Iterable[int], ticked: bool | None = None) -> None:
        """Tick or untick the changes on these lines; None: all as the first is not."""
        rows = [row for row in (self._rows[number] for number in numbers) if isinstance(row, Planned)]
        if not rows or not self._ticks:
            return
        wanted = rows[0].place in self._unticked if ticked is None else ticked
        places = {row.place for row in rows}
        self._unticked = self._unticked - places if wanted else self._unticked | places
        self.dataChanged.emit(self.index(0, CODE), self.index(len(self._rows) - 1, CODE), [Role.CheckStateRole])
        self.ticked.emit()

    def tick_all(self, ticked: bool) -> None:
        """Tick every change, or none."""
        self.tick(range(len(self._rows)), ticked)

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Changes can be ticked in their first cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._ticks and index.column() == CODE and isinstance(self._rows[index.row()], Planned):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        row, column = self._rows[index.row()], index.column()
        if role in (Role.DisplayRole, Role.AccessibleTextRole, SPANS):
            return self._line(row, column)[role == SPANS]
        if role == Role.ToolTipRole:
            return _plain(self._text(row, column))
        if role == QUIET:
            return column in (OLD, NEW) and isinstance(row, Planned) and not self._text(row, column)
        return self._mark(row, role) if column == CODE else None

    def _mark(self, row: Rejected | Planned, role: int) -> Any:
        """What stands before a row: a sign when it is refused, a box to tick."""
        if isinstance(row, Rejected):
            return self._icon if role == Role.DecorationRole else None
        if role == Role.CheckStateRole and self._ticks:
            return Qt.CheckState.Unchecked if row.place in self._unticked else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take a tick."""
        if role != Role.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(HEADINGS[section])
        return None

    def _line(self, row: Rejected | Planned, column: int) -> tuple[str, tuple[Span, ...]]:
        """What a cell shows, and the hits in it."""
        text = self._text(row, column)
        if column not in (OLD, NEW):
            return excerpt(text)
        if isinstance(row, Planned) and not text:
            return _(EMPTY), ()
        return excerpt(text, self._spans(row, column))

    def _spans(self, row: Rejected | Planned, column: int) -> tuple[Span, ...]:
        replacer = self._replacers.get(row.field) if isinstance(row, Planned) else None
        if replacer is None or not isinstance(row, Planned):
            return ()
        if column == OLD:
            return replacer.spans(row.old)
        return replacer.new_spans(row.old) if replacer.replaced(row.old) == row.new else ()

    def _text(self, row: Rejected | Planned, column: int) -> str:
        """The whole text of a cell."""
        if column in (CODE, NAME):
            return row.code if column == CODE else row.name
        if isinstance(row, Rejected):
            return {FIELD: self._label(row.problem.field), OLD: _("cannot be changed"), NEW: str(row.problem)}[column]
        return {FIELD: self._label(row.field), OLD: row.old, NEW: row.new}[column]

    def _label(self, name: str) -> str:
        if name not in self._labels:
            self._labels[name] = label_of(name, self._lists)
        return self._labels[name]


def _plain(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<p>{escaped}</p>" if text else ""
