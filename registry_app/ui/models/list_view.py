"""The list on the screen: whole rows painted at once, chosen by row, kept in place when the register changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from registry_app.domain.ids import ModelId
from registry_app.domain.search import Order
from registry_app.domain.words import _

from .columns import COLUMNS, DIGIT
from .list_model import ModelListModel
from .row_painter import PADDING, Place, RowPainter

Flag = QItemSelectionModel.SelectionFlag
FEW = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be found again after a reset: models chosen, the current one and its line, the topmost one."""

    chosen: tuple[int, ...] = ()
    current: int | None = None
    line: int = 0
    top: int | None = None


class ModelListView(QTableView):
    """Models in rows of one height; any number may be chosen, one of them is current."""

    current_changed = Signal(object)
    """ModelId or None: another model became current."""
    selection_changed = Signal()
    opened = Signal()
    """The current row was double-clicked, or Enter pressed on it."""
    order_wanted = Signal(object)
    """The Order that a click on a heading asks for."""

    def __init__(self, rows: ModelListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._painter = RowPainter(self)
        self._kept = Kept()
        self._quiet = False
        self._order: Order | None = None
        self.hint = ""
        self.steps_on = False
        """When the current model leaves the list: whether the one after it becomes current (else none)."""
        self._dress()
        self.setModel(rows)
        self._dress_headings()
        rows.modelAboutToBeReset.connect(self._keep)
        rows.modelReset.connect(self._restore)
        rows.filled.connect(self._restore_late)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.doubleClicked.connect(self.opened)

    def _dress(self) -> None:
        self.setAccessibleName(_("List of models"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(self.fontMetrics().height() + 10)

    def _dress_headings(self) -> None:
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        heads.setSortIndicatorShown(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.sectionClicked.connect(self._ask_order)
        heads.setFixedHeight(self.fontMetrics().height() + 10)
        digit = self.fontMetrics().horizontalAdvance("0")
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, column.width * digit // DIGIT)

    # -- order -----------------------------------------------------------------------------------------------------

    def show_order(self, order: Order | None) -> None:
        """Show in the headings what the rows are sorted by; None: by how well they match, no heading."""
        self._order = order
        fields = [column.field for column in COLUMNS]
        place = fields.index(order.field) if order and order.field in fields else -1
        down = order is not None and order.descending
        way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, way)

    def _ask_order(self, number: int) -> None:
        field = COLUMNS[number].field
        again = self._order is not None and self._order.field == field and not self._order.descending
        self.order_wanted.emit(Order(field, descending=again))

    # -- which models ----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[ModelId, ...]:
        """The models of the selected rows, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(ModelId(self._rows.ids[number]) for number in numbers)

    @property
    def chosen_count(self) -> int:
        """How many rows are selected, without naming them."""
        blocks = self.selectionModel().selection()
        return sum(blocks.at(number).height() for number in range(blocks.size()))

    @property
    def current(self) -> ModelId | None:
        """The model of the current row."""
        index = self.currentIndex()
        return ModelId(self._rows.ids[index.row()]) if index.isValid() else None

    def choose(self, model: ModelId | None) -> bool:
        """Make ``model`` the only chosen and the current one and bring it into sight, without telling that another
        became current. None chooses nothing. False when it is not in the list."""
        number = None if model is None else self._line_of(model)
        with self._quietly():
            self.clearSelection()
            if number is None:
                self.setCurrentIndex(QModelIndex())
            else:
                self.selectRow(number)
                self.scrollTo(self._rows.index(number, 0))
        return number is not None or model is None

    def _line_of(self, model: ModelId) -> int | None:
        number = self._rows.number_of(model)
        if number is None and not self._rows.is_filled:
            self._rows.fetch_rest()
            number = self._rows.number_of(model)
        return number

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
        self.selection_changed.emit()

    def _tell_current(self, _new: QModelIndex, _old: QModelIndex) -> None:
        if not self._quiet:
            self.current_changed.emit(self.current)

    def _tell_selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._quiet:
            self.selection_changed.emit()

    # -- in place over a reset -------------------------------------------------------------------------------------

    def _keep(self) -> None:
        top = self.rowAt(0)
        self._kept = Kept(
            chosen=self.chosen,
            current=self.current,
            line=self.currentIndex().row(),
            top=self._rows.ids[top] if 0 <= top < len(self._rows.ids) else None,
        )

    def _restore(self) -> None:
        kept, rows = self._kept, self._rows
        if kept.current is None and not kept.chosen:
            return
        with self._quietly():
            found = self._lines(kept)
            lines = QItemSelection()
            for number in found.values():
                lines.select(rows.index(number, 0), rows.index(number, len(COLUMNS) - 1))
            self.selectionModel().select(lines, Flag.ClearAndSelect)
            if kept.current in found:
                self._become_current(found[kept.current])
            elif rows.is_filled and self.steps_on and rows.ids:
                self.selectRow(min(kept.line, len(rows.ids) - 1))
        if rows.is_filled:
            self._kept = Kept()
            if self.current != kept.current:
                self.current_changed.emit(self.current)

    def _restore_late(self) -> None:
        """Rows beyond the first page have come: what was chosen may be among them."""
        if self._kept.current is not None and self.current != self._kept.current:
            self._restore()
        self._kept = Kept()

    def _become_current(self, number: int) -> None:
        index = self._rows.index(number, 0)
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        if self._kept.top is not None and self.steps_on:
            top = self._rows.number_of(ModelId(self._kept.top))
            if top is not None:
                self.scrollTo(self._rows.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return
        self.scrollTo(index)

    def _lines(self, kept: Kept) -> dict[int, int]:
        """On which lines the kept models stand now, as far as they are listed."""
        wanted = dict.fromkeys((*kept.chosen, *([kept.current] if kept.current is not None else [])))
        if len(wanted) <= FEW:
            lines = ((model, self._rows.number_of(ModelId(model))) for model in wanted)
            return {model: line for model, line in lines if line is not None}
        return {model: line for line, model in enumerate(self._rows.ids) if model in wanted}

    # -- on the screen ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter = QPainter(self.viewport())
        if not self._rows.ids:
            self._paint_hint(painter)
            return
        places, height = self._places(), self.verticalHeader().defaultSectionSize()
        first = max(0, self.rowAt(event.rect().top()))
        last = self.rowAt(event.rect().bottom())
        last = len(self._rows.ids) - 1 if last < 0 else last
        width, chosen, nowhere = self.viewport().width(), self.selectionModel().isRowSelected, QModelIndex()
        for number in range(first, last + 1):
            area = QRect(0, self.rowViewportPosition(number), width, height)
            row = self._rows.row(number)
            self._painter.paint(painter, row, area, places, odd=number % 2 == 1, chosen=chosen(number, nowhere))
        self._paint_focus(painter)

    def _places(self) -> list[Place]:
        heads, width = self.horizontalHeader(), self.viewport().width()
        places = []
        for column in range(len(COLUMNS)):
            left, size = heads.sectionViewportPosition(column), heads.sectionSize(column)
            if size and left < width and left + size > 0:
                places.append(Place(column, left, size))
        return places

    def _paint_focus(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            top, height = self.rowViewportPosition(index.row()), self.verticalHeader().defaultSectionSize()
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawRect(0, top, self.viewport().width() - 1, height - 1)

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)

    def changeEvent(self, event: QEvent) -> None:
        """Colours or the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.look_at(self)
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    def viewportEvent(self, event: QEvent) -> bool:
        """A cell that is cut says the whole text as a tool tip; one that is not says nothing."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
            marked = index.isValid() and COLUMNS[index.column()].mark is not None
            if not text or not self._painter.is_cut(text, self.columnWidth(index.column()), marked=marked):
                text = ""
            QToolTip.showText(event.globalPos(), _plain(text), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def sizeHintForColumn(self, column: int) -> int:
        """Wide enough for the rows in sight, when the edge of a heading is double-clicked."""
        first, last = max(0, self.rowAt(0)), self.rowAt(self.viewport().height())
        last = len(self._rows.ids) - 1 if last < 0 else last
        rows = (self._rows.row(number) for number in range(first, last + 1))
        texts = (COLUMNS[column].text(row) for row in rows if row)
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + 2 * PADDING + 24


def _plain(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    return f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" if text else ""
