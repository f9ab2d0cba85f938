"""The popup below a heading: sort, filter by ticks, by a named period, by from – to or by letters."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizeGrip,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from registry_app.domain.entries import Lists
from registry_app.domain.fields import Field
from registry_app.domain.periods import KEYS, PERIODS
from registry_app.domain.search import Filter
from registry_app.domain.words import _
from registry_app.store.facets import Facet
from registry_app.ui.placing import inside
from registry_app.ui.widgets.flow import FlowLayout
from registry_app.ui.widgets.line_edit import LineEdit
from registry_app.ui.widgets.prose import Prose

from .picked import Picked, Value, passes
from .range_fields import RangeFields
from .value_tree import ValueTree

USUAL = QSize(330, 440)
LEAST = QSize(250, 260)
TYPING_MS = 120
AHEAD = ("today", "this-week", "this-month", "next-month", "this-quarter", "next-30", "next-90", "this-year")
BEHIND = ("today", "this-week", "this-month", "last-month", "this-quarter", "this-year", "last-year")
LIES_AHEAD = frozenset(("next_review", "review_on", "period_to"))
OVERDUE = Filter("due", ("overdue",))

Values = Callable[[str], Facet]
"""The values of the field among the rows that pass the other filters; of texts those that hold the letters."""


class HeaderFilter(QFrame):
    """Made anew each time. OK applies, Escape or a click elsewhere leaves everything as it was."""

    applied = Signal(object)
    """The Filter that is to be in force for its field; one without anything: none."""
    dropped = Signal()
    """Nothing of what was given is to be in force."""
    sort_wanted = Signal(bool)
    """Sort by this field; True: descending."""
    resized = Signal(QSize)

    def __init__(
        self,
        field: Field,
        lists: Lists,
        values: Values,
        filters: tuple[Filter, ...],
        parent: QWidget | None = None,
        *,
        sortable: bool = True,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(_("Filter: {field}").format(field=field.short))
        self.setMinimumSize(LEAST)
        self._field, self._lists, self._values, self._filters = field, lists, values, filters
        self._touched = False
        self._own = tuple(one for one in filters if one.field == field.name)
        self._asks_store = field.family == "text"
        self._known = values(self._first_letters())
        self.letters = LineEdit(_("Find among the values…"))
        self.tree = ValueTree(field, lists)
        self.range = RangeFields(field) if field.family in ("day", "number") else None
        self._by_letters = Prose(_("Type a few letters to find among the values."))
        self._more = Prose(_("Only the first values are listed; type letters to find others."))
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out(sortable=sortable)
        self._join()
        self._fill()

    # -- parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self, *, sortable: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(5)
        column.addWidget(self._title())
        if sortable:
            column.addLayout(self._sorts())
        if self._field.family == "day" or self._field.name == "due":
            column.addWidget(self._periods())
        if self.range:
            column.addWidget(self.range)
        self.letters.setClearButtonEnabled(True)
        self.letters.setAccessibleName(_("Find among the values"))
        column.addWidget(self.letters)
        column.addWidget(self._by_letters)
        column.addWidget(self.tree, 1)
        column.addWidget(self._more)
        column.addLayout(self._foot())

    def _title(self) -> QLabel:
        title = QLabel(self._field.short)
        title.setTextFormat(Qt.TextFormat.PlainText)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        return title

    def _sorts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, descending in ((_("Sort &ascending"), False), (_("Sort &descending"), True)):
            button = QPushButton(words)
            button.setAutoDefault(True)
            button.clicked.connect(self._sorting(descending=descending))
            row.addWidget(button)
        return row

    def _sorting(self, *, descending: bool) -> Callable[[], None]:
        def sort() -> None:
            self.close()
            self.sort_wanted.emit(descending)

        return sort

    def _periods(self) -> QWidget:
        """Named periods apply at once; one in force is taken away again."""
        days = "next_review" if self._field.name == "due" else self._field.name
        place = QWidget()
        flow = FlowLayout(place)
        labels = {option.key: str(option) for option in PERIODS}
        offers = [(labels[key], Filter(days, (key,))) for key in self._period_keys(days)]
        if self._field.name == "next_review":
            offers.insert(0, (_("Overdue"), OVERDUE))
        for words, one in offers:
            button = QToolButton()
            button.setText(words.replace("&", "&&"))
            button.setCheckable(True)
            button.setChecked(one in self._filters)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._applying(Filter(one.field) if one in self._filters else one))
            flow.addWidget(button)
        return place

    def _period_keys(self, days: str) -> tuple[str, ...]:
        keys = AHEAD if days in LIES_AHEAD else BEHIND
        named = {str(value) for one in self._filters for value in one.values if value in KEYS}
        return keys + tuple(sorted(named - set(keys)))

    def _applying(self, one: Filter) -> Callable[[], None]:
        return lambda: self._apply(one)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.drop = QPushButton(_("&Remove filter"))
        self.drop.setEnabled(bool(self._filters))
        self.drop.clicked.connect(self._dropping)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.close)
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(buttons)
        row.addWidget(QSizeGrip(self), 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _dropping(self) -> None:
        self.close()
        self.dropped.emit()

    def _join(self) -> None:
        self._pause.timeout.connect(self._look)
        self.letters.textChanged.connect(lambda _text: self._pause.start())
        self.tree.ticks_changed.connect(self._tick)
        if self.range:
            self.range.edited.connect(self._tick_all)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def _first_letters(self) -> str:
        """What the filter in force looks for, where that is what one filter does."""
        return self._own[0].holds if self._asks_store and len(self._own) == 1 else ""

    def _fill(self) -> None:
        range_now = next((one for one in self._own if (one.low or one.high) and not one.negated), None)
        if self.range and range_now:
            self.range.show_range(range_now)
        letters = self._first_letters()
        if letters and not self._own[0].negated:
            self.letters.setText(letters)
            self._pause.stop()
        shown = [value for value, _count in self._known.values]
        ticked = [value for value in shown if passes(value, self._own, self._field, self._lists)]
        self._show_values(ticked, self.letters.text().strip() if self._asks_store else "")

    def _look(self) -> None:
        """Show the values that hold the letters, all ticked, as nobody has chosen among them yet."""
        self._pause.stop()
        self._touched = True
        letters = self.letters.text().strip()
        if self._asks_store:
            self._known = self._values(letters)
        every = [value for value, _count in self._known.values]
        ticked = every if letters else [one for one in every if passes(one, self._own, self._field, self._lists)]
        self._show_values(ticked, letters)

    def _show_values(self, ticked: Collection[Value], letters: str) -> None:
        self.tree.show_values(self._known.values, ticked, letters)
        self._more.setVisible(self._known.more)
        self._by_letters.setVisible(self._known.by_letters)
        self._allow()

    def _tick(self) -> None:
        self._touched = True
        if self.range:
            self.range.clear()
        self._allow()

    def _tick_all(self) -> None:
        self._touched = True
        self.tree.tick_all()
        self._allow()

    def _allow(self) -> None:
        self.ok.setEnabled(bool(self.tree.ticked) or (self.range is not None and not self.range.is_blank))

    # -- what comes of it ------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Apply what is ticked or typed; where nothing was touched, all stays as it is."""
        if self._pause.isActive():
            self._look()
        if not self._touched:
            self.close()
            return
        if self.range and not self.range.is_blank:
            wanted = self.range.filter(date.today())
        else:
            letters = self.letters.text().strip()
            picked = Picked(offered=self.tree.offered, ticked=self.tree.ticked, letters=letters, more=self._known.more)
            wanted = picked.filter(self._field)
        if wanted is not None:
            self._apply(wanted)

    def _apply(self, one: Filter) -> None:
        self.close()
        self.applied.emit(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is OK, Down goes from the letters to the values."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.ok.isEnabled():
            self.accept()
        elif event.key() == Qt.Key.Key_Down and self.letters.hasFocus():
            self.tree.go_to_first()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the size."""
        self.resized.emit(self.size())
        super().closeEvent(event)

    def show_below(self, heading: QRect, size: QSize) -> None:
        """Show it below ``heading`` (of the screen) or as near as there is room, ``size`` large as far as that goes."""
        room = self.screen().availableGeometry()
        wanted = size.expandedTo(self.minimumSizeHint()).expandedTo(LEAST).boundedTo(room.size())
        self.resize(wanted)
        self.move(inside(heading.bottomLeft(), wanted, room))
        self.show()
        self.letters.setFocus()
