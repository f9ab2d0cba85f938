"""A row of the register found by typing: its label in a line, suggestions in a popup, never text put in by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout

from registry_app.domain.cleaning import line
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _

from .editor import Editor, Typed, one_text
from .line_edit import LineEdit
from .small_button import SmallButton

Found = Sequence[tuple[int, str]]
"""Numbers and labels of rows."""
NUMBER = "#"
PAUSE_MS = 120
OFFERED = 14
POPUP_EDGE = 36
WIDEST_SHARE = 0.6
"""How much of the screen the suggestions may take."""


class Linked(Editor):
    """``find`` answers typed words with the rows that they may mean, ``name`` says the label of a number ("" when it is
    gone). ``typed`` is "#" and the number of what was chosen, "" for none, else the text as it was typed."""

    def __init__(self, find: Callable[[str], Found], name: Callable[[int], str], *, hint: str = "") -> None:
        super().__init__()
        self._find, self._name = find, name
        self._number: int | None = None
        self._found: dict[str, int] = {}
        self._line = _LinkLine(hint)
        self._clear = SmallButton("clear", _("Empty this field"))
        self._clear.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._line, 1)
        row.addWidget(self._clear)
        self.setFocusProxy(self._line)
        self._suggested = QStringListModel(self)
        self.suggestions = QCompleter(self._suggested, self)
        self.suggestions.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.suggestions.setMaxVisibleItems(OFFERED)
        self._line.setCompleter(self.suggestions)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.suggest)
        self.suggestions.activated.connect(self._take)
        self._line.textChanged.connect(lambda _text: self._allow())
        self._line.textEdited.connect(self._type)
        self._line.editingFinished.connect(self._commit)
        self._line.refused.connect(self.refused)
        self._line.list_wanted.connect(self.suggest)
        self._clear.clicked.connect(self._empty)

    def typed(self) -> str:
        return str(self._line.text()) if self._number is None else f"{NUMBER}{self._number}"

    @property
    def number(self) -> int | None:
        """The row that was chosen."""
        return self._number

    @property
    def words(self) -> str:
        """What people read here."""
        return str(self._line.text())

    def fill(self, typed: Typed) -> None:
        text = one_text(typed)
        self._number = number_of(text)
        shown = text if self._number is None else self._name(self._number)
        self._line.setText(shown)
        self._line.setCursorPosition(0)
        self._line.setToolTip(shown)
        self.edited.emit()

    def lock(self, locked: bool) -> None:
        self._line.setReadOnly(locked)
        self._allow()

    def suggest(self) -> None:
        """Offer what the typed words may mean; everything while what stands here is chosen already."""
        self._pause.stop()
        if self._line.isReadOnly() or not self._line.isVisible():
            return
        self._found = {}
        for number, label in self._find("" if self._number is not None else self._line.text()):
            self._found.setdefault(label, number)
        self._suggested.setStringList(list(self._found))
        if self._found:
            self._widen()
            self.suggestions.complete()
        elif popup := self.suggestions.popup():
            popup.hide()

    def _allow(self) -> None:
        """Only what holds something can be emptied."""
        self._clear.setEnabled(bool(self._line.text()) and not self._line.isReadOnly())

    def _widen(self) -> None:
        popup = self.suggestions.popup()
        if popup is not None:
            letters = self.fontMetrics().horizontalAdvance
            room = round(self.screen().availableGeometry().width() * WIDEST_SHARE)
            popup.setMinimumWidth(max(self.width(), min(room, max(map(letters, self._found)) + POPUP_EDGE)))

    def _type(self) -> None:
        self._number = None
        self._pause.start()
        self.edited.emit()

    def _take(self, label: str) -> None:
        self._pause.stop()
        self._number = self._found.get(label)
        self._line.setText(label)
        self._line.setToolTip(label)
        self.edited.emit()
        self.committed.emit()

    def _commit(self) -> None:
        """Left with words typed: what they alone mean is taken."""
        self._pause.stop()
        typed = line(self._line.text())
        popup = self.suggestions.popup()
        if typed and self._number is None and not (popup and popup.isVisible()):
            found = list(self._find(typed))
            same = [one for one in found if fold(one[1]) == fold(typed)] or found
            if len(same) == 1:
                self._found = {same[0][1]: same[0][0]}
                self._take(same[0][1])
                return
        self.committed.emit()

    def _empty(self) -> None:
        self.fill("")
        self._line.setFocus()
        self.committed.emit()


class _LinkLine(LineEdit):
    """Down offers."""

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the suggestions, as it opens a combo box."""
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Suggestions do not outlive their field."""
        if popup := self.completer().popup():
            popup.hide()
        super().hideEvent(event)


def number_of(typed: str) -> int | None:
    """The number that ``Linked.typed`` says; None for blank and for mere words."""
    digits = typed.removeprefix(NUMBER)
    return int(digits) if digits != typed and digits.isascii() and digits.isdecimal() else None
