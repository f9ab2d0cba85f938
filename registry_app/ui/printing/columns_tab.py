"""Which columns a paper has and in which order, how its rows are grouped, sorted and numbered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.search import Order
from registry_app.domain.wish import NUMBERINGS, Wish
from registry_app.domain.words import _
from registry_app.operations.paper_choices import Choices
from registry_app.ui.widgets.ticks import TickDelegate
from registry_app.ui.widgets.wheel import guard

NAME = Qt.ItemDataRole.UserRole
USUAL, NONE, DOWN = "*", "", "-"
"""What the boxes hold: as the report has it; nothing; a field, with DOWN before it downwards."""
MOST_LINES = 50


class ColumnsTab(QWidget):
    """Shows a Wish and tells what is wished instead."""

    wished = Signal(dict)
    """The new values of Wish, by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = QListWidget()
        self.columns.setItemDelegate(TickDelegate(self.columns))
        self.columns.setAccessibleName(_("Columns"))
        self.columns.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.columns.setMinimumHeight(self.fontMetrics().height() * 9)
        self._up, self._down = QPushButton(_("&Up")), QPushButton(_("Dow&n"))
        self._usual = QPushButton(_("As usua&l"))
        self.group, self.order, self.numbering = QComboBox(), QComboBox(), QComboBox()
        self.subtotals = QCheckBox(_("Count below each group"))
        self.blanks = QSpinBox()
        self.blanks.setRange(0, MOST_LINES)
        self.blanks.setAccessibleName(_("Blank lines"))
        self.at_end = QCheckBox(_("Only at the end"))
        self._lay_out()
        self._listen()

    def show_wish(self, wish: Wish, offered: Choices) -> None:
        """Show ``wish`` and what is ``offered``."""
        parts = (self.columns, self.group, self.order, self.numbering, self.subtotals, self.blanks, self.at_end)
        for part in parts:
            part.blockSignals(True)
        self._fill_columns(wish.columns or offered.usual, offered.columns)
        named = offered.groups.get(offered.group) or _("none")
        _fill(self.group, {USUAL: _("As usual ({name})").format(name=named), NONE: _("none"), **offered.groups})
        _choose(self.group, USUAL if wish.group is None else wish.group)
        both = {}
        for name, title in offered.sorts.items():
            both[name] = title
            both[f"{DOWN}{name}"] = _("{name}, downwards").format(name=title)
        _fill(self.order, {USUAL: _("As in the list"), **both})
        first = wish.order[0] if wish.order else None
        _choose(self.order, USUAL if first is None else f"{DOWN if first.descending else ''}{first.field}")
        _fill(self.numbering, {NONE: _("As usual"), **{one.key: str(one) for one in NUMBERINGS}})
        _choose(self.numbering, wish.numbering)
        self.subtotals.setChecked(wish.subtotals)
        self.blanks.setValue(wish.blank_lines)
        self.at_end.setChecked(wish.blank_at_end)
        self.at_end.setEnabled(wish.blank_lines > 0)
        for part in parts:
            part.blockSignals(False)

    @property
    def _ticked(self) -> tuple[str, ...]:
        items = (self.columns.item(row) for row in range(self.columns.count()))
        return tuple(str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _fill_columns(self, ticked: Sequence[str], offered: Mapping[str, str]) -> None:
        """Ticked ones first; a list that says so already keeps its order, so that nothing jumps under the mouse."""
        names = {str(self.columns.item(row).data(NAME)) for row in range(self.columns.count())}
        if self._ticked == tuple(ticked) and names == offered.keys():
            return
        kept = self.columns.currentItem().data(NAME) if self.columns.currentRow() >= 0 else None
        self.columns.clear()
        for name in (*ticked, *(other for other in offered if other not in ticked)):
            item = QListWidgetItem(offered.get(name, name))
            item.setData(NAME, name)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
            if name == kept:
                self.columns.setCurrentItem(item)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._up, self._down, self._usual):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, box in ((_("Group by"), self.group), (_("Sort by"), self.order), (_("Numbering"), self.numbering)):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            guard(box)
            form.addRow(label, box)
        guard(self.blanks)
        form.addRow(_("Blank lines"), self.blanks)
        rows = QVBoxLayout(self)
        rows.addWidget(self.columns, 1)
        rows.addLayout(buttons)
        rows.addLayout(form)
        rows.addWidget(self.at_end)
        rows.addWidget(self.subtotals)

    def _listen(self) -> None:
        self.columns.itemChanged.connect(lambda _item: self._tell_columns())
        self.columns.model().rowsMoved.connect(lambda *_where: self._tell_columns())
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._usual.clicked.connect(lambda: self.wished.emit({"columns": ()}))
        self.group.currentIndexChanged.connect(self._tell_group)
        self.order.currentIndexChanged.connect(self._tell_order)
        self.numbering.currentIndexChanged.connect(
            lambda _place: self.wished.emit({"numbering": self.numbering.currentData()})
        )
        self.subtotals.toggled.connect(lambda on: self.wished.emit({"subtotals": on}))
        self.blanks.valueChanged.connect(lambda lines: self.wished.emit({"blank_lines": lines}))
        self.at_end.toggled.connect(lambda on: self.wished.emit({"blank_at_end": on}))

    def _tell_columns(self) -> None:
        self.wished.emit({"columns": self._ticked})

    def _tell_group(self) -> None:
        chosen = self.group.currentData()
        self.wished.emit({"group": None if chosen == USUAL else chosen})

    def _tell_order(self) -> None:
        chosen = str(self.order.currentData())
        order = () if chosen == USUAL else (Order(chosen.removeprefix(DOWN), chosen.startswith(DOWN)),)
        self.wished.emit({"order": order})

    def _move(self, step: int) -> None:
        row = self.columns.currentRow()
        if row < 0 or not 0 <= row + step < self.columns.count():
            return
        self.columns.blockSignals(True)
        self.columns.insertItem(row + step, self.columns.takeItem(row))
        self.columns.setCurrentRow(row + step)
        self.columns.blockSignals(False)
        self._tell_columns()


def _fill(box: QComboBox, offers: Mapping[str, str]) -> None:
    box.clear()
    for key, text in offers.items():
        box.addItem(text, key)


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(0, box.findData(key)))
