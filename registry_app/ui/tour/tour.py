"""The tour: the window is dimmed but for the part that a bubble points at; five steps that can be left at any time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPolygon,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.ui.widgets.prose import Prose

from .steps import STEPS

DIM = QColor(0, 0, 0, 130)
AROUND, GAP = 4, 14
WIDTH = 44
"""Of the bubble, average letters."""
ONWARDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Space)
Part = Callable[[], QRect]
"""Where a part of the window is now, in the window's own pixels; an empty one when it is not to be seen."""


class Tour(QWidget):
    """Lies over the whole window while it lasts, and has the keyboard: Enter or → goes on, ← back, Esc leaves."""

    def __init__(self, window: QWidget, parts: Mapping[str, Part]) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self._before = window.focusWidget()
        self._number = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bubble = _Bubble(self)
        self._bubble.onwards.clicked.connect(self.go_on)
        self._bubble.back.clicked.connect(self.go_back)
        self._bubble.leave.clicked.connect(self.leave)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._show_step()

    @classmethod
    def start(cls, window: QWidget, parts: Mapping[str, Part]) -> "Tour":
        """Begin the tour of ``window``; one that runs begins anew."""
        for old in window.findChildren(cls):
            old.leave()
        return cls(window, parts)

    @property
    def number(self) -> int:
        """Which step is shown, from 0."""
        return self._number

    @property
    def said(self) -> str:
        """What the bubble says."""
        return self._bubble.accessibleName()

    def go_on(self) -> None:
        """To the next step; after the last one the tour ends."""
        if self._number + 1 == len(STEPS):
            self.leave()
            return
        self._number += 1
        self._show_step()

    def go_back(self) -> None:
        """To the step before."""
        self._number = max(0, self._number - 1)
        self._show_step()

    def leave(self) -> None:
        """End the tour; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus()

    def event(self, event: QEvent) -> bool:
        """No key of a command counts while the tour lasts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing else reaches the window while the tour lasts."""
        if event.key() in ONWARDS:
            self.go_on()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self.go_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the bubble goes on."""
        self.go_on()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim all but the part, and frame it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = QPainterPath()
            around.addRect(self.rect())
            part = QPainterPath()
            part.addRoundedRect(self._part, 5, 5)
            painter.fillPath(around - part, DIM)
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawPath(part)
            painter.setBrush(self._bubble.palette().color(QPalette.ColorRole.Window))
            painter.drawPath(self._outline())

    def _outline(self) -> QPainterPath:
        """Around the bubble and its pointer: without it a dark bubble is lost on the dimmed window."""
        bubble, pointer = QPainterPath(), QPainterPath()
        bubble.addRect(self._bubble.geometry().adjusted(-1, -1, 0, 0))
        pointer.addPolygon(QPolygonF(self._pointer()))
        pointer.closeSubpath()
        return bubble.united(pointer)

    def _pointer(self) -> QPolygon:
        """A triangle from the bubble towards the part."""
        part, bubble, half = self._part, self._bubble.geometry(), GAP - 2
        if not part.isValid():
            return QPolygon()
        x = min(max(part.center().x(), bubble.left() + 2 * half), bubble.right() - 2 * half)
        y = min(max(part.center().y(), bubble.top() + 2 * half), bubble.bottom() - 2 * half)
        if bubble.top() > part.bottom():
            corners = ((x - half, bubble.top()), (x + half, bubble.top()), (x, bubble.top() - half))
        elif bubble.left() > part.right():
            corners = ((bubble.left(), y - half), (bubble.left(), y + half), (bubble.left() - half, y))
        elif bubble.right() < part.left():
            corners = ((bubble.right(), y - half), (bubble.right(), y + half), (bubble.right() + half, y))
        else:
            corners = ((x - half, bubble.bottom()), (x + half, bubble.bottom()), (x, bubble.bottom() + half))
        return QPolygon([QPoint(*corner) for corner in corners])

    @property
    def _part(self) -> QRect:
        found = self._parts[STEPS[self._number].part]()
        return found.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(self.rect()) if found.isValid() else QRect()

    def _show_step(self) -> None:
        self._bubble.show_step(self._number)
        self.setAccessibleName(self.said)
        self._place()
        self.setFocus()
        self.update()

    def _place(self) -> None:
        """Beside the part: below, above, right or left of it, where there is room; else in the middle."""
        self._bubble.adjustSize()
        size, part = self._bubble.size(), self._part
        left = min(max(part.left(), GAP), self.width() - size.width() - GAP)
        top = min(max(part.top(), GAP), self.height() - size.height() - GAP)
        if not part.isValid():
            place = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        elif part.bottom() + GAP + size.height() < self.height():
            place = QPoint(left, part.bottom() + GAP)
        elif part.right() + GAP + size.width() < self.width():
            place = QPoint(part.right() + GAP, top)
        elif part.left() - GAP - size.width() > 0:
            place = QPoint(part.left() - GAP - size.width(), top)
        else:
            place = QPoint(left, max(GAP, part.top() - GAP - size.height()))
        self._bubble.move(place)
        self.update()


class _Bubble(QFrame):
    """Title, words, how far one is, and three buttons that the keyboard need not reach."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title, self._words, self._far = QLabel(), Prose(quiet=False), Prose()
        self._far.setWordWrap(False)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        width = self.fontMetrics().averageCharWidth() * WIDTH
        self._words.setFixedWidth(width)
        self.leave, self.back, self.onwards = QPushButton(_("&Leave")), QPushButton(_("&Back")), QPushButton()
        row = QHBoxLayout()
        row.addWidget(self._far, 1)
        for button in (self.leave, self.back, self.onwards):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addLayout(row)

    def show_step(self, number: int) -> None:
        """Say the step of that number."""
        step = STEPS[number]
        far = _("Step {number} of {count}").format(number=number + 1, count=len(STEPS))
        self._title.setText(_(step.title))
        self._words.setText(_(step.text))
        self._words.setMinimumHeight(self._words.heightForWidth(self._words.width()))
        self._far.setText(far)
        self.back.setEnabled(number > 0)
        self.onwards.setText(_("&Done") if number + 1 == len(STEPS) else _("&Next"))
        self.setAccessibleName(f"{far}. {_(step.title)}. {_(step.text)}")
