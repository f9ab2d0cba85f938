"""The outcome of a year in one table: who registered, who was recognised, why not, by which decision."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from registry_app.domain.errors import Problem, Refused
from registry_app.domain.fields import shown
from registry_app.domain.nouns import NOUNS
from registry_app.domain.recognition import RecognitionRow
from registry_app.domain.vietnamese import fold
from registry_app.domain.words import _
from registry_app.operations import recognising
from registry_app.operations.recognising import ENTERED
from registry_app.ui import ask
from registry_app.ui.form_dialog import shortened
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading

SIZE = (1180, 640)
LETTERS = {
    "registered_on": 11,
    "households": 7,
    "households_registered": 9,
    "recognised": 11,
    "reason": 24,
    "paper_number": 14,
    "paper_on": 11,
    "movement": 12,
}
COLUMNS = ("title", *ENTERED)
SHORT = {"recognised": {"x": "yes", "d": "yes", "1": "yes", "c": "yes", "k": "no", "0": "no", "kd": "no"}}
"""What may be typed for a result in one letter: x, d(at), k(hong)."""


class OutcomeDialog(QDialog):
    """Nothing is written before all of it holds; what is refused stays in the table."""

    def __init__(self, session: Session, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Outcome of {year}: “An toàn về ANTT”").format(year=year))
        self.setProperty("guide", "honours")
        self._session = session
        self._fields = NOUNS["recognition"].by_name
        self._rows: list[RecognitionRow] = list(recognising.rows(session.registry, year))
        headings = [Heading(_("Subject"))]
        headings += [Heading(self._fields[name].short, LETTERS[name]) for name in ENTERED]
        self.table = CellTable(_("Outcome of the year"), headings, written=range(1, len(COLUMNS)))
        self._notice = MarkedLabel()
        buttons = QDialogButtonBox()
        self.yes_button = buttons.addButton(_("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        rows = QVBoxLayout(self)
        rows.addWidget(
            Prose(_("Result: x for recognised, k for not – then say why. F2 or a letter writes into a cell."))
        )
        rows.addWidget(self.table, 1)
        rows.addWidget(self._notice)
        rows.addWidget(buttons)
        self.table.show_rows([[self._text(row, name) for name in COLUMNS] for row in self._rows])
        self.table.setCurrentCell(0, COLUMNS.index("recognised"))
        self.table.cell_written.connect(self._written)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    @classmethod
    def enter(cls, session: Session, year: int, parent: QWidget | None = None) -> bool:
        """Let the user fill in the year and write it; whether it was written."""
        dialog = cls(session, year, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    @property
    def notice(self) -> str:
        """What is said to be wrong."""
        return self._notice.text

    @property
    def is_changed(self) -> bool:
        """Whether anything is typed that is not saved."""
        return bool(self._typed())

    def reject(self) -> None:
        """What was typed is given up only when the user says so."""
        text = _("What you typed here is not saved. Give it up?")
        if not self.is_changed or ask.confirm(self, text, yes=_("&Give up"), no=_("&Keep typing")):
            super().reject()

    def _text(self, row: RecognitionRow, name: str) -> str:
        return shown(row, self._fields[name])  # type: ignore[arg-type]

    def _written(self, place: int, column: int) -> None:
        """A result of one letter is written out; the cursor goes on to the next result, or to the reason why not."""
        name = COLUMNS[column]
        key = SHORT.get(name, {}).get(fold(self.table.text(place, column)))
        option = next((one for one in self._fields[name].options if one.key == key), None)
        if option is not None:
            self.table.write(place, column, str(option))
        if name in ("recognised", "reason"):
            refused = name == "recognised" and key == "no"
            following = (place, COLUMNS.index("reason")) if refused else (place + 1, COLUMNS.index("recognised"))
            QTimer.singleShot(0, self, lambda: self._go_to(*following))

    def _go_to(self, place: int, column: int) -> None:
        if place < len(self._rows):
            self.table.setCurrentCell(place, column)

    def _typed(self) -> dict[int, dict[str, str]]:
        """What was changed, by row number and field."""
        found: dict[int, dict[str, str]] = {}
        for place, row in enumerate(self._rows):
            for column, name in enumerate(ENTERED, start=1):
                text = self.table.text(place, column)
                if text != self._text(row, name):
                    found.setdefault(row.id, {})[name] = text
        return found

    def _save(self) -> None:
        typed = self._typed()
        if not typed:
            self.accept()
            return
        try:
            with self._session.telling(self._say):
                done = self._session.run(recognising.enter, typed)
        except Refused as refused:
            self._show(refused.problems, list(typed))
            return
        if done is not None:
            self.accept()

    def _say(self, text: str) -> None:
        self._notice.say(text, marks.PROBLEM)

    def _show(self, problems: tuple[Problem, ...], numbers: list[int]) -> None:
        """Say each problem with its subject, and go to the first."""
        places: dict[int, int] = {row.id: place for place, row in enumerate(self._rows)}
        texts, first = [], None
        for problem in problems:
            entry, _point, name = problem.field.partition(".")
            place = places[numbers[int(entry) - 1]]
            texts.append(f"{self._rows[place].title}: {problem}")
            if first is None and name in COLUMNS:
                first = (place, COLUMNS.index(name))
        self._say(shortened(texts))
        if first is not None:
            self.table.setCurrentCell(*first)
            self.table.setFocus()
