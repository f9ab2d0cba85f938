"""What is to be done today in the open register: counts that open their view, urgent models, other registers."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.operations.today import today
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .due_lines import DueLines
from .urgent_list import UrgentList

FEW = 4
LARGER = 1.3
LEFT_LETTERS = 44
"""How wide the left side is at most, average letters."""


class OverviewPage(QWidget):
    """Looks only while it is seen: what changed meanwhile is looked up when it is shown."""

    view_wanted = Signal(str)
    model_wanted = Signal(object)
    recent_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "review")
        self._session = session
        self._title = _heading("")
        self.lines = DueLines()
        self.urgent = UrgentList()
        self._recent_head = _heading(_("Other registers opened lately"))
        self._recent = QVBoxLayout()
        self._whole = QPushButton(_("Show the whole &list"))
        self._lay_out()
        self.lines.view_wanted.connect(self.view_wanted)
        self._whole.clicked.connect(lambda: self.view_wanted.emit("all"))
        self.urgent.model_wanted.connect(self.model_wanted)
        session.changed.connect(lambda _changes: self._look_if_seen())
        session.opened.connect(self._look_if_seen)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMaximumWidth(self.fontMetrics().averageCharWidth() * LEFT_LETTERS)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._title)
        left.addSpacing(6)
        left.addWidget(self.lines)
        left.addSpacing(6)
        left.addWidget(self._whole)
        left.addSpacing(24)
        left.addWidget(self._recent_head)
        left.addLayout(self._recent)
        left.addStretch(1)
        hint = Prose(_("Enter opens the model."))
        hint.setWordWrap(False)
        right = QVBoxLayout()
        right.setSpacing(left.spacing())
        right.addWidget(_heading(_("The most urgent models")))
        right.addSpacing(6)
        right.addWidget(self.urgent, 1)
        right.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 18, 24, 12)
        row.setSpacing(24)
        row.addWidget(side, 2)
        row.addLayout(right, 5)

    def look_again(self) -> None:
        """Look up what is to be done now."""
        if not self._session.is_open or self._session.is_lent:
            return
        found = today(self._session.registry, self._session.moment)
        self._title.setText(_("Today, {day}").format(day=f"{found.at.on:%d/%m/%Y}"))
        self.lines.show_counts(found.counts, found.at.within, found.unasked)
        self.urgent.show_urgent(found.urgent)

    def show_recent(self, registers: Sequence[str]) -> None:
        """Offer the registers opened lately but for the one that is open; those that are gone are left out."""
        while item := self._recent.takeAt(0):
            if old := item.widget():
                old.hide()
                old.setParent(None)
                old.deleteLater()
        here = self._session.registry.path if self._session.is_open else None
        others = [path for path in map(Path, registers) if path != here and path.is_file()]
        self._recent_head.setVisible(bool(others))
        for path in others[:FEW]:
            button = QPushButton(f"{path.name} – {path.parent.name}".replace("&", "&&"))
            button.setToolTip(str(path))
            button.setAccessibleName(path.name)
            button.setStyleSheet("text-align: left; padding: 6px 10px;")
            button.clicked.connect(lambda _checked=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(button)

    def go(self) -> None:
        """Put the keyboard where the work is."""
        self.lines.button("overdue").setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been out of sight for long."""
        self.look_again()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: marks in other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.look_again()

    def _look_if_seen(self) -> None:
        if self.isVisible():
            self.look_again()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * LARGER)
    label.setFont(font)
    return label
