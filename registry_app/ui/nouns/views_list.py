"""The fixed views of a noun down the left side, each with how many rows it holds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem

from registry_app.domain.options import Option
from registry_app.domain.words import _

KEY = Qt.ItemDataRole.UserRole
COUNT = 1
ROOM = 12
BESIDE = 56
"""What the count and the edges take beside the longest label."""


class NounViews(QTreeWidget):
    """One view is chosen at a time."""

    chosen = Signal(str)
    """The key of a view that the user chose."""

    def __init__(self, views: Sequence[Option]) -> None:
        super().__init__()
        self.setAccessibleName(_("Views"))
        self.setProperty("guide", "people")
        self._dress()
        self._items = {view.key: self._item(view) for view in views}
        self.choose(views[0].key)
        self.currentItemChanged.connect(lambda item: self.chosen.emit(str(item.data(0, KEY))) if item else None)

    def _dress(self) -> None:
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)

    def _item(self, view: Option) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [str(view), ""])
        item.setData(0, KEY, view.key)
        item.setToolTip(0, str(view))
        item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROOM))
        return item

    def choose(self, view: str) -> None:
        """Let ``view`` be the chosen one, and tell nobody."""
        blocked = self.blockSignals(True)
        self.setCurrentItem(self._items[view])
        self.blockSignals(blocked)

    def show_count(self, view: str, count: int | None) -> None:
        """Show how many rows ``view`` holds; None while nobody has counted."""
        self._items[view].setText(COUNT, "" if count is None else f"{count:,}".replace(",", "."))

    def sizeHint(self) -> QSize:
        """Wide enough for the longest label and its count."""
        labels = (self.fontMetrics().horizontalAdvance(item.text(0)) for item in self._items.values())
        return QSize(max(labels) + BESIDE, 300)
