"""The statuses of one model and what was decided about it, from when on and why: nothing is ever taken away, a
correction is a new change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId
from registry_app.domain.nouns import NOUNS
from registry_app.domain.options import DECISIONS, STATUS_KINDS, label
from registry_app.domain.review import StatusChange
from registry_app.domain.words import _
from registry_app.operations.details import Details
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.flow import FlowLayout
from registry_app.ui.widgets.reading import Reading
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .status_dialog import StatusDialog

if TYPE_CHECKING:
    from registry_app.operations.decided import DecisionShown


class StatusTab(QWidget):
    """Shows ``details.statuses`` and ``details.decisions``; writes only through the dialogs."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "status")
        self._session = session
        self._model: ModelId | None = None
        self._lists = Lists()
        self._changes: dict[int, StatusChange] = {}
        self._decisions: dict[int, DecisionShown] = {}
        headings = (Heading(_("From"), 10), Heading(_("Status, decision"), 18), Heading(_("Reason"), least=14))
        self.table = RecordTable(_("Changes of status and decisions"), headings)
        self.text = Reading(_("Reason and paper of the chosen change"))
        self.change_button = QPushButton(_("&Change status…"))
        self.decide_button = QPushButton(_("Dec&ide…"))
        self.decide_button.setToolTip(
            _("Keep, strengthen, replicate, merge, pause or end, with the paper that says so")
        )
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.addWidget(self.change_button)
        line.addWidget(self.decide_button)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.table)
        halves.addWidget(self.text)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(buttons)
        self._rows.addWidget(halves, 1)
        self.table.chosen.connect(self._show_one)
        self.change_button.clicked.connect(self._ask)
        self.decide_button.clicked.connect(self._decide)
        self.show_details(None, Lists(), writable=False)

    def put_first(self, widget: QWidget) -> None:
        """Put ``widget`` over all that is here."""
        self._rows.insertWidget(0, widget)

    def show_details(self, details: Details | None, lists: Lists, *, writable: bool) -> None:
        """Show the changes of a model, the latest first; None shows none."""
        self._model = details.row.id if details else None
        self._lists = lists
        self._changes = {change.id: change for change in details.statuses} if details else {}
        self._decisions = {-one.decision.id: one for one in details.decisions} if details else {}
        ended = details is not None and details.row.status_kind == "ended"
        self.change_button.setEnabled(writable and self._model is not None)
        self.decide_button.setEnabled(writable and self._model is not None and not ended)
        dated = [(change.on, self._record(change)) for change in self._changes.values()]
        dated += [(one.decision.on, _decided(one, self._model)) for one in self._decisions.values()]
        self.table.show_records([record for _on, record in sorted(dated, key=_by_day, reverse=True)])

    def _record(self, change: StatusChange) -> Record:
        status = self._lists.statuses[change.status_id]
        icon = marks.icon(marks.STATUS[status.kind], self)
        return Record(key=change.id, cells=(show_date(change.on), status.name, change.reason), icon=icon, icon_at=1)

    def _show_one(self, key: int | None) -> None:
        change = self._changes.get(key) if key is not None else None
        decided = self._decisions.get(key) if key is not None else None
        if decided is not None:
            self.text.show_parts(_told(decided, self._model), _parts(decided))
            return
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

    def _decide(self) -> None:
        from registry_app.ui.decisions.decision_dialog import DecisionDialog

        if self._model is not None:
            DecisionDialog.decide(self._session, [self._model], self.window())


def _by_day(dated: tuple[str, Record]) -> str:
    return dated[0]


def _told(one: "DecisionShown", model: ModelId | None) -> str:
    """The decision in one line, as it is about ``model``: merged into another, or another merged into it."""
    if one.decision.target_id == model:
        return _("{code} {name} was merged into this model").format(code=one.code, name=one.name)
    return one.said


def _decided(one: "DecisionShown", model: ModelId | None) -> Record:
    kind = label(DECISIONS, one.decision.kind)
    if one.decision.target_id == model:
        kind = _("{code} was merged into it").format(code=one.code)
    what = _("Decision: {what}").format(what=kind)
    return Record(key=-one.decision.id, cells=(show_date(one.decision.on), what, one.decision.reason))


def _parts(one: "DecisionShown") -> list[tuple[str, str]]:
    moved = "; ".join(f"{_(NOUNS[noun].many)}: {count}" for noun, count in one.moved.items())
    return [
        (_("Reason"), one.decision.reason),
        (_("Number of the paper"), one.decision.paper_number),
        (_("Sites added"), ", ".join(one.sites)),
        (_("Went over"), moved),
    ]
