"""The score sheets of the ward: add one, change it, take it out of use."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from registry_app.domain.ids import SheetId
from registry_app.domain.scoring import show_tenths
from registry_app.domain.words import N_, _
from registry_app.operations import scoring
from registry_app.operations.scoring import SheetShown
from registry_app.store.history import Changes
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .row_buttons import row_button

ABOUT = N_("A review, or a round of reviews, may give points by a score sheet; the points propose a grade.")
TABLES = {"score_sheet", "score_criterion", "review_score", "review_round"}


class SheetsPage(QWidget):
    """Each change is written at once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sheets: dict[int, SheetShown] = {}
        headings = (
            Heading(_("Score sheet")),
            Heading(_("Criteria"), 8),
            Heading(_("Points"), 8),
            Heading(_("Used"), 8),
            Heading(_("State"), 10),
        )
        self.table = RecordTable(_("Score sheets"), headings)
        self.retired_too = QCheckBox(_("Show those &out of use"))
        rows, line = QVBoxLayout(self), QHBoxLayout()
        rows.addWidget(Prose(_(ABOUT)))
        rows.addWidget(self.retired_too)
        rows.addWidget(self.table, 1)
        rows.addLayout(line)
        self.add_button = row_button(line, _("&Add…"), self.add)
        self.edit_button = row_button(line, _("C&hange…"), self.edit)
        self.retire_button = row_button(line, _("Take out of &use"), self.retire)
        line.addStretch(1)
        self.table.chosen.connect(lambda _key: self._allow())
        self.table.opened.connect(lambda _key: self.edit())
        self.retired_too.toggled.connect(lambda _on: self.refresh())
        session.changed.connect(self._follow)
        self.refresh()

    @property
    def chosen(self) -> SheetShown | None:
        """The sheet chosen in the table."""
        key = self.table.chosen_key
        return self._sheets.get(key) if key is not None else None

    def refresh(self) -> None:
        """Show the sheets as they are now."""
        found = scoring.sheets(self._session.registry, retired=self.retired_too.isChecked())
        self._sheets = {one.sheet.id: one for one in found}
        self.table.show_records([_record(one) for one in found])
        self._allow()

    def add(self) -> None:
        """A new sheet."""
        from .sheet_dialog import SheetDialog

        SheetDialog.edit(self._session, SheetId(0), self.window())

    def edit(self) -> None:
        """Change the chosen sheet."""
        from .sheet_dialog import SheetDialog

        if self.chosen and self.edit_button.isEnabled():
            SheetDialog.edit(self._session, SheetId(self.chosen.sheet.id), self.window())

    def retire(self) -> None:
        """Offer the chosen sheet no more, or again."""
        if self.chosen:
            sheet = self.chosen.sheet
            self._session.run(scoring.retire_sheet, SheetId(sheet.id), retired=not sheet.retired)

    def _follow(self, changes: Changes) -> None:
        if TABLES & changes.rows.keys():
            self.refresh()

    def _allow(self) -> None:
        writable, one = not self._session.registry.read_only, self.chosen
        self.add_button.setEnabled(writable)
        self.edit_button.setEnabled(writable and one is not None)
        self.retire_button.setEnabled(writable and one is not None)
        self.retire_button.setText(_("Offer a&gain") if one and one.sheet.retired else _("Take out of &use"))


def _record(one: SheetShown) -> Record:
    state = _("out of use") if one.sheet.retired else _("in use")
    cells = (one.sheet.name, str(len(one.criteria)), show_tenths(one.total), str(one.uses), state)
    return Record(key=one.sheet.id, cells=cells, faded=one.sheet.retired)
