"""Shows which models get which new review date before the interval of their type is changed."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.dates import show_date
from registry_app.domain.ids import TypeId
from registry_app.domain.words import _, n_
from registry_app.operations import reviewing
from registry_app.operations.reviewing import NewDate
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

WIDTH, HEIGHT = 640, 420


class IntervalPreview(QDialog):
    """A table of code, name, date before, date after."""

    def __init__(self, type_name: str, months: int | None, dates: list[NewDate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change the review interval"))
        interval = n_("every month", "every {months} months", months).format(months=months) if months else _("never")
        about = _("“{type}”: reviews {interval} from now on.").format(type=type_name, interval=interval)
        count = n_(
            "{count} model gets another date for its next review:",
            "{count} models get another date for their next review:",
            len(dates),
        ).format(count=len(dates))
        none = _("No model gets another date for its next review.")
        headings = (Heading(_("Code"), 14), Heading(_("Name")), Heading(_("Until now"), 12), Heading(_("New date"), 12))
        self.table = RecordTable(_("New dates"), headings)
        self.table.show_records([_record(place, one) for place, one in enumerate(dates)])
        buttons = QDialogButtonBox()
        yes = buttons.addButton(_("&Change the interval"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("&Look again"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(Prose(about, quiet=False))
        rows.addWidget(Prose(count if dates else none, quiet=False))
        rows.addWidget(self.table, 1)
        rows.addWidget(buttons)
        self.table.setVisible(bool(dates))
        self.resize(WIDTH, HEIGHT if dates else rows.totalHeightForWidth(WIDTH))

    @classmethod
    def agreed(cls, session: Session, type_id: TypeId, months: int | None, parent: QWidget | None = None) -> bool:
        """Show what the new interval would do; whether the user wants it."""
        dates = session.run(reviewing.preview_interval, type_id, months)
        if dates is None:
            return False
        dialog = cls(session.registry.lists.types[type_id].name, months, dates, parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return wanted


def _record(key: int, one: NewDate) -> Record:
    return Record(key=key, cells=(one.code, one.name, show_date(one.before) or "–", show_date(one.after) or "–"))
