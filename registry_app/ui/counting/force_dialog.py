"""The force that the law knows, as form BM1 asks of it: by decision, as it is, and as it was the period before."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from registry_app.domain import kinds
from registry_app.domain.dates import show_date
from registry_app.domain.errors import Refused, RegistryError
from registry_app.domain.kinds import BadValue
from registry_app.domain.words import _
from registry_app.operations import force
from registry_app.operations.force import Force
from registry_app.store.history import Changes
from registry_app.ui import ask
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.date_field import DateField
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading, Record, RecordTable

SIZE = (720, 620)
PATTERN = "PDF (*.pdf);;Excel (*.xlsx)"
LETTERS = 15


class ForceDialog(QDialog):
    """A line a figure, a column a kind of body; the figures of the day can be written down for the next period."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Figures of the statutory force"))
        self.setProperty("guide", "people")
        self._session = session
        self.day = DateField(kinds.DATE)
        self.day.control.setAccessibleName(_("State of the day"))
        self.day.fill(show_date(date.today().isoformat()))
        self._period = QLabel()
        self._notice = MarkedLabel()
        found = force.read(session.registry, date.today())
        self._kinds = [line.type for line in found.lines]
        headings = [
            Heading(_("Figure")),
            *(Heading(line.type, LETTERS) for line in found.lines),
            Heading(_("In all"), 8),
        ]
        self.table = RecordTable(_("Figures of the statutory force"), headings)
        buttons = QDialogButtonBox()
        self.record_button = buttons.addButton(_("&Write down this period"), QDialogButtonBox.ButtonRole.ActionRole)
        self.form_button = buttons.addButton(_("Save the &form…"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(_("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(buttons)
        self.day.committed.connect(self._show)
        self.record_button.clicked.connect(self._record)
        self.form_button.clicked.connect(self.save_form)
        buttons.rejected.connect(self.reject)
        session.changed.connect(self._follow)
        self._show()
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    @classmethod
    def show_figures(cls, session: Session, parent: QWidget | None = None) -> None:
        """Show the figures until the user is done."""
        dialog = cls(session, parent)
        dialog.exec()
        dialog.deleteLater()

    @property
    def notice(self) -> str:
        """What is said of the day or of what was written down."""
        return self._notice.text

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        label = QLabel(_("On the &day"))
        label.setBuddy(self.day)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.day)
        top.addWidget(self._period, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._notice)
        text = _("What is written down is what the next period compares itself with. Undo takes it back.")
        rows.addWidget(Prose(text))
        rows.addWidget(buttons)

    @property
    def _on(self) -> date | None:
        try:
            text = self.day.value()
        except BadValue as wrong:
            self._notice.say(str(wrong), marks.PROBLEM)
            return None
        return date.fromisoformat(text) if text else date.today()

    def _show(self) -> None:
        on = self._on
        if on is None:
            return
        self._notice.say("", marks.PROBLEM)
        found = force.read(self._session.registry, on)
        since, until = (show_date(day.isoformat()) for day in (found.since, found.on))
        self._period.setText(_("Period from {since} to {until}").format(since=since, until=until))
        self.table.show_records(self._records(found))
        self.record_button.setEnabled(bool(found.lines) and not self._session.registry.read_only)

    def _records(self, found: Force) -> list[Record]:
        by_kind = {line.type: force.figures_object(line.figures) for line in found.lines}
        columns = [*(by_kind.get(kind, {}) for kind in self._kinds), force.figures_object(found.total)]
        return [
            Record(key=place, cells=(_(label), *(_shown(column.get(name)) for column in columns)))
            for place, (name, label) in enumerate(force.FIGURES.items())
        ]

    def _record(self) -> None:
        on = self._on
        if on is None:
            return
        try:
            done = self._session.run(force.record, on)
        except Refused as refused:
            self._notice.say(str(refused.problems[0]), marks.PROBLEM)
            return
        if done:
            self._notice.say(
                _("The figures of {day} were written down.").format(day=show_date(on.isoformat())), marks.DONE
            )

    def save_form(self) -> None:
        """Ask for a name and write form BM1 of the day there, as PDF or Excel; say so, with ways to open it."""
        from registry_app.operations import force_paper, printing

        on = self._on
        if on is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = folder / f"{force_paper.name(on)}.pdf"
        chosen = ask.choose_save(self, _("Save form BM1"), suggested, PATTERN)
        if chosen is None:
            return
        try:
            content = force_paper.content(self._session.registry, on, chosen.suffix.lower())
            printing.save_bytes(content, chosen)
        except RegistryError as known:
            self._notice.say(str(known), marks.PROBLEM)
            return
        ask.finished(self, _("“{name}” was saved.").format(name=chosen.name), chosen)

    def _follow(self, changes: Changes) -> None:
        if "force_figure" in changes.rows and not self._session.is_lent:
            self._show()


def _shown(figure: int | None) -> str:
    return "" if figure is None else f"{figure:,}".replace(",", ".")
