"""History entries for a tree view: an action a row, under it a row for each field that it changed."""

import html
from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon

from registry_app.domain.counting import grouped
from registry_app.domain.words import N_, _
from registry_app.operations import people_shown
from registry_app.operations.histories import Entry, FieldChange
from registry_app.operations.history_pages import moment, why_not
from registry_app.ui.widgets.copies import NAMED, Named, named

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
WHEN, WHO, WHAT, CHANGE = range(4)
HEADINGS = (N_("When"), N_("Who"), N_("What"), N_("Old → new"))
SQUEEZED = N_("When, who; old → new")
FEW = 3
ROOM, SHORT = 40, 18
"""Letters that old and new may have together before the old value is cut, and what is left of it."""
MOST_LETTERS = 2000
"""Letters of a tooltip."""


class HistoryTree(QAbstractItemModel):
    """Entries, newest first. ``whole``: of the whole register; rows then say whose they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._whole = True
        self._narrow = False
        self._height = 0
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._mark, self._lock = QIcon(), QIcon()
        self._quiet = QBrush()

    def show_entries(self, entries: Sequence[Entry], *, whole: bool) -> None:
        """Show ``entries`` in the place of those before."""
        self.beginResetModel()
        self._entries, self._whole = list(entries), whole
        self.endResetModel()

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Show ``entries``, which are older, below those that are there."""
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self._entries += entries
        self.endInsertRows()

    def dress(self, mark: QIcon, lock: QIcon, quiet: QColor, height: int) -> None:
        """The marks of what was taken back and of what no longer can be, the colour of both, the height of a row."""
        self._mark, self._lock, self._quiet, self._height = mark, lock, QBrush(quiet), height
        self.layoutChanged.emit()

    def squeeze(self, narrow: bool) -> None:
        """Whether When and Who have no columns of their own, and stand in that of the changes."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, CHANGE, CHANGE)
            self.layoutChanged.emit()

    def entry(self, index: Index) -> Entry | None:
        """The action of ``index``, or the one that its row belongs to."""
        if not index.isValid():
            return None
        return self._entries[index.row() if _is_action(index) else index.internalId() - 1]

    def codes(self, index: Index) -> list[str]:
        """Codes of what the row, or the action, changed."""
        if not index.isValid():
            return []
        entry = self._entries[index.row() if _is_action(index) else index.internalId() - 1]
        changes: Iterable[FieldChange] = entry.changes if _is_action(index) else [entry.changes[index.row()]]
        return list(dict.fromkeys(change.code for change in changes if change.code))

    def place(self, action: int) -> QModelIndex:
        """Where the action stands; an invalid index when it is not shown."""
        for row, entry in enumerate(self._entries):
            if entry.action == action:
                return self.index(row, 0)
        return QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or _is_action(index):
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._entries)
        return len(self._entries[parent.row()].changes) if _is_action(parent) and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(SQUEEZED if self._narrow and section == CHANGE else HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row() if _is_action(index) else index.internalId() - 1]
        if role == Role.DisplayRole:
            return self._line(entry, index)
        if role == Role.SizeHintRole:
            return QSize(0, self._height)
        if role in (Role.ToolTipRole, NAMED):
            return self._named(entry, index) if role == NAMED else self._tip(entry, index)
        if entry.undone or entry.barred:
            return self._quietly(entry, index, role)
        return None

    def _named(self, entry: Entry, index: Index) -> Named | None:
        """Whom the old or the new value names."""
        if _is_action(index) or index.column() != CHANGE:
            return None
        key = people_shown.in_change(entry.changes[index.row()])
        return named([key]) if key else None

    def _quietly(self, entry: Entry, index: Index, role: int) -> object:
        """How it looks that an entry was taken back, or never can be."""
        if role == Role.ForegroundRole:
            return self._quiet
        if role == Role.FontRole and entry.undone and index.column() in (WHAT, CHANGE):
            return self._struck
        if role == Role.DecorationRole and index.column() == WHAT and _is_action(index):
            return self._mark if entry.undone else self._lock
        return None

    def _tip(self, entry: Entry, index: Index) -> str | None:
        """All of the text, and at an action why it cannot be taken back."""
        lines = [self._text(entry, index)[:MOST_LETTERS]]
        if _is_action(index) and entry.barred:
            lines.append(_(why_not(entry)))
        text = "\n".join(line for line in lines if line)
        return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>" if text else None

    def _line(self, entry: Entry, index: Index) -> str:
        """The text as it fits one line: a long old value gives way to the new one."""
        if _is_action(index) or index.column() != CHANGE:
            return self._text(entry, index)
        change = entry.changes[index.row()]
        if change.old and len(change.old) + len(change.new or "") > ROOM:
            change = replace(change, old=f"{change.old[:SHORT].rstrip()}…" if len(change.old) > SHORT else change.old)
        return " ".join(old_to_new(change).split())

    def _text(self, entry: Entry, index: Index) -> str:
        if _is_action(index):
            return self._action_text(entry, index.column())
        change = entry.changes[index.row()]
        if index.column() == WHAT:
            return field_name(change, whole=self._whole)
        return old_to_new(change) if index.column() == CHANGE else ""

    def _action_text(self, entry: Entry, column: int) -> str:
        if column == WHAT:
            return _("{action} (taken back)").format(action=entry.label) if entry.undone else entry.label
        if column == CHANGE and self._narrow:
            return ", ".join(part for part in (moment(entry), entry.who) if part)
        if column == CHANGE:
            return summary(entry, whole=self._whole)
        return moment(entry) if column == WHEN else entry.who


def field_name(change: FieldChange, *, whole: bool) -> str:
    """Which field of what; in the history of one model its own fields stand alone."""
    if whole:
        return f"{change.noun} {change.code}".strip() + f" – {change.field}"
    return change.field if change.noun_key == "model" else f"{change.noun} – {change.field}"


def old_to_new(change: FieldChange) -> str:
    """What was, and what is; only what is where nothing was."""
    if change.old is None:
        return change.new or ""
    new = _("(blank)") if change.new is None else change.new
    return f"{change.old} → {new}"


def summary(entry: Entry, *, whole: bool) -> str:
    """What an action touched in a few words: codes in the whole register, fields of one model."""
    names = [change.code if whole else change.field for change in entry.changes]
    unique = list(dict.fromkeys(name for name in names if name))
    left = len(unique) - FEW
    said = ", ".join(unique[:FEW])
    if left > 0 or entry.more:
        said = _("{names} and {count} more").format(names=said, count=grouped(max(left, 0) + entry.more))
    return said


def _is_action(index: Index) -> bool:
    return index.internalId() == 0
