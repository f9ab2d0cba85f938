"""Says why rows of a round are not looked at."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import N_, _
from registry_app.operations import rounds
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.picker import Picker
from registry_app.ui.widgets.prose import Prose

from . import rows_said

REASONS = (
    N_("Newly founded, not due yet"),
    N_("Reviewed by the higher level in this period"),
    N_("Paused in this period"),
    N_("To be ended, the paper is under way"),
    N_("Not looked at in time"),
)
"""Offered; anything else may be written."""


def reasons() -> list[str]:
    """REASONS in the language in use."""
    return [_(reason) for reason in REASONS]


class LeaveOutDialog(FormDialog):
    """The reason stands on the minutes."""

    def __init__(
        self, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Leave out of the round"), yes=_("&Leave out"))
        self.setProperty("guide", "rounds")
        self._session, self._round, self._rows = session, round_id, [row.position for row in rows]
        note = _("It stands on the minutes of the round. What was entered stays, but makes no review.")
        picker = Picker(reasons(), hint=_("Choose or write"))
        self.fields.add("reason", _("&Reason"), picker, required=True, note=note)
        self.fields.finish()
        self.lay_out(Prose(rows_said.said(rows), quiet=False))
        self.fields["reason"].control.setFocus()

    @classmethod
    def leave_out(
        cls, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> bool:
        """Ask why ``rows`` are left out and write it; whether it was written."""
        return bool(rows) and cls(session, round_id, rows, parent).run()

    def attempt(self) -> bool:
        """Write the reason. Raises Refused."""
        reason = str(self.fields["reason"].typed())
        return self.tried_on(len(self._rows), self._session, rounds.leave_out, self._round, self._rows, reason)
