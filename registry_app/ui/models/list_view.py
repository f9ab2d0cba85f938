"""The list on the screen: joins its rows with what knows columns, choice, staying in place, folding and painting."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QToolTip, QWidget

from registry_app.domain.fields import Field
from registry_app.domain.ids import ModelId
from registry_app.domain.saved_view import ShownColumn
from registry_app.domain.words import _
from registry_app.operations import people_shown
from registry_app.ui.widgets.copies import Index, Named, named

from .columns import Column
from .first_paint import FirstPaint
from .folding import Folding
from .frozen_table import FrozenTable
from .header import ListHeader
from .list_model import ModelListModel
from .list_painting import ListPainting
from .row_choice import RowChoice
from .staying import Staying
from .worn_columns import WornColumns

Key = Qt.Key
LINE_EDGE = 10
"""What a line is higher than its letters."""


class Unfinished(Protocol):
    """Work over a cell that is not saved yet."""

    def save(self) -> bool: ...


class ModelListView(FrozenTable):
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

    def __init__(self, rows: ModelListModel, parent: QWidget | None = None) -> None:
        super().__init__(ListHeader(lambda: rows.columns), parent)
        self.setProperty("guide", "find")
        self._rows = rows
        self.editing: Unfinished | None = None
        """What is being typed over a cell."""
        self.hint = ""
        self.first_paint = FirstPaint(self.viewport())
        self._painting = ListPainting(self, rows, self.heads)
        self._dress()
        self.setModel(rows)
        self._worn = WornColumns(self, rows, self.heads)
        self._dress_headings()
        self._choice = RowChoice(self, rows)
        self._choice.current_changed.connect(self.current_changed)
        self._choice.selection_changed.connect(self.selection_changed)
        self._staying = Staying(self, rows, self._choice)
        self._folding = Folding(self, rows, self.heads, self._choice)
        self.doubleClicked.connect(self.opened)

    def _dress(self) -> None:
        self.setAccessibleName(_("List of models"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
        heads.setFixedHeight(self.fontMetrics().height() + LINE_EDGE)
        heads.order_wanted.connect(self.order_wanted)
        heads.filter_wanted.connect(self.filter_wanted)
        heads.menu_wanted.connect(self._show_heading_menu)
        self._worn.lay()

    # -- columns ---------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[ShownColumn, ...]:
        """The columns shown, in order, with their widths."""
        return self._worn.shown

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns from left to right, with what they say."""
        return self._worn.in_order

    @property
    def fields(self) -> Mapping[str, Field]:
        """Every field that can be shown."""
        return self._rows.fields

    def show_columns(self, columns: tuple[ShownColumn, ...]) -> None:
        """Show ``columns``, those of a view; none: the user's own again."""
        self._worn.show(columns)

    def wear(self, columns: tuple[ShownColumn, ...]) -> None:
        """Show ``columns``, because the user wants them so; none: the usual ones."""
        self._rows.wear(columns)

    def hide_field(self, field: str) -> None:
        """Show one column less; the last one stays."""
        self._worn.hide(field)

    def choose_columns(self) -> None:
        """Let the user choose which columns there are, and in which order."""
        from .column_chooser import ColumnChooser

        chosen = ColumnChooser.choose(self.window(), self.fields, self.columns)
        if chosen is not None:
            self.wear(chosen)

    def shape(self) -> QByteArray:
        """The user's own columns, for the next start."""
        return self._worn.shape()

    def take_shape(self, shape: QByteArray) -> None:
        """Have the columns of the last start; the usual ones where ``shape`` is damaged."""
        self.freeze(self._worn.take_shape(shape))

    def ask_filter(self, field: str) -> None:
        """Somebody wants to filter by ``field``."""
        section = self._worn.section_of(field)
        if section is not None:
            self.heads.ask_filter(section)

    def _show_heading_menu(self, field: str, place: QPoint) -> None:
        from .header_menu import fill

        _pop_up(fill(QMenu(self), self, field), place)

    # -- cells -----------------------------------------------------------------------------------------------------

    @property
    def current_column(self) -> Column:
        """The column of the current cell."""
        section = self.currentIndex().column()
        return self._rows.columns[section if section >= 0 else self.heads.first]

    def cell(self, model: ModelId, field: str) -> QModelIndex:
        """The cell of ``field`` in the row of ``model``; invalid where it is not shown."""
        line, section = self._rows.number_of(model), self._worn.section_of(field)
        return QModelIndex() if line is None or section is None else self._rows.index(line, section)

    def go_to_cell(self, model: ModelId, field: str) -> bool:
        """Make a cell the current one and bring it into sight; False where it is not shown."""
        index = self.cell(model, field)
        if index.isValid():
            self._choice.step_to(index.row(), index.column())
            self.scrollTo(index)
        return index.isValid()

    def finish_editing(self) -> bool:
        """Save what is typed over a cell; False when it was refused and says so there."""
        return self.editing is None or self.editing.save()

    def highlight(self, words: tuple[str, ...]) -> None:
        """Mark where ``words`` stand in the cells, whatever their accents."""
        self._painting.highlight(words)

    # -- which models ----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[ModelId, ...]:
        """The models of the selected rows, from top to bottom."""
        return self._choice.chosen

    @property
    def chosen_count(self) -> int:
        """How many rows are selected, without naming them."""
        return self._choice.count

    @property
    def current(self) -> ModelId | None:
        """The model of the current row."""
        return self._choice.current

    @property
    def steps_on(self) -> bool:
        """When the current model leaves the list: whether the one after it becomes current (else none)."""
        return self._staying.steps_on

    @steps_on.setter
    def steps_on(self, steps_on: bool) -> None:
        self._staying.steps_on = steps_on

    def choose(self, model: ModelId | None) -> bool:
        """Make ``model`` the only chosen and the current one and bring it into sight, without telling that another
        became current. None chooses nothing. False when it is not in the list."""
        return self._choice.choose(model)

    def choose_soon(self, model: ModelId) -> None:
        """``choose`` it once all rows are known."""
        self._choice.choose_soon(model)

    def choose_first(self) -> None:
        """Make the first model chosen and current."""
        self._choice.choose_first()

    def after(self, model: ModelId | None) -> ModelId | None:
        """The model that stands after ``model``; None for the last one and for one that is not listed."""
        ids = self._rows.ids
        place = ids.index(model) + 1 if model in ids else 0
        return ModelId(ids[place]) if model is not None and 0 < place < len(ids) else None

    # -- groups ----------------------------------------------------------------------------------------------------

    @property
    def group(self) -> str | None:
        """The field that the rows are grouped by."""
        return self._rows.search.group

    def fold(self, line: int, *, folded: bool) -> None:
        """Show only the heading on ``line``, or its models again."""
        self._folding.fold(line, folded=folded)

    def fold_all(self, *, folded: bool) -> None:
        """Show only the headings, or all models again."""
        self._folding.fold_all(folded=folded)

    def _show_group_menu(self, line: int, place: QPoint) -> None:
        from .group_menu import fill

        _pop_up(fill(QMenu(self), self, line, is_open=self._rows.lines.is_open(line)), place)

    # -- what Qt asks and the user does ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in sight."""
        if self._rows.rowCount():
            self._painting.paint(event.rect())
        else:
            self._painting.paint_hint(self.hint)
        self.first_paint.happened()

    def changeEvent(self, event: QEvent) -> None:
        """Colours or the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painting.look_again()
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + LINE_EDGE)

    def sizeHintForColumn(self, column: int) -> int:
        """Wide enough for the rows in sight, when the edge of a heading is double-clicked."""
        return self._painting.widest(column)

    def viewportEvent(self, event: QEvent) -> bool:
        """A cell that is cut says the whole text as a tool tip; one that is not says nothing. Headings of groups have a
        menu of their own."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), _plain(self._painting.cut_text(self.indexAt(event.pos()))), self)
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            line = self.rowAt(event.pos().y())
            if self._folding.is_heading(line):
                self._show_group_menu(line, event.globalPos())
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the heading of a group folds or unfolds it, and chooses nothing."""
        line = self.rowAt(event.position().toPoint().y())
        if not self._folding.is_heading(line):
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._folding.toggle(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See ``mousePressEvent``."""
        if self._folding.is_heading(self.rowAt(event.position().toPoint().y())):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form; arrows fold and unfold groups; Alt and the arrow down filter."""
        index, key = self.currentIndex(), event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key == Key.Key_Down:
            self.ask_filter(self.current_column.field)
        elif self._folding.take_key(key, index):
            return
        elif key in (Key.Key_Return, Key.Key_Enter) and index.isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def people_in(self, index: Index) -> Named | None:
        """Whom that cell names; rows that are chosen are copied by a command of their own."""
        row = self._rows.row(index.row())
        if row is None:
            return None
        return named(people_shown.in_cell("model", row, self._rows.columns[index.column()].of.name))

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: looking through all rows for them would take too long; the search box finds."""


def _pop_up(menu: QMenu, place: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def _plain(text: str) -> str:
    """``text`` as a tool tip that wraps and takes nothing for markup."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<p>{safe}</p>" if text else ""
