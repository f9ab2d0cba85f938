"""Says in which area rows of a round are looked at."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from registry_app.domain.ids import AreaId, RoundId
from registry_app.domain.round_shown import RowShown
from registry_app.domain.words import _
from registry_app.operations import rounds
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.prose import Prose

from . import rows_said


class MoveDialog(FormDialog):
    """The sites of the models stay as they are."""

    def __init__(
        self, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Look at it in another area"), yes=_("&Move"))
        self.setProperty("guide", "rounds")
        self._session, self._round, self._rows = session, round_id, [row.position for row in rows]
        areas = session.registry.lists.areas
        offers = [Offer(str(number), area.name) for number, area in areas.items() if not area.retired]
        note = _("On the worksheets of this area; the sites of the model stay.")
        self.fields.add("area", _("&Area"), Choice(offers, blank=_("(no area)")), note=note)
        self.fields.finish()
        numbers = {row.area_id for row in rows}
        self.fields.fill({"area": str(numbers.pop() or "") if len(numbers) == 1 else ""})
        self.lay_out(Prose(rows_said.said(rows), quiet=False))
        self.fields["area"].control.setFocus()

    @classmethod
    def move_rows(
        cls, session: Session, round_id: RoundId, rows: Sequence[RowShown], parent: QWidget | None = None
    ) -> bool:
        """Ask where ``rows`` are looked at and write it; whether it was written."""
        return bool(rows) and cls(session, round_id, rows, parent).run()

    def attempt(self) -> bool:
        """Write the area. Raises Refused."""
        typed = str(self.fields["area"].typed())
        area = AreaId(int(typed)) if typed else None
        return self.tried_on(len(self._rows), self._session, rounds.move, self._round, self._rows, area)
