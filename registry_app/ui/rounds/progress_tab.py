"""How far a round has come, told apart by area and by reviewer, each line with its bar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTableWidgetItem, QVBoxLayout, QWidget

from registry_app.domain.round_shown import Line, Progress
from registry_app.domain.words import _
from registry_app.ui.widgets.records import Heading, Record, RecordTable

from . import summary
from .bar import SHARE, BarDelegate

BAR = 1
HUNDRED = 100


class ProgressTab(QWidget):
    """Two tables side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("guide", "rounds")
        self.areas = ProgressTable(_("Progress by area"), _("Area"), _("(no area)"))
        self.reviewers = ProgressTable(_("Progress by reviewer"), _("Reviewer"), _("(nobody yet)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(12)
        for title, table in ((_("By area"), self.areas), (_("By reviewer"), self.reviewers)):
            column = QVBoxLayout()
            column.addWidget(QLabel(title))
            column.addWidget(table, 1)
            row.addLayout(column, 1)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it has come."""
        self.areas.show_lines(progress.by_area)
        self.reviewers.show_lines(progress.by_reviewer)


class ProgressTable(RecordTable):
    """Lines of one kind; ``nobody`` is what a line without a name is called."""

    def __init__(self, name: str, heading: str, nobody: str) -> None:
        headings = [
            Heading(heading, least=16),
            Heading(_("How far"), 14),
            Heading(_("Entered"), 7),
            Heading(_("To go"), 6),
            Heading(_("Left out"), 6),
        ]
        super().__init__(name, headings)
        self._nobody = nobody
        self.setItemDelegateForColumn(BAR, BarDelegate(self))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines`` in place of what is there."""
        self.show_records([self._record(number, line) for number, line in enumerate(lines)])
        for place, line in enumerate(lines):
            item = self.item(place, BAR)
            if isinstance(item, QTableWidgetItem):
                item.setData(SHARE, summary.share(line))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _record(self, number: int, line: Line) -> Record:
        percent = f"{int(summary.share(line) * HUNDRED)}%"
        cells = (line.name or self._nobody, percent, summary.entered(line), str(line.waiting), str(line.left_out))
        return Record(key=number, cells=cells)
