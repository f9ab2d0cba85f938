"""The commendations of a person, and whether they are an advanced example."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from registry_app.domain.commendation import CommendationRow
from registry_app.domain.dates import show_date
from registry_app.domain.exemplar import ExemplarRow
from registry_app.domain.inside_rules import holds
from registry_app.domain.options import LEVELS, label
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.ui.session import Session
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .records_tab import FormRecords

EDGE = 6


class HonoursTab(FormRecords):
    """The newest first; a row is opened on the page of commendations or of advanced examples."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person: int | None = None
        self._writable = False
        headings = (
            Heading(_("Date"), 10),
            Heading(_("Form of the award"), least=16),
            Heading(_("Body that granted it"), 20),
            Heading(_("Decision no."), 14),
        )
        self.table = RecordTable(_("Commendations"), headings)
        examples = (Heading(_("Since"), 10), Heading(_("Advanced example"), least=16), Heading(_("Decision no."), 14))
        self.examples = RecordTable(_("Advanced example"), examples)
        self.add_button = QPushButton(_("Add a co&mmendation…"))
        self.open_button = QPushButton(_("Op&en…"))
        buttons = QHBoxLayout()
        for button in (self.add_button, self.open_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        rows.addLayout(buttons)
        rows.addWidget(self.table, 2)
        rows.addWidget(self.examples, 1)
        self.table.chosen.connect(lambda _key: self._allow())
        self.table.opened.connect(lambda key: self.row_wanted.emit("commendation", key))
        self.examples.opened.connect(lambda key: self.row_wanted.emit("exemplar", key))
        self.add_button.clicked.connect(self._add)
        self.open_button.clicked.connect(self._open)

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:
        """What that person received, of any time."""
        self._person, self._writable = number, writable
        inside = self._session.registry.inside
        received: list[CommendationRow] = []
        examples: list[ExemplarRow] = []
        if number is not None:
            awards, shelf = inside.commendations, inside.exemplars
            received = awards.window([one.id for one in awards.where("person_id", number)], at)
            examples = shelf.window([one.id for one in shelf.where("person_id", number)], at)
        received.sort(key=lambda row: row.on or "", reverse=True)
        self.table.show_records([_record(row) for row in received])
        self.examples.setVisible(bool(examples))
        self.examples.show_records(
            [
                Record(
                    key=row.id,
                    cells=(show_date(row.valid_from), row.theme or row.reason, row.paper_number),
                    faded=not holds(row, at.on),
                )
                for row in examples
            ]
        )
        self._allow()

    def _allow(self) -> None:
        self.add_button.setEnabled(self._writable and self._person is not None)
        self.open_button.setEnabled(self.table.chosen_key is not None)

    def _open(self) -> None:
        key = self.table.chosen_key
        if key is not None:
            self.row_wanted.emit("commendation", key)

    def _add(self) -> None:
        from registry_app.ui.honours.commend_dialog import CommendDialog

        if self._person is not None:
            CommendDialog.add(self._session, self._person, self.window())


def _record(row: CommendationRow) -> Record:
    granted = row.granted_by or label(LEVELS, row.level)
    return Record(key=row.id, cells=(show_date(row.on), row.form, granted, row.paper_number))
