"""Several names picked from a list or typed: a chip each, and a box for the next one. Lines that are pasted are a name
each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from registry_app.domain import kinds
from registry_app.domain.cleaning import line
from registry_app.domain.vietnamese import fold

from .chip import Chip
from .editor import Editor, Typed
from .flow import FlowLayout
from .matching import same_name
from .picker import NameBox

BETWEEN = ";"
NEXT_LETTERS = 6
"""What the box for the next name has room for at least: it stands beside the chips where it can."""
STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The user is still at the field: a list opened over it, or another window came to the front."""


class MultiPicker(Editor):
    """Enter, ";" or leaving the box makes a chip of what was typed there; it counts as typed before that, too."""

    def __init__(self, names: Sequence[str] = (), *, hint: str = "") -> None:
        super().__init__()
        self._chips: list[Chip] = []
        self._locked = False
        self._box = NameBox()
        self._box.setMinimumContentsLength(NEXT_LETTERS)
        self._box.text_line.setPlaceholderText(hint)
        self._box.text_line.between = f"{BETWEEN} "
        self._box.text_line.limit = kinds.BLOCK_LIMIT
        self._box.offer(names)
        self._box.setCurrentIndex(-1)
        self._flow = FlowLayout(self, fills=True)
        self._flow.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self._box)
        self._box.editTextChanged.connect(self._typing)
        self._box.activated.connect(lambda _row: self._take())
        self._box.suggestions.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._box.text_line.installEventFilter(self)
        self._box.text_line.refused.connect(self.refused)

    def typed(self) -> tuple[str, ...]:
        waiting = [line(part) for part in self._box.currentText().split(BETWEEN)]
        return (*(chip.name for chip in self._chips), *(part for part in waiting if part))

    def fill(self, typed: Typed) -> None:
        for chip in self._chips:
            self._drop(chip)
        self._chips.clear()
        self._box.setEditText("")
        for name in typed.split(BETWEEN) if isinstance(typed, str) else typed:
            self._add(name)
        self._rearrange()

    def lock(self, locked: bool) -> None:
        self._locked = locked
        self._box.setVisible(not locked or not self._chips)
        self._box.setEnabled(not locked)
        for chip in self._chips:
            chip.lock(locked)
        self._rearrange()

    def offer(self, names: Sequence[str]) -> None:
        """Offer ``names`` from now on; chips learn whether their name is a new one."""
        if tuple(names) == self._box.names:
            return
        chosen = tuple(chip.name for chip in self._chips)
        waiting = self._box.currentText()
        self._box.offer(names)
        blocked = self.blockSignals(True)
        self.fill(chosen)
        self._box.setEditText(waiting)
        self.blockSignals(blocked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what was typed, Left at the start of the box goes to the last chip, leaving takes it too."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYING:
            self._take()
            self.committed.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._box.currentText():
                self._take()
                return True
            if event.key() == Qt.Key.Key_Left and self._chips and not self._box.text_line.cursorPosition():
                self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _typing(self, text: str) -> None:
        if BETWEEN in text:
            self._take()
        self.edited.emit()

    def _take(self) -> None:
        """Make chips of what stands in the box."""
        names = [part for part in (line(part) for part in self._box.currentText().split(BETWEEN)) if part]
        if not names and not self._box.currentText():
            return
        self._box.setCurrentIndex(-1)
        self._box.setEditText("")
        for name in names:
            self._add(name)
        self._rearrange()
        self.edited.emit()
        self.committed.emit()

    def _add(self, name: str) -> None:
        clean = line(name)
        known = same_name(clean, self._box.names)
        wanted = known or clean
        if not wanted or fold(wanted) in {fold(chip.name) for chip in self._chips}:
            return
        chip = Chip(wanted, new=known is None)
        chip.lock(self._locked)
        chip.removed.connect(self._remove)
        chip.moved.connect(lambda step, chip=chip: self._move(chip, step))
        self._flow.put(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()

    def _remove(self, name: str) -> None:
        chip = next(chip for chip in self._chips if chip.name == name)
        self._chips.remove(chip)
        self._drop(chip)
        self._box.setFocus()
        self._rearrange()
        self.edited.emit()
        self.committed.emit()

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _move(self, chip: Chip, step: int) -> None:
        place = self._chips.index(chip) + step
        if place >= len(self._chips):
            self._box.setFocus()
        elif place >= 0:
            self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rearrange(self) -> None:
        self._flow.invalidate()
        self.updateGeometry()
