"""Rows that can be ticked: the empty box is seen on a dark ground, too, as that of a check box of its own is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from registry_app.ui import theme


class TickDelegate(QStyledItemDelegate):
    """Draws cells as the style does, boxes with an outline that is seen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """What a cell is drawn with."""
        super().initStyleOption(option, index)
        option.palette = theme.outlined(option.palette)
