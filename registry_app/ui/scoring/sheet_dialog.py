"""Edits a score sheet: its name and its criteria with the points of each; the total is shown all the time."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from registry_app.domain.ids import SheetId
from registry_app.domain.scoring import show_tenths, total
from registry_app.domain.scoring_rules import sheet_notes
from registry_app.domain.words import N_, _, n_
from registry_app.operations import scoring
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.lines import WrappedLine
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from .row_buttons import row_button
from .sheet_table import SheetTable

ABOUT = N_(
    "Type the criteria row by row, or copy them in Excel or Word – number, criterion, points – and paste them here "
    "with Ctrl+V."
)
WIDTH = 760


class SheetDialog(FormDialog):
    """``number`` 0 is a new sheet."""

    def __init__(self, session: Session, number: SheetId, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Score sheet") if number else _("New score sheet"), yes=_("&Save"), width=WIDTH)
        self.setProperty("guide", "settings")
        self._session, self._number = session, number
        self.fields.add("name", _("Na&me"), WrappedLine(), required=True)
        self.table = SheetTable()
        self.total = Prose(quiet=False)
        self.note = MarkedLabel()
        self.pasted = Prose()
        for widget in (self.table, self._buttons_of_rows(), self.total, self.note, self.pasted):
            self.fields.add_wide(widget)
        self.fields.finish()
        self.table.fit(10)
        self.table.changed.connect(self._add_up)
        self.table.left_out.connect(self._say_left_out)
        shown = scoring.sheet(session.registry, number) if number else None
        self.table.show_criteria(shown.criteria if shown else ())
        if shown:
            self.fields.fill({"name": shown.sheet.name})
        self.lay_out(Prose(_(ABOUT)))
        self.fields["name"].control.setFocus()

    @classmethod
    def edit(cls, session: Session, number: SheetId, parent: QWidget | None = None) -> bool:
        """Edit the sheet ``number``, or a new one; whether it was saved."""
        return cls(session, number, parent).run()

    def attempt(self) -> bool:
        """Save the sheet. Raises Refused."""
        name = str(self.fields["name"].typed())
        return self.tried(self._session, scoring.save_sheet, self._number, name, self.table.criteria)

    def _buttons_of_rows(self) -> QWidget:
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        row_button(line, _("&Paste"), lambda: self.table.paste(QGuiApplication.clipboard().text()))
        row_button(line, _("&Delete row"), self.table.delete_row)
        row_button(line, _("Row &up"), lambda: self.table.shift(-1))
        row_button(line, _("Row do&wn"), lambda: self.table.shift(1))
        line.addStretch(1)
        return buttons

    def _add_up(self) -> None:
        criteria, _problems = scoring.read_criteria(self.table.criteria)
        points = total(one.most for one in criteria)
        count = n_("{count} criterion", "{count} criteria", len(criteria)).format(count=len(criteria))
        self.total.setText(_("{criteria} · total: {total} points").format(criteria=count, total=show_tenths(points)))
        notes = sheet_notes(criteria) if criteria else []
        self.note.say("\n".join(map(str, notes)), marks.NOTICE)

    def _say_left_out(self, rows: tuple[str, ...]) -> None:
        text = n_(
            "{count} pasted row is no criterion: {rows}", "{count} pasted rows are no criteria: {rows}", len(rows)
        )
        shown = "; ".join(f"“{row[:40]}”" for row in rows[:3])
        self.pasted.setText(text.format(count=len(rows), rows=shown) if rows else "")
