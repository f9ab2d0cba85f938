"""History entries for a tree view: an action a row, under it a row for each field that it changed."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon

from registry_app.domain.vietnamese import fold
from registry_app.domain.words import N_, _
from registry_app.operations.histories import Entry, FieldChange

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


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is seen: with those of its changes that pass the filter."""

    entry: Entry
    changes: tuple[FieldChange, ...]


class HistoryTree(QAbstractItemModel):
    """Holds entries, newest first, and shows those in which all words are found. ``whole`` is the whole register: rows
    then say which model or list entry they belong to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._shown: list[Shown] = []
        self._words: list[str] = []
        self._whole = True
        self._narrow = False
        self._height = 0
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._mark = QIcon()
        self._quiet = QBrush()

    def show_entries(self, entries: Sequence[Entry], *, whole: bool) -> None:
        """Show ``entries`` in the place of those before."""
        self.beginResetModel()
        self._entries, self._whole = entries, whole
        self._shown = self._found()
        self.endResetModel()

    def filter(self, words: str) -> None:
        """Keep the entries and changes that hold every one of ``words``, accents or not."""
        self.beginResetModel()
        self._words = fold(words).split()
        self._shown = self._found()
        self.endResetModel()

    def dress(self, mark: QIcon, quiet: QColor, height: int) -> None:
        """The mark and the colour of what was taken back, and the height of a row."""
        self._mark, self._quiet, self._height = mark, QBrush(quiet), height
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
        return self._shown[index.row() if _is_action(index) else index.internalId() - 1].entry

    def codes(self, index: Index) -> list[str]:
        """Codes of what the row, or the action, changed."""
        if not index.isValid():
            return []
        shown = self._shown[index.row() if _is_action(index) else index.internalId() - 1]
        changes: Iterable[FieldChange] = shown.changes if _is_action(index) else [shown.changes[index.row()]]
        return list(dict.fromkeys(change.code for change in changes if change.code))

    def place(self, action: int) -> QModelIndex:
        """Where the action stands; an invalid index when it is not shown."""
        for row, shown in enumerate(self._shown):
            if shown.entry.action == action:
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
            return len(self._shown)
        return len(self._shown[parent.row()].changes) if _is_action(parent) and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _(SQUEEZED if self._narrow and section == CHANGE else HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown = self._shown[index.row() if _is_action(index) else index.internalId() - 1]
        if role == Role.DisplayRole:
            return self._line(shown, index)
        if role == Role.SizeHintRole:
            return QSize(0, self._height)
        if role == Role.ToolTipRole:
            text = self._text(shown, index)[:MOST_LETTERS]
            return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>" if text else None
        if shown.entry.undone:
            return self._undone(index, role)
        return None

    def _undone(self, index: Index, role: int) -> object:
        if role == Role.ForegroundRole:
            return self._quiet
        if role == Role.FontRole and index.column() in (WHAT, CHANGE):
            return self._struck
        if role == Role.DecorationRole and index.column() == WHAT and _is_action(index):
            return self._mark
        return None

    def _line(self, shown: Shown, index: Index) -> str:
        """The text as it fits one line: a long old value gives way to the new one."""
        if _is_action(index) or index.column() != CHANGE:
            return self._text(shown, index)
        change = shown.changes[index.row()]
        if change.old and len(change.old) + len(change.new or "") > ROOM:
            change = replace(change, old=f"{change.old[:SHORT].rstrip()}…" if len(change.old) > SHORT else change.old)
        return " ".join(old_to_new(change).split())

    def _text(self, shown: Shown, index: Index) -> str:
        if _is_action(index):
            return self._action_text(shown.entry, index.column())
        change = shown.changes[index.row()]
        if index.column() == WHAT:
            return field_name(change, whole=self._whole)
        return old_to_new(change) if index.column() == CHANGE else ""

    def _action_text(self, entry: Entry, column: int) -> str:
        if column == WHAT:
            return _("{action} (taken back)").format(action=entry.label) if entry.undone else entry.label
        if column == CHANGE and self._narrow:
            return f"{moment(entry)}, {entry.who}"
        if column == CHANGE:
            return summary(entry, whole=self._whole)
        return moment(entry) if column == WHEN else entry.who

    # -- the filter ------------------------------------------------------------------------------------------------

    def _found(self) -> list[Shown]:
        if not self._words:
            return [Shown(entry, entry.changes) for entry in self._entries]
        found = []
        for entry in self._entries:
            head = fold(f"{moment(entry)} {entry.who} {entry.computer} {entry.label}")
            left = [word for word in self._words if word not in head]
            changes = tuple(change for change in entry.changes if _holds(change, left))
            if changes or not left:
                found.append(Shown(entry, changes))
        return found


def moment(entry: Entry) -> str:
    """When, as people write it: 22/11/2026 14:05."""
    return datetime.fromisoformat(entry.at).strftime("%d/%m/%Y %H:%M")


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
        said = _("{names} and {count} more").format(names=said, count=max(left, 0) + entry.more)
    return said


def _holds(change: FieldChange, words: Sequence[str]) -> bool:
    text = fold(" ".join((change.noun, change.code, change.field, change.old or "", change.new or "")))
    return all(word in text for word in words)


def _is_action(index: Index) -> bool:
    return index.internalId() == 0
