"""Other numbers for areas, all at once, so that they may change places; the names that hold them change along."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from registry_app.domain.area_changes import renumbered
from registry_app.domain.cleaning import line
from registry_app.domain.entries import Area
from registry_app.domain.errors import Problem, Refused
from registry_app.domain.ids import AreaId
from registry_app.domain.words import N_, _
from registry_app.operations import areas
from registry_app.operations.area_parts import last_number
from registry_app.ui import theme
from registry_app.ui.session import Session
from registry_app.ui.widgets.prose import Prose

from .area_acts import ActDialog, known_areas

WIDTH, LINES, ROOM = 680, 10, 8
NAME, OLD, NEW, AFTER = range(4)
HEADINGS = (N_("Name"), N_("Number now"), N_("New number"), N_("Name afterwards"))
LETTERS = {OLD: 14, NEW: 13}


class RenumberAreasDialog(ActDialog):
    """Only what has a new number is changed."""

    def __init__(self, session: Session, area: Area | None, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, _("Renumber areas"), yes=_("Renum&ber"), width=theme.grown(WIDTH))
        self.table = _NumberTable(known_areas(session))
        self.add_act(paper=False)
        self.fields.add_wide(self.table)
        self.fields.finish()
        self.lay_out(
            Prose(_("Type the new numbers into the table; a number that stands in the name changes there, too."))
        )
        self.table.setFocus()
        self.table.choose(area)

    @classmethod
    def renumber(cls, session: Session, area: Area | None, parent: QWidget | None = None) -> bool:
        """Ask and do it; whether it was done."""
        return cls(session, area, parent).run()

    def attempt(self) -> bool:
        """Give them their numbers. Raises Refused."""
        numbers = self.table.numbers
        if not numbers:
            raise Refused([Problem("number", N_("Nothing would change: write the new number."))])
        return self.tried(self.session, areas.renumber, numbers, self.act)


class _NumberTable(QTableWidget):
    """The new numbers are typed; what the areas will be called stands beside."""

    def __init__(self, areas: list[Area]) -> None:
        super().__init__(len(areas), len(HEADINGS))
        self._areas = areas
        self.setAccessibleName(_("New numbers"))
        self.setHorizontalHeaderLabels([_(heading) for heading in HEADINGS])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (NAME, AFTER):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in LETTERS.items():
            self.setColumnWidth(column, letter * letters + 2 * ROOM)
        for row, area in enumerate(areas):
            for column, text in ((NAME, area.name), (OLD, _number(area)), (NEW, ""), (AFTER, "")):
                self.setItem(row, column, self._cell(column, text))
        self.setMinimumHeight((self.fontMetrics().height() + ROOM) * LINES)
        self.itemChanged.connect(self._typed)

    @property
    def numbers(self) -> dict[AreaId, str]:
        """The new numbers that were typed."""
        typed = {AreaId(area.id): self._new(row) for row, area in enumerate(self._areas)}
        return {area: number for area, number in typed.items() if number}

    def type_number(self, area: Area, number: str) -> None:
        """Write a new number."""
        item = self.item(self._areas.index(area), NEW)
        if item is not None:
            item.setText(number)

    def choose(self, area: Area | None) -> None:
        """Go to the new number of ``area``, else to the first."""
        row = next((row for row, one in enumerate(self._areas) if area is not None and one.id == area.id), 0)
        self.setCurrentCell(row, NEW)

    def _new(self, row: int) -> str:
        item = self.item(row, NEW)
        return line(item.text()) if item else ""

    def _typed(self, item: QTableWidgetItem) -> None:
        if item.column() != NEW:
            return
        area, new, after = self._areas[item.row()], self._new(item.row()), self.item(item.row(), AFTER)
        if after is not None:
            after.setText(renumbered(area.name, _number(area), new) if new else "")

    def _cell(self, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column != NEW:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        if column == OLD:
            item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        return item


def _number(area: Area) -> str:
    return area.number or last_number(area.name)
