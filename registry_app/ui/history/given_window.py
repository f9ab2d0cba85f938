"""The list of what was given out: every print and every file with people's data, newest first; only to be read."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.options import label
from registry_app.domain.wish import COPIES
from registry_app.domain.words import N_, _
from registry_app.store.given_out import Given
from registry_app.ui import theme
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

SIZE = (1100, 520)
LIMIT = 2000
"""So many are shown at most."""
ABOUT = N_(
    "Each print, each file and each copy to the clipboard with people’s data is entered here by itself: who, when, "
    "what, how many people, which copy. Nothing here can be changed or deleted."
)
EMPTY = N_("Nothing with people’s data has been given out yet.")
MOST = N_("Only the newest {count} are shown.")
WAYS = {
    "print": N_("On paper"),
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV",
    "json": "JSON",
    "clipboard": N_("Copied"),
    "terminal": N_("On the screen of the command line"),
}
"""How a way is called, by Given.way; names of forms are the same in every language."""


class GivenWindow(QDialog):
    """Reads the list once: while it is shown nothing can be given out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "print")
        title = _("Personal data given out")
        self.setWindowTitle(title)
        self.table, self._notice = RecordTable(title, _headings()), Prose()
        close = QDialogButtonBox()
        close.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Prose(_(ABOUT)))
        column.addWidget(self.table, 1)
        column.addWidget(self._notice)
        column.addWidget(close)
        room = self.screen().availableGeometry()
        width, height = map(theme.grown, SIZE)
        self.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))
        self.show_lines(session.registry.given_out.all(LIMIT))

    @classmethod
    def show_list(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show the list until the user is done."""
        window = cls(session, parent)
        window.exec()
        window.deleteLater()

    def show_lines(self, found: Sequence[Given]) -> None:
        """Show these, the newest first."""
        self.table.show_records([Record(key=place, cells=_cells(one)) for place, one in enumerate(found)])
        self._notice.setText(_(MOST).format(count=LIMIT) if found else _(EMPTY))
        self._notice.setVisible(len(found) in (0, LIMIT))


def _headings() -> list[Heading]:
    return [
        Heading(_("When"), 16),
        Heading(_("Given out by"), 14),
        Heading(_("Computer"), 12),
        Heading(_("List or sheet"), 24),
        Heading(_("What is on it"), least=22),
        Heading(_("People in it"), 8),
        Heading(_("Copy"), 13),
        Heading(_("As"), 18),
    ]


def _cells(one: Given) -> tuple[str, ...]:
    when = f"{datetime.fromisoformat(one.at):%d/%m/%Y %H:%M}"
    people = f"{one.people:,}".replace(",", ".")
    copy, way = label(COPIES, one.copy), _(WAYS.get(one.way, one.way))
    return (when, one.who, one.computer, one.report, one.criteria, people, copy, way)
