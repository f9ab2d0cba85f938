"""The buttons of the page of rounds: the window's own commands, in lines as wide as there is room."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from registry_app.ui import icons, theme
from registry_app.ui.widgets.flow import FlowLayout


class DeedBar(QWidget):
    """Empty until the window gives it its commands."""

    def __init__(self) -> None:
        super().__init__()
        self._line = FlowLayout(self)
        self._line.addWidget(QWidget())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, actions: Iterable[QAction]) -> None:
        """Have a button for each of ``actions``."""
        for place, action in enumerate(actions):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(theme.grown(icons.MENU), theme.grown(icons.MENU)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._line.put(place, button)
