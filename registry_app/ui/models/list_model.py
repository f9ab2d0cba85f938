"""The list as Qt asks for it: row numbers first, then windows of rows by need. Sorting and finding is the store's."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from registry_app.domain.entries import Lists
from registry_app.domain.fields import BY_NAME, Field, listed
from registry_app.domain.ids import ModelId
from registry_app.domain.model import ModelRow
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Moment, Search
from registry_app.ui.session import Session

from .columns import COLUMNS, USUAL_SHOWN, Column, columns_of, groups
from .grouping import Heading, Lines, Value, counted, foretold
from .list_words import column_aloud, group_aloud
from .narrowing import Narrowing
from .row_windows import RowWindows
from .stepping import Stepping

if TYPE_CHECKING:
    from registry_app.store.arranging import Arranged, Group

FIRST_PAGE, GROUPED_PAGE = 256, 600
"""Rows that are looked for at first; a ward has fewer than the second, and its groups are counted at once."""
FORETOLD = 128
"""Rows under headings that are shown until the groups are counted."""
AT_ONCE = 5_000
"""Rows that are found anew at once after a change; of more, those that stand there stay until all are found."""
PAINTING_MS, TYPING_MS, COUNTING_MS = 20, 150, 60
"""The rest waits until the first page is painted; with words, until nobody types; after a change, until the views are
counted."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class ModelListModel(QAbstractTableModel):
    """Rows of one Search, under headings where it groups them. The first page is there at once, the rest in an idle
    slice, then ``filled`` comes."""

    filled = Signal()
    """All row numbers are known: ``rowCount`` is final."""
    columns_leaving = Signal()
    """The register has other fields: ``note`` what is worn now, or it is forgotten."""
    columns_changed = Signal()
    """Other columns, after the reset that this is."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = Narrowing()
        self._search = Search()
        self._at: Moment | None = None
        self._ids: array[int] = array("q")
        self._stepping = Stepping(self._finder)
        self._lines = Lines()
        self._folded: frozenset[Value] = frozenset()
        self._wanted: tuple[ShownColumn, ...] = USUAL_SHOWN
        self._columns: tuple[Column, ...] = COLUMNS
        self._lists: Lists | None = None
        self._windows = RowWindows(session)
        self._read: dict[int, ModelRow] = {}
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def search(self) -> Search:
        """What the rows answer to."""
        return self._search

    @property
    def ids(self) -> Sequence[int]:
        """Row numbers in the order shown, as far as they are known; those of folded groups, too."""
        return self._ids

    @property
    def is_filled(self) -> bool:
        """Whether all row numbers are known."""
        return not self._rest.isActive()

    def show(self, search: Search) -> None:
        """Show what ``search`` finds."""
        if search.group != self._search.group:
            self._folded = frozenset()
        self._search = search
        grouped = AT_ONCE if self._folded else GROUPED_PAGE
        self._look(grouped if self._group else FIRST_PAGE)

    def look_again(self) -> None:
        """The register or the day changed: find anew."""
        self._finder.forget()
        if len(self._ids) > AT_ONCE:
            self._look_later()
        else:
            self._look(max(FIRST_PAGE, len(self._ids) + 1))

    def clear(self) -> None:
        """Let go of the register."""
        self._rest.stop()
        self._finder.forget()
        self._stepping.stop()
        self._at = self._lists = None
        self._replace(array("q"), ())

    def wait_on(self) -> None:
        """The first rows were painted, later than expected: what they say comes to the screen before more is read."""
        if self._rest.isActive():
            self._rest.start(PAINTING_MS)

    def fetch_rest(self) -> None:
        """Know all row numbers now; done by itself in idle slices."""
        while self._go_on():
            pass

    def _go_on(self) -> bool:
        """One step towards all numbers and groups. Whether there is more to do at once."""
        if self._session.is_lent:
            self._rest.start(PAINTING_MS)
            return False
        self._rest.stop()
        if self._at is None:
            return False
        found = self._stepping.step(self._session.registry, self._search, self._at)
        if found is None:
            self._rest.start(0)
            return True
        self._complete(found)
        self.filled.emit()
        return False

    def _complete(self, found: "Arranged") -> None:
        ids, known = found.ids, len(self._ids)
        headings = self._counted(found.groups)
        if headings != self._lines.headings or ids[:known] != self._ids:
            self._replace(ids, headings)
        elif len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids, self._lines = ids, Lines(len(ids))
            self.endInsertRows()

    def _look(self, first: int) -> None:
        self._rest.stop()
        self._stepping.stop()
        self._at = self._session.moment
        ids = self._finder.ids(self._session.registry, self._search, self._at, first)
        if len(ids) >= first:
            ids = ids[:FORETOLD] if self._group else ids
            self._rest.start(TYPING_MS if self._search.words else PAINTING_MS)
        self._windows.clear()
        headings = self._headings(ids)
        self._follow_lists()
        if ids == self._ids and ids and headings == self._lines.headings:
            self._repaint()
        else:
            self._replace(ids, headings)
            if self._read:
                self._windows.take(ids, self._read.values())
                self._read = {}
        if self.is_filled:
            self.filled.emit()

    def _look_later(self) -> None:
        """Many rows: what is shown says at once what it says now, and is put in order in steps."""
        self._stepping.stop()
        self._at = self._session.moment
        self._windows.clear()
        self._follow_lists()
        self._repaint()
        self._rest.start(COUNTING_MS)

    def _repaint(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self._lines.count - 1, len(self._columns) - 1))

    def _replace(self, ids: "array[int]", headings: Sequence[Heading]) -> None:
        self.beginResetModel()
        self._windows.clear()
        self._ids = ids
        self._lines = Lines(len(ids), headings, self._folded)
        self.endResetModel()

    # -- columns ---------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order in which they were asked for."""
        return self._columns

    @property
    def wanted(self) -> tuple[ShownColumn, ...]:
        """The columns asked for, also those of fields that this register does not have."""
        return self._wanted

    def wear(self, wanted: Iterable[ShownColumn]) -> None:
        """Have other columns."""
        self._wanted = tuple(wanted) or USUAL_SHOWN
        self._dress()

    def _follow_lists(self) -> None:
        """The register has other extra fields, or they have other names."""
        if self._lists is self._session.registry.lists:
            return
        self._lists = self._session.registry.lists
        before = [(column.field, column.declared) for column in self._columns]
        columns = columns_of(self._wanted, listed(self._lists))
        if before != [(column.field, column.declared) for column in columns]:
            self.columns_leaving.emit()
            self._dress()

    def note(self, worn: Iterable[ShownColumn]) -> None:
        """The columns look like this now: widths and order as the user made them."""
        self._wanted = tuple(worn)

    @property
    def fields(self) -> Mapping[str, Field]:
        """Every field that this list may show."""
        readable = self._session.is_open and not self._session.is_lent
        return listed(self._session.registry.lists) if readable else BY_NAME

    def _dress(self) -> None:
        self.beginResetModel()
        self._columns = columns_of(self._wanted, self.fields)
        self.endResetModel()
        self.columns_changed.emit()

    # -- groups ----------------------------------------------------------------------------------------------------

    @property
    def is_grouped(self) -> bool:
        """Whether headings stand between the rows."""
        return bool(self._lines.headings)

    @property
    def lines(self) -> Lines:
        """Which lines are models and which are headings."""
        return self._lines

    def fold(self, line: int, *, folded: bool) -> None:
        """Show only the heading on ``line``, or its rows again."""
        if not self.is_filled:
            self.fetch_rest()
        heading = self._lines.heading_at(line)
        if heading is None or self._lines.is_open(line) != folded:
            return
        self._folded = self._folded | {heading.value} if folded else self._folded - {heading.value}
        changed = Lines(len(self._ids), self._lines.headings, self._folded)
        begin = self.beginRemoveRows if folded else self.beginInsertRows
        begin(QModelIndex(), line + 1, line + heading.count)
        self._lines = changed
        (self.endRemoveRows if folded else self.endInsertRows)()
        self.dataChanged.emit(self.index(line, 0), self.index(line, 0))

    def fold_all(self, *, folded: bool) -> None:
        """Show only the headings, or all rows again."""
        if not self.is_filled:
            self.fetch_rest()
        self._folded = frozenset(heading.value for heading in self._lines.headings) if folded else frozenset()
        self._replace(self._ids, self._lines.headings)

    @property
    def _group(self) -> str:
        return self._search.group if self._search.group and groups(self._search.group) else ""

    def _headings(self, ids: "array[int]") -> tuple[Heading, ...]:
        if not self._group or not ids or self._at is None:
            return ()
        if self.is_filled:
            return self._counted(self._session.registry.facets.groups(self._search, self._at, ids))
        rows = self._session.registry.models.window(ids, self._at)
        self._read = {row.id: row for row in rows}
        return foretold((self._read.get(ModelId(number)) for number in ids), BY_NAME[self._group])

    def _counted(self, groups: "Iterable[Group]") -> tuple[Heading, ...]:
        return counted(groups, BY_NAME[self._group], self._session.registry.lists) if self._group else ()

    # -- rows ------------------------------------------------------------------------------------------------------

    def row(self, line: int) -> ModelRow | None:
        """The model on ``line``; None for a heading, and when it is gone since the numbers were read, or cannot be read
        now."""
        place = self._lines.row_at(line)
        return None if place is None else self._windows.row(place, self._ids, self._at)

    def rows(self) -> list[ModelRow]:
        """All rows, for counting: only for as many as one reads at once."""
        if self._at is None:
            return []
        return self._session.registry.models.window(self._ids, self._at)

    def model_at(self, line: int) -> ModelId | None:
        """Which model stands on ``line``; None for a heading and outside."""
        place = self._lines.row_at(line) if 0 <= line < self._lines.count else None
        return None if place is None else ModelId(self._ids[place])

    def models_between(self, first: int, last: int) -> Sequence[int]:
        """The models on the lines from ``first`` to ``last``, both in."""
        found: array[int] = array("q")
        for begin, end in self._lines.spans(first, last):
            found += self._ids[begin:end]
        return found

    def number_of(self, model: ModelId) -> int | None:
        """On which line ``model`` stands; None when it is not listed, or its group is folded."""
        try:
            return self._lines.line_of(self._ids.index(model))
        except ValueError:
            return None

    def unfold_for(self, model: ModelId) -> None:
        """Unfold the group that ``model`` stands in."""
        if self._folded and model in self._ids:
            self.fold(self._lines.head_of(self._ids.index(model)), folded=False)

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are so far."""
        return 0 if parent.isValid() else self._lines.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be walked over, not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return HEADING_FLAGS if self._lines.heading_at(index.row()) else ROW_FLAGS

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says; the view paints rows itself and asks here only for tool tips and readers aloud."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        heading = self._lines.heading_at(index.row())
        if heading is not None:
            if role == Role.AccessibleTextRole:
                return group_aloud(heading, is_open=self._lines.is_open(index.row()))
            return str(heading) if index.column() == 0 or role != Role.DisplayRole else None
        row = self.row(index.row())
        if row is None:
            return None
        column = self._columns[index.column()]
        text = column.text(row)
        return f"{column}: {text}" if role == Role.AccessibleTextRole and column.mark and text else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The headings."""
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return f" {self._columns[section]}"
        if role == Role.AccessibleTextRole and orientation == Qt.Orientation.Horizontal:
            return column_aloud(self._columns[section], self._search)
        return None
