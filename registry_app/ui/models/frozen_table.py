"""A table whose first column may stay in sight while the others are scrolled away beneath it."""

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from registry_app.ui.widgets.copies import CopiesOut
from registry_app.ui.widgets.ground import lay_ground

from .header import ListHeader


class FrozenTable(CopiesOut, QTableView):
    """Knows from ``heads`` whether, and up to where, the first column covers others."""

    def __init__(self, heads: ListHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_ground(self)
        self.heads = heads
        heads.setParent(self)
        self.setHorizontalHeader(heads)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads.frozen = True
        heads.sectionResized.connect(lambda *_sizes: self.viewport().update())
        heads.sectionMoved.connect(lambda *_places: self.viewport().update())

    def freeze(self, frozen: bool) -> None:
        """Whether the first column stays in sight."""
        self.heads.frozen = frozen
        self.viewport().update()
        self.heads.viewport().update()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """What is under ``pos``: the first column where it covers others."""
        found = super().indexAt(pos)
        if found.isValid() and 0 <= pos.x() < self.heads.frozen_edge:
            return found.siblingAtColumn(self.heads.first)
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
