"""The line in which a cell is typed: suggestions below it, one key for each way to go on.

It reads nothing and changes nothing while one types, so that an input method can compose in peace.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from registry_app.ui.widgets.line_edit import LineEdit

from .sheet_model import Index
from .suggestions import Suggest, Suggestion

TEXT, NOTHING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PAUSE_MS = 120
"""A list that the register is asked for waits until one stops typing."""
OFFERED = 12
POPUP_EDGE = 40
Key = Qt.Key
WAYS = {Key.Key_Tab: "right", Key.Key_Backtab: "left", Key.Key_Return: "down", Key.Key_Enter: "down"}
ROWS = {Key.Key_Up: "up", Key.Key_Down: "down"}


class _Offers(QCompleter):
    """Marks none of what it offers by itself: Qt would mark one that begins with what is typed, and Tab take it."""

    def pathFromIndex(self, index: Index) -> str:
        """What stands in the line when one is marked."""
        return str(index.data(TEXT))


class CellLine(LineEdit):
    """``suggest`` gives what may be meant; one that is ``slow`` is asked after a pause."""

    ended = Signal(str)
    """What is typed is to be taken, and the cell "right", "left", "up" or "down" of it is wanted."""
    given_up = Signal()
    block_pasted = Signal(str)
    """More than one cell was to be pasted."""
    above_wanted = Signal()
    """What stands in the cell above is to stand here, too."""
    save_wanted = Signal()
    """The key that saves, where the list of suggestions keeps it from the window."""

    def __init__(self, parent: QWidget, suggest: Suggest | None = None, *, slow: bool = False) -> None:
        super().__init__()
        self.setParent(parent)
        self.picked: Suggestion | None = None
        self._suggest, self._slow = suggest, slow
        self._offered: Sequence[Suggestion] = ()
        self._names, self._popup = QStandardItemModel(self), QListView()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.offer)
        if suggest:
            self._make_completer()

    def offer(self) -> None:
        """Show what may be meant by what is typed now."""
        self._look_up()
        if self._offered and self.hasFocus():
            self.completer().complete()
            self._popup.setCurrentIndex(QModelIndex())

    @property
    def is_offering(self) -> bool:
        """Whether the list of suggestions is on the screen."""
        return self._popup.isVisible()

    def event(self, event: QEvent) -> bool:
        """The keys that end it, before Qt moves the keyboard away with them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._ended_by(event):
            event.accept()
            return True
        return super().event(event)

    def _ended_by(self, event: QKeyEvent) -> bool:
        key, plain = Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.offer()
        elif control and key == Key.Key_D:
            self.above_wanted.emit()
        elif control and key == Key.Key_S and self.is_offering:
            self._hide()
            self.save_wanted.emit()
        elif key in WAYS and (plain or key == Key.Key_Backtab):
            self._end(WAYS[key])
        elif key in ROWS and plain and not self.is_offering:
            self.ended.emit(ROWS[key])
        elif key == Key.Key_Escape and self.is_offering:
            self._hide()
        elif key == Key.Key_Escape:
            self.given_up.emit()
        else:
            return False
        return True

    def _end(self, way: str) -> None:
        """One that is marked in the list is taken with it; Enter then goes to the right, as Tab does."""
        marked = self._popup.currentIndex() if self.is_offering else QModelIndex()
        if marked.isValid():
            self._take(marked)
            way = "right" if way == "down" else way
        self._hide()
        self.ended.emit(way)

    def _take(self, at: QModelIndex) -> None:
        self.picked = self._offered[at.row()]
        self.setText(self.picked.text)

    def _clicked(self, at: QModelIndex) -> None:
        self._take(at)
        self._hide()
        QTimer.singleShot(0, self, lambda: self.ended.emit("right"))

    def _hide(self) -> None:
        self._popup.hide()

    # -- suggestions -----------------------------------------------------------------------------------------------

    def _make_completer(self) -> None:
        made = _Offers(self._names, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setCompletionRole(NOTHING)
        made.setMaxVisibleItems(OFFERED)
        self.setCompleter(made)
        made.setPopup(self._popup)
        self._popup.clicked.connect(self._clicked)
        self.textEdited.connect(self._typed)

    def _typed(self, _text: str) -> None:
        self.picked = None
        if not self._slow:
            self._look_up()
            return
        self._show(())
        self._pause.start()

    def _look_up(self) -> None:
        self._show(self._suggest(self.text()) if self._suggest else ())

    def _show(self, found: Sequence[Suggestion]) -> None:
        self._offered = found
        self._names.clear()
        for one in found:
            item = QStandardItem(one.label)
            item.setData(one.text, TEXT)
            item.setEditable(False)
            self._names.appendRow(item)
        widest = max((self.fontMetrics().horizontalAdvance(one.label) for one in found), default=0) + POPUP_EDGE
        room = self.screen().availableGeometry().right() - self.mapToGlobal(QPoint(0, 0)).x()
        self._popup.setMinimumWidth(max(self.width(), min(widest, room)))

    # -- pasting ---------------------------------------------------------------------------------------------------

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if is_block(text):
            self.block_pasted.emit(text)
        else:
            super()._paste()


def is_block(text: str) -> bool:
    """Whether ``text`` from the clipboard is more than one cell."""
    inside = text.strip("\r\n")
    return "\t" in inside or "\n" in inside
