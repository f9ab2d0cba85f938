"""How the history looks: a tree of actions with four columns, which says when its end is reached."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from registry_app.domain.words import _
from registry_app.ui.widgets.branches import SeenBranches
from registry_app.ui.widgets.copies import CopiesOut

from .history_tree import CHANGE, WHAT, WHEN, WHO, HistoryTree

NEAR_END = 3
"""Rows from the end at which older actions are asked for."""


class HistoryView(SeenBranches, CopiesOut, QTreeView):
    """Rows of one line; what does not fit is in the tool tip."""

    end_reached = Signal()
    """The user scrolled to the oldest action that is shown."""

    def __init__(self, rows: HistoryTree) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(_("History"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(16)
        self.setTreePosition(WHAT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        for column in (WHAT, CHANGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        letters = self.fontMetrics()
        self.setColumnWidth(WHEN, letters.horizontalAdvance("00/00/0000 00:00") + 14)
        self.setColumnWidth(WHO, letters.averageCharWidth() * 18)
        header.setMinimumSectionSize(48)
        self.verticalScrollBar().valueChanged.connect(self._watch)

    def opened(self) -> list[int]:
        """The numbers of the actions that are open."""
        places = (self._rows.index(row, 0) for row in range(self._rows.rowCount()))
        entries = (self._rows.entry(place) for place in places if self.isExpanded(place))
        return [entry.action for entry in entries if entry]

    def _watch(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value and value >= bar.maximum() - NEAR_END * bar.singleStep():
            self.end_reached.emit()
