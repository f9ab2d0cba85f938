"""The list of a noun on the screen: rows of one height, chosen by id, sorted by a click on a heading."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QToolTip

from registry_app.domain.nouns import Noun
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order
from registry_app.domain.words import _
from registry_app.operations import people_shown
from registry_app.ui.models import columns_text
from registry_app.ui.widgets.copies import CopiesOut, Index, Named, named
from registry_app.ui.widgets.ground import lay_ground

from .columns import HUNDRED, NounColumn, columns_of
from .rows import NounRows
from .staying import Kept, choose_again

LINE_EDGE, HINT_EDGE, CELL_EDGES = 10, 24, 8


class NounTable(CopiesOut, QTableView):
    """What is chosen, current and topmost stays so over changes, by id."""

    current_changed = Signal(object)
    """The row number that became current, or None."""
    selection_changed = Signal()
    opened = Signal()
    """The current row was double-clicked, or Enter pressed on it."""
    order_wanted = Signal(object)
    """The Order that a heading asks for; None for the usual one."""

    def __init__(self, rows: NounRows, noun: Noun, usual: tuple[str, ...]) -> None:
        super().__init__()
        lay_ground(self)
        self._rows, self._noun = rows, noun
        self._usual = tuple(ShownColumn(field=name) for name in usual)
        self._order: Order | None = None
        self._quiet = False
        self._kept = Kept()
        self.hint = ""
        """What is said where no row is."""
        self._dress()
        self.setModel(rows)
        heads = self.horizontalHeader()
        heads.setSelectionModel(QItemSelectionModel(rows, heads))  # or it looks at every row whenever it is painted
        self._wear(self._usual)
        self._join()

    def _dress(self) -> None:
        self.setAccessibleName(_(self._noun.many))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(self.fontMetrics().height() + LINE_EDGE)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        heads.setSortIndicatorShown(False)
        heads.setAccessibleName(_("Columns of the list"))
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.setFixedHeight(self.fontMetrics().height() + LINE_EDGE)

    def _join(self) -> None:
        heads, selected = self.horizontalHeader(), self.selectionModel()
        heads.sectionClicked.connect(self._turn_order)
        heads.customContextMenuRequested.connect(self._show_heading_menu)
        selected.currentRowChanged.connect(lambda *_indexes: self._tell_current())
        selected.selectionChanged.connect(lambda *_selections: self._tell_selection())
        self._rows.modelAboutToBeReset.connect(self._keep)
        self._rows.modelReset.connect(self._restore)
        self._rows.filled.connect(self._restore_late)
        self.doubleClicked.connect(self.opened)

    # -- which rows ------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the selected rows, from top to bottom."""
        return tuple(self._rows.ids[place] for place in self._places())

    @property
    def chosen_count(self) -> int:
        """How many rows are selected."""
        return sum(1 for _place in self._places())

    @property
    def current(self) -> int | None:
        """The number of the current row."""
        place = self.currentIndex().row()
        return self._rows.ids[place] if 0 <= place < len(self._rows.ids) else None

    def choose(self, number: int | None) -> bool:
        """Make that row the only chosen and the current one and bring it into sight, without telling that another
        became current. None chooses nothing. False when it is not in the list."""
        if number is not None and self._rows.place_of(number) is None:
            self._rows.fetch_rest()
        place = None if number is None else self._rows.place_of(number)
        self._quietly(lambda: self._choose_place(place))
        return place is not None or number is None

    def choose_first(self) -> None:
        """Make the first row chosen and current."""
        if self._rows.ids:
            self._choose_place(0)

    def after(self, number: int | None) -> int | None:
        """The row after that one; None for the last, and for one that is not listed."""
        place = None if number is None else self._rows.place_of(number)
        following = len(self._rows.ids) if place is None else place + 1
        return self._rows.ids[following] if following < len(self._rows.ids) else None

    def _choose_place(self, place: int | None) -> None:
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        sideways = self.horizontalScrollBar().value()
        self.selectRow(place)
        self.scrollTo(self._rows.index(place, 0))
        self.horizontalScrollBar().setValue(sideways)

    def _places(self) -> Iterator[int]:
        blocks = self.selectionModel().selection()
        ranges = sorted((blocks.at(one).top(), blocks.at(one).bottom()) for one in range(blocks.size()))
        for first, last in dict.fromkeys(ranges):
            yield from range(first, min(last + 1, len(self._rows.ids)))

    def _quietly(self, deed: Callable[[], None]) -> None:
        """Nobody is told what becomes current; once at the end that something else may be chosen."""
        self._quiet = True
        try:
            deed()
        finally:
            self._quiet = False
        self.selection_changed.emit()

    def _tell_current(self) -> None:
        if not self._quiet:
            self.current_changed.emit(self.current)

    def _tell_selection(self) -> None:
        if not self._quiet:
            self.selection_changed.emit()

    # -- staying over changes --------------------------------------------------------------------------------------

    def _keep(self) -> None:
        top = self.rowAt(0)
        topmost = self._rows.ids[top] if 0 <= top < len(self._rows.ids) else None
        self._kept = Kept(frozenset(self.chosen), self.current, topmost)

    def _restore(self) -> None:
        kept = self._kept
        if kept.chosen or kept.current is not None:
            self._quietly(lambda: choose_again(self, self._rows, kept))

    def _restore_late(self) -> None:
        """Rows beyond the first page have come: what was current may be among them."""
        if self._kept.current is not None and self.current != self._kept.current:
            self._restore()
        self._kept = Kept()

    # -- columns and order -----------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[NounColumn, ...]:
        """The columns from left to right."""
        heads = self.horizontalHeader()
        return tuple(self._rows.columns[heads.logicalIndex(place)] for place in range(heads.count()))

    def show_order(self, order: Order | None) -> None:
        """Show by which heading the rows are sorted; the arrow points as in the list of models."""
        self._order = order
        fields = [column.of.name for column in self._rows.columns]
        heads, shown = self.horizontalHeader(), order is not None and order.field in fields
        heads.setSortIndicatorShown(shown)
        if order is not None and shown:
            way = Qt.SortOrder.AscendingOrder if order.descending else Qt.SortOrder.DescendingOrder
            heads.setSortIndicator(fields.index(order.field), way)

    def choose_columns(self) -> None:
        """Let the user choose which columns there are, and in which order."""
        from registry_app.ui.models.column_chooser import ColumnChooser

        chosen = ColumnChooser.choose(self.window(), self._noun.by_name, self._worn(), usual=self._usual)
        if chosen is not None:
            self._wear(chosen)

    def shape(self) -> QByteArray:
        """The user's own columns, for the next start."""
        return QByteArray(columns_text.to_text(self._worn(), frozen=False))

    def take_shape(self, shape: QByteArray) -> None:
        """Have the columns of the last start; the usual ones where ``shape`` is damaged or empty."""
        self._wear(columns_text.from_text(bytes(shape.data()))[0])

    def _worn(self) -> tuple[ShownColumn, ...]:
        digit, heads = self._digit, self.horizontalHeader()
        sections = (heads.logicalIndex(place) for place in range(heads.count()))
        return tuple(
            ShownColumn(field=self._rows.columns[one].of.name, width=round(heads.sectionSize(one) * HUNDRED / digit))
            for one in sections
        )

    def _wear(self, wanted: tuple[ShownColumn, ...]) -> None:
        columns = columns_of(self._noun, wanted) or columns_of(self._noun, self._usual)
        self._rows.wear(columns)
        heads = self.horizontalHeader()
        for section, column in enumerate(columns):
            heads.moveSection(heads.visualIndex(section), section)
            self.setColumnWidth(section, column.pixels(self._digit))
        self.show_order(self._order)

    @property
    def _digit(self) -> int:
        return max(1, self.fontMetrics().horizontalAdvance("0"))

    def _turn_order(self, section: int) -> None:
        field, now = self._rows.columns[section].of.name, self._order
        self.order_wanted.emit(Order(field, now is not None and now.field == field and not now.descending))

    def _show_heading_menu(self, place: QPoint) -> None:
        heads = self.horizontalHeader()
        section = heads.logicalIndexAt(place)
        if section < 0:
            return
        field = self._rows.columns[section].of.name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Sort &ascending")).triggered.connect(lambda: self.order_wanted.emit(Order(field)))
        menu.addAction(_("Sort &descending")).triggered.connect(lambda: self.order_wanted.emit(Order(field, True)))
        menu.addSeparator()
        hide = menu.addAction(_("&Hide this column"))
        hide.setEnabled(len(self._rows.columns) > 1)
        hide.triggered.connect(lambda: self._wear(tuple(one for one in self._worn() if one.field != field)))
        menu.addAction(_("&Columns…")).triggered.connect(self.choose_columns)
        menu.popup(heads.viewport().mapToGlobal(place))

    # -- what Qt asks and the user does ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or what to do where there is none."""
        super().paintEvent(event)
        if self._rows.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.viewport().rect().adjusted(HINT_EDGE, HINT_EDGE, -HINT_EDGE, -HINT_EDGE)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)

    def viewportEvent(self, event: QEvent) -> bool:
        """A cell that is cut says the whole text as a tool tip; one that is not says nothing."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = str(index.data() or "") if index.isValid() else ""
            cut = self.fontMetrics().horizontalAdvance(text) + CELL_EDGES > self.columnWidth(index.column())
            QToolTip.showText(event.globalPos(), _plain(text) if cut else "", self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font: other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + LINE_EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def people_in(self, index: Index) -> Named | None:
        """Whom that cell names; rows that are chosen are copied by a command of their own."""
        row, column = self._rows.row(index.row()), self._rows.columns[index.column()]
        if row is None or not column.text(row):
            return None
        return named(people_shown.in_cell(self._noun.name, row, column.of.name))

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here; the search box finds."""


def _plain(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<p>{safe}</p>" if text else ""
