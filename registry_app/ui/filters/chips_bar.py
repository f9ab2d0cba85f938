"""The filters in force, one chip each, above the list; each can be taken away, or all at once."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from registry_app.domain.search import Filter
from registry_app.domain.words import _
from registry_app.ui.widgets.chip import Chip
from registry_app.ui.widgets.flow import FlowLayout


class ChipsBar(QWidget):
    """Hidden while there is no filter. Chips are reached by Tab and arrows; Delete takes one away."""

    removed = Signal(object)
    """The Filter that is to go."""
    emptied = Signal()
    left = Signal()
    """The last chip is gone while the keyboard was here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Filters in force"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: list[Chip] = []
        self._shown: tuple[tuple[Filter, str], ...] = ()
        self._flow = FlowLayout(self, fills=True)
        self._drop_all = QPushButton(_("Remove a&ll"))
        self._drop_all.setToolTip(_("Remove all filters and what is typed in the search box"))
        self._drop_all.setFlat(True)
        self._drop_all.clicked.connect(self.emptied)
        self._end = QWidget()
        row = QHBoxLayout(self._end)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._drop_all)
        row.addStretch(1)
        self._flow.addWidget(self._end)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(text for _one, text in self._shown)

    def show_filters(self, filters: Sequence[tuple[Filter, str]]) -> None:
        """Show a chip for each filter, with the words for it."""
        if tuple(filters) == self._shown:
            return
        place = next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._shown = tuple(filters)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(number, one, text) for number, (one, text) in enumerate(self._shown)]
        for first, then in pairwise((*self._chips, self._drop_all)):
            QWidget.setTabOrder(first, then)
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        if place is not None:
            self._focus_after(place)

    def _chip(self, number: int, one: Filter, text: str) -> Chip:
        chip = Chip(text)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.removed.connect(lambda _name: self.removed.emit(one))
        chip.moved.connect(lambda by: self._focus(number + by))
        self._flow.put(number, chip)
        chip.show()
        return chip

    def _focus(self, number: int) -> None:
        if number == len(self._chips):
            self._drop_all.setFocus()
        elif 0 <= number < len(self._chips):
            self._chips[number].setFocus()

    def _focus_after(self, place: int) -> None:
        if self._chips:
            self._focus(min(place, len(self._chips) - 1))
        else:
            self.left.emit()
