"""Which row stands in the form of a noun's page: the one at which the list's cursor is, or a new one."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from registry_app.domain.search import Search
from registry_app.domain.words import _

from .form import NounForm
from .narrowing import NounNarrowing
from .table import NounTable


class Turning(QObject):
    """Unsaved work is asked about before another row is shown."""

    turned = Signal()
    """Another row is in the form, or the same one otherwise."""

    def __init__(self, table: NounTable, form: NounForm, narrowing: NounNarrowing, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._form, self._narrowing = table, form, narrowing
        self._before: int | None = None
        table.current_changed.connect(self._go_to)
        table.opened.connect(form.fields.go_to_first)
        form.saved.connect(self._saved)
        form.left.connect(self._return)
        narrowing.search_box.left_downwards.connect(self.go_to_list)

    def show(self, number: int) -> None:
        """Show that row in the form."""
        self._form.show_row(number)
        self.turned.emit()

    def find(self, number: int) -> None:
        """Choose that row in the list; where what is asked for hides it, all are asked for."""
        if not self._table.choose(number):
            self._narrowing.show_search(Search())
            self._table.choose(number)

    def show_new(self, base: Any) -> None:
        """Show a new row like ``base``; the list has none chosen."""
        self._before = self._table.current
        self._table.choose(None)
        self._form.show_new(base)
        self.turned.emit()

    def save_and_next(self) -> bool:
        """Save what is in the form and show the next row of the list; after a new one begin another."""
        if self._form.is_new:
            done = self._form.save_and_new()
            if done:
                self._table.choose(None)
                self.turned.emit()
            return done
        following = self._table.after(self._table.current)
        if not self._form.save():
            return False
        if following is None or not self._table.choose(following):
            self._form.say_done(_("This is the last row of the list."))
            return True
        self._form.step_to(following)
        self.turned.emit()
        return True

    def go_to_list(self) -> None:
        """Put the keyboard into the list."""
        if self._table.current is None:
            self._table.choose_first()
        self._table.setFocus()

    def _return(self) -> None:
        """Escape in the form: back to the list, and from a new row to the one that was shown before it."""
        if self._form.is_new and self._before is not None and self._table.choose(self._before):
            self.show(self._before)
        self.go_to_list()

    def _go_to(self, number: int | None) -> None:
        """Another row became current: show it, unless there is unsaved work – then ask, once the mouse is up."""
        if number is None or number == self._form.number:
            return
        if self._form.is_dirty:
            QTimer.singleShot(0, self, lambda: self._leave_for(number))
        else:
            self.show(number)

    def _leave_for(self, number: int) -> None:
        if self._table.current != number:
            return
        if self._form.may_leave():
            self._table.choose(number)
            self.show(number)
        else:
            self._table.choose(self._form.number)

    def _saved(self, number: int) -> None:
        self.find(number)
        self.turned.emit()
