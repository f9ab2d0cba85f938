"""Fields on several pages behind tabs, for a form that would be higher than the screen."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QTabWidget, QWidget

from registry_app.ui.widgets import marks
from registry_app.ui.widgets.field_grid import BESIDE, GAP, FieldGrid
from registry_app.ui.widgets.tab_bar import TabBar

EDGE = 8


class PagedGrid(FieldGrid):
    """What is added goes to the page that was begun last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar())
        self.tabs.setDocumentMode(True)
        self._grid.addWidget(self.tabs, 0, 0, 1, 2)
        self._of: dict[str, int] = {}

    def begin(self, title: str) -> None:
        """Begin another page."""
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._grid.setHorizontalSpacing(BESIDE)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnMinimumWidth(0, self._label_width)
        self._grid.setColumnStretch(1, 1)
        self.tabs.addTab(page, title)

    def turn_to(self, name: str) -> None:
        """Show the page of a field."""
        self.tabs.setCurrentIndex(self._of.get(name, 0))

    def say(self, name: str, text: str) -> None:
        """Say what is wrong with a field, and mark its page."""
        super().say(name, text)
        for page in range(self.tabs.count()):
            wrong = any(self.problem(one) for one, at in self._of.items() if at == page)
            self.tabs.setTabIcon(page, marks.icon(marks.PROBLEM, self) if wrong else QIcon())

    def put(self, names: tuple[str, ...]) -> None:
        """The fields ``names`` stand on the page that was begun last."""
        self._of.update(dict.fromkeys(names, self.tabs.count() - 1))
