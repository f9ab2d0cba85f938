"""What was done to the areas, or to one of them: when, by which paper, what they were called before and after."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.area_changes import KINDS
from registry_app.domain.dates import show_date
from registry_app.domain.entries import Area
from registry_app.domain.ids import AreaId
from registry_app.domain.options import label
from registry_app.domain.words import _
from registry_app.operations import areas
from registry_app.store.area_changes import AreaAct
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

SIZE = (860, 420)
LETTERS = (10, 12, 22, 19)


class AreaHistoryDialog(QDialog):
    """The newest day first."""

    def __init__(self, session: Session, area: Area | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "areas")
        title = _("Changes of “{area}”").format(area=area.name) if area else _("Changes of the areas")
        self.setWindowTitle(title)
        self.table = RecordTable(title, _headings())
        found = areas.history(session.registry, AreaId(area.id) if area else None)
        self.table.show_records([_record(one) for one in found])
        close = QDialogButtonBox()
        close.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        empty = Prose(_("Nothing has been done yet."))
        empty.setVisible(not found)
        column.addWidget(empty)
        column.addWidget(close)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))

    @classmethod
    def show_acts(cls, session: Session, area: Area | None, parent: QWidget | None = None) -> None:
        """Show them until the user is done."""
        dialog = cls(session, area, parent)
        dialog.exec()
        dialog.deleteLater()


def _headings() -> list[Heading]:
    day, kind, before, paper = LETTERS
    return [
        Heading(_("Date"), day),
        Heading(_("What was done"), kind),
        Heading(_("Before"), before),
        Heading(_("After")),
        Heading(_("Number of the paper"), paper),
    ]


def _record(one: AreaAct) -> Record:
    cells = (
        show_date(one.act.on),
        label(KINDS, one.kind),
        "; ".join(name for _number, name in one.before),
        "; ".join(name for _number, name in one.after),
        one.act.paper_number,
    )
    return Record(key=one.id, cells=cells)
