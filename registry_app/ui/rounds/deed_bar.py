"""The buttons of the page of rounds: the window's own commands, in lines as wide as there is room."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from registry_app.ui import icons, theme
from registry_app.ui.widgets.flow import FlowLayout


class DeedBar(QWidget):
    """Empty until the window gives it its commands. As high as its lines are at the width that it has: a layout would
    keep room for the lines of the narrowest width."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget(self)
        self._line = FlowLayout(self._inside)

    def fill(self, actions: Iterable[QAction]) -> None:
        """Have a button for each of ``actions``."""
        for place, action in enumerate(actions):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(theme.grown(icons.MENU), theme.grown(icons.MENU)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            action.changed.connect(self._fit)
            self._line.put(place, button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: more or fewer lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self._line.heightForWidth(self.width())
        self._inside.resize(self.width(), height)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)
