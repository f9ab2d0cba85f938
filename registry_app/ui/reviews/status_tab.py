"""The statuses of one model, from when on and why: nothing is ever taken away, a correction is a new change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId
from registry_app.domain.options import STATUS_KINDS, label
from registry_app.domain.review import StatusChange
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.reading import Reading
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .status_dialog import StatusDialog


class StatusTab(QWidget):
    """Shows ``details.statuses``; writes only through the dialog."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "status")
        self._session = session
        self._model: ModelId | None = None
        self._lists = Lists()
        self._changes: dict[int, StatusChange] = {}
        headings = (Heading(_("From"), 10), Heading(_("Status"), 18), Heading(_("Reason"), least=14))
        self.table = RecordTable(_("Changes of status"), headings)
        self.text = Reading(_("Reason and paper of the chosen change"))
        self.change_button = QPushButton(_("&Change status…"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.change_button)
        buttons.addStretch(1)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.table)
        halves.addWidget(self.text)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(buttons)
        self._rows.addWidget(halves, 1)
        self.table.chosen.connect(self._show_one)
        self.change_button.clicked.connect(self._ask)
        self.show_details(None, Lists(), writable=False)

    def put_first(self, widget: QWidget) -> None:
        """Put ``widget`` over all that is here."""
        self._rows.insertWidget(0, widget)

    def show_details(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the changes of a model, the latest first; None shows none."""
        self._model = details.row.id if details else None
        self._lists = lists
        self._changes = {change.id: change for change in details.statuses} if details else {}
        self.change_button.setEnabled(writable and self._model is not None)
        self.table.show_records([self._record(change) for change in self._changes.values()])

    def _record(self, change: StatusChange) -> Record:
        status = self._lists.statuses[change.status_id]
        icon = marks.icon(marks.STATUS[status.kind], self)
        return Record(key=change.id, cells=(show_date(change.on), status.name, change.reason), icon=icon, icon_at=1)

    def _show_one(self, key: int | None) -> None:
        change = self._changes.get(key) if key is not None else None
        if change is None:
            self.text.show_parts("", ())
            return
        kind = label(STATUS_KINDS, self._lists.statuses[change.status_id].kind)
        parts = [
            (_("Kind of status"), kind),
            (_("Reason"), change.reason),
            (_("Number of the paper"), change.paper_number),
        ]
        self.text.show_parts("", parts)

    def _ask(self) -> None:
        if self._model is not None:
            StatusDialog.change(self._session, [self._model], self.window())
