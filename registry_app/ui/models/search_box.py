"""Where words and terms are typed to find models; they are looked for when typing pauses, never changed while it goes
on. What may be meant is offered in a list below and never put in by itself."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from registry_app.domain.query import LONGEST
from registry_app.domain.words import _
from registry_app.ui import theme
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.pasting import one_line

if TYPE_CHECKING:
    from registry_app.domain.query_offers import Offer
    from registry_app.ui.filters.completion import Completion

PAUSE_MS = 90
READ_FIRST = 20 * LONGEST
"""Of a text that is pasted no more is looked at."""
WAVE = 2

Offers = Callable[[str, int], Sequence["Offer"]]


class SearchBox(LineEdit):
    """Escape closes the offers, then empties it; Down or Enter goes to the list, Down in the empty box offers what was
    searched for lately."""

    searched = Signal(str)
    """The words as typed, once typing pauses."""
    left_downwards = Signal()
    kept = Signal(str)
    """What was searched for in earnest: with Enter, or left standing."""
    shortened = Signal()
    """More was pasted or typed than can be read: the rest is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Find by code, name, area… (Ctrl+F)"), limit=LONGEST)
        self.setProperty("guide", "find")
        self.setParent(parent)
        self.setToolTip(_("Words in any order, with or without accents: “camera to 5” finds “Tổ dân phố 5 – Camera”."))
        self.setAccessibleName(_("Find models"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST)
        self.offers: Offers | None = None
        """What may be meant at a place of a text."""
        self.recent: Callable[[], Sequence[str]] = tuple
        """What was searched for lately, newest first."""
        self._completion: Completion | None = None
        self._offered: Sequence[Offer] = ()
        self._recent: Sequence[str] = ()
        self._wrong: tuple[tuple[int, int], ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.textEdited.connect(lambda _text: self._offer())
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.inputRejected.connect(self.shortened)

    # -- what it is told -------------------------------------------------------------------------------------------

    def show_icon(self, icon: QIcon) -> None:
        """The magnifying glass, in the colours of now."""
        for action in self.actions():
            if action.property("glass"):
                self.removeAction(action)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).setProperty("glass", True)

    def reset(self) -> None:
        """Empty, without asking for anything."""
        self.clear()
        self._pause.stop()
        self.close_offers()

    def show_text(self, text: str) -> None:
        """Show ``text``, which is asked for already."""
        if text != self.text():
            self.setText(text)
        self._pause.stop()
        self.close_offers()

    def try_text(self, text: str) -> None:
        """Put ``text`` in as if it were typed, and search."""
        self.setText(text)
        self._tell()
        self.setFocus()

    def mark_wrong(self, parts: Sequence[tuple[int, int]]) -> None:
        """Underline what cannot be read: letters from .. up to."""
        self._wrong = tuple(parts)
        self.update()

    def take(self, text: str) -> None:
        """Put a pasted ``text`` in the place of what is marked, as one line, and as much of it as is read."""
        clean = one_line(text[:READ_FIRST], self.between)
        room = LONGEST - len(self.text()) + len(self.selectedText())
        self.insert(clean[:room])
        if len(clean) > room or len(text) > READ_FIRST:
            self.shortened.emit()

    # -- offers ----------------------------------------------------------------------------------------------------

    @property
    def completion(self) -> "Completion":
        """The list of offers; made when it is first needed."""
        if self._completion is None:
            from registry_app.ui.filters.completion import Completion

            self._completion = Completion(self)
            self._completion.taken.connect(self._take)
        return self._completion

    @property
    def is_offering(self) -> bool:
        """Whether offers are on the screen."""
        return self._completion is not None and self._completion.isVisible()

    def close_offers(self) -> None:
        """Take the offers from the screen."""
        if self._completion is not None:
            self._completion.hide()

    def _offer(self) -> None:
        if self.offers is None or not self.isVisible():
            return
        self._recent, self._offered = (), self.offers(self.text(), self.cursorPosition())
        if self._offered or self.is_offering:
            self.completion.offer([(offer.text, offer.about) for offer in self._offered])

    def _offer_recent(self) -> bool:
        self._recent, self._offered = self.recent(), ()
        if self._recent:
            self.completion.offer([(text, "") for text in self._recent])
            self._step(1)
        return bool(self._recent)

    def _follow_cursor(self) -> None:
        if self.is_offering and not self._recent:
            self._offer()

    def _take(self, number: int) -> None:
        if self._recent:
            self.close_offers()
            self.try_text(self._recent[number])
            return
        from registry_app.domain.query_offers import taken

        text, cursor = taken(self.text(), self._offered[number])
        self.close_offers()
        if len(text) > LONGEST:
            self.shortened.emit()
            return
        self.setText(text)
        self.setCursorPosition(cursor)
        self._offer()

    def _step(self, by: int) -> None:
        self.completion.step(by)
        self.setAccessibleDescription(self.completion.said)

    # -- keys ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab takes what is chosen among the offers; of values the first when none is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            chosen = self.completion.chosen if self.is_offering else None
            if chosen is None and self.is_offering and self._offered and self._offered[0].whole:
                chosen = 0
            if chosen is not None:
                self._take(chosen)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offers first; then Escape empties, Down and Enter search at once and go to the list."""
        if self.is_offering and self._key_for_offers(Qt.Key(event.key())):
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and not self.text() and self._offer_recent():
            return
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._tell()
            self.kept.emit(self.text())
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _key_for_offers(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        chosen = self.completion.chosen
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self._take(chosen)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close_offers()
        return key == Qt.Key.Key_Escape

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offers do not outlive the keyboard; what stands there was searched for."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_offers()
            self.kept.emit(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nor do they outlive the box."""
        self.close_offers()
        super().hideEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())

    # -- on the screen ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wave below what cannot be read."""
        super().paintEvent(event)
        if not self._wrong:
            return
        letters, text = self.fontMetrics(), self.text()
        cursor = self.cursorRect()
        origin = cursor.center().x() - letters.horizontalAdvance(text[: self.cursorPosition()])
        with QPainter(self) as painter:
            painter.setPen(theme.tone("alert", dark=theme.is_dark(self.palette())))
            painter.setClipRect(self.rect().adjusted(letters.height() + 6, 0, -letters.height() - 6, 0))
            for start, end in self._wrong:
                left = origin + letters.horizontalAdvance(text[:start])
                right = origin + letters.horizontalAdvance(text[:end])
                painter.drawLines(_wave(left, max(right, left + 3 * WAVE), cursor.bottom() - WAVE))


def _wave(left: int, right: int, foot: int) -> list[QLineF]:
    steps = range(left, right, WAVE)
    return [
        QLineF(x, foot + (WAVE if number % 2 else 0), x + WAVE, foot + (0 if number % 2 else WAVE))
        for number, x in enumerate(steps)
    ]
