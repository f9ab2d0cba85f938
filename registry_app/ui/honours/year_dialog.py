"""Enters everybody of a year at once: what would be made is said before it is written."""

from datetime import date

from PySide6.QtWidgets import QWidget

from registry_app.domain import kinds
from registry_app.domain.errors import Refused
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import _, n_
from registry_app.domain.years import YEAR
from registry_app.operations import recognising
from registry_app.operations.recognising import Ahead
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.editor import one_text
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose

YEAR_LETTERS = 14


class YearDialog(FormDialog):
    """What is there already stays as it is."""

    def __init__(self, session: Session, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Register a year “An toàn về ANTT”"), yes=_("&Enter the year"))
        self.setProperty("guide", "honours")
        self._session = session
        self.fields.add("year", _("Year"), OneLine(width=YEAR_LETTERS), required=True)
        note = _("Empty: the days are filled in later, one by one. A month or the year alone will do.")
        self.fields.add("registered_on", _("All registered on"), DateField(kinds.PARTIAL), note=note)
        self.fields.finish()
        self.fields.fill({"year": str(year), "registered_on": ""})
        self._preview = Prose(quiet=False)
        self.lay_out(
            Prose(
                _(
                    "Enters every residential area of the ward, and the agencies, enterprises and schools of the year "
                    "before. They register in the first quarter (TT 124, article 4)."
                )
            )
        )
        self.rows.insertWidget(2, self._preview)
        self.fields.edited.connect(lambda _name: self._look())
        self._look()
        self.fields["year"].control.setFocus()

    @classmethod
    def register(cls, session: Session, year: int, parent: QWidget | None = None) -> bool:
        """Ask which year and enter it; whether it was entered."""
        return cls(session, year, parent).run()

    @property
    def preview(self) -> str:
        """What would be made, as it reads now."""
        return str(self._preview.text())

    def attempt(self) -> bool:
        """Enter the year. Raises Refused."""
        year = int(self.read({"year": YEAR})["year"] or 0)
        on = one_text(self.fields["registered_on"].typed())
        return self.tried(self._session, recognising.register_year, year, on)

    def _look(self) -> None:
        """Say what the year that is typed would bring; nothing while it is none."""
        try:
            year = YEAR.parse(one_text(self.fields["year"].typed()), date.today())
            self._preview.setText(_told(recognising.ahead(self._session.registry, int(year))) if year else "")
        except (BadValue, Refused):
            self._preview.setText("")
        self._grow()


def _told(found: Ahead) -> str:
    """What would be made."""
    if not found.rows:
        text = _("Everybody is entered for {year} already: {count}.")
        return text.format(year=found.year, count=found.known)
    areas = n_("{count} residential area", "{count} residential areas", len(found.areas)).format(count=len(found.areas))
    others = n_("{count} other subject", "{count} other subjects", len(found.others)).format(count=len(found.others))
    text = _("New rows for {year}: {areas}, {others}. There already: {known}.")
    return text.format(year=found.year, areas=areas, others=others, known=found.known)
