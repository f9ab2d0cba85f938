"""The list of what may be meant, below a line in which somebody types. It never has the keyboard: the line keeps it, so
that an input method is never disturbed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from registry_app.domain.words import _

SHOWN = 12
EDGE = 24
CLOSING = (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate, QEvent.Type.Move, QEvent.Type.Resize)


class Completion(QTreeWidget):
    """Rows of a text and what it means. The line tells it where to go; a click takes a row."""

    taken = Signal(int)
    """The number of the row that was clicked."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line.window())
        self._line = line
        self.hide()
        self.setAccessibleName(_("What may be meant"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.itemClicked.connect(lambda item: self.taken.emit(self.indexOfTopLevelItem(item)))

    @property
    def chosen(self) -> int | None:
        """The number of the row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def said(self) -> str:
        """The chosen row as it is read out."""
        item = self.currentItem()
        return " – ".join(text for text in (item.text(0), item.text(1)) if text) if item else ""

    def offer(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show ``rows`` below the line, none chosen; no rows: nothing is shown."""
        if not rows:
            self.hide()
            return
        self.clear()
        quiet, height = self.palette().placeholderText(), self.fontMetrics().height() + 8
        for text, about in rows:
            item = QTreeWidgetItem(self, [text, about])
            item.setForeground(1, quiet)
            item.setSizeHint(0, QSize(self.fontMetrics().horizontalAdvance(text) + EDGE, height))
            item.setToolTip(0, text)
        self.setCurrentIndex(QModelIndex())
        self._place()
        if not self.isVisible():
            self.show()
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next row, or the one before; beyond the ends none is chosen."""
        now = self.chosen
        count = self.topLevelItemCount()
        wanted = (now + by) if now is not None else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self.model().index(wanted, 0) if 0 <= wanted < count else QModelIndex())

    def _place(self) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = self._line.mapTo(window, QPoint(0, self._line.height()))
        width = self.sizeHintForColumn(0) + self.sizeHintForColumn(1) + EDGE
        room = window.width() - corner.x() - 4
        rows = min(self.topLevelItemCount(), SHOWN)
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth()
        self.setGeometry(
            corner.x(), corner.y(), min(max(width, self._line.width()), room), min(height, window.height() - corner.y())
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is done elsewhere closes the list."""
        if event.type() not in CLOSING or not isinstance(watched, QWidget) or not self.isVisible():
            return False
        own = watched is self or watched is self._line or self.isAncestorOf(watched) or self._line.isAncestorOf(watched)
        whole = event.type() != QEvent.Type.MouseButtonPress
        if (watched is self.window()) if whole else not own:
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is to be watched any more."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        super().hideEvent(event)
