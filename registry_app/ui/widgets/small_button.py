"""A small button that is only an icon, with its words as tooltip and accessible name."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from registry_app.ui import icons, theme


class SmallButton(QToolButton):
    """Never takes the focus: what it does can be done from the field beside it, too."""

    def __init__(self, icon: str, words: str, *, size: int = 16) -> None:
        super().__init__()
        self._icon = icon
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setIconSize(QSize(theme.grown(size), theme.grown(size)))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Another palette: another colour of the lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icons.icon(self._icon, self.palette()))
