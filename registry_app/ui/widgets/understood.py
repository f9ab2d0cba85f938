"""A line whose words are read as something – a figure, a period – with what was understood in grey below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from .editor import Editor, Typed
from .lines import OneLine
from .prose import Prose


class Understood(Editor):
    """``says`` answers what is typed with what it means, "" while it means nothing yet; nothing is written into the
    line."""

    def __init__(self, says: Callable[[str], str], *, hint: str = "") -> None:
        super().__init__()
        self._says = says
        self._line = OneLine(hint=hint)
        self._meaning = Prose()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._line)
        column.addWidget(self._meaning)
        self.setFocusProxy(self._line.control)
        self._line.edited.connect(self._show)
        self._line.edited.connect(self.edited)
        self._line.committed.connect(self.committed)
        self._line.refused.connect(self.refused)
        self._show()

    def typed(self) -> str:
        return self._line.typed()

    @property
    def meaning(self) -> str:
        """What was understood, as it reads now."""
        return str(self._meaning.text())

    def fill(self, typed: Typed) -> None:
        self._line.fill(typed)

    def lock(self, locked: bool) -> None:
        self._line.lock(locked)

    def _show(self) -> None:
        meaning = self._says(self._line.typed())
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
