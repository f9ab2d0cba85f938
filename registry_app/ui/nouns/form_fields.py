"""The fields of a noun on the tabs of its form, each with the editor that suits it; links to other rows among them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from registry_app.domain.entries import Lists
from registry_app.domain.fields import MAIN, Field
from registry_app.domain.words import N_, _
from registry_app.ui.links import linked
from registry_app.ui.models.editors import offered
from registry_app.ui.session import Session
from registry_app.ui.structure.noun_fields import editor_for
from registry_app.ui.widgets import marks
from registry_app.ui.widgets.editor import Editor, Typed
from registry_app.ui.widgets.field_grid import FieldGrid
from registry_app.ui.widgets.lines import WrappedLine
from registry_app.ui.widgets.scrolling import Scrolling
from registry_app.ui.widgets.tab_bar import TabBar

from .declared import Declared
from .values import fields_of

EDGE, GAP = 6, 4
TABS = {MAIN: N_("Main")}
WRAPPED = frozenset((("site", "name"), ("team", "name"), ("camera_point", "name"), ("result", "source")))
"""Fields of nouns whose one line may be long."""


class NounFields(QTabWidget):
    """One FieldGrid a tab; what stands beside the fields may have tabs behind them."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(self, session: Session, declared: Declared) -> None:
        super().__init__()
        self._session, self._declared = session, declared
        self.setTabBar(TabBar())
        self.setDocumentMode(True)
        self._pages: dict[str, FieldGrid] = {}
        lists = session.registry.lists
        for field in fields_of(declared):
            grid = self._pages.setdefault(field.page, FieldGrid(gap=GAP))
            self._add_links(grid, field.name)
            beside = declared.beside.get(field.name, "")
            grid.add(field.name, _(field.label), self._editor(field, lists), required=field.required, beside=beside)
        for page, grid in self._pages.items():
            grid.narrow_labels()
            grid.finish()
            grid.edited.connect(self._mark_tabs)
            grid.edited.connect(self.edited)
            grid.committed.connect(self.committed)
            self.addTab(Scrolling(_padded(grid)), _(TABS.get(page, page)))

    def _add_links(self, grid: FieldGrid, before: str) -> None:
        for link in self._declared.links:
            if link.before == before:
                editor = linked(self._session, link.noun, hint=_(link.hint))
                grid.add(link.field, _(link.label), editor, required=link.required)

    def _editor(self, field: Field, lists: Lists) -> Editor:
        wrapped = (self._declared.noun, field.name) in WRAPPED
        return WrappedLine() if wrapped else editor_for(field, lists)

    # -- what is typed ---------------------------------------------------------------------------------------------

    def typed(self) -> dict[str, Typed]:
        """What stands in every field."""
        return {name: value for grid in self._pages.values() for name, value in grid.typed().items()}

    def one(self, name: str) -> Typed:
        """What stands in one field."""
        grid = self._grid_of(name)
        typed: Typed = grid[name].typed() if grid else ""
        return typed

    def fill(self, values: Mapping[str, Typed]) -> None:
        """Fill what ``values`` names; fields that hold the same already are left alone."""
        for grid in self._pages.values():
            grid.fill(values)

    def offer(self, lists: Lists) -> None:
        """Offer the names that are in use now."""
        for field in fields_of(self._declared):
            if field.reference:
                self._pages[field.page][field.name].offer(offered(getattr(lists, field.reference).values()))

    def lock(self, locked: bool) -> None:
        """Let the user read only, or write again."""
        for grid in self._pages.values():
            grid.lock(locked)

    # -- what is wrong ---------------------------------------------------------------------------------------------

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
        for grid in self._pages.values():
            grid.clear_problems()
        self._mark_tabs()

    def go_to_first_problem(self) -> None:
        """Show the tab of the first field that something is wrong with, and put the cursor there."""
        for grid in self._pages.values():
            name = grid.first_problem()
            if name:
                self.go_to(name)
                return

    def go_to_first(self) -> None:
        """Put the cursor where typing begins."""
        self.go_to(self._declared.start)

    def go_to(self, name: str) -> None:
        """Show the tab of ``name`` and put the cursor there."""
        for place, grid in enumerate(self._pages.values()):
            if name in grid:
                self.setCurrentIndex(place)
                grid[name].control.setFocus()
                area = self.currentWidget()
                if isinstance(area, QScrollArea):
                    area.ensureWidgetVisible(grid[name])

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        found: Editor = next(grid for grid in self._pages.values() if name in grid)[name]
        return found

    def _grid_of(self, name: str) -> FieldGrid | None:
        return next((grid for grid in self._pages.values() if name in grid), None)

    def _mark_tabs(self, _name: str = "") -> None:
        """Mark the tabs on which something is wrong."""
        for place, grid in enumerate(self._pages.values()):
            wrong = grid.first_problem() is not None
            if wrong == self.tabIcon(place).isNull():
                self.setTabIcon(place, marks.icon(marks.PROBLEM, self) if wrong else QIcon())


def _padded(grid: FieldGrid) -> QWidget:
    body = QWidget()
    rows = QVBoxLayout(body)
    rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    rows.addWidget(grid)
    rows.addStretch(0)
    return body
