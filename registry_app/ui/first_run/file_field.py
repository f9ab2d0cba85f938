"""The editor of a file that is to be made: its path as text, and a button that looks for a folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from registry_app.domain.words import N_, _
from registry_app.ui import ask
from registry_app.ui.widgets.editor import Editor, Typed
from registry_app.ui.widgets.lines import OneLine

from . import place

PATTERN = N_("Registers (*.registry);;All files (*)")


class FileField(Editor):
    """``chosen_by_hand`` comes when the user wrote or chose a path: a suggestion takes its place no longer."""

    chosen_by_hand = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = OneLine()
        self._browse = QPushButton(_("&Browse…"))
        self._browse.setAutoDefault(False)
        self._browse.setAccessibleName(_("Choose where the file shall lie"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self._browse)
        self.setFocusProxy(self._line.control)
        self._filling = False
        self._line.edited.connect(self._edited)
        self._line.committed.connect(self.committed)
        self._browse.clicked.connect(self._look)

    def typed(self) -> str:
        return self._line.typed()

    def fill(self, typed: Typed) -> None:
        self._filling = True
        self._line.fill(typed)
        self._filling = False

    def lock(self, locked: bool) -> None:
        self._line.lock(locked)
        self._browse.setEnabled(not locked)

    def _edited(self) -> None:
        if not self._filling:
            self.chosen_by_hand.emit()
        self.edited.emit()

    def _look(self) -> None:
        start = place.typed_path(self.typed() or place.suggested("", place.documents()).name, place.documents())
        found = ask.choose_save(self, _("Where the register is kept"), Path(start), _(PATTERN))
        if found is not None:
            self.fill(str(found))
            self.chosen_by_hand.emit()
            self.committed.emit()
