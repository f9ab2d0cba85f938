"""Says who looks at rows of a round."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from . import rows_said, suggest
from .name_field import NameField


class AssignDialog(FormDialog):
    """An empty name: nobody yet."""

    def __init__(
        self, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Assign reviewer"), yes=_("&Assign"))
        self.setProperty("guide", "rounds")
        self._session, self._round, self._rows = session, round_id, [row.position for row in rows]
        note = _("Names of earlier rounds and of team leaders are offered. Empty: nobody yet.")
        self.fields.add("reviewer", _("&Reviewer"), NameField(suggest.reviewers(session)), note=note)
        self.fields.finish()
        names = {row.reviewer for row in rows}
        self.fields.fill({"reviewer": names.pop() if len(names) == 1 else ""})
        self.lay_out(Prose(rows_said.said(rows), quiet=False))
        self.fields["reviewer"].control.setFocus()

    @classmethod
    def assign(
        cls, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> bool:
        """Ask who looks at ``rows`` and write it; whether it was written."""
        return bool(rows) and cls(session, round_id, rows, parent).run()

    def attempt(self) -> bool:
        """Write the name. Raises Refused."""
        name = str(self.fields["reviewer"].typed())
        return self.tried_on(len(self._rows), self._session, rounds.assign, self._round, self._rows, name)
