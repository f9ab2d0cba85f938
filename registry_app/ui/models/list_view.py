"""The list on the screen: whole rows painted at once, chosen by row, kept in place when the register changes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QToolTip, QWidget

from registry_app.domain.fields import Field
from registry_app.domain.ids import ModelId
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.search import Order
from registry_app.domain.words import _

from . import columns_text
from .columns import Column, as_shown, pixels
from .header import ListHeader
from .list_model import ModelListModel
from .row_painter import PADDING, Place, RowPainter
from .staying import Kept, lines_of, nearest, selection

Flag = QItemSelectionModel.SelectionFlag
Key = Qt.Key
EnterKeys = (Key.Key_Return, Key.Key_Enter)
LINE_EDGE = 10
"""What a line is higher than its letters."""


class Unfinished(Protocol):
    """Work over a cell that is not saved yet."""

    def save(self) -> bool: ...


class ModelListView(QTableView):
    """Models in rows of one height; any number may be chosen, one of them is current. Headings of groups stand between
    them; the keyboard walks over these, and they are never chosen."""

    current_changed = Signal(object)
    """ModelId or None: another model became current."""
    selection_changed = Signal()
    opened = Signal()
    """The current row was double-clicked, or Enter pressed on it."""
    order_wanted = Signal(object)
    """The orders (tuple of Order) that a heading asks for."""
    group_wanted = Signal(object)
    """The field to group by, or None."""
    filter_wanted = Signal(str, QRect)
    """The field to filter by, and its heading on the screen."""
    columns_changed = Signal()

    def __init__(self, rows: ModelListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "find")
        self._rows = rows
        self._painter = RowPainter(self)
        self._kept = Kept()
        self._quiet = False
        self._own: tuple[ShownColumn, ...] | None = None
        self._column = 0
        self.editing: Unfinished | None = None
        """What is being typed over a cell."""
        self.hint = ""
        self.steps_on = False
        """When the current model leaves the list: whether the one after it becomes current (else none)."""
        self.heads = ListHeader(lambda: rows.columns, self)
        self.setHorizontalHeader(self.heads)
        self._dress()
        self.setModel(rows)
        self._dress_headings()
        rows.modelAboutToBeReset.connect(self._keep)
        rows.modelReset.connect(self._restore)
        rows.filled.connect(self._restore_late)
        rows.columns_leaving.connect(lambda: rows.note(self._worn()))
        rows.columns_changed.connect(self._dress_columns)
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
        lines.setDefaultSectionSize(self.fontMetrics().height() + LINE_EDGE)

    def _dress_headings(self) -> None:
        heads = self.heads
        heads.frozen = True
        heads.setFixedHeight(self.fontMetrics().height() + LINE_EDGE)
        heads.order_wanted.connect(self.order_wanted)
        heads.filter_wanted.connect(self.filter_wanted)
        heads.menu_wanted.connect(self._show_heading_menu)
        heads.sectionResized.connect(lambda *_sizes: self.viewport().update())
        heads.sectionMoved.connect(lambda *_places: self.viewport().update())
        self._dress_columns()

    # -- columns ---------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[ShownColumn, ...]:
        """The columns shown, in order, with their widths."""
        digit, heads = self._digit, self.heads
        sections = (heads.logicalIndex(place) for place in range(heads.count()))
        return tuple(as_shown(self._rows.columns[one], heads.sectionSize(one), digit) for one in sections)

    @property
    def fields(self) -> Mapping[str, Field]:
        """Every field that can be shown."""
        return self._rows.fields

    def show_columns(self, columns: tuple[ShownColumn, ...]) -> None:
        """Show ``columns``, those of a view; none: the user's own again."""
        if columns:
            self._own = self._worn() if self._own is None else self._own
            self.wear(columns)
        elif self._own is not None:
            own, self._own = self._own, None
            self.wear(own)

    def wear(self, columns: tuple[ShownColumn, ...]) -> None:
        """Show ``columns``, because the user wants them so; none: the usual ones."""
        self._rows.wear(columns)

    def hide_field(self, field: str) -> None:
        """Show one column less; the last one stays."""
        others = tuple(column for column in self._worn() if column.field != field)
        if others:
            self.wear(others)

    def choose_columns(self) -> None:
        """Let the user choose which columns there are, and in which order."""
        from .column_chooser import ColumnChooser

        chosen = ColumnChooser.choose(self.window(), self.fields, self.columns)
        if chosen is not None:
            self.wear(chosen)

    def freeze(self, frozen: bool) -> None:
        """Whether the first column stays in sight."""
        self.heads.frozen = frozen
        self.viewport().update()
        self.heads.viewport().update()

    def shape(self) -> QByteArray:
        """The user's own columns, for the next start."""
        own = self._worn() if self._own is None else self._own
        return QByteArray(columns_text.to_text(own, frozen=self.heads.frozen))

    def take_shape(self, shape: QByteArray) -> None:
        """Have the columns of the last start; the usual ones where ``shape`` is damaged."""
        columns, frozen = columns_text.from_text(bytes(shape.data()))
        self.wear(columns)
        self.freeze(frozen)

    def highlight(self, words: tuple[str, ...]) -> None:
        """Mark where ``words`` stand in the cells, whatever their accents."""
        self._painter.highlight(words)
        self.viewport().update()

    @property
    def _digit(self) -> int:
        return max(1, self.fontMetrics().horizontalAdvance("0"))

    def _worn(self) -> tuple[ShownColumn, ...]:
        """``columns``, and behind them those of fields that this register does not have."""
        known = {column.field for column in self._rows.columns}
        return (*self.columns, *(one for one in self._rows.wanted if one.field not in known))

    def _dress_columns(self) -> None:
        wanted, digit = {one.field: one for one in self._rows.wanted}, self._digit
        for section, column in enumerate(self._rows.columns):
            self.heads.moveSection(self.heads.visualIndex(section), section)
            self.setColumnWidth(section, pixels(column, wanted.get(column.field), digit))
        self.columns_changed.emit()

    # -- order, groups, filters ------------------------------------------------------------------------------------

    def show_order(self, order: tuple[Order, ...]) -> None:
        """Show in the headings what the rows are sorted by; nothing: by how well they match."""
        self.heads.show_order(order)

    def show_filtered(self, fields: frozenset[str]) -> None:
        """Show in the headings what the rows are filtered by."""
        self.heads.show_filtered(fields)

    @property
    def group(self) -> str | None:
        """The field that the rows are grouped by."""
        return self._rows.search.group

    @property
    def current_column(self) -> Column:
        """The column of the current cell."""
        section = self.currentIndex().column()
        return self._rows.columns[section if section >= 0 else self.heads.first]

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns from left to right."""
        return tuple(self._rows.columns[self.heads.logicalIndex(place)] for place in range(self.heads.count()))

    def cell(self, model: ModelId, field: str) -> QModelIndex:
        """The cell of ``field`` in the row of ``model``; invalid where it is not shown."""
        number, section = self._rows.number_of(model), self._section_of(field)
        return QModelIndex() if number is None or section is None else self._rows.index(number, section)

    def go_to_cell(self, model: ModelId, field: str) -> bool:
        """Make a cell the current one and bring it into sight; False where it is not shown."""
        index = self.cell(model, field)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.scrollTo(index)
        return index.isValid()

    def ask_filter(self, field: str) -> None:
        """Somebody wants to filter by ``field``."""
        section = self._section_of(field)
        if section is not None:
            self.heads.ask_filter(section)

    def fold(self, line: int, *, folded: bool) -> None:
        """Show only the heading on ``line``, or its models again. A current model that goes makes the heading current;
        nobody is told."""
        lines = self._rows.lines
        if folded and lines.heading_of(self.currentIndex().row()) == line:
            with self._quietly():
                self.selectionModel().setCurrentIndex(self._rows.index(line, self.heads.first), Flag.NoUpdate)
        self._rows.fold(line, folded=folded)

    def fold_all(self, *, folded: bool) -> None:
        """Show only the headings, or all models again."""
        if self._rows.is_grouped:
            self._rows.fold_all(folded=folded)

    def _toggle(self, line: int) -> None:
        self.fold(line, folded=self._rows.lines.is_open(line))

    def _section_of(self, field: str) -> int | None:
        fields = [column.field for column in self._rows.columns]
        return fields.index(field) if field in fields else None

    def _show_heading_menu(self, field: str, place: QPoint) -> None:
        from .header_menu import fill

        menu = fill(QMenu(self), self, field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def finish_editing(self) -> bool:
        """Save what is typed over a cell; False when it was refused and says so there."""
        return self.editing is None or self.editing.save()

    # -- which models ----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[ModelId, ...]:
        """The models of the selected rows, from top to bottom."""
        found: list[int] = []
        for first, last in self._blocks():
            found += self._rows.models_between(first, last)
        return tuple(ModelId(model) for model in found)

    @property
    def chosen_count(self) -> int:
        """How many rows are selected, without naming them."""
        lines = self._rows.lines
        return sum(end - begin for first, last in self._blocks() for begin, end in lines.spans(first, last))

    def _blocks(self) -> list[tuple[int, int]]:
        """The selected lines as (first, last), headings among them."""
        blocks = self.selectionModel().selection()
        ranges = (blocks.at(number) for number in range(blocks.size()))
        return sorted({(one.top(), one.bottom()) for one in ranges})

    @property
    def current(self) -> ModelId | None:
        """The model of the current row."""
        return self._rows.model_at(self.currentIndex().row())

    def choose(self, model: ModelId | None) -> bool:
        """Make ``model`` the only chosen and the current one and bring it into sight, without telling that another
        became current. None chooses nothing. False when it is not in the list."""
        number = None if model is None else self._line_of(model)
        with self._quietly():
            self.clearSelection()
            if number is None:
                self.setCurrentIndex(QModelIndex())
            else:
                self._select_line(number)
        return number is not None or model is None

    def choose_first(self) -> None:
        """Make the first model chosen and current."""
        number = nearest(0, self._rows)
        if number is not None:
            self._select_line(number)

    def after(self, model: ModelId | None) -> ModelId | None:
        """The model that stands after ``model``; None for the last one and for one that is not listed."""
        ids = self._rows.ids
        place = ids.index(model) + 1 if model in ids else 0
        return ModelId(ids[place]) if model is not None and 0 < place < len(ids) else None

    def _select_line(self, number: int) -> None:
        column = max(0, self.currentIndex().column())
        self.selectRow(number)
        self.selectionModel().setCurrentIndex(self._rows.index(number, column), Flag.NoUpdate)
        self._show_line(number)

    def _show_line(self, number: int) -> None:
        sideways = self.horizontalScrollBar().value()
        self.scrollTo(self._rows.index(number, 0))
        self.horizontalScrollBar().setValue(sideways)

    def _line_of(self, model: ModelId) -> int | None:
        number = self._rows.number_of(model)
        if number is None and not self._rows.is_filled:
            self._rows.fetch_rest()
            number = self._rows.number_of(model)
        if number is None and self._rows.is_grouped:
            self._rows.unfold_for(model)
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
        top = nearest(self.rowAt(0), self._rows) if self.rowAt(0) >= 0 else None
        self._column = self.currentIndex().column()
        self._kept = Kept(
            chosen=self.chosen,
            current=self.current,
            line=self.currentIndex().row(),
            top=None if top is None else self._rows.model_at(top),
        )

    def _restore(self) -> None:
        kept, rows = self._kept, self._rows
        if kept.current is None and not kept.chosen:
            return
        with self._quietly():
            found = lines_of(kept, rows)
            chosen = set(kept.chosen)
            lines = (line for model, line in found.items() if model in chosen)
            self.selectionModel().select(selection(lines, rows), Flag.ClearAndSelect)
            if kept.current in found:
                self._become_current(found[kept.current])
            elif rows.is_filled and self.steps_on and (number := nearest(kept.line, rows)) is not None:
                self._select_line(number)
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
        column = min(max(0, self._column), self._rows.columnCount() - 1)
        self.selectionModel().setCurrentIndex(self._rows.index(number, column), Flag.NoUpdate)
        if self._kept.top is not None and self.steps_on:
            top = self._rows.number_of(ModelId(self._kept.top))
            if top is not None:
                self.scrollTo(self._rows.index(top, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return
        self._show_line(number)

    # -- the first column stays ------------------------------------------------------------------------------------

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """What is under ``pos``: the first column where it covers others."""
        found = super().indexAt(pos)
        if found.isValid() and 0 <= pos.x() < self.heads.frozen_edge:
            return self._rows.index(found.row(), self.heads.first)
        return found

    def visualRect(self, index: QModelIndex) -> QRect:  # type: ignore[override]
        """Where a cell is to be seen."""
        place = super().visualRect(index)
        if index.isValid() and index.column() == self.heads.first and self.heads.frozen_edge:
            place.moveLeft(0)
        return place

    def scrollTo(  # type: ignore[override]
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, out from beneath the first column."""
        sideways = self.horizontalScrollBar()
        before = sideways.value()
        super().scrollTo(index, hint)
        if index.column() == self.heads.first and self.heads.frozen:
            sideways.setValue(before)
        elif covered := max(0, self.heads.frozen_edge - self.columnViewportPosition(index.column())):
            sideways.setValue(sideways.value() - covered)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What was scrolled aside takes the first column with it: paint all anew."""
        super().scrollContentsBy(dx, dy)
        if dx and self.heads.frozen:
            self.viewport().update()
            self.heads.viewport().update()

    # -- on the screen ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in sight."""
        painter, rows = QPainter(self.viewport()), self._rows
        if not rows.rowCount():
            self._paint_hint(painter)
            return
        height, width = self.verticalHeader().defaultSectionSize(), self.viewport().width()
        places, fixed, edge = *self._places(), self.heads.frozen_edge
        chosen, heading_at = self.selectionModel().isSelected, rows.lines.heading_at
        for number in self._lines_in(event.rect()):
            area = QRect(0, self.rowViewportPosition(number), width, height)
            heading = heading_at(number)
            if heading is not None:
                self._painter.paint_heading(painter, heading, area, is_open=rows.lines.is_open(number))
                continue
            marked, row = chosen(rows.index(number, 0)), rows.row(number)
            self._painter.paint_ground(painter, area, odd=number % 2 == 1, chosen=marked)
            if edge:
                painter.setClipRect(area.adjusted(edge, 0, 0, 0))
            self._painter.paint(painter, row, area, places, chosen=marked)
            if edge:
                painter.setClipping(False)
                self._painter.paint(painter, row, area, fixed, chosen=marked)
                painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
                painter.drawLine(edge - 1, area.top(), edge - 1, area.bottom())
        self._paint_focus(painter)

    def _lines_in(self, area: QRect) -> range:
        first, last = max(0, self.rowAt(area.top())), self.rowAt(area.bottom())
        return range(first, (self._rows.rowCount() - 1 if last < 0 else last) + 1)

    def _places(self) -> tuple[list[Place], list[Place]]:
        """Where the columns stand that are scrolled, and the one that stays."""
        heads, width = self.heads, self.viewport().width()
        edge, first = heads.frozen_edge, heads.first
        places, fixed = [], []
        for section, column in enumerate(self._rows.columns):
            left, size = heads.left_of(section), heads.sectionSize(section)
            if edge and section == first:
                fixed.append(Place(column, left, size))
            elif size and left < width and left + size > edge:
                places.append(Place(column, left, size))
        return places, fixed

    def _paint_focus(self, painter: QPainter) -> None:
        """A frame around the current line, and a dotted one around its current cell."""
        index = self.currentIndex()
        if not (self.hasFocus() and index.isValid()):
            return
        top, height = self.rowViewportPosition(index.row()), self.verticalHeader().defaultSectionSize()
        chosen = self.selectionModel().isSelected(index)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawRect(0, top, self.viewport().width() - 1, height - 1)
        if self._rows.lines.heading_at(index.row()) is None:
            pen = painter.pen()
            pen.setColor(self.palette().color(role))
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(self.visualRect(index).adjusted(2, 2, -3, -3))

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)

    def changeEvent(self, event: QEvent) -> None:
        """Colours or the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.look_at(self)
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + LINE_EDGE)

    # -- what the user does ----------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """A cell that is cut says the whole text as a tool tip; one that is not says nothing. Headings of groups have a
        menu of their own."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), _plain(self._told(self.indexAt(event.pos()))), self)
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            line = self.rowAt(event.pos().y())
            if self._rows.lines.heading_at(line) is not None:
                self._show_group_menu(line, event.globalPos())
                return True
        return super().viewportEvent(event)

    def _told(self, index: QModelIndex) -> str:
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
        if not text or self._rows.lines.heading_at(index.row()) is not None:
            return ""
        marked = self._rows.columns[index.column()].mark is not None
        return text if self._painter.is_cut(text, self.columnWidth(index.column()), marked=marked) else ""

    def _show_group_menu(self, line: int, place: QPoint) -> None:
        from .group_menu import fill

        menu = fill(QMenu(self), self, line, is_open=self._rows.lines.is_open(line))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the heading of a group folds or unfolds it, and chooses nothing."""
        line = self.rowAt(event.position().toPoint().y())
        if self._rows.lines.heading_at(line) is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._toggle(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See ``mousePressEvent``."""
        if self._rows.lines.heading_at(self.rowAt(event.position().toPoint().y())) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form; arrows fold and unfold groups; Alt and the arrow down filter."""
        index, key = self.currentIndex(), event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key == Key.Key_Down:
            self.ask_filter(self.current_column.field)
        elif self._rows.lines.heading_at(index.row()) is not None and self._fold_by(key, index.row()):
            return
        elif key in EnterKeys and index.isValid():
            self.opened.emit()
        elif key == Key.Key_Left and self._rows.is_grouped and self._at_left(index):
            self.setCurrentIndex(self._rows.index(self._rows.lines.heading_of(index.row()), index.column()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: looking through all rows for them would take too long; the search box finds."""

    def _fold_by(self, key: int, line: int) -> bool:
        """Whether ``key`` did something with the group on ``line``."""
        is_open = self._rows.lines.is_open(line)
        if key in (*EnterKeys, Key.Key_Space) or key == (Key.Key_Left if is_open else Key.Key_Right):
            self._toggle(line)
            return True
        return bool(key == Key.Key_Left)

    def _at_left(self, index: QModelIndex) -> bool:
        return index.isValid() and index.column() == self.heads.first

    def sizeHintForColumn(self, column: int) -> int:
        """Wide enough for the rows in sight, when the edge of a heading is double-clicked."""
        rows = (self._rows.row(number) for number in self._lines_in(self.viewport().rect()))
        texts = (self._rows.columns[column].text(row) for row in rows if row)
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + 2 * PADDING + 24


def _plain(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<p>{safe}</p>" if text else ""
