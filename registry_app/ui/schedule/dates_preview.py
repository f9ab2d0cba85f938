"""Shows which models get which new date before a rule that dates follow from is changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.options import REVIEW_KINDS, label
from registry_app.domain.ward import Ward
from registry_app.domain.words import _, n_
from registry_app.operations import due_rules
from registry_app.operations.reviewing import NewDate
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

WIDTH, HEIGHT = 720, 420
EACH = 4
"""Rows of work a model is: it is read twice, worked out anew, and put back."""


class DatesPreview(QDialog):
    """A table of code, name, what is due, date before, date after. ``about`` says what is to be changed, ``yes`` what
    is pressed to change it."""

    def __init__(
        self, title: str, about: str, yes: str, dates: Sequence[NewDate], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        count = n_("{count} date changes:", "{count} dates change:", len(dates)).format(count=len(dates))
        headings = (
            Heading(_("Code"), 14),
            Heading(_("Name")),
            Heading(_("Kind of review"), 14),
            Heading(_("Until now"), 12),
            Heading(_("New date"), 12),
        )
        self.table = RecordTable(_("New dates"), headings)
        self.table.show_records([_record(place, one) for place, one in enumerate(dates)])
        buttons = QDialogButtonBox()
        agree = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("&Look again"), QDialogButtonBox.ButtonRole.RejectRole)
        agree.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(Prose(about, quiet=False))
        rows.addWidget(Prose(count, quiet=False))
        rows.addWidget(self.table, 1)
        rows.addWidget(buttons)
        self.resize(WIDTH, HEIGHT)

    @classmethod
    def agreed_for(cls, session: Session, ward: Ward, parent: QWidget | None = None) -> bool:
        """Show what the rules of ``ward`` would do to the dates of models; whether the user wants it. Nothing is asked
        where no date changes."""
        if due_rules.reckons_alike(session.registry.settings.ward(), ward):
            return True
        models = len(session.registry.models.ids(due_rules.EVERY, session.moment))
        title = _("Reckoning the new dates…")
        dates = session.run_on(models * EACH, parent, due_rules.preview, ward, title=title)
        if not dates:
            return dates is not None
        about = _("Due dates are reckoned as set from now on.")
        dialog = cls(_("Change how due dates are reckoned"), about, _("&Change the rules"), dates, parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return wanted


def _record(key: int, one: NewDate) -> Record:
    days = (show_date(one.before) or "–", show_date(one.after) or "–")
    return Record(key=key, cells=(one.code, one.name, label(REVIEW_KINDS, one.kind), *days))
