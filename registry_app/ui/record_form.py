"""What every form of a row does when it is left: unsaved work is asked about once, Escape leads back to the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from registry_app.domain.words import N_, _

from . import ask
from .form_foot import FormFoot
from .widgets import marks

GIVE_UP = N_("Give up what is not saved of “{name}”?")


class RecordForm(QWidget):
    """The caller asks ``may_leave`` before it shows another row."""

    left = Signal()
    """The user wants back to the list, and no unsaved work stands in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foot = FormFoot()

    @property
    def is_dirty(self) -> bool:
        """Whether anything is typed that is not saved."""
        raise NotImplementedError

    def save(self) -> bool:
        """Save what is typed; False when it was refused."""
        raise NotImplementedError

    def give_up(self) -> None:
        """Show again what the register holds."""
        raise NotImplementedError

    def _name(self) -> str:
        """What the row that is shown is called."""
        raise NotImplementedError

    @property
    def notice(self) -> str:
        """What the line under the fields says."""
        return self._foot.notice

    def say_done(self, text: str) -> None:
        """Say ``text`` after what is said already."""
        self._foot.say(f"{self.notice} {text}".strip(), marks.DONE)

    def may_leave(self, question: str = N_("“{name}” has changes that are not saved.")) -> bool:
        """Whether another row may be shown: asks once what is to become of unsaved work. ``question`` is marked."""
        if not self.is_dirty:
            return True
        answer = ask.save_discard_stay(self, _(question).format(name=self._name()))
        if answer == "save":
            return self.save()
        if answer == "discard":
            self.give_up()
        return answer == "discard"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape: back to the list, after asking once about unsaved work. Popups and lists took their own before."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.may_leave(GIVE_UP):
            self.left.emit()
