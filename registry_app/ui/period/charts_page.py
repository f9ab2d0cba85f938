"""The charts of a period under each other: the same drawings as on its paper, as wide as there is room."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.words import _
from registry_app.operations.period_charts import CHARTS, Drawn
from registry_app.ui.widgets.drawing_view import DrawingView

MARGIN, BETWEEN = 12, 18


class ChartsPage(QWidget):
    """A chart without a figure is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.charts = {key: DrawingView(_(name)) for key, name in CHARTS.items()}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(BETWEEN)
        for chart in self.charts.values():
            rows.addWidget(chart)
        rows.addStretch(1)

    def show_charts(self, drawn: Mapping[str, Drawn]) -> None:
        """Show what is drawn, by key of CHARTS."""
        for key, chart in self.charts.items():
            chart.show_drawing(drawn.get(key))
