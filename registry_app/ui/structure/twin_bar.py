"""Asks whether somebody who is being typed is in the register already: one question at a time, under the table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.person import PersonRow
from registry_app.domain.twins import REASONS, Twin
from registry_app.domain.words import _
from registry_app.operations import twins
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel

from .sheet import Line, Sheet

ASKED_OF = frozenset(("name", "born", "id_number", "phone"))
"""A cell that was left in another column gives no new reason to ask."""


class TwinBar(QWidget):
    """Hidden while there is nothing to ask."""

    taken = Signal(int, object)
    """The row, and the PersonRow that it is."""
    declined = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._waiting: list[tuple[Line, Twin]] = []
        self._sheet: Sheet | None = None
        self._label = MarkedLabel()
        self.same_button, self.other_button = QPushButton(_("&Use this person")), QPushButton(_("Some&body else"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        for button in (self.same_button, self.other_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.same_button.clicked.connect(self._same)
        self.other_button.clicked.connect(self._other)
        self.hide()

    @property
    def question(self) -> str:
        """What is asked; "" when nothing is."""
        return self._label.text

    def look(self, sheet: Sheet, *lines: Line) -> None:
        """Look for somebody who may be the person of each new line of ``lines``."""
        found = {}
        for one in lines:
            if one.is_new and not one.is_blank and one.person is None:
                told = {name: one.texts.get(name, "") for name in ASKED_OF}
                found[id(one)] = twins.likely(self._session.registry, told)
        self.ask_about(sheet, [(one, found.get(id(one), ())) for one in lines])

    def ask_about(self, sheet: Sheet, found: Sequence[tuple[Line, Sequence[Twin]]]) -> None:
        """Ask about lines for which somebody was found already; nothing more about those that are nobody's."""
        self._sheet = sheet
        again = {id(one) for one, _twins in found}
        self._waiting = [pair for pair in self._waiting if id(pair[0]) not in again]
        for one, likely in found:
            self._waiting += [(one, twin) for twin in likely if twin.person.id not in one.others][:1]
        self.ask()

    def clear(self) -> None:
        """Ask nothing."""
        self._waiting = []
        self.ask()

    def ask(self) -> None:
        """Ask the next question, if there is one."""
        there = {id(one) for one in self._sheet.lines} if self._sheet else set()
        self._waiting = [pair for pair in self._waiting if id(pair[0]) in there]
        self.setVisible(bool(self._waiting))
        if not self._waiting or self._sheet is None:
            self._label.clear()
            return
        one, twin = self._waiting[0]
        text = _("Line {row}: is this {person}? ({reasons})")
        reasons = "; ".join(str(reason) for reason in REASONS if reason.key in twin.reasons)
        row = self._sheet.place(one) + 1
        self._label.say(text.format(row=row, person=named(twin.person), reasons=reasons), marks.NOTICE)

    def _same(self) -> None:
        one, twin = self._waiting.pop(0)
        if self._sheet is not None:
            self.taken.emit(self._sheet.place(one), twin.person)
        self.ask()

    def _other(self) -> None:
        one, twin = self._waiting.pop(0)
        one.others.add(twin.person.id)
        if self._sheet is not None:
            self.look(self._sheet, one)
        self.declined.emit()


def named(person: PersonRow) -> str:
    """A person as one asks about them: code, name, year of birth, team."""
    parts = [f"{person.code} {person.name}"]
    if person.born:
        parts.append(_("born {born}").format(born=show_date(person.born)))
    return ", ".join([*parts, *person.teams[:1]])
