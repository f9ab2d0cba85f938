"""Gives one or many models another status from a day on, with its reason and paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Lists
from registry_app.domain.ids import ModelId, StatusId
from registry_app.domain.options import STATUS_KINDS
from registry_app.domain.review import StatusChange
from registry_app.domain.words import _
from registry_app.operations import reviewing
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.subjects import subjects
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

READ = {"on": kinds.DATE, "reason": kinds.TEXT, "paper_number": kinds.TEXT}


class StatusDialog(FormDialog):
    """The same change for all of ``ids``."""

    def __init__(self, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Change status"), yes=_("C&hange status"))
        self.setProperty("guide", "status")
        self._session, self._ids = session, tuple(ids)
        ward = session.registry.settings.ward()
        fields = self.fields
        offers = status_offers(session.registry.lists, self)
        fields.add("status", _("New status"), Choice(offers, blank=_("(choose)")), required=True)
        fields.add("on", _("From"), DateField(kinds.DATE), required=True)
        fields.add("reason", _("Reason"), Picker(ward.reasons, hint=_("Choose or write")))
        fields.add("paper_number", _("Number of the paper"), OneLine())
        fields.finish()
        fields.fill({"on": show_date(date.today().isoformat())})
        explanation = _("Every change is kept with its date. A model that pauses or ends needs a reason.")
        self.lay_out(Prose(subjects(session, self._ids), quiet=False), Prose(explanation))
        fields["status"].control.setFocus()

    @classmethod
    def change(cls, session: Session, ids: Sequence[ModelId], parent: QWidget | None = None) -> bool:
        """Ask for the new status of ``ids`` and write it as one action; whether it was written."""
        return bool(ids) and cls(session, ids, parent).run()

    def attempt(self) -> bool:
        """Write the change. Raises Refused."""
        read = self.read(READ)
        change = StatusChange(
            status_id=StatusId(int(self.fields["status"].typed() or 0)),
            on=read["on"],
            reason=read["reason"],
            paper_number=read["paper_number"],
        )
        return self.tried_on(len(self._ids), self._session, reviewing.change_status, self._ids, change)


def status_offers(lists: Lists, widget: QWidget) -> list[Offer]:
    """The labels in use under the words for their kinds; the key is the row number."""
    used = [status for status in lists.statuses.values() if not status.retired]
    return [
        Offer(str(status.id), status.name, group=str(kind), icon=marks.icon(marks.STATUS[kind.key], widget))
        for kind in STATUS_KINDS
        for status in used
        if status.kind == kind.key
    ]
