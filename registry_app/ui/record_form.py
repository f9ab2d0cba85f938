"""What every form of a row does: it shows one row or none, knows whether it holds unsaved work, asks about that once
when it is left, and Escape leads back to the list."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from registry_app.domain.words import N_, _

from . import ask
from .draft import Draft
from .form_foot import FormFoot
from .widgets import marks
from .widgets.prose import Prose

GIVE_UP = N_("Give up what is not saved of “{name}”?")


class RecordForm(QWidget):
    """The caller asks ``may_leave`` before it shows another row. ``nothing`` is said while none is shown."""

    left = Signal()
    """The user wants back to the list, and no unsaved work stands in the way."""
    dirty_changed = Signal(bool)

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft[Any] | None = None
        self._was_dirty = False
        self._foot = FormFoot()
        self._nothing = Prose(nothing, centred=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self._foot.save_wanted.connect(self.save)
        self._foot.give_up_wanted.connect(self.give_up)

    # -- what the form of a kind of row does in its own way --------------------------------------------------------

    def save(self) -> bool:
        """Save what is typed; False when it was refused."""
        raise NotImplementedError

    def show_new(self, base: Any = None) -> None:
        """Show a row that is not in the register yet, like ``base``, with the cursor where typing begins."""
        raise NotImplementedError

    def _show(self, base: Any) -> None:
        """Show ``base``; what was typed before is given up."""
        raise NotImplementedError

    def _read(self, number: int) -> Any:
        """The row as the register has it; None when it has none of that number."""
        raise NotImplementedError

    def _next_to(self, base: Any) -> Any:
        """What a new row begins with that is entered after ``base``."""
        raise NotImplementedError

    def _name(self) -> str:
        """What the row that is shown is called."""
        raise NotImplementedError

    def _show_unsaved(self, unsaved: bool) -> None:
        """Say above the fields whether there is unsaved work."""
        raise NotImplementedError

    # -- which row is shown ----------------------------------------------------------------------------------------

    @property
    def number(self) -> int | None:
        """The number of the row shown; None when none is, or a new one."""
        return (int(self._draft.base.id) or None) if self._draft else None

    @property
    def is_dirty(self) -> bool:
        """Whether anything is typed that is not saved."""
        return self._draft is not None and self._draft.is_dirty

    @property
    def is_new(self) -> bool:
        """Whether a row is shown that is not in the register yet."""
        return self._draft is not None and self._draft.is_new

    def show_row(self, number: int | None) -> None:
        """Show that row as the register has it, None for none; what was typed before is given up."""
        found = None if number is None else self._read(number)
        if found is not None:
            self._show(found)
            return
        self._draft = None
        self._stack.setCurrentWidget(self._nothing)
        self._tell_dirty()

    def step_to(self, number: int) -> None:
        """Show that row after another one was saved: what was said of that save stays to be read."""
        said = self._foot.said
        self.show_row(number)
        self._foot.say(*said)

    def give_up(self) -> None:
        """Show again what the register holds, or nothing in place of a new row that was not typed."""
        if self._draft is None:
            return
        if self._draft.is_new:
            self._show(self._draft.base)
        else:
            self.show_row(self.number)

    def save_and_new(self) -> bool:
        """Save, then begin another row beside it."""
        if not self.save() or self._draft is None:
            return False
        said, base = self._foot.said, self._draft.base
        self.show_new(self._next_to(base))
        self._foot.say(*said)
        return True

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty
        self._show_unsaved(dirty)
        self._foot.allow(save=dirty or self.is_new, give_up=dirty)
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)

    # -- what is said, and leaving ---------------------------------------------------------------------------------

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
