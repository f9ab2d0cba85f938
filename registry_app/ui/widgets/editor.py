"""What every field editor can do: hold what is typed, say that it changed, be filled and be locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

Typed = str | tuple[str, ...]
"""What stands in an editor: a text as typed or the key of a choice; names where there may be several."""


class Editor(QWidget):
    """One field. Nothing is checked or normalised while it is being typed."""

    edited = Signal()
    """What is typed changed, by the user or by ``fill``."""
    committed = Signal()
    """The user left the field or chose from it."""
    refused = Signal(str)
    """Why what was to be pasted was not let in."""

    def typed(self) -> Typed:
        """What stands here now."""
        raise NotImplementedError

    def fill(self, typed: Typed) -> None:
        """Show ``typed`` in place of what stands here."""
        raise NotImplementedError

    def lock(self, locked: bool) -> None:
        """Let the user read only, or write again."""
        raise NotImplementedError

    @property
    def control(self) -> QWidget:
        """The widget that takes the focus: it has the label's mnemonic and the accessible name."""
        return self.focusProxy() or self


def one_text(typed: Typed) -> str:
    """``typed`` as one text."""
    return typed if isinstance(typed, str) else "; ".join(typed)
