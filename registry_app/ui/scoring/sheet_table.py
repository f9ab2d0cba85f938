"""The criteria of a score sheet, typed row by row or pasted from Excel; an empty row for the next one is always
there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from registry_app.domain.ids import CriterionId
from registry_app.domain.scoring import Criterion, show_tenths
from registry_app.domain.words import _
from registry_app.operations import pasting_criteria
from registry_app.operations.scoring import TypedCriterion
from registry_app.ui.widgets.cell_table import CellTable
from registry_app.ui.widgets.records import Heading

NUMBER, NAME, MOST = range(3)


class SheetTable(CellTable):
    """``criteria`` is what stands in the rows, the empty one at the end left out."""

    changed = Signal()
    left_out = Signal(tuple)
    """Rows of a paste that are no criteria, each as one text."""

    def __init__(self) -> None:
        headings = (Heading(_("No."), 6), Heading(_("Criterion")), Heading(_("At most"), 8))
        super().__init__(_("Criteria"), headings, written=(NUMBER, NAME, MOST))
        self._ids: list[CriterionId] = []
        self.cell_written.connect(self._written_here)

    @property
    def criteria(self) -> list[TypedCriterion]:
        """What stands in the rows."""
        rows = [
            TypedCriterion(
                id=number, number=self.text(row, NUMBER), name=self.text(row, NAME), most=self.text(row, MOST)
            )
            for row, number in enumerate(self._ids)
        ]
        return [one for one in rows if one.id or _filled(one)]

    def show_criteria(self, criteria: Sequence[Criterion]) -> None:
        """Show ``criteria`` and an empty row."""
        self._show(
            [
                TypedCriterion(id=CriterionId(one.id), number=one.number, name=one.name, most=show_tenths(one.most))
                for one in criteria
            ]
        )

    def paste(self, text: str) -> None:
        """Put the criteria in ``text`` in the place of the chosen row if that is empty, else at the end."""
        found = pasting_criteria.recognise(text)
        if found.criteria:
            rows = self.criteria
            place = min(self.currentRow(), len(rows)) if self.currentRow() >= 0 else len(rows)
            rows[place:place] = pasting_criteria.numbered_on(rows, found.criteria)
            self._show(rows)
            self.setCurrentCell(place + len(found.criteria), NAME)
        self.left_out.emit(found.left_out)

    def delete_row(self) -> None:
        """Take the chosen row off."""
        row = self.currentRow()
        if 0 <= row < self.rowCount() - 1:
            del self._ids[row]
            self.removeRow(row)
            self.changed.emit()

    def shift(self, step: int) -> None:
        """Move the chosen row up (-1) or down (1)."""
        row, rows = self.currentRow(), self.criteria
        other = row + step
        if 0 <= row < len(rows) and 0 <= other < len(rows):
            rows[row], rows[other] = rows[other], rows[row]
            self._show(rows)
            self.setCurrentCell(other, max(0, self.currentColumn()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes rows, Ctrl+Delete takes one off."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the next cell of the row, from the last one to the next row."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            row, column = self.currentRow(), self.currentColumn()
            last = column == MOST
            self.setCurrentCell(min(row + last, self.rowCount() - 1), NUMBER if last else column + 1)

    def _show(self, rows: Sequence[TypedCriterion]) -> None:
        self._ids = [*(one.id for one in rows), CriterionId(0)]
        self.show_rows([*((one.number, one.name, one.most) for one in rows), ("", "", "")])
        self.changed.emit()

    def _written_here(self, row: int, _column: int) -> None:
        if row == self.rowCount() - 1 and any(self.text(row, column).strip() for column in (NUMBER, NAME, MOST)):
            self._ids.append(CriterionId(0))
            blocked = self.blockSignals(True)
            self.setRowCount(row + 2)
            for column in (NUMBER, NAME, MOST):
                self.setItem(row + 1, column, self._item("", column))
            self.blockSignals(blocked)
        self.changed.emit()


def _filled(one: TypedCriterion) -> bool:
    return any(part.strip() for part in (one.number, one.name, one.most))
