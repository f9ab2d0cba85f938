"""Editors of plain text: one line, one text that wraps, a long text with a counter."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout

from registry_app.domain import kinds
from registry_app.domain.words import _

from .editor import Editor, Typed, one_text
from .line_edit import LineEdit
from .pasting import one_line, refusal

FRAME = 8
LEAST_LETTERS = 5
MOSTLY = 100
"""A short line takes what it may have before what stands behind it does."""


class OneLine(Editor):
    """One line; ``unit`` stands behind it, ``width`` is the letters a short one has room for at most (0: all the
    width)."""

    def __init__(self, *, hint: str = "", unit: str = "", width: int = 0) -> None:
        super().__init__()
        self._line = LineEdit(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, MOSTLY if width else 1)
        letter = self.fontMetrics().averageCharWidth()
        if unit:
            row.addWidget(QLabel(unit), 1 if width else 0)
        elif width:
            row.addStretch(1)
        if width:
            self._line.setMaximumWidth(letter * width + 2 * FRAME)
            self._line.setMinimumWidth(letter * LEAST_LETTERS + 2 * FRAME)
        self.setFocusProxy(self._line)
        self._line.refused.connect(self.refused)
        self._line.textChanged.connect(self.edited)
        self._line.editingFinished.connect(self.committed)

    def typed(self) -> str:
        return str(self._line.text())

    def fill(self, typed: Typed) -> None:
        self._line.setText(one_text(typed))
        self._line.setCursorPosition(0)

    def lock(self, locked: bool) -> None:
        self._line.setReadOnly(locked)

    def hint(self, text: str) -> None:
        """Say in grey what an empty field means."""
        self._line.setPlaceholderText(text)


class _Growing(QPlainTextEdit):
    """Plain text as high as its lines, between two limits; Tab leaves it, and so does Enter when ``one`` text is
    meant."""

    left = Signal()
    refused = Signal(str)
    """Why a pasted text was not let in."""

    def __init__(self, least: int, most: int, *, one: bool, limit: int) -> None:
        super().__init__()
        self._least, self._most, self._one, self._limit = least, most, one, limit
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes no new line where one text is meant."""
        if self._one and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted or dropped: one line where one is meant; far too much is refused, never cut."""
        text = one_line(source.text()) if self._one else source.text()
        cursor = self.textCursor()
        standing = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        why = refusal(standing + len(text), self._limit)
        if why:
            self.refused.emit(why)
            return
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The user left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Another font: another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        spacing = QFontMetricsF(self.font()).lineSpacing()
        height = ceil(lines * spacing) + 2 * (int(self.document().documentMargin()) + 1) + 1
        full = self.document().size().height() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)


class WrappedLine(Editor):
    """One text that is shown whole over up to three lines, such as a long name; line ends pasted in become spaces when
    it is read."""

    def __init__(self, *, most: int = 3) -> None:
        super().__init__()
        self._text = _Growing(1, most, one=True, limit=kinds.LINE_LIMIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)
        self._text.textChanged.connect(self.edited)
        self._text.left.connect(self.committed)
        self._text.refused.connect(self.refused)

    def typed(self) -> str:
        return str(self._text.toPlainText())

    def fill(self, typed: Typed) -> None:
        self._text.setPlainText(one_text(typed))

    def lock(self, locked: bool) -> None:
        self._text.setReadOnly(locked)


class LongText(Editor):
    """Many lines, and how many letters of ``limit`` they are: quiet at first, an alert above the limit."""

    def __init__(self, *, limit: int = kinds.BLOCK_LIMIT, least: int = 3, most: int = 9, hint: str = "") -> None:
        super().__init__()
        self._limit = limit
        self._text = _Growing(least, most, one=False, limit=limit)
        self._text.setPlaceholderText(hint)
        self._count = QLabel(alignment=Qt.AlignmentFlag.AlignRight)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._text)
        column.addWidget(self._count)
        self.setFocusProxy(self._text)
        self._text.textChanged.connect(self._show_count)
        self._text.textChanged.connect(self.edited)
        self._text.left.connect(self.committed)
        self._text.refused.connect(self.refused)
        self._show_count()

    def typed(self) -> str:
        return str(self._text.toPlainText())

    def fill(self, typed: Typed) -> None:
        self._text.setPlainText(one_text(typed))

    def lock(self, locked: bool) -> None:
        self._text.setReadOnly(locked)

    def _show_count(self) -> None:
        length = len(self._text.toPlainText())
        said = _("{count} of {limit} letters") if length <= self._limit else _("{count} of {limit} letters: too long")
        show = kinds.WHOLE.show
        self._count.setText(said.format(count=show(str(length)), limit=show(str(self._limit))))
        font = self._count.font()
        font.setBold(length > self._limit)
        self._count.setFont(font)
        self._count.setVisible(length > self._limit // 20)
