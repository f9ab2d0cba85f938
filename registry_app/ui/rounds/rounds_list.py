"""The rounds down the left side, open ones first: name, kind and period, until when, how far."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RoundShown
from registry_app.domain.words import _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marks import Mark

from . import bar, summary

NUMBER, LINES, DONE, MARK = (Qt.ItemDataRole.UserRole + place for place in range(4))
EDGE, GAP, LETTERS = 8, 4, 30
Index = QModelIndex | QPersistentModelIndex


class RoundsList(QListWidget):
    """One round is chosen at a time; it stays so, by its number, when they are shown anew."""

    chosen = Signal(object)
    """The RoundId that is chosen now, None where there is no round."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Rounds of reviews"))
        self.setProperty("elides", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(RoundDelegate(self))
        self._rounds: tuple[RoundShown, ...] = ()
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.current))

    @property
    def current(self) -> RoundId | None:
        """The chosen round."""
        place = self.currentRow()
        return RoundId(self.item(place).data(NUMBER)) if place >= 0 else None

    @property
    def shown(self) -> RoundShown | None:
        """The chosen round as it was last read."""
        number = self.current
        return next((one for one in self._rounds if one.round.id == number), None)

    def show_rounds(self, rounds: Sequence[RoundShown], today: date) -> None:
        """Show ``rounds``; the one that was chosen stays so where it is still among them."""
        before = self.current
        self._rounds = tuple(sorted(rounds, key=lambda one: not one.is_open))
        blocked = self.blockSignals(True)
        self.clear()
        for one in self._rounds:
            self._add(one, today)
        self.choose(before)
        self.blockSignals(blocked)
        if self.current != before:
            self.chosen.emit(self.current)

    def choose(self, number: RoundId | None) -> bool:
        """Choose that round, else the first; whether it was there."""
        numbers = [one.round.id for one in self._rounds]
        found = number in numbers
        if numbers:
            self.setCurrentRow(numbers.index(number) if number is not None and found else 0)
        return found

    def sizeHint(self) -> QSize:
        """Wide enough for most names."""
        return QSize(self.fontMetrics().averageCharWidth() * LETTERS + 2 * EDGE, 300)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _add(self, one: RoundShown, today: date) -> None:
        state, mark = summary.standing(one, today)
        lines = (one.round.name, summary.about(one.round), state, summary.entered(one))
        item = QListWidgetItem(self)
        item.setText("\n".join(lines))
        item.setToolTip("\n".join((*lines[:3], summary.progress(one), one.round.code)))
        item.setData(NUMBER, int(one.round.id))
        item.setData(LINES, lines)
        item.setData(DONE, summary.share(one))
        item.setData(MARK, mark)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))


class RoundDelegate(QStyledItemDelegate):
    """Paints a round in four lines."""

    def sizeHint(self, option: Option, index: Index) -> QSize:  # noqa: ARG002 - all are as high
        """Four lines and what is around them."""
        high = option.fontMetrics.height()
        return QSize(1, 4 * high + 3 * GAP + 2 * EDGE)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """The ground as usual, the lines one below the other."""
        whole = Option(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        widget = whole.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, widget)
        painter.save()
        self._draw(painter, whole, index)
        painter.restore()

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        letters, role = option.fontMetrics, QPalette.ColorRole
        plain = option.palette.color(role.HighlightedText if chosen else role.Text)
        quiet = option.palette.color(role.HighlightedText if chosen else role.PlaceholderText)
        name, about, state, done = index.data(LINES)
        step = letters.height() + GAP
        bold = QFont(option.font)
        bold.setBold(True)
        line = QRect(area.left(), area.top(), area.width(), letters.height())
        painter.setPen(plain)
        painter.setFont(bold)
        _write(painter, line, name)
        painter.setFont(option.font)
        painter.setPen(quiet)
        _write(painter, line.translated(0, step), about)
        self._draw_state(painter, line.translated(0, 2 * step), state, index.data(MARK), option, chosen=chosen)
        painter.setPen(plain)
        _write(painter, line.translated(0, 3 * step), done)
        begin = QFontMetrics(option.font).horizontalAdvance(done) + EDGE
        bar.draw(
            painter,
            line.translated(0, 3 * step).adjusted(begin, 0, 0, 0),
            index.data(DONE),
            option.palette,
            chosen=chosen,
        )

    def _draw_state(
        self, painter: QPainter, line: QRect, text: str, mark: Mark, option: Option, *, chosen: bool
    ) -> None:
        size = line.height()
        icon = marks.icon(mark, option.widget)
        mode = icon.Mode.Selected if chosen else icon.Mode.Normal
        icon.paint(painter, QRect(line.left(), line.top(), size, size), Qt.AlignmentFlag.AlignCenter, mode)
        tones = marks.coloured(mark, option.palette)
        role = QPalette.ColorRole
        painter.setPen(option.palette.color(role.HighlightedText) if chosen else tones.color(role.WindowText))
        _write(painter, line.adjusted(size + GAP, 0, 0, 0), text)


def _write(painter: QPainter, line: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
