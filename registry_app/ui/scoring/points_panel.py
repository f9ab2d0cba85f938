"""The points that a review gives by a score sheet: a row a criterion, the total, the grade that it earns."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QVBoxLayout, QWidget

from registry_app.domain.entries import Grade
from registry_app.domain.ids import CriterionId, GradeId
from registry_app.domain.kinds import BadValue
from registry_app.domain.scoring import Criterion, Scored, Step, read_tenths, scored, show_tenths
from registry_app.domain.scoring_rules import unread_points
from registry_app.domain.words import _, n_
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
        """What the points that can be read come to; while some cannot be given they earn no grade."""
        points = {}
        for number, text in self.typed().items():
            try:
                tenths = read_tenths(text)
            except BadValue:
                continue
            if tenths is not None:
                points[number] = tenths
        return scored(self._criteria, points, () if self._troubles() else self._scale)

    def _row(
        self, one: Criterion, before: Mapping[CriterionId, str], points: Mapping[CriterionId, int]
    ) -> tuple[str, ...]:
        number = CriterionId(one.id)
        given = before.get(number, show_tenths(points.get(number)))
        return one.number, one.name, show_tenths(one.most), given

    def _add_up(self) -> None:
        found = self.scored
        self.total.setText(said(found, self._grades) if self._criteria else "")
        self.trouble.say("\n".join(self._troubles()), marks.PROBLEM)
        self.proposed.emit(found.grade_id)

    def _troubles(self) -> list[str]:
        """What cannot be counted, a line each."""
        found = []
        for row, one in enumerate(self._criteria):
            try:
                tenths = read_tenths(self.table.text(row, POINTS))
            except BadValue as wrong:
                found.append(str(unread_points(one, wrong)))
                continue
            if tenths is not None and tenths > one.most:
                text = _("Criterion {criterion}: {points} points are more than its {most}.")
                values = {"criterion": one.number or one.name, "points": show_tenths(tenths)}
                found.append(text.format(**values, most=show_tenths(one.most)))
        return found[:3]


def said(found: Scored, grades: Mapping[GradeId, Grade]) -> str:
    """The total in words: what is lacking, or what it earns."""
    total = _("Total: {total} of {most} points").format(total=show_tenths(found.total), most=show_tenths(found.most))
    if found.lacking:
        rest = n_("{count} criterion has no points yet", "{count} criteria have no points yet", found.lacking)
        return f"{total} · {rest.format(count=found.lacking)}"
    if found.grade_id is not None and found.grade_id in grades:
        proposed = _("proposed grade: {grade}").format(grade=grades[found.grade_id].name)
        return f"{total} · {proposed}"
    return total
