"""Until which day models are let be that look outdated, and why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.ids import ModelId
from registry_app.domain.words import _
from registry_app.operations import outdated
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose


class ExcuseDialog(FormDialog):
    """``names`` are what people call ``models``. Offered is the end of the year."""

    def __init__(
        self, session: Session, models: Sequence[ModelId], names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Excuse"), yes=_("&Excuse"))
        self.setProperty("guide", "outdated")
        self._session, self._models = session, tuple(models)
        self.fields.add("until", _("Until"), DateField(), required=True)
        self.fields.add("reason", _("Reason"), OneLine(), required=True)
        self.fields.finish()
        self.fields.fill({"until": show_date(date(date.today().year, 12, 31).isoformat())})
        about = _(
            "Until that day it is not shown among the models that look outdated. Its reviews stay due as they are."
        )
        self.lay_out(Prose("\n".join(names), quiet=False), Prose(about))
        self.fields["reason"].control.setFocus()

    @classmethod
    def excuse(
        cls, session: Session, models: Sequence[ModelId], names: Sequence[str], parent: QWidget | None = None
    ) -> bool:
        """Ask and write it as one action; whether it was written."""
        return cls(session, models, names, parent).run()

    def attempt(self) -> bool:
        """Write the excuse. Raises Refused."""
        typed = self.fields.typed()
        return self.tried(self._session, outdated.excuse, self._models, str(typed["until"]), str(typed["reason"]))
