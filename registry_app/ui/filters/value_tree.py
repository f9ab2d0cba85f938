"""The values of a field with a box to tick for each and how many rows have it; dates by year and month."""

from collections.abc import Collection, Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
)

from registry_app.domain.describing import value_text
from registry_app.domain.entries import Lists
from registry_app.domain.fields import Field
from registry_app.domain.words import _
from registry_app.store.facets import SOME
from registry_app.ui.widgets.branches import SeenBranches
from registry_app.ui.widgets.matching import matching
from registry_app.ui.widgets.ticks import TickDelegate

from .picked import YEAR, Value

COUNT = 1
ROW_EDGE = 6
VALUE = Qt.ItemDataRole.UserRole
Ticked, Unticked = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Index = QModelIndex | QPersistentModelIndex
BOX = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Counts(QStyledItemDelegate):
    """Counts stand at the right, in quiet letters."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """As Qt would have it, but so."""
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        option.palette.setBrush(QPalette.ColorRole.Text, option.palette.placeholderText())


class ValueTree(SeenBranches, QTreeWidget):
    """The first line ticks all that is shown."""

    ticks_changed = Signal()

    def __init__(self, field: Field, lists: Lists) -> None:
        super().__init__()
        self._field, self._lists = field, lists
        self._texts: dict[Value, str] = {}
        self._shown: list[Value] = []
        self._items: dict[Value, QTreeWidgetItem] = {}
        self._all: QTreeWidgetItem | None = None
        self.setAccessibleName(_("Values of {field}").format(field=field.short))
        self.setProperty("elides", True)
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setRootIsDecorated(field.family == "day")
        if field.family == "day":
            self.setIndentation(18)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(TickDelegate(self))
        self.setItemDelegateForColumn(COUNT, _Counts(self))
        self.itemChanged.connect(self._follow)

    @property
    def offered(self) -> list[Value]:
        """The values shown, as the store told them."""
        return self._shown

    @property
    def ticked(self) -> set[Value]:
        """Those of them that are ticked."""
        return {value for value in self._shown if self._items[value].checkState(0) == Ticked}

    def show_values(self, values: Sequence[tuple[Value, int]], ticked: Collection[Value], letters: str = "") -> None:
        """Show ``values`` with their counts; with ``letters`` only those whose words hold them."""
        blocked = QSignalBlocker(self)
        self.clear()
        self._items = {}
        texts = {value: self._words(value) for value, _count in values}
        if letters:
            kept = set(matching(letters, texts.values()))
            values = [(value, count) for value, count in values if texts[value] in kept]
        self._shown = [value for value, _count in values]
        if values:
            self._all = QTreeWidgetItem(self, [self._name_of_all(letters), ""])
            self._all.setFlags(BOX)
            self._all.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROW_EDGE))
        for value, count in values:
            item = QTreeWidgetItem(self._home(value), [texts[value], _grouped(count)])
            self._dress(item, value, Ticked if value in ticked else Unticked)
            if self._is_year(value):
                item.setFlags(BOX | Qt.ItemFlag.ItemIsAutoTristate)
        self._sum_years(dict(values))
        blocked.unblock()
        self._show_all()

    def go_to_first(self) -> None:
        """Put the keyboard on the first line."""
        self.setFocus()
        self.setCurrentIndex(self.model().index(0, 0))

    def _words(self, value: Value) -> str:
        return _("(filled in)") if value == SOME else value_text(value, self._field, self._lists)

    def _name_of_all(self, letters: str) -> str:
        if not letters:
            return _("(Select all)")
        if self._field.family == "text":
            return _("(All that hold “{letters}”)").format(letters=letters)
        return _("(All that were found)")

    def _home(self, value: Value) -> QTreeWidgetItem:
        """Where the line of ``value`` stands: months below their year."""
        if self._field.family != "day" or value is None or self._is_year(value):
            return self.invisibleRootItem()
        year = str(value)[:YEAR]
        if year not in self._items:
            item = QTreeWidgetItem(self, [year, ""])
            self._dress(item, year, Unticked)
            item.setFlags(BOX | Qt.ItemFlag.ItemIsAutoTristate)
        return self._items[year]

    def _is_year(self, value: Value) -> bool:
        return self._field.family == "day" and len(str(value)) == YEAR

    def _dress(self, item: QTreeWidgetItem, value: Value, state: Qt.CheckState) -> None:
        item.setFlags(BOX)
        item.setData(0, VALUE, value)
        item.setCheckState(0, state)
        self._items[value] = item

    def _sum_years(self, counts: dict[Value, int]) -> None:
        for value, item in self._items.items():
            if item.childCount():
                months = sum(count for month, count in counts.items() if str(month).startswith(f"{value}-"))
                item.setText(COUNT, _grouped(counts.get(value, 0) + months))

    def _leaves(self) -> Iterator[QTreeWidgetItem]:
        return (item for item in self._items.values() if not item.childCount())

    def tick_all(self, ticked: bool = True) -> None:
        """Tick everything that is shown, or nothing."""
        blocked = QSignalBlocker(self)
        for item in self._leaves():
            item.setCheckState(0, Ticked if ticked else Unticked)
        blocked.unblock()
        self._show_all()

    def _follow(self, item: QTreeWidgetItem, column: int) -> None:
        if column != 0:
            return
        if item is self._all:
            self.tick_all(item.checkState(0) == Ticked)
        else:
            self._show_all()
        self.ticks_changed.emit()

    def _show_all(self) -> None:
        """The first line is ticked when all are, and half ticked when some are."""
        if self._all is None or not self._shown:
            return
        states = {item.checkState(0) for item in self._leaves()}
        blocked = QSignalBlocker(self)
        self._all.setCheckState(0, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)
        blocked.unblock()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole words of a line as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.itemAt(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(item.text(0)) if item else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the popup."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def plain_tip(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    return f"<p>{escape(text)}</p>" if text else ""


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
