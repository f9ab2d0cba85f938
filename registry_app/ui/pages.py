"""The pages of the window and the tabs that turn to them; a page is made when it is first asked for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from registry_app.domain.words import N_, _
from registry_app.ui.widgets.tab_bar import TabBar

TABS: Mapping[str, str] = {
    "overview": N_("Today"),
    "list": N_("Models"),
    "site": N_("Sites"),
    "team": N_("Teams"),
    "person": N_("People"),
    "household": N_("Households"),
    "camera_point": N_("Camera points"),
    "round": N_("Rounds of reviews"),
    "result": N_("Results"),
    "commendation": N_("Commendations"),
    "exemplar": N_("Advanced examples"),
    "recognition": N_("Recognition"),
}
"""The pages by key, with their marked names, in the order of the tabs."""
KEYS: Mapping[str, str] = {
    "overview": "Alt+1",
    "list": "Alt+2",
    "site": "Alt+3",
    "team": "Alt+4",
    "person": "Alt+5",
    "household": "Alt+6",
    "camera_point": "Alt+7",
    "round": "Alt+8",
    "result": "Alt+9",
    "commendation": "Alt+0",
}
"""The usual keys of the commands that turn to them; some have none."""
INSIDE = tuple(key for key in TABS if key not in ("overview", "list", "round"))
"""Those of what is inside models; their keys are those of nouns.NOUNS."""


class Pages(QWidget):
    """Asks ``may_leave`` before it turns because a tab was clicked."""

    turned = Signal()
    """Another page is shown."""

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]], may_leave: Callable[[], bool]) -> None:
        super().__init__()
        self._makers, self._may_leave = makers, may_leave
        self._made: dict[str, QWidget] = {}
        self._key = ""
        self.tabs = TabBar(beside=None)
        self.tabs.setDocumentMode(True)
        self.tabs.setDrawBase(True)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Pages of the register"))
        for key, name in TABS.items():
            place = self.tabs.addTab(_(name))
            self.tabs.setTabToolTip(place, f"{_(name)} ({KEYS[key]})" if key in KEYS else _(name))
        self.tabs.currentChanged.connect(self._follow_tab)
        self.tabs.hide()
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack)

    @property
    def key(self) -> str:
        """The page shown; "" while it is none of TABS."""
        return self._key

    @property
    def made(self) -> Mapping[str, QWidget]:
        """The pages that there are so far."""
        return self._made

    def page(self, key: str) -> QWidget:
        """The page of that key, made when it is first asked for."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def turn_to(self, key: str) -> bool:
        """Show the page of that key; False when the user stays at unsaved work."""
        if key == self._key:
            return True
        if self._key in TABS and not self._may_leave():
            self._mark_tab()
            return False
        self._key = key
        shown = self.page(key)
        self.tabs.setVisible(key in TABS)
        self._mark_tab()
        self._stack.setCurrentWidget(shown)
        self.turned.emit()
        return True

    def _follow_tab(self, place: int) -> None:
        self.turn_to(tuple(TABS)[place])

    def _mark_tab(self) -> None:
        if self._key in TABS:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(tuple(TABS).index(self._key))
