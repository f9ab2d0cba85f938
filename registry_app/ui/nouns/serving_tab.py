"""In which teams a person serves and served, and which households they head."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.household import HouseholdRow
from registry_app.domain.inside_rules import holds
from registry_app.domain.membership import MemberRow
from registry_app.domain.options import END_REASONS, label
from registry_app.domain.search import Moment
from registry_app.domain.words import _
from registry_app.operations import people_shown
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .records_tab import FormRecords

EDGE = 6


class ServingTab(FormRecords):
    """Those of the day first, then the newest."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person: int | None = None
        self._writable = False
        self._rows: dict[int, MemberRow] = {}
        self.table = RecordTable(
            _("Memberships"),
            (
                Heading(_("Team"), least=16),
                Heading(_("Role"), 11),
                Heading(_("From"), 10),
                Heading(_("Ended on"), 10),
                Heading(_("Model"), 26),
                Heading(_("Reason of the end"), 16),
            ),
        )
        self.households = RecordTable(
            _("Households headed"), (Heading(_("Code"), 9), Heading(_("Address"), least=16), Heading(_("Team"), 20))
        )
        self.join_button = QPushButton(_("&Join a team…"))
        self.end_button = QPushButton(_("En&d…"))
        self.open_button = QPushButton(_("Open the t&eam…"))
        self._lay_out()
        self.table.chosen.connect(lambda _key: self._allow())
        self.table.opened.connect(self._open)
        self.households.opened.connect(lambda key: self.row_wanted.emit("household", key))
        self.join_button.clicked.connect(self._join)
        self.end_button.clicked.connect(self._end)
        self.open_button.clicked.connect(lambda: self._open(self.table.chosen_key))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.join_button, self.end_button, self.open_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addLayout(buttons)
        above.addWidget(self.table)
        self._lower = QWidget()
        below = QVBoxLayout(self._lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(Prose(_("Head of these households:"), quiet=False))
        below.addWidget(self.households)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(upper)
        halves.addWidget(self._lower)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        rows.addWidget(halves)

    def show_for(self, number: int | None, at: Moment, *, writable: bool) -> None:
        """All memberships of that person, and the households of now and before."""
        self._person, self._writable = number, writable
        inside = self._session.registry.inside
        members: Sequence[MemberRow] = ()
        households: Sequence[HouseholdRow] = ()
        if number is not None:
            members = inside.members.window([one.id for one in inside.members.where("person_id", number)], at)
            households = inside.households.window([one.id for one in inside.households.where("head_id", number)], at)
        newest = sorted(members, key=lambda row: row.valid_from or "", reverse=True)
        ordered = sorted(newest, key=lambda row: not holds(row, at.on))
        self._rows = {row.id: row for row in ordered}
        self.table.show_records([_record(row, at) for row in ordered])
        self._lower.setVisible(bool(households))
        self.households.show_records(
            [
                Record(
                    key=row.id,
                    cells=(row.code, row.address, row.team),
                    faded=not holds(row, at.on),
                    named={1: people_shown.in_cell("household", row, "address")} if row.address else {},
                )
                for row in households
            ]
        )
        self._allow()

    def _allow(self) -> None:
        row = self._chosen
        self.join_button.setEnabled(self._writable and self._person is not None)
        self.end_button.setEnabled(self._writable and row is not None and not row.valid_to)
        self.open_button.setEnabled(row is not None)

    @property
    def _chosen(self) -> MemberRow | None:
        key = self.table.chosen_key
        return None if key is None else self._rows.get(key)

    def _open(self, key: int | None) -> None:
        if key in self._rows:
            self.row_wanted.emit("team", self._rows[key].team_id)

    def _end(self) -> None:
        from .ending import end

        row = self._chosen
        if row is not None:
            end(self._session, "membership", [row.id], self.window())

    def _join(self) -> None:
        from .join_dialog import JoinDialog

        if self._person is not None:
            JoinDialog.join(self._session, self._person, self.window())


def _record(row: MemberRow, at: Moment) -> Record:
    until = show_date(row.valid_to) if row.valid_to else ""
    since = show_date(row.valid_from) if row.valid_from else ""
    cells = (row.team, row.role, since, until, row.model, label(END_REASONS, row.end_reason))
    return Record(key=row.id, cells=cells, faded=not holds(row, at.on))
