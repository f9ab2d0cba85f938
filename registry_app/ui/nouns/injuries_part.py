"""Below the courses of a person: when they were wounded on duty."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.force import Injured
from registry_app.domain.words import _
from registry_app.operations import injuries
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable


class InjuriesPart(QWidget):
    """Adds, changes and takes away through a dialog; undo brings back. The table is there once it has rows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person: int | None = None
        self._writable = False
        self._found: dict[int, Injured] = {}
        self.table = RecordTable(_("Wounded on duty"), (Heading(_("Date"), 10), Heading(_("Notes"), least=18)))
        self.add_button = QPushButton(_("Add w&ounded on duty…"))
        self.remove_button = QPushButton(_("Delet&e"))
        buttons = QHBoxLayout()
        for button in (self.add_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._label = Prose(_("Wounded on duty:"), quiet=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._label)
        rows.addWidget(self.table)
        rows.addLayout(buttons)
        self.table.chosen.connect(lambda _key: self._allow())
        self.table.opened.connect(lambda _key: self._edit())
        self.add_button.clicked.connect(lambda: self._ask(Injured()))
        self.remove_button.clicked.connect(self._remove)

    def show_for(self, number: int | None, *, writable: bool) -> None:
        """What that person has, the newest first."""
        self._person, self._writable = number, writable
        found = [] if number is None else injuries.injuries(self._session.registry, number)
        self._found = {one.id: one for one in reversed(found)}
        self.table.show_records(
            [Record(key=one.id, cells=(show_date(one.on), one.notes)) for one in self._found.values()]
        )
        for widget in (self._label, self.table, self.remove_button):
            widget.setVisible(bool(self._found))
        self._allow()

    def _allow(self) -> None:
        self.add_button.setEnabled(self._writable and self._person is not None)
        self.remove_button.setEnabled(self._writable and self.table.chosen_key is not None)

    def _edit(self) -> None:
        key = self.table.chosen_key
        if key is not None and self._writable:
            self._ask(self._found[key])

    def _ask(self, injury: Injured) -> None:
        from .injury_dialog import InjuryDialog

        if self._person is not None:
            InjuryDialog.write(self._session, self._person, injury, self.window())

    def _remove(self) -> None:
        key = self.table.chosen_key
        if key is not None:
            self._session.run(injuries.remove, [key])
