"""The scales of grades, year by year: begin one, change it, take it away."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from registry_app.domain.scoring import Step, show_tenths
from registry_app.domain.words import N_, _
from registry_app.operations import scoring
from registry_app.store.history import Changes
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from .row_buttons import row_button

ABOUT = N_(
    "A scale holds from its year on, until the next one begins. In years before the first scale every grade of the "
    "list may be given."
)
TABLES = {"grade_scale", "grade"}


class ScalesPage(QWidget):
    """Each change is written at once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table = RecordTable(_("Scales by year"), (Heading(_("From the year"), 12), Heading(_("Grades"))))
        rows, line = QVBoxLayout(self), QHBoxLayout()
        rows.addWidget(Prose(_(ABOUT)))
        rows.addWidget(self.table, 1)
        rows.addLayout(line)
        self.add_button = row_button(line, _("&New scale…"), self.add)
        self.edit_button = row_button(line, _("Chan&ge…"), self.edit)
        self.delete_button = row_button(line, _("De&lete"), self.delete)
        line.addStretch(1)
        self.table.chosen.connect(lambda _year: self._allow())
        self.table.opened.connect(lambda _year: self.edit())
        session.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the scales as they are now, the newest first."""
        found = scoring.scales(self._session.registry)
        self.table.show_records(
            [
                Record(key=year, cells=(str(year), self._said(steps)))
                for year, steps in sorted(found.items(), reverse=True)
            ]
        )
        self._allow()

    def add(self) -> None:
        """Begin a scale with what holds now."""
        from .scale_dialog import ScaleDialog

        ScaleDialog.edit(self._session, None, self.window())

    def edit(self) -> None:
        """Change the chosen scale."""
        from .scale_dialog import ScaleDialog

        if self.table.chosen_key is not None and self.edit_button.isEnabled():
            ScaleDialog.edit(self._session, self.table.chosen_key, self.window())

    def delete(self) -> None:
        """Let the scale before hold on."""
        if self.table.chosen_key is not None:
            self._session.run(scoring.remove_scale, self.table.chosen_key)

    def _said(self, steps: tuple[Step, ...]) -> str:
        grades = self._session.registry.lists.grades
        parts = []
        for step in steps:
            name = grades[step.grade_id].name if step.grade_id in grades else ""
            points = _("from {points}").format(points=show_tenths(step.least))
            parts.append(name if step.least is None else f"{name} ({points})")
        return " · ".join(parts)

    def _follow(self, changes: Changes) -> None:
        if TABLES & changes.rows.keys():
            self.refresh()

    def _allow(self) -> None:
        writable, chosen = not self._session.registry.read_only, self.table.chosen_key is not None
        self.add_button.setEnabled(writable)
        self.edit_button.setEnabled(writable and chosen)
        self.delete_button.setEnabled(writable and chosen)
