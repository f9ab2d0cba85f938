"""A name picked from a list or typed: suggestions in a popup while typing, never text put in by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QHBoxLayout, QSizePolicy, QWidget

from registry_app.domain.cleaning import line

from .editor import Editor, Typed, one_text
from .line_edit import LineEdit
from .matching import matching, same_name
from .wheel import guard

OFFERED = 14
LEAST_LETTERS = 12
POPUP_EDGE = 36


class NameBox(QComboBox):
    """An editable combo box with folded suggestions. A name that is not in the list may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.text_line = LineEdit()
        self.setLineEdit(self.text_line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(OFFERED)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        guard(self)
        self._suggested = QStringListModel(self)
        self.suggestions = QCompleter(self._suggested, self)
        self.suggestions.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.suggestions.setMaxVisibleItems(OFFERED)
        self.setCompleter(self.suggestions)
        self.text_line.textEdited.connect(self._suggest)

    @property
    def names(self) -> tuple[str, ...]:
        """What is offered."""
        return self._names

    def offer(self, names: Sequence[str]) -> None:
        """Offer ``names`` from now on; what stands in the box stays."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        text = self.currentText()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(list(names))
        self.setCurrentIndex(-1)
        self.setEditText(text)
        self.blockSignals(blocked)
        self.text_line.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the list; they never choose from one that is not seen."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        """A narrow box has a list as wide as its names."""
        self._widen(self.view(), self._names)
        super().showPopup()

    def close_suggestions(self) -> None:
        """Take the list of suggestions from the screen."""
        popup = self.suggestions.popup()
        if popup is not None:
            popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Suggestions do not outlive their field."""
        self.close_suggestions()
        super().hideEvent(event)

    def _widen(self, view: QAbstractItemView | None, names: Sequence[str]) -> None:
        if view is None:
            return
        letters = self.fontMetrics()
        widest = max((letters.horizontalAdvance(name) for name in names), default=0) + POPUP_EDGE
        room = self.screen().availableGeometry().right() - self.mapToGlobal(QPoint(0, 0)).x()
        view.setMinimumWidth(max(self.width(), min(widest, room)))

    def _suggest(self, text: str) -> None:
        found = matching(text, self._names)
        self._suggested.setStringList(found)
        self._widen(self.suggestions.popup(), found)


class Picker(Editor):
    """One name."""

    def __init__(self, names: Sequence[str] = (), *, hint: str = "") -> None:
        super().__init__()
        self._box = NameBox()
        self._box.offer(names)
        self._box.text_line.setPlaceholderText(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)
        self._box.editTextChanged.connect(self.edited)
        self._box.textActivated.connect(self._commit)
        self._box.text_line.editingFinished.connect(self._commit)
        self._box.text_line.refused.connect(self.refused)

    def typed(self) -> str:
        return str(self._box.currentText())

    def fill(self, typed: Typed) -> None:
        self._box.setEditText(one_text(typed))
        self._box.text_line.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        self._box.setEnabled(not locked)

    def offer(self, names: Sequence[str]) -> None:
        """Offer ``names`` from now on."""
        self._box.offer(names)

    def _commit(self) -> None:
        """Take the list's own spelling of what was typed."""
        typed = self.typed()
        clean = line(typed)
        wanted = same_name(clean, self._box.names) or clean
        if wanted != typed:
            self._box.setEditText(wanted)
        self.committed.emit()
