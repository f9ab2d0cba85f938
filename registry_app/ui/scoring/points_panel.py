"""The points that a review gives by a score sheet: a row a criterion, the total, the grade that it earns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QVBoxLayout, QWidget

from registry_app.domain.entries import Grade
from registry_app.domain.errors import Problem
from registry_app.domain.ids import CriterionId, GradeId
from registry_app.domain.scoring import Criterion, Scored, Step, scored, show_tenths
from registry_app.domain.scoring_rules import read_points
from registry_app.domain.scoring_text import said
from registry_app.domain.words import _
from registry_app.ui.form_dialog import shortened
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose
from registry_app.ui.widgets.records import Heading

NUMBER, NAME, MOST, POINTS = range(4)
ROWS = 7
"""Criteria that are seen at once."""


class PointTable(CellTable):
    """Enter goes on to the next criterion."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter was pressed in a cell: what is typed stays, and the cell below is next."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and self.currentRow() + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())


class PointsPanel(QWidget):
    """``typed`` is what stands beside each criterion."""

    proposed = Signal(object)
    """The grade that the points earn now, None for none."""

    def __init__(self, grades: Mapping[GradeId, Grade]) -> None:
        super().__init__()
        self._grades = grades
        self._criteria: tuple[Criterion, ...] = ()
        self._scale: tuple[Step, ...] = ()
        self._refused: tuple[Problem, ...] = ()
        headings = (Heading(_("No."), 4), Heading(_("Criterion")), Heading(_("At most"), 6), Heading(_("Points"), 7))
        self.table = PointTable(_("Points by criterion"), headings, written=(POINTS,))
        self.total = Prose(quiet=False)
        self.trouble = MarkedLabel()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self.total, self.trouble):
            rows.addWidget(widget)
        self.table.cell_written.connect(lambda _row, _column: self._add_up())

    def show_sheet(self, criteria: Sequence[Criterion], points: Mapping[CriterionId, int]) -> None:
        """Show ``criteria`` with the ``points`` given; what was typed for the same criteria stays."""
        before = self.typed()
        self._criteria = tuple(criteria)
        self.table.show_rows([self._row(one, before, points) for one in self._criteria])
        self.table.fit(min(ROWS, len(self._criteria)))
        self._add_up()

    def judge_by(self, scale: Sequence[Step]) -> None:
        """Propose grades of ``scale`` from now on."""
        self._scale = tuple(scale)
        self._add_up()

    def typed(self) -> dict[CriterionId, str]:
        """What stands beside each criterion; blanks are left out."""
        found = {CriterionId(one.id): self.table.text(row, POINTS).strip() for row, one in enumerate(self._criteria)}
        return {number: text for number, text in found.items() if text}

    @property
    def scored(self) -> Scored:
        """What the points that can be given come to; those that cannot are lacking."""
        points, _problems = self._read()
        return scored(self._criteria, points, self._scale)

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say also ``problems``, each at "points.<criterion>", until something else is typed."""
        self._refused = tuple(problems)
        self._say_wrong()

    def go_to_wrong(self) -> None:
        """Put the keyboard into the first cell that is wrong."""
        row = next((row for row in range(len(self._criteria)) if self.table.wrong(row, POINTS)), None)
        if row is not None:
            self.table.setCurrentCell(row, POINTS)
            self.table.setFocus()

    def _row(
        self, one: Criterion, before: Mapping[CriterionId, str], points: Mapping[CriterionId, int]
    ) -> tuple[str, ...]:
        number = CriterionId(one.id)
        given = before.get(number, show_tenths(points.get(number)))
        return one.number, one.name, show_tenths(one.most), given

    def _read(self) -> tuple[dict[CriterionId, int], list[Problem]]:
        return read_points(self.typed(), {CriterionId(one.id): one for one in self._criteria})

    def _add_up(self) -> None:
        found = self.scored
        self._refused = ()
        self.total.setText(said(found, self._grades) if self._criteria else "")
        self._say_wrong()
        self.proposed.emit(found.grade_id)

    def _say_wrong(self) -> None:
        """Each cell that is wrong is marked, and what is wrong with it stands below, once."""
        _points, problems = self._read()
        told = {one.field: str(one) for one in (*self._refused, *problems)}
        for row, one in enumerate(self._criteria):
            self.table.mark(row, POINTS, told.get(f"points.{one.id}", ""))
        self.trouble.say(shortened(list(told.values())), marks.PROBLEM)
