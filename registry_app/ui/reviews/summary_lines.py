"""When sơ kết and tổng kết of one model are due, a line each: mark, state and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.options import DUES, label
from registry_app.domain.words import _
from registry_app.operations.details import Summarised
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.marked_label import MarkedLabel


class SummaryLines(QWidget):
    """Hidden while the model needs none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._lines: list[MarkedLabel] = []
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is said, line by line."""
        return tuple(line.text for line in self._lines if line.text)

    def show_summaries(self, summaries: Sequence[Summarised]) -> None:
        """Say when these are due."""
        while len(self._lines) < len(summaries):
            self._lines.append(MarkedLabel())
            self._rows.addWidget(self._lines[-1])
        for line in self._lines[len(summaries) :]:
            line.clear()
        for line, one in zip(self._lines, summaries, strict=False):
            line.say(_said(one), marks.DUE[one.state])
        self.setVisible(bool(summaries))


def _said(one: Summarised) -> str:
    """The sentence; what is late or near says so first."""
    if one.state not in ("overdue", "soon"):
        return one.reason
    return _("{state} – {reason}").format(state=label(DUES, one.state), reason=one.reason)
