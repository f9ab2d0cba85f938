"""Edits the grades of a year: which of the ward's grades, in which order, from how many points on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from registry_app.domain.entries import Grade
from registry_app.domain.ids import GradeId
from registry_app.domain.scoring import Step, show_tenths
from registry_app.domain.words import N_, _
from registry_app.operations import scoring
from registry_app.operations.scoring import TypedStep
from registry_app.ui.form_dialog import FormDialog
from registry_app.ui.session import Session
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.lines import OneLine
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading
from registry_app.ui.widgets.ticks import TickDelegate

from .row_buttons import row_button

NAME, LEAST = range(2)
YEAR_LETTERS = 6
ABOUT = N_(
    "Reviews from this year on give these grades, until another scale begins. Reviews of before stay as they are. "
    "Where a score sheet is used, the points propose a grade."
)


class ScaleTable(CellTable):
    """The ward's grades: a tick for those in the scale, their points beside them."""

    def __init__(self) -> None:
        headings = (Heading(_("Grade")), Heading(_("From how many points"), 18))
        super().__init__(_("Grades of the scale"), headings, written=(LEAST,))
        self.setItemDelegateForColumn(NAME, TickDelegate(self))
        self._grades: list[GradeId] = []

    def show_grades(self, rows: Sequence[tuple[Grade, bool, str]]) -> None:
        """Show grades with whether they are in the scale, and their points."""
        self._grades = [GradeId(grade.id) for grade, _ticked, _least in rows]
        self.show_rows([(grade.name, least) for grade, _ticked, least in rows])
        for row, (_grade, ticked, _least) in enumerate(rows):
            self._tick(row, ticked)

    def steps(self) -> list[TypedStep]:
        """The grades that are ticked, in their order."""
        return [
            TypedStep(grade_id=grade, least=self.text(row, LEAST))
            for row, grade in enumerate(self._grades)
            if self.is_ticked(row)
        ]

    def is_ticked(self, row: int) -> bool:
        """Whether the grade in ``row`` is in the scale."""
        item = self.item(row, NAME)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def tick(self, name: str, ticked: bool) -> None:
        """Take the grade called ``name`` into the scale, or out of it."""
        for row in range(self.rowCount()):
            if self.text(row, NAME) == name:
                self._tick(row, ticked)

    def shift(self, step: int) -> None:
        """Move the chosen grade up (-1) or down (1)."""
        row = self.currentRow()
        other = row + step
        if row < 0 or not 0 <= other < self.rowCount():
            return
        self._grades[row], self._grades[other] = self._grades[other], self._grades[row]
        for column in (NAME, LEAST):
            upper, lower = self.takeItem(row, column), self.takeItem(other, column)
            self.setItem(other, column, upper)
            self.setItem(row, column, lower)
        self.setCurrentCell(other, self.currentColumn())

    def _tick(self, row: int, ticked: bool) -> None:
        item = self.item(row, NAME)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _item(self, text: str, column: int) -> QTableWidgetItem:
        item = super()._item(text, column)
        if column == NAME:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        return item


class ScaleDialog(FormDialog):
    """``year`` None begins a new scale with what holds at the end."""

    def __init__(self, session: Session, year: int | None, parent: QWidget | None = None) -> None:
        title = _("New scale of grades") if year is None else _("Grades from {year} on").format(year=year)
        super().__init__(parent, title, yes=_("&Save"))
        self.setProperty("guide", "settings")
        self._session = session
        scales = scoring.scales(session.registry)
        shown = year or max([date.today().year, *(one + 1 for one in scales)])
        self.fields.add("year", _("From the &year"), OneLine(width=YEAR_LETTERS), required=True)
        self.table = ScaleTable()
        self._show(scoring.scale(session.registry, shown))
        self.fields.add_wide(self.table)
        self.fields.add_wide(self._buttons_of_rows())
        self.fields.finish()
        self.fields.fill({"year": str(shown)})
        self.fields.lock(year is not None, ["year"])
        self.lay_out(Prose(_(ABOUT)))
        (self.table if year else self.fields["year"].control).setFocus()

    @classmethod
    def edit(cls, session: Session, year: int | None, parent: QWidget | None = None) -> bool:
        """Edit the scale that begins in ``year``, or a new one; whether it was saved."""
        return cls(session, year, parent).run()

    def attempt(self) -> bool:
        """Save the scale. Raises Refused."""
        year = str(self.fields["year"].typed())
        return self.tried(self._session, scoring.save_scale, year, self.table.steps())

    def _show(self, steps: Sequence[Step]) -> None:
        """First the grades of the scale, then the others in use."""
        grades = self._session.registry.lists.grades
        least = {step.grade_id: show_tenths(step.least) for step in steps if step.grade_id in grades}
        rows = [(grades[number], True, points) for number, points in least.items()]
        rows += [(one, False, "") for number, one in grades.items() if number not in least and not one.retired]
        self.table.show_grades(rows)
        self.table.fit(len(rows))

    def _buttons_of_rows(self) -> QWidget:
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        row_button(line, _("Row &up"), lambda: self.table.shift(-1))
        row_button(line, _("Row do&wn"), lambda: self.table.shift(1))
        line.addStretch(1)
        return buttons
