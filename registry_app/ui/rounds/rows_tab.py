"""The models of a round in a list: found by words, narrowed to a state, an area or a reviewer."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from registry_app.domain.round_shown import ROW_STATES, RowShown
from registry_app.domain.search import Order
from registry_app.domain.words import _
from registry_app.ui import icons
from registry_app.ui.models.search_box import SearchBox
from registry_app.ui.nouns.table import NounTable
from registry_app.ui.session import Session
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.choice import Choice, Offer
from registry_app.ui.widgets.flow import FlowLayout

from .columns import ROWS, STATES, USUAL
from .rows import RoundRows
from .wanted import NOBODY, Wanted

LETTERS, ARROW = 17, 38


class RowsTab(QWidget):
    """Shows what it is given; asks the register only which models hold a word."""

    changed = Signal()
    """Other rows are shown or chosen."""
    opened = Signal(int)
    """The position of a row that was double-clicked or entered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.search_box = SearchBox()
        self.state = _choice(_("State: all"), [Offer(one.key, str(one)) for one in ROW_STATES])
        self.area, self.reviewer = _choice(_("Area: all")), _choice(_("Reviewer: all"))
        self.rows = RoundRows(session, self)
        self.table = NounTable(self.rows, ROWS, USUAL)
        self._lay_out()
        self._dress()
        self.search_box.searched.connect(lambda _words: self._want())
        self.search_box.left_downwards.connect(self.go_to_rows)
        for choice in (self.state, self.area, self.reviewer):
            choice.committed.connect(self._want)
        self.table.order_wanted.connect(self._sort)
        self.table.selection_changed.connect(self.changed)
        self.table.opened.connect(self._open)

    @property
    def chosen(self) -> list[RowShown]:
        """The chosen rows, from top to bottom."""
        return self.rows.of(self.table.chosen)

    def show_rows(self, rows: Iterable[RowShown], *, hint: str) -> None:
        """Show ``rows``, which are all of a round; ``hint`` is said where none is."""
        found = tuple(rows)
        areas = dict.fromkeys(row.area for row in found if row.area)
        _offer(self.area, areas, _("(no area)"), blank=any(not row.area for row in found))
        reviewers = sorted({row.reviewer for row in found if row.reviewer})
        _offer(self.reviewer, reviewers, _("(nobody yet)"), blank=any(not row.reviewer for row in found))
        self.table.hint = hint
        self.rows.show_rows(found)
        self._want()

    def reset(self) -> None:
        """Show every row again."""
        self.search_box.reset()
        for choice in (self.state, self.area, self.reviewer):
            choice.fill("")
        self._want()

    def go_to_rows(self) -> None:
        """Put the keyboard into the list."""
        if self.table.current is None:
            self.table.choose_first()
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: other tones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "table"):
            self._dress()

    def _want(self) -> None:
        wanted = Wanted(
            state=self.state.typed(),
            area=self.area.typed(),
            reviewer=self.reviewer.typed(),
            words=self.search_box.text(),
            order=self.rows.wanted.order,
        )
        self._show(wanted)

    def _sort(self, order: Order | None) -> None:
        first = order is not None and order == Order("position")
        now = self.rows.wanted
        self._show(
            Wanted(
                state=now.state,
                area=now.area,
                reviewer=now.reviewer,
                words=now.words,
                order=None if first else order,
            )
        )

    def _show(self, wanted: Wanted) -> None:
        self.rows.want(wanted)
        self.table.show_order(wanted.order or Order("position"))
        self.changed.emit()

    def _open(self) -> None:
        if self.table.current is not None:
            self.opened.emit(self.table.current)

    def _dress(self) -> None:
        self.rows.icons = {state: marks.icon(mark, self) for state, mark in STATES.items()}
        self.search_box.show_icon(icons.icon("search", self.palette()))
        self.table.viewport().update()

    def _lay_out(self) -> None:
        self.setProperty("guide", "rounds")
        box = self.search_box
        box.setProperty("guide", "rounds")
        box.setPlaceholderText(_("Find a model of the round: code, name, area, reviewer (Ctrl+F)"))
        box.setAccessibleName(_("Find models of the round"))
        box.setToolTip(_("Words in any order, with or without accents."))
        narrowing = QWidget()
        line = FlowLayout(narrowing)
        for choice in (self.state, self.area, self.reviewer):
            line.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for part in (box, narrowing):
            column.addWidget(part)
        column.addWidget(self.table, 1)


def _choice(blank: str, offers: Iterable[Offer] = ()) -> Choice:
    made = Choice(list(offers), blank=blank)
    letters = made.fontMetrics()
    made.setFixedWidth(max(letters.horizontalAdvance(blank), letters.averageCharWidth() * LETTERS) + ARROW)
    made.control.setAccessibleName(blank)
    return made


def _offer(choice: Choice, names: Iterable[str], nobody: str, *, blank: bool) -> None:
    offers = [Offer(name, name) for name in names]
    choice.offer([*offers, Offer(NOBODY, nobody)] if blank else offers)
