"""One chosen name, with a button that takes it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from registry_app.domain.words import _

from .small_button import SmallButton

SIDE = 6
MOST_LETTERS = 44


class Chip(QFrame):
    """Reached by the arrow keys; Delete takes it away. A ``new`` name is in no list yet, and says so."""

    removed = Signal(str)
    moved = Signal(int)
    """An arrow key: -1 to the left, +1 to the right."""

    def __init__(self, name: str, *, new: bool = False) -> None:
        super().__init__()
        self.name = name
        self._text = _("{name} (new)").format(name=name) if new else name
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumWidth(1)
        self._remove = SmallButton("clear", _("Remove “{name}”").format(name=name), size=12)
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, 1, 0)
        row.setSpacing(1)
        row.addWidget(self._label, 1)
        row.addWidget(self._remove)
        self._remove.clicked.connect(lambda: self.removed.emit(self.name))

    def sizeHint(self) -> QSize:
        """The whole name up to a limit; longer ones end in …"""
        most = self.fontMetrics().averageCharWidth() * MOST_LETTERS
        words = min(self.fontMetrics().horizontalAdvance(self._text) + 2, most)
        button = self._remove.sizeHint() if self._remove.isVisibleTo(self) else QSize(SIDE, 0)
        height = max(self.fontMetrics().height() + 9, button.height())
        return QSize(words + button.width() + SIDE + 3, height)

    def lock(self, locked: bool) -> None:
        """Without the button it cannot be taken away."""
        self._remove.setVisible(not locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as there is room for."""
        super().resizeEvent(event)
        button = self._remove.sizeHint().width() if self._remove.isVisibleTo(self) else SIDE
        room = self.width() - SIDE - 2 - button
        self._label.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take it away, arrows go on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._remove.isVisibleTo(self):
            self.removed.emit(self.name)
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded ground; a line in the highlight colour while it has the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = QPalette.ColorRole
            painter.setPen(self.palette().color(role.Highlight if self.hasFocus() else role.Mid))
            painter.setBrush(self.palette().color(role.Button))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
