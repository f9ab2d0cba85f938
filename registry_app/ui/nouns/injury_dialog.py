"""When a person was wounded on duty, and how."""

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.force import Injured
from registry_app.domain.words import _
from registry_app.operations import injuries
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine


class InjuryDialog(FormDialog):
    """``injury`` with number 0 is a new one."""

    def __init__(self, session: Session, person: int, injury: Injured, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Wounded on duty"), yes=_("&Save"))
        self.setProperty("guide", "people")
        self._session, self._person, self._injury = session, person, injury
        self.fields.add("on", _("Date"), DateField(kinds.PARTIAL), required=True)
        self.fields.add("notes", _("Notes"), OneLine())
        self.fields.finish()
        self.fields.fill({"on": show_date(injury.on), "notes": injury.notes})
        self.lay_out()
        self.fields["on"].control.setFocus()

    @classmethod
    def write(cls, session: Session, person: int, injury: Injured, parent: QWidget | None = None) -> bool:
        """Ask for the facts of ``injury`` and write them; whether they were written."""
        return cls(session, person, injury, parent).run()

    def attempt(self) -> bool:
        """Write them. Raises Refused."""
        typed = {name: one_text(text) for name, text in self.fields.typed().items()}
        return self.tried(self._session, injuries.save, self._person, self._injury.id, typed)
