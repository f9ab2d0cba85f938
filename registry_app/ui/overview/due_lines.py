"""What there is to do, a large line each: icon, words and count, which open the view."""

from collections.abc import Container, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from registry_app.domain.kinds import WHOLE
from registry_app.domain.search import VIEWS
from registry_app.domain.words import _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marks import Mark

LINES = {
    "overdue": Mark("view-overdue", "alert"),
    "soon": Mark("view-soon", "warn"),
    "never-reviewed": Mark("view-never-reviewed", "warn"),
    "interim": Mark("view-interim", "warn"),
    "final": Mark("view-final", "warn"),
    "no-leader": Mark("view-no-leader", "warn"),
    "period-over": Mark("view-period-over", "warn"),
    "missing": Mark("view-missing", "warn"),
    "paused": Mark("view-paused", "quiet"),
}
LARGER = 1.6
ICON = 20


class DueLines(QWidget):
    """Nothing to do is said with a quiet mark, not hidden: the lines keep their places."""

    view_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._counts = {view: self._count() for view in LINES}
        self._buttons = {view: self._button(view) for view in LINES}
        for line, view in enumerate(LINES):
            self._grid.addWidget(self._counts[view], line, 0)
            self._grid.addWidget(self._buttons[view], line, 1)

    def show_counts(self, counts: Mapping[str, int], within: int, left_out: Container[str] = ()) -> None:
        """Show how many models each line is about; ``within`` is how many days are soon, the views ``left_out`` have no
        line."""
        labels = {option.key: str(option).format(days=within) for option in VIEWS}
        for view, mark in LINES.items():
            count = counts.get(view, 0)
            shown = mark if count else Mark(mark.icon, "quiet")
            self._counts[view].setText(WHOLE.show(str(count)))
            self._counts[view].setPalette(marks.coloured(shown, self.palette()))
            button = self._buttons[view]
            button.setText(f"  {labels[view]}")
            button.setIcon(marks.icon(shown, self))
            for widget in (button, self._counts[view]):
                widget.setVisible(view not in left_out)
            button.setAccessibleName(_("{view}: {count}").format(view=labels[view], count=count))

    def button(self, view: str) -> QPushButton:
        """The line of ``view``."""
        return self._buttons[view]

    def _count(self) -> QLabel:
        label = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        font.setBold(True)
        label.setFont(font)
        return label

    def _button(self, view: str) -> QPushButton:
        button = QPushButton()
        button.setIconSize(QSize(ICON, ICON))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(self.fontMetrics().height() + 18)
        button.setStyleSheet("text-align: left; padding-left: 10px;")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.view_wanted.emit(view))
        return button
