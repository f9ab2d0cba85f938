"""Keeps what is chosen, current and topmost in a noun's list in its place while the rows are read anew."""

from msgspec import Struct
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from .rows import NounRows

Flag = QItemSelectionModel.SelectionFlag


class Kept(Struct, frozen=True):
    """Row numbers that are to be found again after a reset."""

    chosen: frozenset[int] = frozenset()
    current: int | None = None
    top: int | None = None


def choose_again(view: QTableView, rows: NounRows, kept: Kept) -> None:
    """Choose in ``view`` what was kept, as far as it is listed."""
    places = [place for place, number in enumerate(rows.ids) if number in kept.chosen]
    selected, last = QItemSelection(), rows.columnCount() - 1
    for place in places:
        selected.select(rows.index(place, 0), rows.index(place, last))
    view.selectionModel().select(selected, Flag.ClearAndSelect)
    topmost = None if kept.top is None else rows.place_of(kept.top)
    if topmost is not None:
        view.scrollTo(rows.index(topmost, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    current = None if kept.current is None else rows.place_of(kept.current)
    if current is not None:
        view.selectionModel().setCurrentIndex(rows.index(current, 0), Flag.NoUpdate)
        view.scrollTo(rows.index(current, 0))
