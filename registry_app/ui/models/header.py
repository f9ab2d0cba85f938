"""The headings of the list: what rows are sorted by, where they are filtered; the first one may stay while the others
are scrolled away beneath it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QToolTip, QWidget

from registry_app.domain.search import Order
from registry_app.domain.words import _
from registry_app.ui import icons, theme
from registry_app.ui.widgets.ground import lay_ground

from .columns import Column, sorts

PADDING = 7
EDGE = 5
"""What the pointer needs at the edge of a heading to widen it."""
FILTER = 14
ARROW = 8
GAP = 3
NOWHERE = -1


class ListHeader(QHeaderView):
    """Knows the columns by ``columns``. Sections are numbered as the model has them."""

    order_wanted = Signal(object)
    """The orders (tuple of Order) that a click asks for: alone, with Shift one more, with Ctrl one less."""
    filter_wanted = Signal(str, QRect)
    """A field, and its heading on the screen."""
    menu_wanted = Signal(str, QPoint)
    """A field, and a point on the screen."""

    def __init__(self, columns: Callable[[], Sequence[Column]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._order: tuple[Order, ...] = ()
        self._filtered: frozenset[str] = frozenset()
        self._pressed = NOWHERE
        self._hovered = NOWHERE
        self.frozen = False
        """Whether the first heading stays in sight."""
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMouseTracking(True)
        lay_ground(self, QPalette.ColorRole.Button)
        self.setMinimumSectionSize(36)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(_("Columns of the list"))
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.sectionClicked.connect(self._click)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_order(self, order: tuple[Order, ...]) -> None:
        """Show what the rows are sorted by; nothing: by how well they match."""
        self._order = order
        self.viewport().update()

    def show_filtered(self, fields: frozenset[str]) -> None:
        """Show in which headings something is filtered."""
        self._filtered = fields
        self.viewport().update()

    @property
    def first(self) -> int:
        """The section that stands first."""
        return self.logicalIndex(0)

    @property
    def frozen_edge(self) -> int:
        """Up to where the first heading covers the others; 0 where nothing is scrolled away beneath it."""
        if not self.frozen or not self.count() or not self.offset():
            return 0
        size = self.sectionSize(self.first)
        return size if size < self.viewport().width() // 2 else 0

    def section_at(self, x: int) -> int:
        """The section at ``x``, the first one where it covers others; -1 for none."""
        return self.first if 0 <= x < self.frozen_edge else self.logicalIndexAt(x)

    def left_of(self, section: int) -> int:
        """Where ``section`` begins now."""
        if section == self.first and self.frozen_edge:
            return 0
        return self.sectionViewportPosition(section)

    def place_of(self, section: int) -> QRect:
        """The heading of ``section``, in the viewport."""
        return QRect(self.left_of(section), 0, self.sectionSize(section), self.height())

    def ask_filter(self, section: int) -> None:
        """Somebody wants to filter by ``section``."""
        place = self.place_of(section)
        self.filter_wanted.emit(
            self._columns()[section].field, QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())
        )

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The headings, and over them the first one where it stays."""
        super().paintEvent(event)
        if self.frozen_edge:
            with QPainter(self.viewport()) as painter:
                self.paintSection(painter, self.place_of(self.first), self.first)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The words, the arrow with its number, the mark of a filter."""
        if not rect.isValid() or section >= len(self._columns()):
            return
        painter.save()
        painter.setClipRect(rect)
        super().paintSection(painter, rect, section)  # without QStyle, whose enums take long to make
        column = self._columns()[section]
        right = self._paint_filter(painter, rect, column.field, section)
        right = self._paint_order(painter, rect, column.field, right)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        room = QRect(rect.left() + PADDING, rect.top(), right - rect.left() - PADDING - GAP, rect.height())
        text = self.fontMetrics().elidedText(str(column), Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """The ground alone, darker where a heading is dragged to: words and marks are ours."""
        super().initStyleOptionForIndex(option, section)
        option.text = ""
        option.position = QStyleOptionHeader.SectionPosition.Middle

    def _paint_filter(self, painter: QPainter, rect: QRect, field: str, section: int) -> int:
        """Where the mark begins."""
        size = theme.grown(FILTER)
        left = rect.right() - EDGE - size
        on = field in self._filtered
        if on or section == self._hovered or rect.width() >= 5 * size:
            palette = self.palette()
            role = QPalette.ColorRole.Accent if on else QPalette.ColorRole.PlaceholderText
            colour = palette.color(role).name()
            image = icons.pixmap("filter-on" if on else "filter", colour, size, self.devicePixelRatioF())
            painter.drawPixmap(left, rect.top() + (rect.height() - size) // 2, image)
        return left - GAP

    def _paint_order(self, painter: QPainter, rect: QRect, field: str, right: int) -> int:
        """Where the arrow begins."""
        place = next((place for place, one in enumerate(self._order) if one.field == field), None)
        if place is None:
            return right
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        if len(self._order) > 1:
            number = str(place + 1)
            width = self.fontMetrics().horizontalAdvance(number)
            room = QRect(right - width, rect.top(), width, rect.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
            right -= width + 2
        middle, size = rect.center().y(), theme.grown(ARROW)
        tip, foot = (
            (middle + size // 4, middle - size // 4)
            if self._order[place].descending
            else (
                middle - size // 4,
                middle + size // 4,
            )
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawPolygon([QPoint(right - size, foot), QPoint(right, foot), QPoint(right - size // 2, tip)])
        return right - size - GAP

    # -- what the user does ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mark of a filter is a button of its own; the first heading does not move while it covers others."""
        self._modifiers = event.modifiers()
        place = event.position().toPoint()
        self._pressed = NOWHERE
        if event.button() == Qt.MouseButton.LeftButton and (self._is_filter(place) or place.x() < self.frozen_edge):
            self._pressed = self.section_at(place.x())
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See ``mousePressEvent``."""
        pressed, self._pressed = self._pressed, NOWHERE
        if pressed == NOWHERE:
            super().mouseReleaseEvent(event)
            return
        place = event.position().toPoint()
        if self.section_at(place.x()) == pressed:
            if self._is_filter(place):
                self.ask_filter(pressed)
            else:
                self._click(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The heading under the pointer shows what can be done there."""
        self._hover(self.section_at(event.position().toPoint().x()))
        if self._pressed == NOWHERE:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """See ``mouseMoveEvent``."""
        self._hover(NOWHERE)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a column."""
        section = self.section_at(event.pos().x())
        if section != NOWHERE:
            self.menu_wanted.emit(self._columns()[section].field, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """What a heading says, and what a click does there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.section_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._told(section, event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _told(self, section: int, place: QPoint) -> str:
        if section == NOWHERE or section >= len(self._columns()):
            return ""
        column = self._columns()[section]
        if self._is_filter(place):
            return _("Filter by “{column}” (Alt+Down)").format(column=str(column))
        label = _(column.of.label)
        if not sorts(column.field):
            return label
        return _("{column}\nClick: sort by this. Shift: by this, too. Ctrl: no longer by this.").format(column=label)

    def _is_filter(self, place: QPoint) -> bool:
        section = self.section_at(place.x())
        if section == NOWHERE:
            return False
        right = self.left_of(section) + self.sectionSize(section)
        return right - EDGE - theme.grown(FILTER) <= place.x() < right - EDGE

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _click(self, section: int) -> None:
        field = self._columns()[section].field
        if not sorts(field):
            return
        if self._modifiers & Qt.KeyboardModifier.ControlModifier:
            wanted = tuple(one for one in self._order if one.field != field)
            if wanted == self._order:
                return
        elif self._modifiers & Qt.KeyboardModifier.ShiftModifier:
            wanted = turned(self._order, field)
        else:
            alone = tuple(one for one in self._order[:1] if one.field == field)
            wanted = turned(alone, field)
        self.order_wanted.emit(wanted)


def turned(order: tuple[Order, ...], field: str) -> tuple[Order, ...]:
    """``order`` with ``field`` the other way round, or as one more where it was not there."""
    if any(one.field == field for one in order):
        return tuple(Order(field, not one.descending) if one.field == field else one for one in order)
    return (*order, Order(field))
