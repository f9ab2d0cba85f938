"""The arrow that opens a row of a tree, to be seen also on the row that is chosen: Fusion draws it in the colour of
texts, which is dark on the dark ground of a choice."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

if TYPE_CHECKING:
    _Tree = QTreeView
else:
    _Tree = object  # stands before QTreeView or QTreeWidget among the bases
ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class SeenBranches(_Tree):
    """A base of a tree beside Qt's own."""

    _chosen = False
    """Whether what stands before a chosen row is being drawn."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Before a chosen row, in the colour of its words."""
        self._chosen = self.selectionModel().isSelected(index)
        super().drawBranches(painter, rect, index)
        self._chosen = False

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """What the tree draws with."""
        super().initViewItemOption(option)
        if self._chosen:
            palette = QPalette(option.palette)
            for role in ROLES:
                palette.setBrush(role, palette.highlightedText())
            option.palette = palette
