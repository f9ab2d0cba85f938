"""The most urgent models: since when or when they are due, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from registry_app.domain import options
from registry_app.domain.dates import show_date
from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.operations.today import Urgent
from registry_app.ui.widgets import marks

DUE, NAME, WHY = range(3)
KEY = Qt.ItemDataRole.UserRole
BESIDE = 36
"""Room for the mark and the edges of a cell, pixels."""


class UrgentList(QTreeWidget):
    """Enter or a double click opens the model."""

    model_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The most urgent models"))
        self.setHeaderLabels([_("Review due"), _("Model"), _("Why then")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        heads = self.header()
        heads.setSectionsMovable(False)
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(DUE, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(lambda item, _column: self.model_wanted.emit(_model(item)))

    def show_urgent(self, urgent: Sequence[Urgent]) -> None:
        """Show these, the chosen one kept where it is still among them."""
        chosen = self._chosen()
        self.clear()
        for one in urgent:
            item = self._item(one)
            if one.row.id == chosen:
                self.setCurrentItem(item)

    def _item(self, one: Urgent) -> QTreeWidgetItem:
        row = one.row
        item = QTreeWidgetItem(self)
        due = f"{options.label(options.DUES, row.due)} · {show_date(row.next_review or '')}"
        mark = marks.DUE[row.due]
        for column, text in ((DUE, due), (NAME, f"{row.name} ({row.code})"), (WHY, one.reason)):
            item.setText(column, text)
            item.setToolTip(column, text)
        item.setIcon(DUE, marks.icon(mark, self))
        item.setData(DUE, KEY, int(row.id))
        letters = self.fontMetrics()
        item.setSizeHint(DUE, QSize(letters.horizontalAdvance(due) + BESIDE, letters.height() + 12))
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = self._chosen()
            if chosen is not None:
                self.model_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> ModelId | None:
        item = self.currentItem()
        return _model(item) if item is not None else None


def _model(item: QTreeWidgetItem) -> ModelId:
    return ModelId(item.data(DUE, KEY))
