"""The fields of a model on their pages: which page has which field, which extra fields the type adds, what is typed."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from registry_app.domain.entries import ExtraField, Lists
from registry_app.domain.fields import EDITABLE, MAIN, PAGES, PAPER, REVIEW, WORK
from registry_app.domain.ids import TypeId
from registry_app.domain.vietnamese import fold
from registry_app.domain.ward import Ward
from registry_app.domain.words import N_, _
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.compact_grid import CompactGrid
from registry_app.ui.widgets.editor import Typed, one_text
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.scrolling import Scrolling
from registry_app.ui.widgets.tab_bar import TabBar

from . import first_status
from .editors import editor_for, extra_editor, offered

TABS = {MAIN: N_("Main"), PAPER: N_("Founding"), WORK: N_("Content"), REVIEW: REVIEW}
"""The pages in one word each: six of them stand side by side in a narrow pane."""
FIRST = ("type",)
"""Before all other fields: the type decides which extra fields there are."""
BESIDE = {"level": "kind"}
"""Fields so short that they share a row with another: a page is to fit a low screen without a scroll bar."""
WIDE = ("text", "choice")
"""Kinds of extra fields that take a row of their own."""
EDGE, GAP = 6, 4


class FormFields(QTabWidget):
    """Tabs with a FieldGrid each. Fields are named as ``operations.typed`` names them, extra ones "extra.KEY"."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(self, lists: Lists, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar())
        self.setDocumentMode(True)
        self._pages: dict[str, FieldGrid] = {page: FieldGrid(gap=GAP) for page in PAGES}
        self._add_fields(lists, ward)
        for grid in self._pages.values():
            grid.narrow_labels()
            grid.finish()
            self._listen(grid)
        self._heading = QLabel(wordWrap=True)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._extras = CompactGrid()
        self._marked: tuple[str, ...] = ()
        self._declared: tuple[ExtraField, ...] = ()
        self._writable = True
        self.interval_hint = ""
        """What an empty interval means."""
        self._main_body = _column(self._pages[MAIN], self._heading, self._extras)
        for page in PAGES[:-1]:
            self.addTab(Scrolling(self._main_body if page == MAIN else _column(self._pages[page])), _(TABS[page]))
        self._review_rows = _column(self._pages[REVIEW])
        self.addTab(self._review_rows, _(TABS[REVIEW]))

    def _add_fields(self, lists: Lists, ward: Ward) -> None:
        fields = {field.name: field for field in EDITABLE}
        follower = {before: after for after, before in BESIDE.items()}
        for name in sorted(
            fields.keys() - BESIDE.keys(), key=lambda name: (name not in FIRST, list(fields).index(name))
        ):
            for one in (name, *([follower[name]] if name in follower else [])):
                field = fields[one]
                editor = editor_for(field, lists, ward)
                before = BESIDE.get(one, "")
                self._pages[field.page].add(one, _(field.label), editor, required=field.required, beside=before)
        first_status.add_rows(self._pages[MAIN], lists, ward)

    def put_under_review(self, widget: QWidget) -> None:
        """Put ``widget`` under the fields of the review page."""
        layout = self._review_rows.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, widget, 1)

    # -- what is typed ---------------------------------------------------------------------------------------------

    def typed(self) -> dict[str, Typed]:
        """What stands in every field, extra ones too."""
        return {name: value for grid in self._grids() for name, value in grid.typed().items()}

    def fill(self, values: Mapping[str, Typed]) -> None:
        """Fill what ``values`` names; fields that hold the same already are left alone."""
        for grid in self._grids():
            grid.fill(values)

    def one(self, name: str) -> Typed:
        """What stands in one field."""
        grid = self._grid_of(name)
        return grid[name].typed() if grid else ""

    def show_extras(self, extras: tuple[ExtraField, ...], type_name: str) -> None:
        """Show the fields that one type declares; those shown before are gone with what was typed in them."""
        self._heading.setText(_("Particulars of “{type}”").format(type=type_name))
        self._heading.setVisible(bool(extras))
        if extras == self._declared:
            return
        self._declared = extras
        old, self._extras = self._extras, CompactGrid()
        for extra in extras:
            self._extras.add_short(f"extra.{extra.key}", extra.name, extra_editor(extra), wide=extra.kind in WIDE)
        self._listen(self._extras)
        self._main_body.layout().replaceWidget(old, self._extras)  # type: ignore[union-attr]
        old.hide()
        old.deleteLater()
        self._extras.setVisible(bool(extras))
        self._join_tab_order()

    @property
    def declared(self) -> tuple[ExtraField, ...]:
        """The extra fields shown now."""
        return self._declared

    # -- what is offered and allowed -------------------------------------------------------------------------------

    def offer(self, lists: Lists, ward: Ward) -> None:
        """Offer the names that are in use now."""
        for field in EDITABLE:
            grid = self._pages[field.page]
            if field.reference:
                grid[field.name].offer(offered(getattr(lists, field.reference).values()))
            elif field.name == "paper_kind":
                grid[field.name].offer(ward.paper_kinds)

    @property
    def writable(self) -> bool:
        """Whether the user may write."""
        return self._writable

    def lock(self, locked: bool) -> None:
        """Let the user read only, or write again."""
        self._writable = not locked
        for grid in self._grids():
            grid.lock(locked)

    def show_first_status(self, shown: bool) -> None:
        """The first status is asked for a new model only."""
        for name in first_status.NAMES:
            self._pages[MAIN].show_row(name, shown)

    @property
    def main(self) -> FieldGrid:
        """The grid that has the first status."""
        return self._pages[MAIN]

    def hint_interval(self, months: int | None) -> None:
        """Say what an empty interval means."""
        self.interval_hint = _("by type: {months}").format(months=months) if months else _("by type: none")
        self._pages[REVIEW]["interval_months"].hint(self.interval_hint)

    # -- what is wrong ---------------------------------------------------------------------------------------------

    def label(self, name: str) -> str:
        """What people call the field."""
        grid = self._grid_of(name)
        return grid.label(name) if grid else name

    def say(self, name: str, text: str) -> bool:
        """Say what is wrong with a field; False when there is no such field here."""
        grid = self._grid_of(name)
        if grid:
            grid.say(name, text)
            self._mark_tabs()
        return grid is not None

    def problem(self, name: str) -> str:
        """What is said to be wrong with a field."""
        grid = self._grid_of(name)
        return grid.problem(name) if grid else ""

    def clear_problems(self) -> None:
        """Nothing is wrong any more."""
        for grid in self._grids():
            grid.clear_problems()
        self._mark_tabs()

    def go_to_first_problem(self) -> None:
        """Show the page of the first field that something is wrong with, and put the cursor there."""
        for grid in self._grids():
            name = grid.first_problem()
            if name:
                self.go_to(name)
                return

    def go_to(self, name: str) -> None:
        """Show the page of ``name`` and put the cursor there."""
        grid = self._grid_of(name)
        if grid is None:
            return
        page = MAIN if grid is self._extras else next(key for key, one in self._pages.items() if one is grid)
        self.setCurrentIndex(PAGES.index(page))
        grid[name].control.setFocus()
        area = self.currentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(grid[name])

    def _grids(self) -> Iterator[FieldGrid]:
        """Top to bottom, page by page."""
        for page, grid in self._pages.items():
            yield grid
            if page == MAIN:
                yield self._extras

    def _grid_of(self, name: str) -> FieldGrid | None:
        return next((grid for grid in self._grids() if name in grid), None)

    def _mark_tabs(self) -> None:
        """Mark the pages on which something is wrong."""
        marked = []
        for page in PAGES:
            grids = (self._pages[page], self._extras) if page == MAIN else (self._pages[page],)
            if any(grid.first_problem() for grid in grids):
                marked.append(page)
        if tuple(marked) == self._marked:
            return
        self._marked = tuple(marked)
        for place, page in enumerate(PAGES):
            self.setTabIcon(place, marks.icon(marks.PROBLEM, self) if page in marked else QIcon())

    def _listen(self, grid: FieldGrid) -> None:
        grid.edited.connect(self._mark_tabs)
        grid.edited.connect(self.edited)
        grid.committed.connect(self.committed)

    def _join_tab_order(self) -> None:
        """Tab goes from the last fixed field of the page to the extra ones."""
        main = self._pages[MAIN]
        controls = [main[main.names[-1]].control, *(self._extras[name].control for name in self._extras.names)]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)


def type_named(name: Typed, lists: Lists) -> TypeId | None:
    """The type of that name, retired ones too."""
    numbers = {fold(one.name): number for number, one in lists.types.items()}
    return numbers.get(fold(one_text(name)))


def _column(*widgets: QWidget) -> QWidget:
    body = QWidget()
    rows = QVBoxLayout(body)
    rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    rows.setSpacing(GAP)
    for widget in widgets:
        rows.addWidget(widget)
    rows.addStretch(0)
    return body
