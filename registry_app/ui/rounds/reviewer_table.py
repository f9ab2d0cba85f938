"""The table in which reviewers are named area by area: a letter begins, Enter goes to the next area."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from registry_app.domain.words import _
from registry_app.ui.structure.suggestions import Suggest

from .cell_typing import CellKind, CellTyping
from .reviewer_model import AREA, MODELS, REVIEWER, ReviewerModel

ROOM, LINES, LETTERS = 8, 7, 9
ACROSS = Qt.Orientation.Horizontal
Trigger = QAbstractItemView.EditTrigger


class ReviewerTable(QTableView):
    """Tab leaves it; Ctrl+D repeats the name above."""

    def __init__(self, rows: ReviewerModel, suggest: Suggest) -> None:
        super().__init__()
        self.typing = CellTyping({REVIEWER: CellKind(_("Reviewer"), suggest)}, self)
        self.setModel(rows)
        self.setItemDelegateForColumn(REVIEWER, self.typing)
        self.setAccessibleName(_("Who looks in which area"))
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + ROOM + 2)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight((self.fontMetrics().height() + ROOM + 2) * LINES)
        self.typing.stepped.connect(self.step)

    def step(self, way: str) -> None:
        """Go on with the area above or below; after the last one to what comes after the table."""
        row = self.currentIndex().row() + (-1 if way in ("up", "left") else 1)
        self.setFocus()
        if not 0 <= row < self.model().rowCount():
            self.focusNextPrevChild(way not in ("up", "left"))
            return
        index = self.model().index(row, REVIEWER)
        self.setCurrentIndex(index)
        self.edit(index)

    def settle(self) -> None:
        """Take what is being typed."""
        self.typing.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever column is current, a name is typed; Enter begins to."""
        at = self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if at.isValid() and at.column() != REVIEWER:
            self.setCurrentIndex(self.model().index(at.row(), REVIEWER))
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            self.edit(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Delete and at.isValid():
            self.model().setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Area and name share what the figures leave."""
        super().resizeEvent(event)
        figures = max(
            self.fontMetrics().averageCharWidth() * LETTERS,
            self.horizontalHeader().fontMetrics().horizontalAdvance(self.model().headerData(MODELS, ACROSS)) + 2 * ROOM,
        )
        self.setColumnWidth(MODELS, figures)
        half = max(80, (self.viewport().width() - figures) // 2)
        self.setColumnWidth(AREA, half)
        self.setColumnWidth(REVIEWER, half)
