"""What a round is, above its rows: name, kind, period, paper, how far it has come."""

from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from registry_app.domain.round_shown import RoundShown
from registry_app.domain.words import _
from registry_app.ui import theme
from registry_app.ui.widgets.marked_label import MarkedLabel
from registry_app.ui.widgets.prose import Prose

from . import summary

LARGER = 1.25
LEAST = 320
"""Pixels: where its words could be narrower, it would have to be higher."""


class RoundHead(QWidget):
    """Empty while no round is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._name = QLabel(wordWrap=True)
        font = self._name.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        font.setBold(True)
        self._name.setFont(font)
        self._about = Prose()
        self.standing = MarkedLabel()
        for label in (self._name, self._about, self.standing):
            label.setMinimumWidth(theme.grown(LEAST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addWidget(self.standing)

    def show_round(self, shown: RoundShown | None) -> None:
        """Say what ``shown`` is."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        one = shown.round
        self._name.setText(one.name)
        paper = _("paper {number}").format(number=one.paper_number) if one.paper_number else ""
        self._about.setText(" · ".join(part for part in (one.code, summary.about(one), paper) if part))
        state, mark = summary.standing(shown, date.today())
        self.standing.say(f"{state} · {summary.progress(shown)}", mark)
