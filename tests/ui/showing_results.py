"""Brings the windows of results onto the screen."""

from PySide6.QtWidgets import QWidget

from registry_app.ui.results.figure_rows import TYPED
from registry_app.ui.results.figures_dialog import FiguresDialog

from .stage import Stage, settle

FIGURES = ("18.160", "3.136", "9.625", "3.932", "1.466", "trên 780", "49 đối tượng", "3,61 kg 7", "gần 2 nghìn")


def figures(stage: Stage) -> QWidget:
    """A table of figures with a sum that does not add up and two figures that cannot be read."""
    dialog = FiguresDialog(stage.session, stage.main)
    dialog.fields.fill({"period": "quý III năm 2026", "source": "Báo cáo kết quả quý III năm 2026"})
    rows = dialog.table.rows
    places = [place for place in range(rows.rowCount()) if rows.number(place) is not None]
    for place, text in zip(places, FIGURES, strict=False):
        rows.setData(rows.index(place, TYPED), text)
    settle()
    return dialog


def refused(stage: Stage) -> QWidget:
    """The same after it was not saved."""
    dialog = figures(stage)
    assert isinstance(dialog, FiguresDialog)
    dialog.save_button.click()
    return dialog


def empty(stage: Stage) -> QWidget:
    """Nothing is typed yet."""
    return FiguresDialog(stage.session, stage.main)
