"""Many short fields in little room: a label over each editor, as many side by side as the width has room for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QVBoxLayout, QWidget

from .editor import Editor
from .field_grid import BESIDE, FieldGrid

MOST = 3
CELL_LETTERS = 17


class CompactGrid(FieldGrid):
    """A field that is ``wide`` takes a row of its own."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        super().__init__(parent, gap=gap)
        self._grid.setColumnMinimumWidth(0, 0)
        self._columns = MOST
        self._order: list[tuple[QWidget, bool]] = []
        self._wide = False

    def add_short(self, name: str, label: str, editor: Editor, *, wide: bool) -> None:
        """Add a field after the last one, beside it where there is room."""
        self._wide = wide
        self.add(name, label, editor)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest field alone."""
        widest = max((cell.minimumSizeHint().width() for cell, _wide in self._order), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: more or fewer side by side."""
        super().resizeEvent(event)
        columns = self._columns_for(self.width())
        if columns > self._columns:
            columns = max(self._columns, self._columns_for(self.width() - self._bar_width()))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _columns_for(self, width: int) -> int:
        return max(1, min(MOST, width // (self.fontMetrics().averageCharWidth() * CELL_LETTERS)))

    def _bar_width(self) -> int:
        """What a scroll bar takes away. More columns wait for so much more room: they may be higher than fewer, since
        their labels wrap, and must not bring the bar back for which they had been made fewer."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self) + BESIDE

    def _place(self, name: str, label: QLabel, cell: QVBoxLayout, beside: str) -> None:  # noqa: ARG002 - all are beside
        label.setMinimumHeight(0)
        label.setWordWrap(True)
        cell.insertWidget(0, label)
        cell.addStretch(1)
        cell.setContentsMargins(0, 0, 0, 0)
        whole = QWidget()
        whole.setLayout(cell)
        self._order.append((whole, self._wide))
        self._arrange()

    def _arrange(self) -> None:
        row = column = 0
        for cell, wide in self._order:
            if column and (wide or column >= self._columns):
                row, column = row + 1, 0
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, row, column, 1, self._columns if wide else 1)
            column = self._columns if wide else column + 1
        for place in range(MOST):
            self._grid.setColumnStretch(place, 1 if place < self._columns else 0)
