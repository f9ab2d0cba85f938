"""Gives out worksheets of a round, on paper or as .xlsx to be filled on a computer; and those given out so far."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.errors import Refused
from registry_app.domain.round_shown import RoundShown, RowShown
from registry_app.domain.words import _, n_
from registry_app.domain.worksheet import Worksheet
from registry_app.operations import giving, printing, worksheets
from registry_app.store.registry import Registry
from registry_app.ui import ask
from registry_app.ui.form_dialog import EDGE
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.choice import Choice
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from . import entry_choice
from .papers import Narrowed, narrowed, print_worksheets

SIZE = (720, 460)
BOOK = ".xlsx"
PATTERN = "Excel (*.xlsx)"


class SheetsDialog(QDialog):
    """Every worksheet that is given out gets a code of its own, by which it is known when it comes back."""

    def __init__(
        self, session: Session, shown: RoundShown, rows: list[RowShown], chosen: list[RowShown], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "rounds")
        self.setWindowTitle(_("Worksheets – {name}").format(name=shown.round.name))
        self._session, self._shown = session, shown
        self._rows, self._chosen = rows, [row.position for row in chosen]
        self.which = Choice(entry_choice.sheet_offers(rows, chosen=len(chosen)))
        self.printed = RecordTable(_("Worksheets given out so far"), self._headings())
        self._notice = MarkedLabel(selectable=True)
        buttons = QDialogButtonBox()
        self.print_button = buttons.addButton(_("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.book_button = buttons.addButton(_("Save as &Excel…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        self._show_printed()
        self.print_button.clicked.connect(self.print_them)
        self.book_button.clicked.connect(self.save_books)
        buttons.rejected.connect(self.reject)

    @classmethod
    def give_out(
        cls, session: Session, shown: RoundShown, rows: list[RowShown], chosen: list[RowShown], parent: QWidget | None
    ) -> None:
        """Show the dialog until it is closed; ``chosen`` are the rows that are chosen on the page."""
        dialog = cls(session, shown, rows, chosen, parent)
        dialog.exec()
        dialog.deleteLater()

    def print_them(self) -> None:
        """Give the worksheets out and show them as they will be printed."""
        asked = self._asked
        sheets = self._made(lambda registry: [one.make(registry, self._shown.round) for one in asked])
        if sheets:
            self._show_printed()
            pairs = [(one.name, sheet) for one, sheet in zip(asked, sheets, strict=True)]
            print_worksheets(self._session, self._shown.round, pairs, self)

    def save_books(self) -> None:
        """Ask for a name and write the worksheets there; they are given out with that."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        asked = self._asked
        suggested = folder / _file_name(self._shown.round.code, asked[0].name if len(asked) == 1 else "")
        path = ask.choose_save(self, _("Save the worksheets"), suggested, PATTERN) if asked else None
        if path is None:
            return
        paths = [path if len(asked) == 1 else path.with_name(_file_name(path.stem, one.name)) for one in asked]
        made = self._made(lambda registry: [self._written(registry, *one) for one in zip(asked, paths, strict=True)])
        if made:
            self._show_printed()
            several = _("{count} worksheets were saved beside “{name}”.")
            text = several if len(paths) > 1 else _("“{name}” was saved.")
            ask.finished(self, text.format(name=paths[0].name, count=len(paths)), paths[0])

    def _made(self, deed: Callable[[Registry], list[Worksheet]]) -> list[Worksheet]:
        """What ``deed`` gave out, aside; a known problem is said here. Nothing while long work has the register."""
        if self._session.is_lent:
            return []
        self._notice.clear()
        try:
            with self._session.telling(self._say):
                found = self._session.run_and_wait(self, deed, title=_("The worksheets are being made…"))
        except Refused as refused:
            self._say(str(refused))
            return []
        return found or []

    def _written(self, registry: Registry, one: Narrowed, path: Path) -> Worksheet:
        """Register the worksheet and write it; where nothing can be written nothing is given out."""
        printing.save_bytes(b"", path)
        sheet = one.make(registry, self._shown.round)
        printing.save_bytes(worksheets.book(registry, sheet), path)
        people = {name for row in worksheets.rows_of(registry, sheet) for name in row.leader.split("; ") if name}
        label = _("Review worksheet")
        giving.enter(registry, label, sheet.code, people=len(people), copy=giving.FULL, way=BOOK)
        return sheet

    @property
    def _asked(self) -> list[Narrowed]:
        """Which worksheets are chosen."""
        found = narrowed(self.which.typed(), self._rows, self._chosen)
        if not found:
            self._say(_("There is no row to look at: all are left out."))
        return found

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    # -- looks -----------------------------------------------------------------------------------------------------

    def _headings(self) -> list[Heading]:
        return [
            Heading(_("Code"), 20),
            Heading(_("Given out"), 18),
            Heading(_("Number of rows"), 8),
            Heading(_("For whom")),
        ]

    def _show_printed(self) -> None:
        sheets = self._session.run(worksheets.worksheets, self._shown.round.id) or []
        areas = {row.area_id: row.area for row in self._rows}
        records = []
        for sheet in sheets:
            whom = areas.get(sheet.area_id, "") if sheet.area_id is not None else sheet.reviewer or ""
            at = f"{datetime.fromisoformat(sheet.at):%H:%M %d/%m/%Y}"
            records.append(Record(key=sheet.id, cells=(sheet.code, at, str(len(sheet.rows)), whom)))
        self.printed.show_records(records)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        fields = FieldGrid()
        left_out = self._shown.left_out
        note = n_("{count} row is left out and on no sheet.", "{count} rows are left out and on no sheet.", left_out)
        fields.add("which", _("&Rows"), self.which, note=note.format(count=left_out) if left_out else "")
        column = QVBoxLayout(self)
        text = _("Each sheet has a code by which it is known when it comes back. Printed again, it has a new one.")
        for part in (Prose(text), fields):
            column.addWidget(part)
        column.addWidget(self.printed, 1)
        column.addWidget(self._notice)
        column.addWidget(buttons)
        self.print_button.setDefault(True)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - EDGE), min(SIZE[1], room.height() - EDGE))


def _file_name(first: str, name: str) -> str:
    """A name that every system takes."""
    letters = "".join(one if one.isalnum() or one in "-_" else " " for one in f"{first} {name}")
    return f"{' '.join(letters.split())}{BOOK}"
