"""One line of text to type in: what is pasted or dropped is made one line, and never cut without a word."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from registry_app.domain import kinds

from .pasting import one_line, refusal


class LineEdit(QLineEdit):
    """``between`` stands where a pasted text had line ends, ``limit`` is how many letters the field may keep."""

    refused = Signal(str)
    """Why a text was not let in."""

    def __init__(self, hint: str = "", *, between: str = " ", limit: int = kinds.LINE_LIMIT) -> None:
        super().__init__(placeholderText=hint)
        self.between = between
        self.limit = limit

    def take(self, text: str) -> None:
        """Put a pasted ``text`` in the place of what is marked, as one line; one that is far too long is refused."""
        clean = one_line(text, self.between)
        why = refusal(len(clean) + len(self.text()) - len(self.selectedText()), self.limit)
        if why:
            self.refused.emit(why)
        else:
            self.insert(clean)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that paste."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self._paste()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, with our way of pasting."""
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """The menu of the right mouse button."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        return menu

    def dropEvent(self, event: QDropEvent) -> None:
        """A text from elsewhere comes in like a pasted one; one moved inside the line stays Qt's affair."""
        text = event.mimeData().text()
        if self.isReadOnly() or event.source() is self or not text:
            super().dropEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self.take(text)
        event.acceptProposedAction()

    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().text())
